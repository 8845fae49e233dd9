package io.epochwise.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.epochwise.api.json.ServiceJson;
import io.epochwise.catalog.Catalog;
import io.epochwise.decision.Comparison;
import io.epochwise.decision.ComparisonRequest;
import io.epochwise.decision.PromptShortening;
import io.epochwise.decision.PromptShorteningRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

/**
 * The large decisions in process, on one thread: the documented examples, drawn often or with many alternatives. Where only
 * requests are drawn, calls cost the same in all draws; where answers are too, each draw finds anew what a call costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Compared(what = "decision in process, one thread", baseline = "writing the answer as JSON with Jackson")
public class Decisions {
    private static final int ALTERNATIVES = 50;
    private static final String REQUESTS = "{\"low\": 40000, \"expected\": 60000, \"high\": 90000}";
    private static final String ANSWERS = "{\"low\": 200, \"expected\": 280, \"high\": 400}";

    @Param({
        "50 alternatives",
        "50 alternatives, 1,000 draws",
        "50 alternatives, 1,000 draws with answers",
        "simulation",
        "simulation, 10,000 draws",
        "simulation, 10,000 draws with answers"
    })
    public String question;

    private ObjectMapper json;
    private Supplier<Object> decision;
    private Object answer;

    @Setup
    public void ask() throws IOException {
        json = ServiceJson.mapper();
        Catalog catalog = Catalogs.builtIn();
        decision = switch (question) {
            case "50 alternatives" -> comparison(catalog, 0, false);
            case "50 alternatives, 1,000 draws" -> comparison(catalog, 1_000, false);
            case "50 alternatives, 1,000 draws with answers" -> comparison(catalog, 1_000, true);
            case "simulation" -> simulation(catalog, 0, false);
            case "simulation, 10,000 draws" -> simulation(catalog, 10_000, false);
            case "simulation, 10,000 draws with answers" -> simulation(catalog, 10_000, true);
            default -> throw new IllegalArgumentException("no question " + question);
        };
        answer = decision.get();
    }

    /** The alternatives of the example again and again, under other names. */
    private Supplier<Object> comparison(Catalog catalog, int draws, boolean answers) throws IOException {
        ObjectNode asked = example("compareAlternatives", draws, answers);
        ArrayNode few = asked.withArray("alternatives");
        ArrayNode many = json.createArrayNode();
        for (int i = 0; i < ALTERNATIVES; i++) {
            ObjectNode next = few.get(i % few.size()).deepCopy();
            many.add(next.put("id", next.get("id").textValue() + " " + i));
        }
        asked.set("alternatives", many);
        ComparisonRequest request = json.treeToValue(asked, ComparisonRequest.class);
        return () -> Comparison.of(catalog, request, Catalogs.TODAY);
    }

    private Supplier<Object> simulation(Catalog catalog, int draws, boolean answers) throws IOException {
        PromptShorteningRequest request =
                json.treeToValue(example("simulatePromptShortening", draws, answers), PromptShorteningRequest.class);
        return () -> PromptShortening.of(catalog, request, Catalogs.TODAY);
    }

    /** The documented question; where it is drawn, how many requests there are is not known exactly, nor answers if so asked. */
    private ObjectNode example(String operation, int draws, boolean answers) throws IOException {
        Path file = Path.of("src/main/resources/openapi/examples", operation + ".request.json");
        ObjectNode asked = (ObjectNode) json.readTree(Files.readString(file));
        asked.remove("uncertainty");
        if (draws > 0) {
            asked.putObject("uncertainty").put("draws", draws).put("seed", 1);
            for (JsonNode workload : asked.findValues("workload")) {
                ((ObjectNode) workload).set("requestsPerMonth", json.readTree(REQUESTS));
                if (answers) {
                    ((ObjectNode) workload).set("outputTokens", json.readTree(ANSWERS));
                }
            }
        }
        return asked;
    }

    @Benchmark
    public Object ours() {
        return decision.get();
    }

    @Benchmark
    public byte[] baseline() throws IOException {
        return json.writeValueAsBytes(answer);
    }
}
