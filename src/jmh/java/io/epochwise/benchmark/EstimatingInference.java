package io.epochwise.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.api.json.ServiceJson;
import io.epochwise.catalog.Catalog;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceEstimator;
import io.epochwise.estimate.InferenceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Estimating inference in process, on one thread: a month of text, and the documented example of six months with images. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(
        what = "inference estimate in process, one thread",
        reach = {
            @Compared.Reach(input = "text only", rate = 500_000),
            @Compared.Reach(input = "with images", rate = 500_000)
        })
public class EstimatingInference {
    private static final Path EXAMPLE = Path.of("src/main/resources/openapi/examples/estimateInference.request.json");
    private static final String TEXT = """
            {
              "offering": "%s",
              "workload": {
                "requestsPerMonth": 60000,
                "staticPromptTokens": 800,
                "variablePromptTokens": 60,
                "outputTokens": 280
              }
            }
            """.formatted(Datasets.OFFERING);

    private Catalog catalog;
    private InferenceRequest text;
    private InferenceRequest images;

    @Setup
    public void ask() throws IOException {
        ObjectMapper json = ServiceJson.mapper();
        catalog = Catalogs.builtIn();
        text = json.readValue(TEXT, InferenceRequest.class);
        images = json.readValue(Files.readString(EXAMPLE), InferenceRequest.class);
    }

    @Benchmark
    public Estimate textOnly() {
        return InferenceEstimator.estimate(catalog, text, Catalogs.TODAY);
    }

    @Benchmark
    public Estimate withImages() {
        return InferenceEstimator.estimate(catalog, images, Catalogs.TODAY);
    }
}
