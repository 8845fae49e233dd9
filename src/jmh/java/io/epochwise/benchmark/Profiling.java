package io.epochwise.benchmark;

import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.ProfileLimits;
import io.epochwise.dataset.Sharing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(what = "profiling in process, one thread", baseline = "looking at every byte")
public class Profiling implements Sized {
    private static final int BUFFER = 1 << 16;

    @Param({Datasets.TEXT, Datasets.BASE64})
    public String dataset;

    private byte[] file;
    private DatasetProfiler profiler;

    @Setup
    public void make() throws IOException {
        file = Datasets.of(dataset);
        profiler = new DatasetProfiler(Catalogs.builtIn(), ProfileLimits.DEFAULT, Sharing.NONE);
    }

    @Override
    public long bytes(String of) {
        return Datasets.of(of).length;
    }

    @Benchmark
    public DatasetProfile ours() throws IOException {
        return profiler.profile(new ByteArrayInputStream(file), List.of(Datasets.OFFERING), Catalogs.TODAY, null);
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
