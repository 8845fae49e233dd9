package io.epochwise.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.money.Range;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What assistants read of a tool is what the tool takes and gives. */
class ToolDescriptionsTest {
    private static final Path FOLDER = Path.of("src/main/resources/mcp");

    private static final Map<Class<?>, List<String>> TYPES = Map.of(
            String.class, List.of("string"),
            LocalDate.class, List.of("string"),
            Integer.class, List.of("integer"),
            Range.class, List.of("integer", "number"),
            Boolean.class, List.of("boolean"),
            List.class, List.of("array"));

    static Stream<Arguments> tools() {
        return Stream.of(
                Arguments.of(
                        "training_budget",
                        TrainingBudgetTool.Arguments.class,
                        List.of(TrainingBudgetTool.Answer.class)),
                Arguments.of(
                        "compare_alternatives",
                        CompareAlternativesTool.Arguments.class,
                        List.of(CompareAlternativesTool.Answer.class)),
                Arguments.of("can_fine_tune", CanFineTuneTool.Arguments.class, List.of(CanFineTuneTool.Answer.class)),
                Arguments.of("image_tokens", ImageTokensTool.Arguments.class, List.of(ImageTokensTool.Answer.class)),
                Arguments.of(
                        "explain_number",
                        ExplainNumberTool.Arguments.class,
                        List.of(ExplainNumberTool.Prices.class, ExplainNumberTool.Lines.class)));
    }

    @Test
    void everyDescriptionIsOfATool() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            tools().map(tool -> tool.get()[0] + ".json").toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tools")
    void argumentsAreThoseOfTheSchema(String name, Class<?> arguments, List<Class<?>> answers) throws IOException {
        JsonNode schema = read(name).get("inputSchema");
        assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
        List<String> names = new ArrayList<>();
        for (RecordComponent component : arguments.getRecordComponents()) {
            names.add(component.getName());
            JsonNode property = schema.get("properties").get(component.getName());
            assertThat(property).as(component.getName()).isNotNull();
            assertThat(property.get("description").asText()).isNotBlank();
            Class<?> type = component.getType();
            if (type.isEnum()) {
                assertThat(texts(property.get("enum")))
                        .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .toList());
            }
            assertThat(TYPES.getOrDefault(type, List.of("string")))
                    .as(component.getName())
                    .contains(property.get("type").asText());
            if (type == LocalDate.class) {
                assertThat(property.get("format").asText()).isEqualTo("date");
            }
        }
        assertThat(schema.get("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).containsAll(texts(schema.get("required")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tools")
    void answersHaveWhatTheSchemaNames(String name, Class<?> arguments, List<Class<?>> answers) throws IOException {
        JsonNode properties = read(name).get("outputSchema").get("properties");
        List<String> given = new ArrayList<>();
        for (Class<?> answer : answers) {
            assertThat(answer.getRecordComponents()[0].getName()).isEqualTo("answer");
            Arrays.stream(answer.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(given::add);
        }
        assertThat(properties.fieldNames()).toIterable().isSubsetOf(given);
    }

    private static JsonNode read(String tool) throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve(tool + ".json").toFile());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
