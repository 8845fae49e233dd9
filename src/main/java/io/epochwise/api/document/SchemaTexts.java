package io.epochwise.api.document;

import io.epochwise.dataset.FindingCode;
import io.epochwise.decision.AdvisoryCode;
import io.epochwise.decision.DiffReason;
import io.epochwise.decision.reconciliation.BillingCauseCode;
import io.epochwise.decision.reconciliation.ReconciliationWarningCode;
import io.epochwise.estimate.AssumptionCode;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.WarningCode;
import io.epochwise.policy.AvailabilityCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What {@code openapi/schemas.yaml} says of schemas, put into them. The records of the domain know nothing of OpenAPI, so
 * their units and ranges stand there; the meanings of codes come from the codes themselves.
 */
final class SchemaTexts {
    private static final Map<String, Map<String, String>> CODES = Map.of(
            "FindingCode", meanings(FindingCode.values(), code -> code.severity() + ": " + code.message()),
            "WarningCode", meanings(WarningCode.values(), code -> code.severity() + ": " + code.meaning()),
            "AssumptionCode", meanings(AssumptionCode.values(), AssumptionCode::meaning),
            "AvailabilityCode", meanings(AvailabilityCode.values(), AvailabilityCode::meaning),
            "LineCode", meanings(LineCode.values(), LineCode::description),
            "AdvisoryCode", meanings(AdvisoryCode.values(), AdvisoryCode::meaning),
            "DiffReason", meanings(DiffReason.values(), DiffReason::meaning),
            "BillingCauseCode", meanings(BillingCauseCode.values(), BillingCauseCode::meaning),
            "ReconciliationWarningCode",
                    meanings(ReconciliationWarningCode.values(), ReconciliationWarningCode::meaning));

    private final Map<String, Object> names;
    private final Map<String, Object> vocabulary;
    private final Map<String, Object> schemas;

    /** @param table the parsed file */
    SchemaTexts(Map<String, Object> table) {
        this.names = map(table.get("names"));
        this.vocabulary = map(table.get("vocabulary"));
        this.schemas = map(table.get("schemas"));
    }

    /** The name a schema goes by in the document. */
    String name(String scanned) {
        return (String) names.getOrDefault(scanned, scanned);
    }

    /**
     * Puts into all schemas what the table says.
     *
     * @throws IllegalStateException naming all schemas, properties and values that the table has and the code has not
     */
    void describe(Map<String, Schema> components) {
        List<String> faults = new ArrayList<>();
        schemas.keySet().stream()
                .filter(name -> !components.containsKey(name))
                .forEach(name -> faults.add(name + " is no schema"));
        components.forEach((name, schema) -> describe(name, schema, map(schemas.get(name)), faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("openapi/schemas.yaml: " + String.join("; ", faults));
        }
    }

    private void describe(String name, Schema schema, Map<String, Object> texts, List<String> faults) {
        if (CODES.containsKey(name)) {
            schema.setDescription("What it is. " + listed(CODES.get(name)));
            return;
        }
        if (texts.isEmpty()) {
            return;
        }
        schema.setDescription((String) texts.get("description"));
        if (texts.containsKey("example")) {
            schema.setExamples(List.of(texts.get("example")));
        }
        if (schema.getEnumeration() != null) {
            values(name, schema, map(texts.get("values")), faults);
        }
        if (schema.getProperties() != null) {
            properties(name, schema, texts, faults);
        }
    }

    private static void values(String name, Schema schema, Map<String, Object> values, List<String> faults) {
        if (!List.copyOf(values.keySet()).equals(schema.getEnumeration())) {
            faults.add(name + " has the values " + schema.getEnumeration());
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        values.forEach((value, meaning) -> meanings.put(value, (String) meaning));
        schema.setDescription(schema.getDescription() + ". " + listed(meanings));
    }

    private void properties(String name, Schema schema, Map<String, Object> texts, List<String> faults) {
        Map<String, Object> properties = map(texts.get("properties"));
        properties.keySet().stream()
                .filter(property -> !schema.getProperties().containsKey(property))
                .forEach(property -> faults.add(name + " has no " + property));
        schema.getProperties().forEach((property, part) -> {
            Object text = properties.getOrDefault(property, vocabulary.get(property));
            if (text != null) {
                constrain(part, text instanceof String ? Map.of("description", text) : map(text));
            }
        });
        List<?> optional = (List<?>) texts.getOrDefault("optional", List.of());
        List<String> required = new ArrayList<>(schema.getProperties().keySet());
        optional.stream()
                .filter(property -> !required.remove(property))
                .forEach(property -> faults.add(name + " has no optional " + property));
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static void constrain(Schema schema, Map<String, Object> rules) {
        if (schema.getType() != null && schema.getType().contains(SchemaType.INTEGER)) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        rules.forEach((rule, value) -> {
            switch (rule) {
                case "description" -> schema.setDescription((String) value);
                case "minimum" -> schema.setMinimum(new BigDecimal(value.toString()));
                case "maximum" -> schema.setMaximum(new BigDecimal(value.toString()));
                case "minItems" -> schema.setMinItems((Integer) value);
                case "maxItems" -> schema.setMaxItems((Integer) value);
                case "pattern" -> schema.setPattern((String) value);
                case "default" -> schema.setDefaultValue(value);
                case "example" -> schema.setExamples(List.of(value));
                default -> throw new IllegalStateException("openapi/schemas.yaml: unknown rule " + rule);
            }
        });
    }

    private static String listed(Map<String, String> meanings) {
        return meanings.entrySet().stream()
                .map(entry -> "\n- `" + entry.getKey() + "`: " + entry.getValue())
                .collect(Collectors.joining());
    }

    private static <E extends Enum<E>> Map<String, String> meanings(E[] codes, Function<E, String> meaning) {
        return Arrays.stream(codes)
                .collect(Collectors.toMap(Object::toString, meaning, (one, other) -> one, LinkedHashMap::new));
    }

    @SuppressWarnings("unchecked") // the keys of the file are strings
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
