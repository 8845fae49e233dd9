package io.epochwise.benchmark;

import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.ProfileLimits;
import io.epochwise.dataset.Sharing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Profiling a compressed dataset as the service does, on all processors, against only decoding it. Bytes are those decoded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(what = "profiling a compressed file in process, all processors", baseline = "decoding it, one thread")
public class ProfilingCompressed implements Sized {
    private static final int BUFFER = 1 << 16;

    @Param({Datasets.TEXT, Datasets.BASE64})
    public String dataset;

    @Param({"gzip", "zstd"})
    public String encoding;

    private byte[] file;
    private ExecutorService threads;
    private DatasetProfiler profiler;

    @Setup
    public void make() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out =
                encoding.equals("gzip") ? new GZIPOutputStream(compressed) : new ZstdOutputStream(compressed)) {
            out.write(Datasets.of(dataset));
        }
        file = compressed.toByteArray();
        threads = Executors.newCachedThreadPool();
        int processors = Runtime.getRuntime().availableProcessors();
        profiler = new DatasetProfiler(
                Catalogs.builtIn(), ProfileLimits.DEFAULT, Sharing.among(threads, threads, processors));
    }

    @TearDown
    public void stop() {
        threads.shutdownNow();
    }

    @Override
    public long bytes(String input) {
        return Datasets.of(input.substring(0, input.indexOf(' '))).length;
    }

    @Benchmark
    public DatasetProfile ours() throws IOException {
        try (InputStream in = decoding()) {
            return profiler.profile(in, List.of(Datasets.OFFERING), Catalogs.TODAY, null);
        }
    }

    @Benchmark
    public long baseline() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        try (InputStream in = decoding()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
            }
        }
        return length;
    }

    private InputStream decoding() throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        return encoding.equals("gzip") ? new GZIPInputStream(in, BUFFER) : new ZstdInputStream(in);
    }
}
