package io.epochwise.benchmark;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.JobAvailability;
import io.epochwise.estimate.TrainingEstimator;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Estimating a training job in process, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(
        what = "training estimate in process, one thread",
        reach = {
            @Compared.Reach(input = "text only", rate = 500_000),
            @Compared.Reach(input = "with images", rate = 500_000)
        })
public class Estimating {
    private JobAvailability jobs;
    private TrainingRequest text;
    private TrainingRequest images;

    @Setup
    public void ask() throws IOException {
        jobs = new JobAvailability(Catalogs.builtIn());
        text = request(null, null, null);
        images = request(Range.exactly(2), Range.exactly(2048), Range.exactly(2500));
    }

    private static TrainingRequest request(Range count, Range width, Range height) {
        return TrainingRequest.of(
                Datasets.OFFERING,
                new DatasetSummary(
                        Range.exactly(5000),
                        Range.exactly(BigDecimal.valueOf(420)),
                        count,
                        width,
                        height,
                        count == null ? null : Detail.HIGH),
                3);
    }

    @Benchmark
    public Estimate textOnly() {
        return TrainingEstimator.estimate(jobs, text, Catalogs.TODAY);
    }

    @Benchmark
    public Estimate withImages() {
        return TrainingEstimator.estimate(jobs, images, Catalogs.TODAY);
    }
}
