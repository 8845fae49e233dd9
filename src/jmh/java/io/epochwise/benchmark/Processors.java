package io.epochwise.benchmark;

import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.ProfileLimits;
import io.epochwise.dataset.Sharing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Profiling on two processors against one, in process so that no client takes a share of them. Each measurement has a JVM
 * of its own, which is held to its processors by the system where {@code taskset} is there, garbage collection and
 * compilation included, and else by the JVM's own count of processors.
 */
public final class Processors implements Part {
    private static final int ROUNDS = 3;
    private static final int REPETITIONS = 4;
    private static final int SECONDS_TO_WARM_UP = 4;
    private static final int SECONDS = 3;

    private final Path folder;

    Processors(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "Processors";
    }

    @Override
    public void run(Table table) throws IOException, InterruptedException {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            table.leaveOut(name(), "there is only one processor");
            return;
        }
        boolean pinned = Commands.exists("taskset");
        for (String dataset : List.of(Datasets.TEXT, Datasets.BASE64)) {
            double[] rates = Rounds.medians(0, ROUNDS, () -> rate(dataset, 2, pinned), () -> rate(dataset, 1, pinned));
            table.add(new Row(
                    "profiling in process, two processors",
                    dataset,
                    rates[0],
                    Unit.MEGABYTES_PER_SECOND,
                    "one processor" + (pinned ? "" : " (not pinned)"),
                    rates[1],
                    Target.ratio(1.8)));
        }
    }

    private double rate(String dataset, int processors, boolean pinned) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (pinned) {
            command.addAll(List.of("taskset", "-c", processors == 1 ? "0" : "0,1"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=" + processors,
                "-XX:+UseParallelGC",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Processors.class.getName(),
                dataset,
                Integer.toString(processors)));
        return Double.parseDouble(
                Commands.output(folder.resolve("processors.log"), command).get(0));
    }

    /** Profiles until warm and then for a while; prints megabytes a second. */
    public static void main(String[] args) throws IOException {
        byte[] lines = Datasets.of(args[0]);
        int processors = Integer.parseInt(args[1]);
        ExecutorService counting = Executors.newFixedThreadPool(processors);
        try {
            DatasetProfiler profiler = new DatasetProfiler(
                    Catalogs.builtIn(),
                    ProfileLimits.DEFAULT,
                    processors == 1 ? Sharing.NONE : Sharing.among(counting, null, processors));
            rate(profiler, lines, SECONDS_TO_WARM_UP);
            System.out.println(rate(profiler, lines, SECONDS));
        } finally {
            counting.shutdown();
        }
    }

    private static double rate(DatasetProfiler profiler, byte[] lines, int seconds) throws IOException {
        long begin = System.nanoTime();
        double megabytes = 0;
        double spent = 0;
        while (spent < seconds) {
            profile(profiler, lines);
            megabytes += lines.length / 1e6 * REPETITIONS;
            spent = (System.nanoTime() - begin) / 1e9;
        }
        return megabytes / spent;
    }

    private static void profile(DatasetProfiler profiler, byte[] lines) throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            parts.add(new ByteArrayInputStream(lines));
        }
        profiler.profile(
                new SequenceInputStream(Collections.enumeration(parts)),
                List.of(Datasets.OFFERING),
                Catalogs.TODAY,
                null);
    }
}
