package io.epochwise.benchmark;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.Sharing;
import io.epochwise.dataset.ProfileLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Profiling a dataset in process, against only reading its bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class Profiling {
    private static final int SIZE = 1 << 24;
    private static final int BUFFER = 1 << 16;
    private static final int IMAGE = 200_000;
    private static final String OFFERING = "openai/gpt-4o-2024-08-06";

    @Param({"jsonl-text", "jsonl-base64"})
    public String dataset;

    private byte[] file;
    private DatasetProfiler profiler;

    @Setup
    public void make() throws IOException {
        file = of(dataset);
        List<CatalogFile> files = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of("src/main/resources/catalog"), "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        }
        Catalog catalog = CatalogLoader.load(files, List.of(), Integer.MAX_VALUE);
        profiler = new DatasetProfiler(catalog, ProfileLimits.DEFAULT, Sharing.NONE);
    }

    /** The bytes of the dataset of that name. */
    static byte[] of(String name) {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(2);
        String prose = Texts.of("english").replaceAll("[\"\\\\\\p{Cntrl}]+", " ");
        while (lines.length() < SIZE) {
            int from = random.nextInt(prose.length() - 2_000);
            String question = prose.substring(from, from + 600);
            String answer = prose.substring(from + 600, from + 1_000);
            String image = name.equals("jsonl-text")
                    ? ""
                    : ",{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + png(random) + "\"}}";
            lines.append("{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"")
                    .append(question)
                    .append("\"}")
                    .append(image)
                    .append("]},{\"role\":\"assistant\",\"content\":\"")
                    .append(answer)
                    .append("\"}]}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of a PNG of 1024 x 768 pixels, and noise in place of its pixels. */
    private static String png(Random random) {
        byte[] bytes = new byte[IMAGE];
        random.nextBytes(bytes);
        byte[] header = {
            (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 4, 0, 0, 0, 3, 0, 8, 2, 0, 0, 0
        };
        System.arraycopy(header, 0, bytes, 0, header.length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Benchmark
    public DatasetProfile ours() throws IOException {
        return profiler.profile(
                new ByteArrayInputStream(file), List.of(OFFERING), LocalDate.of(2026, 11, 23), null);
    }

    /** Every byte is looked at once. */
    @Benchmark
    public long baseline() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long lines = 0;
        try (InputStream in = new ByteArrayInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
