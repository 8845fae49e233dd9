package io.epochwise.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The OpenAPI document is complete, its examples are what the service answers, and the committed copy is it. With
 * {@code -Dexamples.update=true} the responses and the copy are written anew instead of compared.
 */
@QuarkusTest
class DocumentedApiTest {
    private static final boolean UPDATE = Boolean.getBoolean("examples.update");
    private static final String HOW = "see \"The API document\" in CONTRIBUTING.md";
    private static final Path COPY = Path.of("docs/openapi.yaml");
    private static final Path PROBLEMS = Path.of("src/main/resources/openapi/problems.json");
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");

    /** As in DocumentedExamples, the other way round. */
    private static final Map<String, String> TEXTS = Map.of("text/csv", ".csv", MediaTypes.MARKDOWN, ".md");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML =
            YAMLMapper.builder().disable(YAMLGenerator.Feature.SPLIT_LINES).build();

    @Inject
    HeavyWork work;

    private JsonNode document;
    private Map<String, DocumentedOperation> operations;

    @BeforeEach
    void read() throws IOException {
        document = JSON.readTree(Contract.document());
        operations = DocumentedOperation.of(document);
    }

    @Test
    void everyOperationIsDocumentedWhole() {
        SoftAssertions softly = new SoftAssertions();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode node = method.getValue();
                    DocumentedOperation operation =
                            new DocumentedOperation(path.getKey(), method.getKey(), (ObjectNode) node);
                    String name = method.getKey() + " " + path.getKey();
                    softly.assertThat(operation.id()).as(name + " operationId").matches("[a-z]+[A-Za-z]+");
                    softly.assertThat(node.path("summary").asText())
                            .as(name + " summary")
                            .isNotBlank();
                    softly.assertThat(node.path("tags").size())
                            .as(name + " tags")
                            .isEqualTo(1);
                    softly.assertThat(operation.success().path("schema").has("$ref"))
                            .as(name + " schema of the answer")
                            .isTrue();
                    softly.assertThat(operation.success().has("example")
                                    || operation.success().has("examples"))
                            .as(name + " example of the answer")
                            .isTrue();
                    if (node.has("requestBody")) {
                        softly.assertThat(operation
                                                .requestTypes()
                                                .findValues("example")
                                                .size()
                                        + operation
                                                .requestTypes()
                                                .findValues("examples")
                                                .size())
                                .as(name + " example of the body")
                                .isPositive();
                    }
                    node.path("parameters").forEach(parameter -> {
                        String as =
                                name + " parameter " + parameter.path("name").asText();
                        softly.assertThat(parameter.path("description").asText())
                                .as(as)
                                .isNotBlank();
                        softly.assertThat(parameter.has("example"))
                                .as(as + " example")
                                .isTrue();
                    });
                    List<String> problems = new ArrayList<>(List.of("406", "500"));
                    if (node.has("requestBody") || node.has("parameters")) {
                        problems.add("400");
                    }
                    if (node.has("requestBody")) {
                        problems.addAll(List.of("413", "415"));
                    }
                    node.path("responses").fieldNames().forEachRemaining(status -> {
                        if (status.compareTo("400") >= 0 && !problems.contains(status)) {
                            problems.add(status);
                        }
                    });
                    for (String status : problems) {
                        JsonNode problem = node.at("/responses/" + status + "/content/application~1problem+json");
                        softly.assertThat(problem.at("/schema/$ref").asText())
                                .as(name + " problem " + status)
                                .isEqualTo("#/components/schemas/Problem");
                        softly.assertThat(problem.at("/example/status").asText())
                                .as(name + " example of problem " + status)
                                .isEqualTo(status);
                    }
                }));
        assertThat(operations).hasSizeGreaterThanOrEqualTo(9);
        softly.assertAll();
    }

    @Test
    void everySchemaAndPropertyIsDescribed() {
        SoftAssertions softly = new SoftAssertions();
        document.path("components").path("schemas").properties().forEach(schema -> {
            softly.assertThat(schema.getValue().path("description").asText())
                    .as(schema.getKey())
                    .isNotBlank();
            schema.getValue().path("properties").properties().forEach(property -> softly.assertThat(
                            property.getValue().path("description").asText())
                    .as(schema.getKey() + "." + property.getKey())
                    .isNotBlank());
        });
        softly.assertAll();
    }

    @Test
    void everyTagIsDescribed() {
        List<String> tags = document.path("tags").findValuesAsText("name");
        assertThat(tags).startsWith("Catalog", "Datasets", "Tokens", "Estimates");
        assertThat(document.path("tags"))
                .allMatch(tag -> !tag.path("description").asText().isBlank());
        operations.values().forEach(operation -> assertThat(tags).contains(operation.tag()));
    }

    @Test
    void noExampleIsLeftOver() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\..*", "")))
                    .isSubsetOf(operations.keySet());
        }
    }

    /** As somebody new reads: tag by tag, each from its most useful operation on. */
    @Test
    void operationsStandInTheOrderOfTheTags() {
        List<String> tags = document.path("tags").findValuesAsText("name");
        assertThat(operations.values().stream().map(DocumentedOperation::tag).distinct())
                .containsExactlyElementsOf(tags);
        assertThat(operations.values().stream().map(operation -> tags.indexOf(operation.tag())))
                .isSorted();
        assertThat(operations.keySet())
                .startsWith("listOfferings", "getOffering")
                .endsWith("reconcileActuals");
    }

    /** All in one test, because one example is made of the answers to another, and the copy holds them all. */
    @Test
    void examplesAreWhatTheServiceAnswersAndTheCommittedCopyIsTheDocument() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        JsonNode parts = profilesOfTheParts();
        for (String type : List.of("application/json", MediaTypes.YAML)) {
            shown(softly, operations.get("mergeProfiles").requestTypes(), type, "mergeProfiles.request", null, parts);
        }
        for (DocumentedOperation operation : operations.values()) {
            ObjectNode content =
                    (ObjectNode) operation.node().path("responses").path("200").path("content");
            for (String name : operation.cases()) {
                String part = name == null || name.equals(operation.cases().get(0)) ? "" : "." + name;
                shown(
                        softly,
                        content,
                        "application/json",
                        operation.id() + part + ".response",
                        name,
                        ask(operation, name));
                if (UPDATE && name != null) {
                    ((ObjectNode) content.path("application/json")
                                    .path("examples")
                                    .path(name))
                            .set(
                                    "summary",
                                    operation.requestTypes().at("/application~1json/examples/" + name + "/summary"));
                }
            }
            for (Map.Entry<String, String> text : TEXTS.entrySet()) {
                if (content.has(text.getKey())) {
                    shownAsText(softly, operation, content, text.getKey(), text.getValue());
                }
            }
        }
        problemsAreShown(softly);
        softly.assertAll();
        if (UPDATE) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, YAML.writeValueAsString(document));
        }
        assertThat(COPY).as("the committed copy; " + HOW).exists();
        assertThat(YAML.readTree(COPY.toFile())).as(COPY + "; " + HOW).isEqualTo(document);
    }

    /** A merged profile is the profile of the whole, also in the examples. */
    @Test
    void theMergedExampleIsTheExampleOfTheWhole() {
        JsonNode whole = operations.get("profileDataset").success().path("example");
        assertThat(operations.get("mergeProfiles").success().path("example")).isEqualTo(whole);
    }

    @Test
    void theSameQuestionHasTheSameAnswerToTheByte() {
        for (DocumentedOperation operation : operations.values()) {
            if (operation.method().equals("post")) {
                String ofCase = operation.cases().get(0);
                assertThat(send(operation, ofCase, Contract.right()).asByteArray())
                        .as(operation.id())
                        .isEqualTo(send(operation, ofCase, Contract.right()).asByteArray());
            }
        }
    }

    /** Each example, written as YAML, is answered as the JSON is. */
    @Test
    void theSameQuestionInYamlHasTheSameAnswerToTheByte() throws IOException {
        for (DocumentedOperation operation : operations.values()) {
            JsonNode types = operation.requestTypes();
            assertThat(types.has(MediaTypes.YAML)).as(operation.id()).isEqualTo(types.has("application/json"));
            if (!types.has(MediaTypes.YAML)) {
                continue;
            }
            assertThat(types.path(MediaTypes.YAML)).as(operation.id()).isEqualTo(types.path("application/json"));
            for (String name : operation.cases()) {
                String yaml = YAML.writeValueAsString(DocumentedOperation.example(types.path(MediaTypes.YAML), name));
                Response answer = Contract.right()
                        .contentType(MediaTypes.YAML)
                        .body(yaml.getBytes(UTF_8))
                        .post(operation.path());
                assertThat(answer.statusCode()).as(yaml).isEqualTo(200);
                assertThat(answer.contentType()).startsWith("application/json");
                assertThat(answer.asByteArray())
                        .as(operation.id())
                        .isEqualTo(send(operation, name, Contract.right()).asByteArray());
            }
        }
    }

    private static void shown(
            SoftAssertions softly, JsonNode content, String type, String name, String ofCase, JsonNode truth)
            throws IOException {
        ObjectNode media = (ObjectNode) content.path(type);
        if (UPDATE) {
            Files.writeString(
                    EXAMPLES.resolve(name + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(truth) + "\n");
            if (ofCase == null) {
                media.set("example", truth);
            } else {
                media.remove("example");
                media.withObject("/examples/" + ofCase).set("value", truth);
            }
        }
        softly.assertThat(DocumentedOperation.example(media, ofCase))
                .as(name + "; " + HOW)
                .isEqualTo(truth);
    }

    private static void shownAsText(
            SoftAssertions softly, DocumentedOperation operation, JsonNode content, String type, String ending)
            throws IOException {
        RequestSpecification request = Contract.right().accept(type);
        String truth = sent(
                        operation,
                        operation.cases().get(0),
                        request,
                        JSON.createObjectNode().put("format", ""))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        ObjectNode media = (ObjectNode) content.path(type);
        Path file = EXAMPLES.resolve(operation.id() + ".response" + ending);
        if (UPDATE) {
            Files.writeString(file, truth);
            media.put("example", truth);
        }
        softly.assertThat(media.path("example").asText()).as(file + "; " + HOW).isEqualTo(truth);
    }

    private void problemsAreShown(SoftAssertions softly) throws IOException, InterruptedException {
        ProvokedProblems provoked = new ProvokedProblems(work);
        Map<String, Map<String, JsonNode>> answers = new TreeMap<>();
        for (DocumentedOperation operation : operations.values()) {
            for (Map.Entry<String, JsonNode> response :
                    operation.node().path("responses").properties()) {
                String status = response.getKey();
                if (status.compareTo("400") < 0) {
                    continue;
                }
                JsonNode truth = provoked.problem(operation, status);
                answers.computeIfAbsent(status, any -> new LinkedHashMap<>()).put(operation.id(), truth);
                ObjectNode media =
                        (ObjectNode) response.getValue().path("content").path(Problem.MEDIA_TYPE);
                if (UPDATE) {
                    media.set("example", truth);
                }
                softly.assertThat(media.path("example"))
                        .as(operation.id() + ", problem " + status + "; " + HOW)
                        .isEqualTo(truth);
            }
        }
        if (UPDATE) {
            Files.writeString(
                    PROBLEMS, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(problemsOnce(answers)) + "\n");
        }
    }

    /** By operation and status, but what several operations answer alike once, under "any". */
    private static Map<String, Map<String, JsonNode>> problemsOnce(Map<String, Map<String, JsonNode>> answers) {
        Map<String, Map<String, JsonNode>> problems = new TreeMap<>(Map.of("any", new TreeMap<>()));
        answers.forEach((status, byOperation) -> {
            Map.Entry<JsonNode, Long> usual = byOperation.values().stream()
                    .collect(Collectors.groupingBy(answer -> answer, LinkedHashMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            JsonNode common = usual.getValue() > byOperation.size() / 2 ? usual.getKey() : null;
            if (common != null) {
                problems.get("any").put(status, common);
            }
            byOperation.forEach((operation, answer) -> {
                if (!answer.equals(common)) {
                    problems.computeIfAbsent(operation, any -> new TreeMap<>()).put(status, answer);
                }
            });
        });
        return problems;
    }

    private JsonNode profilesOfTheParts() throws IOException {
        DocumentedOperation profile = operations.get("profileDataset");
        String whole =
                profile.requestTypes().path("application/jsonl").path("example").asText();
        int cut = whole.lastIndexOf('\n', whole.length() - 2) + 1;
        ArrayNode parts = JSON.createArrayNode();
        for (String part : List.of(whole.substring(0, cut), whole.substring(cut))) {
            Response answer = profile.parameters(given())
                    .contentType("application/jsonl")
                    .body(part.getBytes(UTF_8))
                    .post(profile.path());
            parts.add(JSON.readTree(answer.then().statusCode(200).extract().asString()));
        }
        return parts;
    }

    private static JsonNode ask(DocumentedOperation operation, String ofCase) throws IOException {
        Response answer = send(operation, ofCase, Contract.right());
        assertThat(answer.statusCode())
                .as(operation.id() + ": " + answer.asString())
                .isEqualTo(200);
        return JSON.readTree(answer.asString());
    }

    /** Sends the documented example as it is documented. */
    private static Response send(DocumentedOperation operation, String ofCase, RequestSpecification request) {
        return sent(operation, ofCase, request, JSON.createObjectNode());
    }

    /** The same with other values of some of its parameters. */
    private static Response sent(
            DocumentedOperation operation, String ofCase, RequestSpecification request, JsonNode others) {
        operation.parameters(request, others);
        Iterator<Map.Entry<String, JsonNode>> types =
                operation.requestTypes().properties().iterator();
        if (types.hasNext()) {
            Map.Entry<String, JsonNode> type = types.next();
            JsonNode example = DocumentedOperation.example(type.getValue(), ofCase);
            String body = example.isTextual() ? example.textValue() : example.toString();
            request.contentType(type.getKey()).body(body.getBytes(UTF_8));
        }
        return request.request(operation.method(), operation.path());
    }
}
