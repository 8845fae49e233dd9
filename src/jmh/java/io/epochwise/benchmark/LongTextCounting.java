package io.epochwise.benchmark;

import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Counting the tokens of texts that have no place to cut them at: whether ten times the length takes but ten times as
 * long. Others are not measured, since they would not come to an end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(what = "counting tokens of 10 MB in o200k_base", baseline = "the same of 1 MB")
public class LongTextCounting implements Sized {
    private static final int MEGABYTE = 1_000_000;
    private static final int TIMES = 10;

    @Param({"one-letter", "spaces", "no-spaces"})
    public String text;

    private String shorter;
    private String longer;
    private Encoding encoding;

    @Setup
    public void make() {
        shorter = Texts.run(text, MEGABYTE);
        longer = Texts.run(text, TIMES * MEGABYTE);
        encoding = Encodings.of("o200k_base");
    }

    @Override
    public long bytes(String of) {
        return MEGABYTE;
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long ours() {
        return encoding.count(longer);
    }

    @Benchmark
    public long baseline() {
        return encoding.count(shorter);
    }
}
