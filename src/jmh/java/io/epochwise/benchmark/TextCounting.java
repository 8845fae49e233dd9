package io.epochwise.benchmark;

import com.knuddels.jtokkit.api.EncodingRegistry;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
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

/** Counting the tokens of a text in o200k_base, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class TextCounting {
    private static final String ENCODING = "o200k_base";

    @Param({"english", "code", "multilingual", "emoji", "one-letter", "digits", "spaces", "no-spaces"})
    public String text;

    private String counted;
    private Encoding ours;
    private com.knuddels.jtokkit.api.Encoding jtokkit;

    @Setup
    public void read() {
        counted = Texts.of(text);
        ours = Encodings.of(ENCODING);
        EncodingRegistry registry = com.knuddels.jtokkit.Encodings.newLazyEncodingRegistry();
        jtokkit = registry.getEncoding(ENCODING).orElseThrow();
        long expected = jtokkit.countTokensOrdinary(counted);
        if (ours.count(counted) != expected) {
            throw new IllegalStateException("counts differ: " + ours.count(counted) + " and " + expected);
        }
    }

    @Benchmark
    public long ours() {
        return ours.count(counted);
    }

    @Benchmark
    public long baseline() {
        return jtokkit.countTokensOrdinary(counted);
    }
}
