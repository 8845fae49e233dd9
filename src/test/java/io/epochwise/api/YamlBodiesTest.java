package io.epochwise.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Questions in YAML, at every endpoint that takes JSON; {@code YamlDocumentTest} says what YAML means. */
@QuarkusTest
class YamlBodiesTest {
    private static final String TRAINING = "/v1/estimates/training";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Not by REST Assured, which prints what it sends. */
    private static HttpResponse<String> send(String path, String type, String body) throws Exception {
        return Uploads.post(path, type, Uploads.whole(body.getBytes(UTF_8)));
    }

    private static ValidatableResponse ask(String path, String yaml) {
        return Contract.wrong()
                .contentType(MediaTypes.YAML)
                .body(yaml.getBytes(UTF_8))
                .post(path)
                .then();
    }

    private static ValidatableResponse refused(String path, String yaml) {
        return ask(path, yaml)
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/invalid-input"));
    }

    /** Every path that takes JSON. */
    static Stream<String> paths() {
        return Stream.of(
                "/v1/budgets/plan",
                "/v1/comparisons",
                "/v1/datasets/profiles/merge",
                "/v1/diffs",
                "/v1/due-diligence",
                "/v1/estimates/training",
                "/v1/estimates/inference",
                "/v1/estimates/evaluation",
                "/v1/guardrails/evaluate",
                "/v1/quotations",
                "/v1/reconciliations",
                "/v1/simulations/prompt-shortening",
                "/v1/tokens/images",
                "/v1/tokens/messages",
                "/v1/tokens/texts");
    }

    @Test
    void thePathsAreAllThatTakeJson() throws Exception {
        List<String> documented = new ArrayList<>();
        JSON.readTree(Contract.document()).path("paths").properties().forEach(path -> {
            if (path.getValue()
                    .at("/post/requestBody/content/application~1json")
                    .isObject()) {
                documented.add(path.getKey());
            }
        });
        assertThat(paths()).containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyEndpointTellsWhatIsWrong(String path) {
        refused(path, "a: 1\n  b: secret-word")
                .body("violations[0].message", equalTo("malformed YAML at line 2, column 4"))
                .body(not(containsString("secret")));
        refused(path, "a: &x [1]\nb: !!java.net.URL [*x]").body("violations.field", equalTo(List.of("b")));
        refused(path, "a: yes").body("violations.field", equalTo(List.of("a")));
        refused(path, "a: 1\na: 2").body("violations[0].message", equalTo("field given twice at line 2, column 1"));
        refused(path, "{}\n---\n{}").body("violations[0].message", containsString("nothing may follow"));
        refused(path, "# nothing").body("detail", equalTo("a body is required"));
        refused(path, "").body("detail", equalTo("a body is required"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whatJsonCannotAskYamlCannotAsk(String path) throws Exception {
        for (String question : List.of(
                "null", "\"text\"", "5", "{}", "[null]", "{\"no-such-field\":1}", "[{\"no-such-field\":1}]", "[[]]")) {
            HttpResponse<String> ofJson = send(path, "application/json", question);
            HttpResponse<String> ofYaml = send(path, MediaTypes.YAML, question);
            assertThat(ofJson.statusCode()).as(question).isEqualTo(400);
            assertThat(ofYaml.statusCode()).as(question).isEqualTo(400);
            assertThat(ofYaml.body()).isEqualTo(ofJson.body());
        }
    }

    @Test
    void aFileThatPeopleWriteIsUnderstood() {
        ask("/test/echo", """
                # a comment
                name: two words   # another
                count: 3
                big: 9007199254740993
                ratio: .5
                price: 25.00
                tuned: false
                asOf: 2026-11-23
                detail: low
                note: |
                  first line
                  second line
                images:
                  - {width: 2, height: 3}
                  - width: 4
                    height: 5
                tree: {a: [1, 0.5, ~, '010', "\\u00e9"]}
                """)
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{\"name\":\"two words\",\"count\":3,\"big\":9007199254740993,\"ratio\":0.5,"
                        + "\"price\":\"25.00\",\"tuned\":false,\"asOf\":\"2026-11-23\",\"detail\":\"low\","
                        + "\"note\":\"first line\\nsecond line\\n\",\"images\":[{\"width\":2,\"height\":3},"
                        + "{\"width\":4,\"height\":5}],\"tree\":{\"a\":[1,0.5,null,\"010\",\"\u00e9\"]}}"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {count: 1, detial: low}             | detial          | unknown field; near: detail
            {count: 1, images: [{width: 1, height: 1, depht: 2}]} | images[0].depht | unknown field
            {count: '3'}                        | count           | must be a whole number
            {count: 1.9}                        | count           | must be a whole number
            {count: 1.}                         | count           | must be a whole number
            {count: true}                       | count           | must be a whole number
            {count: }                           | count           | must be a whole number
            {count: 3000000000}                 | count           | out of range
            {count: 1, detail: LOW}             | detail          | must be one of auto, low, high, original
            {count: 1, detail: 0}               | detail          | must be one of auto, low, high, original
            {count: 1, name: 7}                 | name            | must be a string
            {count: 1, name: true}              | name            | must be a string
            {count: 1, tuned: 1}                | tuned           | must be true or false
            {count: 1, tuned: 'true'}           | tuned           | must be true or false
            {count: 1, ratio: '0.5'}            | ratio           | must be a number
            {count: 1, ratio: 1e400}            | ratio           | must be a finite number
            {count: 1, ratio: .nan}             | ratio           | must be finite
            {count: 1, price: 1e999999999}      | price           | decimal number of at most
            {count: 1, price: 1e9999}           | price           | must have at most
            {count: 1, price: 1_000}            | price           | write it as in JSON
            {count: 1, price: '1_000'}          | price           | decimal number of at most
            {count: 1, tree: {a: 1e999999999}}  | tree            | must be finite
            {count: 1, asOf: 20000}             | asOf            | ISO 8601 date
            {count: 1, asOf: 2026-02-30}        | asOf            | ISO 8601 date
            {count: 1, asOf: 2026-11-23T00:00:00Z} | asOf         | ISO 8601 date
            {count: 1, images: [{width: 1, height: 1}, ~]} | images[1] | must not be null
            {count: 1, images: [{width: -5, height: 1}]}   | images[0].width | must be greater than 0
            {count: 1, images: [{width: 1, height: 13}]}   | images[0].height | must not be 13
            []                                  | ``              | must be an object
            3                                   | ``              | must be an object
            """)
    void rulesAreThoseOfJson(String yaml, String field, String message) {
        refused("/test/echo", yaml)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void decimalsKeepEveryDigit() {
        for (String decimal : List.of("0.100000000000000006", "123456789012345678.901234567890", "25.00")) {
            ask("/test/echo", "count: 1\nprice: " + decimal).statusCode(200).body("price", equalTo(decimal));
        }
    }

    @Test
    void bombsAreRefused() throws Exception {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 20; i++) {
            laughs.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put(laughs.toString(), "1048576 characters repeated by aliases");
        bombs.put("count: 1\ntree: " + "[".repeat(100_000) + "]".repeat(100_000), "exceeds a limit: nesting 500");
        bombs.put("- ".repeat(100_000) + "x", "exceeds a limit: nesting 500");
        bombs.put("count: 1\ntree: " + "9".repeat(3_000_000), "exceeds a limit: nesting 500, numbers 100 characters");
        bombs.put("count: " + "9".repeat(3_000_000), "exceeds a limit");
        bombs.put("? " + "k".repeat(3_000_000) + "\n: 1", "exceeds a limit");
        bombs.put("a: &b\n  - *b", "an alias must repeat a value that ends above it");
        for (Map.Entry<String, String> bomb : bombs.entrySet()) {
            HttpResponse<String> answer = send("/test/echo", MediaTypes.YAML, bomb.getKey());
            assertThat(answer.statusCode()).as(bomb.getValue()).isEqualTo(400);
            assertThat(answer.body()).contains(bomb.getValue()).hasSizeLessThan(4000);
        }
    }

    @Test
    void aliasesNestNoDeeperThanJson() throws Exception {
        StringBuilder nested = new StringBuilder("count: 1\ntree:\n  - &a0 [0]\n");
        for (int i = 1; i < 600; i++) {
            nested.append("  - &a%d [*a%d]\n".formatted(i, i - 1));
        }
        HttpResponse<String> answer = send("/test/echo", MediaTypes.YAML, nested.toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("exceeds a limit: nesting 500");
    }

    @Test
    void longTextsAreReadAsQuicklyAsTheyCome() throws Exception {
        String image = "data:image/png;base64," + "iVBORw0KGgo".repeat(1_000_000);
        HttpResponse<String> answer = send("/test/echo", MediaTypes.YAML, "count: 1\nname: " + image);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"name\":\"" + image + "\",\"count\":1}");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() throws Exception {
        byte[] blanks = new byte[40 * 1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        for (HttpResponse<String> answer : List.of(
                Uploads.post("/test/echo", MediaTypes.YAML, Uploads.chunked(blanks)),
                Uploads.post(
                        "/test/echo",
                        MediaTypes.YAML,
                        Uploads.whole(Uploads.gzip(blanks)),
                        "Content-Encoding",
                        "gzip"))) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/body-too-large", "33554432 bytes");
        }
    }

    @Test
    void bodiesMayBeCompressed() throws Exception {
        byte[] yaml = "count: 1 # one".getBytes(UTF_8);
        assertThat(Uploads.post(
                                "/test/echo",
                                MediaTypes.YAML,
                                Uploads.whole(Uploads.zstd(yaml)),
                                "Content-Encoding",
                                "zstd")
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(Uploads.post("/test/echo", MediaTypes.YAML, Uploads.whole(yaml), "Content-Encoding", "gzip")
                        .body())
                .contains("the body is no complete gzip data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/yaml;charset=utf-8", "Application/YAML"})
    void theMediaTypeMayNameItsCharset(String type) throws Exception {
        assertThat(send("/test/echo", type, "count: 1 # é").body()).isEqualTo("{\"count\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yam", "text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void otherMediaTypesAreStillRefused(String type) throws Exception {
        HttpResponse<String> answer = send(TRAINING, type, "offering: openai/gpt-4o");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("/problems/unsupported-media-type");
    }

    @Test
    void aDatasetIsNoScenario() throws Exception {
        HttpResponse<String> answer = send("/v1/datasets/profile", MediaTypes.YAML, "messages: []");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("/problems/unsupported-media-type");
    }

    @Test
    void aBodyThatNamesNoTypeIsJson() throws Exception {
        String head = "POST /test/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 11\r\n\r\n";
        try (RawRequest request = new RawRequest(head + "{\"count\":1}")) {
            assertThat(request.answer()).startsWith("HTTP/1.1 200").contains("{\"count\":1}");
        }
    }

    /** Questions that are right and questions that are wrong, as JSON and as SnakeYAML writes them. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theSameQuestionHasTheSameAnswerToTheByte(long seed) throws Exception {
        Random random = new Random(seed);
        int right = 0;
        for (int i = 0; i < 60; i++) {
            Map<String, Object> question = question(random);
            HttpResponse<String> ofJson = send(TRAINING, "application/json", JSON.writeValueAsString(question));
            String yaml = dumped(random, question);
            HttpResponse<String> ofYaml = send(TRAINING, MediaTypes.YAML, yaml);
            assertThat(ofYaml.body()).as(yaml).isEqualTo(ofJson.body());
            assertThat(ofYaml.statusCode()).isEqualTo(ofJson.statusCode()).isLessThan(500);
            right += ofYaml.statusCode() == 200 ? 1 : 0;
        }
        assertThat(right).isBetween(15, 55);
    }

    private static String dumped(Random random, Object question) {
        DumperOptions options = new DumperOptions();
        DumperOptions.FlowStyle[] flows = DumperOptions.FlowStyle.values();
        options.setDefaultFlowStyle(flows[random.nextInt(flows.length)]);
        options.setIndent(2 + random.nextInt(4));
        options.setWidth(20 + random.nextInt(100));
        options.setExplicitStart(random.nextBoolean());
        return new Yaml(options).dump(question);
    }

    private static Map<String, Object> question(Random random) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("examples", 1 + random.nextInt(100_000));
        dataset.put("textTokensPerExample", tokens(random));
        if (random.nextBoolean()) {
            dataset.put("imagesPerExample", 1 + random.nextInt(3));
            dataset.put("imageWidth", 1 + random.nextInt(4000));
            dataset.put("imageHeight", 1 + random.nextInt(4000));
            dataset.put("imageDetail", pick(random, "low", "high", "auto"));
        }
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("offering", pick(random, "openai/gpt-4o", "azure/gpt-4o-2024-08-06", "openai/gpt-4o-mni"));
        question.put("dataset", dataset);
        put(random, question, "epochs", 1 + random.nextInt(8));
        question.put(
                "asOf", LocalDate.of(2024, 6, 1).plusDays(random.nextInt(900)).toString());
        put(random, question, "tier", pick(random, "regional", "global", null));
        put(random, question, "region", pick(random, "Sweden Central", "no", "eastus2", "010", "# none"));
        put(random, question, "organization", Map.of("hasFineTuned", random.nextBoolean()));
        put(random, question, "overrides", Map.of("discountPercent", decimal(random)));
        put(
                random,
                question,
                "validation",
                Map.of("examples", random.nextInt(50), "textTokensPerExample", decimal(random)));
        if (random.nextInt(5) == 0) {
            question.put(
                    pick(random, "epoch", "currency", "offering", "dataset", "asOf", "epochs", "tier"),
                    random.nextBoolean() ? pick(random, "yes", "1_000", "", null) : decimal(random));
        }
        return question;
    }

    private static Object tokens(Random random) {
        return random.nextBoolean()
                ? decimal(random)
                : Map.of("low", "10.5", "expected", 100 + random.nextInt(100), "high", 1000);
    }

    private static Object decimal(Random random) {
        // with a point, because SnakeYAML gives others a tag
        BigDecimal decimal = BigDecimal.valueOf(random.nextInt(100_000), 1 + random.nextInt(5));
        return random.nextBoolean() ? decimal : decimal.toPlainString();
    }

    private static void put(Random random, Map<String, Object> question, String field, Object value) {
        if (random.nextInt(3) == 0) {
            question.put(field, value);
        }
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
