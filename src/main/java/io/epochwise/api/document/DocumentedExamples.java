package io.epochwise.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.epochwise.api.Resources;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Shows in the OpenAPI document what is asked and answered: {@code openapi/examples/<operationId>.request.json} (or
 * {@code .jsonl}) and {@code <operationId>.response.json}. A test asks the service each and compares.
 *
 * <p>Runs while the application is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedExamples implements OASFilter {
    private static final String FOLDER = "openapi/examples/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public Operation filterOperation(Operation operation) {
        String path = FOLDER + operation.getOperationId();
        if (operation.getRequestBody() != null) {
            Content content = operation.getRequestBody().getContent();
            json(path + ".request.json").ifPresent(example -> show(content, "application/json", example));
            Resources.find(path + ".request.jsonl").ifPresent(example -> {
                show(content, "application/jsonl", example);
                show(content, "application/x-ndjson", example);
            });
        }
        APIResponse success = operation.getResponses() == null
                ? null
                : operation.getResponses().getAPIResponse("200");
        if (success != null) {
            json(path + ".response.json").ifPresent(example -> show(success.getContent(), "application/json", example));
        }
        return operation;
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
