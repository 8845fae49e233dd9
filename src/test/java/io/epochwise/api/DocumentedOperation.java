package io.epochwise.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operation of the OpenAPI document. */
record DocumentedOperation(String path, String method, ObjectNode node) {
    /** All operations of a document by id, in its order. */
    static Map<String, DocumentedOperation> of(JsonNode document) {
        Map<String, DocumentedOperation> operations = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    DocumentedOperation operation =
                            new DocumentedOperation(path.getKey(), method.getKey(), (ObjectNode) method.getValue());
                    operations.put(operation.id(), operation);
                }));
        return operations;
    }

    String id() {
        return node.path("operationId").asText();
    }

    String tag() {
        return node.path("tags").path(0).asText();
    }

    JsonNode success() {
        return node.path("responses").path("200").path("content").path("application/json");
    }

    JsonNode requestTypes() {
        return node.path("requestBody").path("content");
    }

    /** The names of its examples; one without a name if it has only one. */
    List<String> cases() {
        List<String> names = new ArrayList<>();
        requestTypes().path("application/json").path("examples").fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? Collections.singletonList(null) : names;
    }

    /** Of one of its media types. */
    JsonNode firstExample(JsonNode media) {
        return example(media, cases().get(0));
    }

    /** The example of a case; {@code null} for the only one. */
    static JsonNode example(JsonNode media, String ofCase) {
        return ofCase == null
                ? media.path("example")
                : media.path("examples").path(ofCase).path("value");
    }

    /**
     * Puts the examples of its parameters into a request.
     *
     * @param others values that go in place of the examples, by name; an empty text leaves the parameter out
     */
    RequestSpecification parameters(RequestSpecification request, JsonNode others) {
        node.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            JsonNode value = others.has(name) ? others.path(name) : parameter.path("example");
            if (value.isTextual() && value.textValue().isEmpty()) {
                return;
            }
            if (parameter.path("in").asText().equals("path")) {
                request.pathParam(name, value.asText());
            } else if (value.isArray()) {
                value.forEach(item -> request.queryParam(name, item.asText()));
            } else {
                request.queryParam(name, value.asText());
            }
        });
        return request;
    }

    /** The same with all examples. */
    RequestSpecification parameters(RequestSpecification request) {
        return parameters(request, MissingNode.getInstance());
    }
}
