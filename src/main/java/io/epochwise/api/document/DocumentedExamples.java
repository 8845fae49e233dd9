package io.epochwise.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.epochwise.api.MediaTypes;
import io.epochwise.api.Resources;
import io.epochwise.api.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Shows in the OpenAPI document what is asked and answered: {@code openapi/examples/<operationId>.request.json} (or
 * {@code .jsonl}) and {@code <operationId>.response.json}, and so for each further case; texts as {@code <operationId>.response.csv} or
 * {@code .md}. Problems are in {@code openapi/problems.json}, by status what an operation answers in its own words, and under
 * {@code any} what it has in common with the others. A test asks the service each and compares.
 *
 * <p>Runs while the application is built, after {@link TrueSchemas}, which adds what all operations can answer.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public final class DocumentedExamples implements OASFilter {
    private static final String FOLDER = "openapi/examples/";

    /** The case of the file that names none, where an operation has several. */
    private static final String FIRST_CASE = "invoice-extraction";

    /** Further cases, by the middle of their files' names: {@code planBudget.ui-screenshots.request.json}. */
    private static final Map<String, String> CASES = new TreeMap<>(Map.of(
            "billed-vision-job", "A vision job that Microsoft published with its bill",
            "chest-x-ray-reports", "Reports on chest X-rays",
            "ui-screenshots", "Questions about screenshots of applications"));

    /** What answers are written as beside JSON, by the ends of their files' names. */
    private static final Map<String, String> TEXTS = Map.of(".csv", "text/csv", ".md", MediaTypes.MARKDOWN);

    private static final String PROBLEMS = "openapi/problems.json";
    private static final String ANY_OPERATION = "any";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** By operation, then by status. */
    private final Map<String, Map<String, Map<String, Object>>> problems;

    /** Reads the problems. */
    public DocumentedExamples() {
        try {
            problems = JSON.readValue(Resources.text(PROBLEMS), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(PROBLEMS + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        String path = FOLDER + operation.getOperationId();
        if (operation.getRequestBody() != null) {
            Content content = operation.getRequestBody().getContent();
            showJson(content, path, ".request.json", List.of(MediaType.APPLICATION_JSON, MediaTypes.YAML));
            Resources.find(path + ".request.jsonl").ifPresent(example -> {
                show(content, "application/jsonl", example);
                show(content, "application/x-ndjson", example);
            });
        }
        APIResponse success = operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse("200");
        if (success != null) {
            showJson(success.getContent(), path, ".response.json", List.of(MediaType.APPLICATION_JSON));
            TEXTS.forEach((ending, type) -> Resources.find(path + ".response" + ending)
                    .ifPresent(example -> show(success.getContent(), type, example)));
        }
        if (operation.getResponses() != null) {
            showProblems(operation);
        }
        return operation;
    }

    private void showProblems(Operation operation) {
        Map<String, Map<String, Object>> own = problems.getOrDefault(operation.getOperationId(), Map.of());
        Map<String, Map<String, Object>> any = problems.get(ANY_OPERATION);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            Map<String, Object> problem = own.getOrDefault(status, any.get(status));
            if (problem != null) {
                show(response.getContent(), Problem.MEDIA_TYPE, problem);
            }
        });
    }

    /** One example as it is, several under the names of their cases. */
    private static void showJson(Content content, String path, String ending, List<String> types) {
        Map<String, Example> cases = new LinkedHashMap<>();
        CASES.forEach((name, summary) -> json(path + "." + name + ending)
                .ifPresent(value -> cases.put(
                        name, OASFactory.createExample().summary(summary).value(value))));
        Optional<Object> plain = json(path + ending);
        if (cases.isEmpty()) {
            plain.ifPresent(example -> types.forEach(type -> show(content, type, example)));
            return;
        }
        Map<String, Example> all = new LinkedHashMap<>();
        plain.ifPresent(value -> all.put(
                FIRST_CASE,
                OASFactory.createExample().summary("Fields of invoices").value(value)));
        all.putAll(cases);
        types.forEach(type -> content.getMediaType(type).setExamples(all));
    }

    private static void show(Content content, String type, Object example) {
        if (content != null && content.getMediaType(type) != null) {
            content.getMediaType(type).setExample(example);
        }
    }

    private static Optional<Object> json(String path) {
        return Resources.find(path).map(text -> {
            try {
                return JSON.readValue(text, Object.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(path + ": " + e.getMessage(), e);
            }
        });
    }
}
