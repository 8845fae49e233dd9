package io.epochwise.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.epochwise.api.Resources;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.DiffKind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Makes the schemas say what the service takes and gives, beyond what the types of the records tell:
 *
 * <ul>
 *   <li>names, descriptions, units, ranges and what may be absent, by {@link SchemaTexts};
 *   <li>a dataset is a profile or a summary, a side of a diff a question of either kind, and parameters of rules have names of their own;
 *   <li>what is only asked, never answered, has no unknown properties, and its decimals may be numbers.
 * </ul>
 *
 * <p>Runs while the application is built, after {@link TrueSchemas}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public final class DocumentedSchemas implements OASFilter {
    private static final String PREFIX = "#/components/schemas/";
    private static final String DECIMAL = "Decimal";
    private static final String DECIMAL_IN = "DecimalInput";
    private static final String RANGE = "Range";
    private static final String RANGE_IN = "RangeInput";
    private static final String RANGE_BOUNDS = "RangeBounds";
    private static final String PLAIN_DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";

    /** What has several forms, and which. */
    private static final Map<String, List<String>> ALTERNATIVES = Map.of(
            "Dataset", List.of("DatasetProfile", "DatasetSummary"),
            "EstimateRequest",
                    Stream.of(DiffKind.values())
                            .map(kind -> kind.requestType().getSimpleName())
                            .toList(),
            "Question",
                    Stream.of(CostKind.values())
                            .map(kind -> kind.requestType().getSimpleName())
                            .toList());

    /** What an answer repeats of its question, and so is read as leniently there as it is written strictly here. */
    private static final Set<String> ECHOED =
            Set.of("Policy", "DocumentDetails", "Party", "ExchangeRate", "ComparedAlternative");

    /** Names and values that each rule knows for itself. */
    private static final String RULE_PARAMETERS = "RuleParameters";

    /** The schema of the rim's problems, which describes itself. */
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        SchemaTexts texts = new SchemaTexts(table());
        Map<String, Schema> schemas = new TreeMap<>();
        document.getComponents().getSchemas().forEach((name, schema) -> schemas.put(texts.name(name), schema));
        Stream.concat(roots(document).stream(), schemas.values().stream())
                .flatMap(DocumentedSchemas::parts)
                .filter(part -> part.getRef() != null)
                .forEach(part -> part.setRef(texts.name(part.getRef().substring(PREFIX.length()))));

        alternatives(schemas);
        Set<String> asked = reachable(questions(document), schemas);
        Map<String, Schema> notEchoed = new TreeMap<>(schemas);
        notEchoed.keySet().removeAll(ECHOED);
        Set<String> answered = reachable(answers(document), notEchoed);
        asked.removeAll(answered);
        asked.forEach(name -> strict(schemas.get(name)));
        if (schemas.containsKey(DECIMAL)) {
            schemas.get(DECIMAL).setPattern(PLAIN_DECIMAL);
        }

        Set<String> used = reachable(roots(document), schemas);
        schemas.keySet().retainAll(used);
        Map<String, Schema> described = new LinkedHashMap<>(schemas);
        described.remove(PROBLEM);
        texts.describe(described);
        boolean ranges = refer(asked, schemas, RANGE_IN);
        if (ranges) {
            schemas.put(RANGE_IN, rangeIn());
            schemas.put(RANGE_BOUNDS, rangeBounds());
        }
        if (ranges || refer(asked, schemas, DECIMAL_IN)) {
            schemas.put(DECIMAL_IN, decimalIn());
        }
        Components components = document.getComponents();
        components.setSchemas(new TreeMap<>(schemas));
    }

    private static Map<String, Object> table() {
        try {
            return new YAMLMapper().readValue(Resources.text("openapi/schemas.yaml"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi/schemas.yaml: " + e.getMessage(), e);
        }
    }

    private static void alternatives(Map<String, Schema> schemas) {
        ALTERNATIVES.forEach((name, forms) -> {
            if (schemas.containsKey(name)) {
                Schema either = OASFactory.createSchema();
                forms.forEach(form -> either.addOneOf(OASFactory.createSchema().ref(form)));
                schemas.put(name, either);
            }
        });
        if (schemas.containsKey(RULE_PARAMETERS)) {
            schemas.put(
                    RULE_PARAMETERS,
                    OASFactory.createSchema().addType(SchemaType.OBJECT).additionalPropertiesBoolean(true));
        }
    }

    private static void strict(Schema schema) {
        if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesBoolean(false);
        }
        parts(schema).filter(part -> refers(part, DECIMAL)).forEach(part -> part.setRef(DECIMAL_IN));
        parts(schema).filter(part -> refers(part, RANGE)).forEach(part -> part.setRef(RANGE_IN));
    }

    private static boolean refer(Set<String> names, Map<String, Schema> schemas, String to) {
        return names.stream()
                .map(schemas::get)
                .flatMap(DocumentedSchemas::parts)
                .anyMatch(part -> refers(part, to));
    }

    private static Schema rangeIn() {
        return OASFactory.createSchema()
                .description("A number, or what it is at least, as expected and at most")
                .addAnyOf(OASFactory.createSchema().ref(DECIMAL_IN))
                .addAnyOf(OASFactory.createSchema().ref(RANGE_BOUNDS));
    }

    private static Schema rangeBounds() {
        return OASFactory.createSchema()
                .description("A number that is not known exactly; low, expected and high are in order")
                .addType(SchemaType.OBJECT)
                .addProperty("low", bound("The least it can be"))
                .addProperty("expected", bound("What is expected"))
                .addProperty("high", bound("The most it can be"))
                .additionalPropertiesBoolean(false)
                .required(List.of("low", "expected", "high"));
    }

    private static Schema bound(String description) {
        return OASFactory.createSchema().ref(DECIMAL_IN).description(description);
    }

    private static Schema decimalIn() {
        return OASFactory.createSchema()
                .description(
                        "An exact decimal, as a string or a number, plain or with an exponent: at most 30 digits, 18 of"
                                + " them after the point")
                .addAnyOf(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .format("decimal")
                        .maxLength(64))
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NUMBER));
    }

    private static boolean refers(Schema schema, String name) {
        return (PREFIX + name).equals(schema.getRef());
    }

    private static Set<String> reachable(List<Schema> from, Map<String, Schema> schemas) {
        Set<String> names = new LinkedHashSet<>();
        from.forEach(schema -> collect(schema, schemas, names));
        return names;
    }

    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> names) {
        parts(schema).filter(part -> part.getRef() != null).forEach(part -> {
            String name = part.getRef().substring(PREFIX.length());
            if (schemas.containsKey(name) && names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        });
    }

    /** The schema and all schemas within it, references not followed. */
    private static Stream<Schema> parts(Schema schema) {
        Stream<Schema> inner = Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : List.copyOf(schema.getProperties().values()),
                        schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()),
                        schema.getAdditionalPropertiesSchema() == null
                                ? List.<Schema>of()
                                : List.of(schema.getAdditionalPropertiesSchema()),
                        schema.getOneOf() == null ? List.<Schema>of() : schema.getOneOf(),
                        schema.getAnyOf() == null ? List.<Schema>of() : schema.getAnyOf(),
                        schema.getAllOf() == null ? List.<Schema>of() : schema.getAllOf())
                .flatMap(List::stream)
                .flatMap(DocumentedSchemas::parts);
        return Stream.concat(Stream.of(schema), inner);
    }

    private static List<Schema> roots(OpenAPI document) {
        return Stream.concat(questions(document).stream(), answers(document).stream())
                .toList();
    }

    private static List<Schema> questions(OpenAPI document) {
        return operations(document)
                .flatMap(operation -> Stream.concat(
                        operation.getParameters() == null
                                ? Stream.of()
                                : operation.getParameters().stream().map(parameter -> parameter.getSchema()),
                        operation.getRequestBody() == null
                                ? Stream.of()
                                : schemas(operation.getRequestBody().getContent())))
                .toList();
    }

    private static List<Schema> answers(OpenAPI document) {
        return operations(document)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .flatMap(response -> schemas(response.getContent()))
                .toList();
    }

    private static Stream<org.eclipse.microprofile.openapi.models.Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> schemas(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(type -> type.getSchema())
                        .filter(schema -> schema != null);
    }
}
