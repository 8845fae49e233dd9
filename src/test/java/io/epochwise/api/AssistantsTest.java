package io.epochwise.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.api.problem.Problem;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkiverse.mcp.server.test.McpAssured;
import io.quarkiverse.mcp.server.test.McpAssured.McpStreamableTestClient;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(AssistantsTest.Enabled.class)
class AssistantsTest {
    private static final int MOST_TOOLS = 5;
    private static final int MOST_LISTED_BYTES = 9_216;
    private static final int MOST_ANSWER_BYTES = 2_000;
    private static final int MOST_RESULT_BYTES = 4_000;

    private static final String DAY = "2026-11-23";
    private static final String AZURE = "azure/gpt-4o-2024-08-06";
    private static final String OPENAI = "openai/gpt-4o-2024-08-06";
    private static final Map<String, Object> DATASET = Map.of(
            "examples", 5000,
            "textTokensPerExample", 600.25,
            "imagesPerExample", 1,
            "imageWidth", 1275,
            "imageHeight", 1650,
            "imageDetail", "high");
    private static final Map<String, Object> WORKLOAD = Map.of(
            "requestsPerMonth", 60000,
            "staticPromptTokens", 1200,
            "variablePromptTokens", 80,
            "outputTokens", 250);

    /** A call in the documentation, and the sentence it is answered with. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```json\n(\\{\"name\".*?)```\n\n> ([^\n]+)\n", Pattern.DOTALL);

    private final ObjectMapper json = new ObjectMapper();

    /** One session for all tests; connecting takes longer than they do. */
    private static McpStreamableTestClient client;

    /** An installation that lets assistants ask. */
    public static final class Enabled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.mcp.enabled",
                    "true",
                    "quarkus.smallrye-openapi.store-schema-directory",
                    "target/openapi-assistants");
        }
    }

    private static final class BrokenClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new IllegalStateException("secret-model");
        }
    }

    @BeforeEach
    void connect() {
        if (client != null) {
            return;
        }
        client = McpAssured.newStreamableClient()
                .setBaseUri(URI.create("http://localhost:" + RestAssured.port))
                .build()
                .connect();
    }

    @AfterAll
    static void disconnect() {
        client.disconnect();
    }

    @Test
    void toolsAreFewAndListedInFewWords() {
        AtomicReference<JsonObject> listed = new AtomicReference<>();
        client.when()
                .message(client.newRequest("tools/list"))
                .withAssert(listed::set)
                .send()
                .toolsList(page -> {
                    assertThat(page.tools())
                            .extracting(McpAssured.ToolInfo::name)
                            .containsExactly(
                                    "training_budget",
                                    "compare_alternatives",
                                    "can_fine_tune",
                                    "image_tokens",
                                    "explain_number")
                            .hasSizeLessThanOrEqualTo(MOST_TOOLS);
                    assertThat(page.tools()).allSatisfy(tool -> {
                        assertThat(tool.description()).isNotBlank();
                        assertThat(tool.inputSchema().getBoolean("additionalProperties"))
                                .isFalse();
                        assertThat(tool.annotations().orElseThrow().readOnlyHint())
                                .isTrue();
                    });
                })
                .thenAssertResults();
        assertThat(bytes(listed.get().encode())).isLessThan(MOST_LISTED_BYTES + 100);
        assertThat(bytes(listed.get().getJsonObject("result").encode())).isLessThanOrEqualTo(MOST_LISTED_BYTES);
    }

    @Test
    void budgetIsThatOfTheTrainingEstimate() {
        for (String offering : List.of(AZURE, OPENAI, "aws/amazon.nova-pro-v1:0")) {
            JsonNode row = succeed("training_budget", DATASET, "offerings", List.of(offering), "asOf", DAY)
                    .get("offerings")
                    .get(0);
            JsonNode estimate = estimate(Map.of("offering", offering, "dataset", DATASET, "asOf", DAY));
            assertThat(row.get("offering")).isEqualTo(estimate.get("offering"));
            assertThat(row.get("total")).isEqualTo(estimate.get("total"));
            assertThat(row.get("availability"))
                    .isEqualTo(estimate.get("availability").get("verdict"));
            assertThat(row.get("until")).isEqualTo(estimate.get("availability").get("until"));
            assertThat(row.get("grade")).isEqualTo(estimate.get("lines").get(0).get("grade"));
        }
    }

    @Test
    void budgetTakesTierEpochsAndOrganization() {
        JsonNode row = succeed(
                        "training_budget",
                        DATASET,
                        "offerings",
                        List.of(OPENAI),
                        "epochs",
                        2,
                        "hasFineTuned",
                        false,
                        "tier",
                        "standard",
                        "asOf",
                        DAY)
                .get("offerings")
                .get(0);
        JsonNode estimate = estimate(Map.of(
                "offering",
                OPENAI,
                "dataset",
                DATASET,
                "epochs",
                2,
                "tier",
                "standard",
                "organization",
                Map.of("hasFineTuned", false),
                "asOf",
                DAY));
        assertThat(row.get("total")).isEqualTo(estimate.get("total"));
        assertThat(row.get("availability").asText()).isEqualTo("closed");
    }

    @Test
    void numbersMayBeRanges() {
        Map<String, Object> range = Map.of("low", 4000, "expected", 5000, "high", 6000);
        Map<String, Object> dataset = with(DATASET, "examples", range);
        JsonNode row = succeed("training_budget", dataset, "offerings", List.of(AZURE), "asOf", DAY)
                .get("offerings")
                .get(0);
        JsonNode estimate = estimate(Map.of("offering", AZURE, "dataset", dataset, "asOf", DAY));
        assertThat(row.get("total")).isEqualTo(estimate.get("total"));
        assertThat(row.get("total").get("low")).isNotEqualTo(row.get("total").get("high"));
    }

    @Test
    void withoutOfferingsTheCheapestThatMayBeHadComeFirst() {
        JsonNode answer = succeed("training_budget", DATASET, "asOf", DAY);
        assertThat(answer.get("offerings").size()).isGreaterThan(2);
        assertThat(answer.get("notShown").intValue()).isPositive();
        double cheapest = 0;
        for (JsonNode row : answer.get("offerings")) {
            assertThat(row.get("availability").asText()).isNotIn("closed", "retired");
            double expected = row.get("total").get("expected").asDouble();
            assertThat(expected).isGreaterThanOrEqualTo(cheapest);
            cheapest = expected;
        }
        assertThat(answer.get("answer").asText())
                .startsWith(answer.get("offerings").get(0).get("offering").asText());
    }

    @Test
    void aModelThatBillsNothingForTextIsNoOfferOfTextTuning() {
        JsonNode answer = succeed("training_budget", Map.of("examples", 100, "textTokensPerExample", 600), "asOf", DAY);
        assertThat(answer.get("offerings").get(0).get("total").get("expected").asDouble())
                .isPositive();
    }

    @Test
    void whatHasNoKnownPriceIsUnknownAndNotZero() {
        JsonNode answer =
                succeed("training_budget", DATASET, "offerings", List.of("aws/amazon.nova-pro-v1:0"), "asOf", DAY);
        assertThat(answer.get("answer").asText()).contains("is not known, which is not zero");
        JsonNode row = answer.get("offerings").get(0);
        assertThat(row.has("total")).isFalse();
        assertThat(row.get("unknown").asText()).startsWith("No price of training is known");
    }

    @Test
    void comparisonIsThatOfTheResource() {
        Map<String, Object> arguments = new HashMap<>(with(WORKLOAD, "imagesPerRequest", 1));
        arguments.putAll(DATASET);
        arguments.putAll(Map.of(
                "prompt",
                List.of("openai/gpt-6-luna", OPENAI),
                "fineTune",
                List.of(AZURE, OPENAI),
                "selfHosted",
                List.of("self-hosted/qwen2.5-vl-7b"),
                "tunedStaticPromptTokens",
                200,
                "fewShotExamples",
                3,
                "fewShotTokens",
                150,
                "hasFineTuned",
                false,
                "asOf",
                DAY));
        JsonNode answer = succeed("compare_alternatives", arguments);
        List<Map<String, Object>> images = List.of(Map.of("width", 1275, "height", 1650, "detail", "high", "count", 1));
        Map<String, Object> tuned = with(with(WORKLOAD, "images", images), "staticPromptTokens", 200);
        Map<String, Object> prompted = with(
                with(WORKLOAD, "images", images),
                "fewShotExamples",
                Map.of("count", 3, "tokensEach", 150, "images", images));
        Map<String, Object> training = Map.of("dataset", DATASET);
        JsonNode comparison = rest(
                "/v1/comparisons",
                Map.of(
                        "months",
                        12,
                        "asOf",
                        DAY,
                        "organization",
                        Map.of("hasFineTuned", false),
                        "alternatives",
                        List.of(
                                alternative("prompt", "openai/gpt-6-luna", prompted, null),
                                alternative("prompt", OPENAI, prompted, null),
                                alternative("fine-tune", AZURE, tuned, training),
                                alternative("fine-tune", OPENAI, tuned, training),
                                alternative("self-hosted", "self-hosted/qwen2.5-vl-7b", tuned, training))));
        assertThat(answer.get("answer")).isEqualTo(comparison.get("answer"));
        int shown = answer.get("ranked").size();
        assertThat(shown + answer.path("notShown").asInt())
                .isEqualTo(comparison.get("ranked").size());
        IntStream.range(0, shown).forEach(i -> {
            JsonNode here = answer.get("ranked").get(i);
            JsonNode there = comparison.get("ranked").get(i);
            assertThat(here.get("id")).isEqualTo(there.get("id"));
            assertThat(here.get("total")).isEqualTo(there.get("total"));
            assertThat(here.get("lastsAllMonths")).isEqualTo(there.get("wholeHorizon"));
            if (!there.get("kind").asText().equals("prompt")) {
                assertThat(here.get("upFront")).isEqualTo(there.get("upFront"));
            }
        });
        assertThat(shown).isGreaterThan(2);
        assertThat(answer.get("ruledOut").get(0).get("id"))
                .isEqualTo(comparison.get("ruledOut").get(0).get("id"));
    }

    private static Map<String, Object> alternative(
            String kind, String offering, Map<String, Object> workload, Map<String, Object> training) {
        Map<String, Object> alternative = new HashMap<>(
                Map.of("id", kind + " " + offering, "kind", kind, "offering", offering, "workload", workload));
        if (training != null) {
            alternative.put("training", training);
        }
        return alternative;
    }

    @Test
    void manyAlternativesStaySmall() {
        Map<String, Object> arguments = with(
                WORKLOAD,
                "prompt",
                List.of(
                        "openai/gpt-6-luna",
                        OPENAI,
                        "openai/gpt-5",
                        AZURE,
                        "azure/gpt-4.1-2025-04-14",
                        "google/gemini-3.5-flash",
                        "google/gemini-2.5-pro",
                        "google/gemini-2.5-flash",
                        "openai/gpt-4.1-2025-04-14",
                        "anthropic/claude-haiku-5-5"));
        JsonNode answer = succeed("compare_alternatives", arguments, "asOf", DAY);
        assertThat(answer.get("notShown").intValue()).isPositive();
    }

    @Test
    void manyThatAreRuledOutAreCountedToo() {
        List<String> old = List.of(
                "openai/babbage-002",
                "openai/davinci-002",
                "openai/gpt-3.5-turbo",
                "openai/gpt-4-0613",
                "openai/gpt-4-turbo",
                "openai/gpt-4-vision-preview",
                "openai/gpt-4.1-2025-04-14",
                "openai/gpt-4.1-mini-2025-04-14",
                "openai/gpt-4.1-nano-2025-04-14");
        Map<String, Object> arguments = new HashMap<>(with(WORKLOAD, "imagesPerRequest", 1));
        arguments.putAll(DATASET);
        arguments.putAll(Map.of("prompt", old, "fineTune", old, "asOf", DAY));
        JsonNode answer = succeed("compare_alternatives", arguments);
        assertThat(answer.path("ranked").size()
                        + answer.path("notShown").asInt()
                        + answer.path("ruledOut").size()
                        + answer.path("ruledOutNotShown").asInt())
                .isEqualTo(2 * old.size());
        assertThat(answer.get("ruledOutNotShown").intValue()).isPositive();
    }

    @Test
    void whetherOneCanTuneIsThatOfDueDiligence() {
        JsonNode answer = succeed(
                "can_fine_tune",
                Map.of(
                        "offering", OPENAI,
                        "hasFineTuned", false,
                        "zeroDataRetention", true,
                        "noTrainingOnData", true,
                        "asOf", DAY));
        JsonNode checked = rest(
                        "/v1/due-diligence",
                        Map.of(
                                "offering",
                                OPENAI,
                                "asOf",
                                DAY,
                                "organization",
                                Map.of("hasFineTuned", false),
                                "requirements",
                                Map.of("zeroDataRetention", true, "noTrainingOnData", true, "visionFineTuning", true)))
                .get("offerings")
                .get(0);
        JsonNode training = checked.get("availability").get("training");
        assertThat(answer.get("answer").asText()).startsWith("No, ");
        assertThat(answer.get("availability")).isEqualTo(training.get("verdict"));
        assertThat(answer.get("remaining").get(0))
                .isEqualTo(training.get("alternatives").get(0));
        assertThat(answer.get("tunedModelUntil"))
                .isEqualTo(checked.get("availability").get("tunedInference").get("until"));
        assertThat(answer.get("requirements").get(0).get("verdict"))
                .isEqualTo(checked.get("results").get(0).get("verdict"));
        assertThat(answer.get("verdict")).isEqualTo(checked.get("verdict"));
    }

    @Test
    void oneThatCanTuneIsToldUntilWhen() {
        JsonNode answer = succeed("can_fine_tune", Map.of("offering", AZURE, "azureCustomer", true, "asOf", DAY));
        assertThat(answer.get("answer").asText()).startsWith("Yes, ").contains("2027-04-01");
        assertThat(answer.get("until").asText()).isEqualTo("2027-04-01");
        assertThat(answer.has("remaining")).isFalse();
        assertThat(answer.has("requirements")).isFalse();
    }

    @Test
    void imageTokensAreThoseOfTheResource() {
        List<String> offerings = List.of(OPENAI, "openai/gpt-4.1-mini", "google/gemini-3.5-flash");
        JsonNode answer = succeed(
                "image_tokens", Map.of("offerings", offerings, "width", 1275, "height", 1650, "count", 3, "asOf", DAY));
        for (int i = 0; i < offerings.size(); i++) {
            Map<String, Object> image = Map.of("width", 1275, "height", 1650);
            JsonNode count = rest(
                    "/v1/tokens/images",
                    Map.of("offering", offerings.get(i), "asOf", DAY, "images", List.of(image, image, image)));
            JsonNode row = answer.get("offerings").get(i);
            assertThat(row.get("tokens")).isEqualTo(count.get("total"));
            assertThat(row.get("rule")).isEqualTo(count.get("rule").get("id"));
        }
    }

    @Test
    void aModelThatCountsNoImagesHasNoTokensAndSaysWhy() {
        JsonNode row = succeed(
                        "image_tokens", Map.of("offerings", List.of("openai/gpt-4-0613"), "width", 5, "height", 5))
                .get("offerings")
                .get(0);
        assertThat(row.has("tokens")).isFalse();
        assertThat(row.get("unknown").asText()).isNotBlank();
    }

    @Test
    void pricesAreThoseOfTheCatalog() {
        JsonNode answer = succeed("explain_number", Map.of("offering", AZURE, "meter", "tuned-output", "asOf", DAY));
        JsonNode facts = parsed(Contract.right()
                .get("/v1/catalog/offerings/" + AZURE + "?asOf=" + DAY)
                .asString());
        List<JsonNode> listed = Stream.iterate(0, i -> i + 1)
                .limit(facts.get("pricesInForce").size())
                .map(facts.get("pricesInForce")::get)
                .filter(price -> price.get("meter").asText().equals("tuned-output"))
                .filter(price -> price.get("tiers").toString().contains("global"))
                .toList();
        assertThat(answer.get("prices").size()).isEqualTo(listed.size()).isPositive();
        for (int i = 0; i < listed.size(); i++) {
            JsonNode row = answer.get("prices").get(i);
            assertThat(row.get("amount")).isEqualTo(listed.get(i).get("amount"));
            assertThat(row.get("source")).isEqualTo(listed.get(i).get("source"));
            assertThat(row.get("grade")).isEqualTo(listed.get(i).get("grade"));
            assertThat(row.get("sourceAsOf")).isEqualTo(listed.get(i).get("asOf"));
        }
    }

    @Test
    void manyPricesAreCutAndCounted() {
        JsonNode answer = succeed("explain_number", Map.of("offering", AZURE, "asOf", DAY));
        assertThat(answer.get("notShown").intValue()).isPositive();
    }

    @Test
    void aPriceThatNoSourceTellsIsNotKnown() {
        assertThat(succeed(
                                "explain_number",
                                Map.of("offering", "aws/amazon.nova-pro-v1:0", "meter", "training", "asOf", DAY))
                        .get("answer")
                        .asText())
                .contains("not known, which is not zero");
        assertThat(succeed("explain_number", Map.of("offering", OPENAI, "meter", "training-image", "asOf", DAY))
                        .get("answer")
                        .asText())
                .startsWith("No training-image price")
                .endsWith("that is not zero.");
    }

    @Test
    void linesAreThoseOfTheTrainingEstimate() {
        JsonNode answer = succeed("explain_number", DATASET, "offering", AZURE, "tier", "regional", "asOf", DAY);
        JsonNode estimate = estimate(Map.of("offering", AZURE, "dataset", DATASET, "tier", "regional", "asOf", DAY));
        assertThat(answer.get("total")).isEqualTo(estimate.get("total"));
        for (int i = 0; i < answer.get("lines").size(); i++) {
            JsonNode row = answer.get("lines").get(i);
            JsonNode line = estimate.get("lines").get(i);
            for (String part : List.of("code", "quantity", "unitPrice", "per", "amount", "formula", "grade")) {
                assertThat(row.get(part)).as(part).isEqualTo(line.get(part));
            }
        }
    }

    static Stream<Arguments> refusals() {
        Map<String, Object> dataset = DATASET;
        Map<String, Object> workload = WORKLOAD;
        return Stream.of(
                refusal("training_budget", Map.of(), "examples: must be given; textTokensPerExample: must be given"),
                refusal("training_budget", with(dataset, "examples", 0), "examples: must be a whole number from 1"),
                refusal("training_budget", with(dataset, "examples", 1.5), "examples: must be a whole number from 1"),
                refusal("training_budget", with(dataset, "exmples", 1), "exmples: unknown field; near: examples"),
                refusal("training_budget", with(dataset, "imageDetail", "hi"), "imageDetail: must be one of auto, low"),
                refusal("training_budget", with(dataset, "asOf", "tomorrow"), "asOf: must be an ISO 8601 date"),
                refusal("training_budget", with(dataset, "offerings", List.of()), "offerings: must have from 1 to 10"),
                refusal("training_budget", with(dataset, "offerings", "x"), "offerings: must be an array"),
                refusal(
                        "training_budget",
                        with(dataset, "offerings", List.of(AZURE, "azure/gpt-4o-2024")),
                        "offerings[1]: no such offering; near: azure/gpt-4o"),
                refusal(
                        "training_budget",
                        with(with(dataset, "offerings", List.of(AZURE)), "tier", "x"),
                        "tier: must be one of [data-zone, developer, global, regional]"),
                refusal(
                        "training_budget",
                        Map.of("examples", 5, "textTokensPerExample", 6, "imageWidth", 1000),
                        "imagesPerExample: must be given where images are described"),
                refusal("compare_alternatives", workload, "prompt: name at least one model"),
                refusal("compare_alternatives", Map.of("prompt", List.of(OPENAI)), "requestsPerMonth: must be given"),
                refusal(
                        "compare_alternatives",
                        with(with(workload, "prompt", List.of(OPENAI)), "fineTune", List.of(AZURE, "azure/gpt-4o-x")),
                        "examples: must be given"),
                refusal(
                        "compare_alternatives",
                        with(with(workload, "prompt", List.of(OPENAI)), "selfHosted", List.of("self-hosted/qwen9")),
                        "selfHosted[0]: no such offering"),
                refusal(
                        "compare_alternatives",
                        with(workload, "prompt", List.of(OPENAI, "self-hosted/qwen2.5-vl-7b")),
                        "prompt[1]: must be self-hosted"),
                refusal(
                        "compare_alternatives",
                        with(workload, "prompt", List.of(OPENAI, OPENAI)),
                        "prompt[1]: must be unlike that of every other"),
                refusal(
                        "compare_alternatives",
                        with(with(workload, "prompt", List.of(OPENAI)), "imagesPerRequest", 2),
                        "imageWidth: must be given; imageHeight: must be given"),
                refusal(
                        "compare_alternatives",
                        with(with(workload, "prompt", List.of(OPENAI)), "imageWidth", 2),
                        "imagesPerRequest: must be given where images are described"),
                refusal(
                        "compare_alternatives",
                        with(with(workload, "prompt", List.of(OPENAI)), "fewShotExamples", 2),
                        "fewShotTokens: must be given"),
                refusal(
                        "compare_alternatives",
                        with(with(workload, "prompt", List.of(OPENAI)), "months", 121),
                        "months: must be from 1 to 120"),
                refusal("can_fine_tune", Map.of(), "offering: must be given"),
                refusal(
                        "can_fine_tune",
                        Map.of("offering", "gpt-4o"),
                        "offering: no such offering; near: azure/gpt-4o"),
                refusal(
                        "can_fine_tune",
                        Map.of("offering", AZURE, "maxRetentionDays", -1),
                        "maxRetentionDays: must be from 0"),
                refusal("can_fine_tune", Map.of("offering", AZURE, "withImages", "yes"), "withImages: must be true or"),
                refusal("image_tokens", Map.of(), "offerings: must be given"),
                refusal(
                        "image_tokens",
                        Map.of("offerings", List.of(OPENAI), "width", 0),
                        "width: must be pixels from 1 to 1000000; height: must be pixels"),
                refusal(
                        "image_tokens",
                        Map.of("offerings", List.of(OPENAI), "width", 1, "height", 1, "count", 10_001),
                        "count: must be from 1 to 10000"),
                refusal(
                        "image_tokens",
                        Map.of("offerings", List.of("openai/gpt-44"), "width", 1, "height", 1),
                        "offerings[0]: no such offering; near:"),
                refusal("explain_number", Map.of(), "offering: must be given"),
                refusal("explain_number", Map.of("offering", "x"), "offering: no such offering"),
                refusal("explain_number", Map.of("offering", AZURE, "meter", "x"), "meter: must be one of training,"),
                refusal("explain_number", Map.of("offering", AZURE, "tier", "x"), "tier: must be one of [data-zone"),
                refusal("explain_number", Map.of("offering", AZURE, "epochs", 3), "examples: must be given"),
                refusal(
                        "explain_number",
                        with(with(dataset, "offering", AZURE), "meter", "training"),
                        "meter: must be left out"));
    }

    private static Arguments refusal(String tool, Map<String, Object> arguments, String words) {
        return Arguments.of(tool, arguments, words);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusals")
    void whatIsWrongIsNamed(String tool, Map<String, Object> arguments, String words) {
        ToolResponse response = call(tool, arguments);
        assertThat(response.isError()).isTrue();
        assertThat(response.structuredContent()).isNull();
        assertThat(text(response)).contains(words).doesNotContain("Exception", "alternatives[", "dataset.");
    }

    @Test
    void everyDocumentedExampleAnswersAsDocumented() throws IOException {
        Matcher examples =
                EXAMPLE.matcher(Files.readString(Path.of("docs/mcp.md")).replace("\r", ""));
        Set<String> shown = new TreeSet<>();
        while (examples.find()) {
            JsonObject example = new JsonObject(examples.group(1));
            JsonNode answer = succeed(
                    example.getString("name"),
                    example.getJsonObject("arguments").getMap());
            assertThat(answer.get("answer").asText()).isEqualTo(examples.group(2));
            shown.add(example.getString("name"));
        }
        assertThat(shown).hasSize(MOST_TOOLS);
    }

    @Test
    void whatIsNotForeseenSaysNothingOfTheQuestion() {
        QuarkusMock.installMockForType(new BrokenClock(), Clock.class);
        try (LoggedLines log = new LoggedLines()) {
            ToolResponse response = call("explain_number", Map.of("offering", AZURE));
            assertThat(response.isError()).isTrue();
            assertThat(text(response)).isEqualTo("internal error");
            log.assertOnce("tool failed", "IllegalStateException");
            assertThat(log.has("secret-model")).isFalse();
        }
    }

    @Test
    void anArgumentThatIsNullIsNotGiven() {
        Map<String, Object> arguments = new HashMap<>(with(DATASET, "offerings", List.of(AZURE)));
        arguments.put("tier", null);
        arguments.put("epochs", null);
        assertThat(call("training_budget", arguments).isError()).isFalse();
    }

    @Test
    void aToolThatDoesNotExistIsAProtocolError() {
        client.when()
                .toolsCall("no_such_tool")
                .withErrorAssert(error -> assertThat(error.code()).isEqualTo(-32602))
                .send()
                .thenAssertResults();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "5",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"arguments\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"image_tokens\",\"arguments\":[1]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":5}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":5}}}"
            })
    void aMessageThatIsNoneIsRefusedAndNotLogged(String message) {
        try (LoggedLines log = new LoggedLines()) {
            post(message)
                    .then()
                    .statusCode(400)
                    .body("error.message", anyOf(containsString("must be"), containsString("not JSON")));
            assertThat(log.has("Exception")).isFalse();
        }
    }

    @Test
    void nothingOfAQuestionIsLogged() {
        try (LoggedLines log = new LoggedLines()) {
            assertThat(call("can_fine_tune", Map.of("offering", "acme/secret-model"))
                            .isError())
                    .isTrue();
            assertThat(call("can_fine_tune", Map.of("offering", AZURE, "regions", List.of("secret-model")))
                            .isError())
                    .isFalse();
            post("{\"jsonrpc\":secret-model").then().statusCode(400);
            assertThat(log.has("secret-model")).isFalse();
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefused() {
        post(" ".repeat(70_000) + "{}")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Body too large"));
    }

    @Test
    void whatTheTransportRefusesIsAProblem() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
        for (String path : List.of("/mcp/sse", "/mcp/messages/1")) {
            RestAssured.get(path).then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        }
    }

    @Test
    void theOpenApiDocumentDoesNotKnowTheTools() {
        assertThat(Contract.document()).doesNotContain("/mcp", "training_budget");
    }

    private static Response post(String message) {
        return RestAssured.given()
                .header("Accept", "application/json, text/event-stream")
                .contentType(ContentType.JSON)
                .body(message)
                .post("/mcp");
    }

    private ToolResponse call(String tool, Map<String, Object> arguments) {
        AtomicReference<ToolResponse> response = new AtomicReference<>();
        client.when()
                .toolsCall(tool)
                .withArguments(arguments)
                .withAssert(response::set)
                .send()
                .thenAssertResults();
        return response.get();
    }

    /** The structured answer, which is the text too, and small. */
    private JsonNode succeed(String tool, Map<String, Object> arguments, Object... more) {
        Map<String, Object> all = new HashMap<>(arguments);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        ToolResponse response = call(tool, all);
        String text = text(response);
        assertThat(response.isError()).as(text).isFalse();
        String structured = response.structuredContent().toString();
        assertThat(parsed(structured)).isEqualTo(parsed(text));
        assertThat(parsed(text).fieldNames().next()).isEqualTo("answer");
        assertThat(bytes(text)).isLessThan(MOST_ANSWER_BYTES);
        assertThat(bytes(JsonObject.of("text", text).encode()) + bytes(structured))
                .isLessThan(MOST_RESULT_BYTES - 100);
        return parsed(text);
    }

    private static String text(ToolResponse response) {
        return response.firstContent().asText().text();
    }

    private JsonNode estimate(Map<String, Object> question) {
        return rest("/v1/estimates/training", question);
    }

    private JsonNode rest(String path, Map<String, Object> question) {
        return parsed(Contract.ask(path, new JsonObject(question).encode())
                .statusCode(200)
                .extract()
                .asString());
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
