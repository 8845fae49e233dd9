package io.epochwise.benchmark;

import io.epochwise.dataset.image.Base64Image;
import io.epochwise.dataset.image.Base64ImageSink;
import io.epochwise.dataset.image.Base64Problem;
import io.epochwise.dataset.image.ImageProblem;
import java.util.Base64;
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

/** Checking the base64 of an image and reading its size, against only decoding it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(what = "checking base64 of an image, reading its size", baseline = "java.util.Base64")
public class ImageHeaders implements Sized {
    private static final int SIZE = 1_000_000;

    @Param({"png", "jpeg-late"})
    public String image;

    private byte[] base64;
    private final Base64ImageSink sink = new Base64ImageSink();

    /** Makes the image, and checks that it is read. */
    @Setup
    public void make() {
        base64 = of(image);
        Base64Image read = ours();
        if (read.problem() != Base64Problem.NONE || read.header().problem() != ImageProblem.NONE) {
            throw new IllegalStateException("not read: " + read);
        }
    }

    @Override
    public long bytes(String of) {
        return of(of).length;
    }

    private static byte[] of(String name) {
        return Base64.getEncoder().encode(name.equals("png") ? Images.png(SIZE) : Images.jpegWithLateSize(SIZE));
    }

    @Benchmark
    public Base64Image ours() {
        sink.reset();
        sink.accept(base64, 0, base64.length);
        return sink.finish();
    }

    @Benchmark
    public byte[] baseline() {
        return Base64.getDecoder().decode(base64);
    }
}
