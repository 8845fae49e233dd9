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

/** Counting the tokens of a text, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(
        what = TextCounting.WHAT,
        baseline = "JTokkit 1.1.0",
        reach = @Compared.Reach(input = "o200k_base english", ratio = 13))
public class TextCounting implements Sized {
    static final String WHAT = "counting tokens, one thread";

    /** An encoding and a text. */
    @Param({
        "o200k_base english",
        "cl100k_base english",
        "o200k_base code",
        "o200k_base multilingual",
        "o200k_base emoji",
        "o200k_base digits",
        "o200k_base one-letter",
        "o200k_base spaces",
        "o200k_base no-spaces"
    })
    public String input;

    private String counted;
    private Encoding ours;
    private com.knuddels.jtokkit.api.Encoding jtokkit;

    /** Reads the text, and checks that both count the same. */
    @Setup
    public void read() {
        counted = Texts.of(text(input));
        ours = Encodings.of(encoding(input));
        EncodingRegistry registry = com.knuddels.jtokkit.Encodings.newLazyEncodingRegistry();
        jtokkit = registry.getEncoding(encoding(input)).orElseThrow();
        long expected = jtokkit.countTokensOrdinary(counted);
        if (ours.count(counted) != expected) {
            throw new IllegalStateException("counts differ: " + ours.count(counted) + " and " + expected);
        }
    }

    /** The encoding of an input. */
    static String encoding(String input) {
        return input.split(" ")[0];
    }

    /** The name of the text of an input. */
    static String text(String input) {
        return input.split(" ")[1];
    }

    @Override
    public long bytes(String of) {
        return Texts.bytes(text(of));
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
