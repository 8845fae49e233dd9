package io.epochwise.api.document;

import io.epochwise.api.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Makes the OpenAPI document say what the service does, for every endpoint there is or will be:
 *
 * <ul>
 *   <li>the scanner lists an enum's Java constants; JSON has what {@code toString()} gives, so that is listed instead;
 *   <li>every operation gets the problems that the rim can answer with, under {@code application/problem+json}, unless it
 *       documents that status itself.
 * </ul>
 *
 * <p>Runs while the application is built, when its enums can be loaded; nothing of it is needed at run time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class TrueSchemas implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";
    private static final Map<String, String> ALWAYS =
            Map.of("406", "Accept takes none of the forms of the answer", "500", "The service failed");
    private static final Map<String, String> WITH_INPUT = Map.of("400", "The input is malformed or breaks a rule");
    private static final Map<String, String> WITH_BODY =
            Map.of("413", "The body exceeds a limit", "415", "The media type or content encoding is not accepted");

    /** What the platform says of a status that no endpoint describes. */
    private static final Set<String> GENERIC = Set.of("Bad Request");

    private final Map<List<Object>, List<Object>> spellings = new HashMap<>();

    /** @param index the classes of the application */
    public TrueSchemas(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isEnum() && type.name().toString().startsWith("io.epochwise.")) {
                List<Object> constants = type.enumConstants().stream()
                        .map(FieldInfo::name)
                        .map(Object.class::cast)
                        .toList();
                List<Object> spelled = spelled(type.name().toString());
                if (!spellings.getOrDefault(constants, spelled).equals(spelled)) {
                    throw new IllegalStateException("enums alike in Java but not in JSON: " + constants);
                }
                spellings.put(constants, spelled);
            }
        }
    }

    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> listed = schema.getEnumeration();
        if (listed != null && spellings.containsKey(listed)) {
            schema.setEnumeration(spellings.get(listed));
        }
        return schema;
    }

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses =
                Objects.requireNonNullElseGet(operation.getResponses(), OASFactory::createAPIResponses);
        ALWAYS.forEach((status, meaning) -> document(responses, status, meaning));
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            WITH_INPUT.forEach((status, meaning) -> document(responses, status, meaning));
        }
        if (operation.getRequestBody() != null) {
            WITH_BODY.forEach((status, meaning) -> document(responses, status, meaning));
        }
        responses.getAPIResponses().keySet().stream()
                .filter(status -> status.compareTo("400") >= 0 && status.compareTo("600") < 0)
                .toList()
                .forEach(status -> document(responses, status, null));
        APIResponse overloaded = responses.getAPIResponse("503");
        if (overloaded != null) {
            overloaded.addHeader(
                    HttpHeaders.RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("After how many seconds to ask again")
                            .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
        operation.setResponses(responses);
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem()).addSchema(VIOLATION, violation());
    }

    private static List<Object> spelled(String enumName) {
        try {
            Class<?> type = Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .map(Object.class::cast)
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void document(APIResponses responses, String status, String meaning) {
        APIResponse documented = responses.getAPIResponse(status);
        if (documented == null || documented.getContent() == null && documented.getRef() == null) {
            String said = documented == null || GENERIC.contains(documented.getDescription())
                    ? meaning
                    : documented.getDescription();
            responses.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse()
                            .description(said)
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            Problem.MEDIA_TYPE,
                                            OASFactory.createMediaType()
                                                    .schema(OASFactory.createSchema()
                                                            .ref(PROBLEM)))));
        }
    }

    private static Schema problem() {
        return of(SchemaType.OBJECT, "An error as RFC 9457 tells it")
                .addExample(example())
                .addProperty(
                        "type",
                        of(SchemaType.STRING, "The kind of problem; stable").format("uri-reference"))
                .addProperty("title", of(SchemaType.STRING, "The kind in words"))
                .addProperty("status", of(SchemaType.INTEGER, "The HTTP status").format("int32"))
                .addProperty("detail", of(SchemaType.STRING, "What is wrong this time"))
                .addProperty(
                        "violations",
                        of(SchemaType.ARRAY, "Each thing wrong with the input")
                                .items(OASFactory.createSchema().ref(VIOLATION)))
                .addProperty(
                        "line",
                        of(SchemaType.INTEGER, "The line of a JSONL input, from 1")
                                .format("int64"))
                .required(List.of("type", "title", "status"));
    }

    private static Schema violation() {
        return of(SchemaType.OBJECT, "One thing wrong with the input")
                .addProperty(
                        "field", of(SchemaType.STRING, "Where: a path such as images[2].width; empty for the whole"))
                .addProperty("message", of(SchemaType.STRING, "What is wrong and what would be right"))
                .required(List.of("field", "message"));
    }

    /** In the order of a problem, which no other map keeps from build to build. */
    private static Map<String, Object> example() {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("field", "images[2].width");
        violation.put("message", "must be pixels from 1 to 1000000");
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/invalid-input");
        example.put("title", "Invalid input");
        example.put("status", 400);
        example.put("detail", "images[2].width: must be pixels from 1 to 1000000");
        example.put("violations", List.of(violation));
        return example;
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
