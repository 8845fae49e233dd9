package io.epochwise.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The pages to read are what the service answers. Each {@code sh} block is asked; the {@code json} block after it is part of the answer,
 * and every figure in the text of a section is in one of its answers or questions.
 */
@QuarkusTest
class DocumentedPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\R(.*?)^```$");

    /** A date, or a number that stands alone. */
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.,-])(\\d{4}-\\d{2}-\\d{2}|\\d[\\d,]*(?:\\.\\d+)?)(?![\\w-]|\\.\\d)");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    /** From this size on, and with this many digits after the point, a figure may be rounded. */
    private static final BigDecimal ROUNDED_FROM = BigDecimal.valueOf(1000);

    private static final int ROUNDED_TO_CENTS = 2;

    record Section(String page, String title, String text) {
        @Override
        public String toString() {
            return page + ": " + title;
        }
    }

    static Stream<Section> sections() throws IOException {
        List<Section> sections = new ArrayList<>();
        for (String page : List.of("tour.md", "faq.md")) {
            for (String text : Files.readString(Path.of("docs", page)).split("(?m)^## ")) {
                int end = text.indexOf('\n');
                sections.add(new Section(page, text.substring(0, end), text.substring(end)));
            }
        }
        return sections.stream();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void whatThePageShowsIsWhatTheServiceAnswers(Section section) throws IOException {
        StringBuilder known = new StringBuilder();
        String answer = null;
        Matcher blocks = BLOCK.matcher(section.text);
        while (blocks.find()) {
            switch (blocks.group(1)) {
                case "sh" -> {
                    CurlCommand command = CurlCommand.of(blocks.group(2));
                    answer = command.send();
                    known.append(command.question()).append('\n').append(answer).append('\n');
                }
                case "json" -> {
                    assertThat(answer).as("a command before " + blocks.group(2)).isNotNull();
                    JsonNode whole = JSON.readTree(answer);
                    assertThat(isPart(JSON.readTree(blocks.group(2)), whole))
                            .as(section + " shows\n" + blocks.group(2) + "which is no part of\n"
                                    + whole.toPrettyString())
                            .isTrue();
                }
                default -> throw new AssertionError(section + " has a block that is neither sh nor json");
            }
        }
        String words = BLOCK.matcher(section.text).replaceAll("");
        assertThat(unknownFigures(words, known.toString()))
                .as(section + ": figures in no answer")
                .isEmpty();
    }

    /** Whether an excerpt is in an answer: of an object some fields, of an array some elements in their order. */
    static boolean isPart(JsonNode excerpt, JsonNode answer) {
        if (excerpt.isObject() && answer.isObject()) {
            return excerpt.properties().stream()
                    .allMatch(field ->
                            answer.has(field.getKey()) && isPart(field.getValue(), answer.path(field.getKey())));
        }
        if (excerpt.isArray() && answer.isArray()) {
            Iterator<JsonNode> elements = answer.elements();
            for (JsonNode wanted : excerpt) {
                boolean found = false;
                while (!found && elements.hasNext()) {
                    found = isPart(wanted, elements.next());
                }
                if (!found) {
                    return false;
                }
            }
            return !excerpt.isEmpty() || answer.isEmpty();
        }
        return excerpt.equals(answer);
    }

    /** The figures of a text, code and addresses aside, that known texts do not have, not even with more digits. */
    static Set<String> unknownFigures(String text, String known) {
        List<BigDecimal> numbers = NUMBER.matcher(known)
                .results()
                .map(number -> new BigDecimal(number.group()))
                .toList();
        String words =
                text.replaceAll("`[^`]*`", "").replaceAll("\\]\\([^)]*\\)", "]").replaceAll("(?m)^\\d+\\. ", "");
        Set<String> unknown = new LinkedHashSet<>();
        FIGURE.matcher(words).results().map(figure -> figure.group(1)).forEach(figure -> {
            boolean date = figure.indexOf('-') > 0;
            if (date ? !known.contains(figure) : !has(numbers, new BigDecimal(figure.replace(",", "")))) {
                unknown.add(figure);
            }
        });
        return unknown;
    }

    private static boolean has(List<BigDecimal> numbers, BigDecimal figure) {
        boolean rounded = figure.scale() >= ROUNDED_TO_CENTS || figure.compareTo(ROUNDED_FROM) >= 0;
        return numbers.stream()
                .map(number -> rounded && number.scale() > figure.scale()
                        ? number.setScale(figure.scale(), RoundingMode.HALF_UP)
                        : number)
                .anyMatch(number -> number.compareTo(figure) == 0);
    }

    @Test
    void anExcerptIsPartOfItsAnswerOnly() throws IOException {
        JsonNode answer = JSON.readTree("{\"a\":1,\"b\":[{\"c\":\"x\",\"d\":2},{\"c\":\"y\"}],\"e\":[]}");
        for (String part : List.of(
                "{}", "{\"a\":1}", "{\"b\":[{\"c\":\"y\"}]}", "{\"b\":[{\"d\":2},{\"c\":\"y\"}]}", "{\"e\":[]}")) {
            assertThat(isPart(JSON.readTree(part), answer)).as(part).isTrue();
        }
        for (String other :
                List.of("{\"a\":2}", "{\"z\":1}", "{\"b\":[{\"c\":\"y\"},{\"d\":2}]}", "{\"b\":[]}", "{\"e\":[1]}")) {
            assertThat(isPart(JSON.readTree(other), answer)).as(other).isFalse();
        }
    }

    @Test
    void aFigureInNoAnswerIsNoticed() {
        String known = "{\"total\":\"157.4375\",\"tokens\":5725000,\"on\":\"2027-01-14\",\"epochs\":2}";
        assertThat(unknownFigures(
                        "157.44 USD for 5,725,000 tokens until 2027-01-14 with `gpt-4o` [2](http://localhost:1)",
                        known))
                .isEmpty();
        assertThat(unknownFigures("157.45 USD, 3 epochs until 2027-01-15, 157 in all", known))
                .containsExactly("157.45", "3", "2027-01-15", "157");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rm -r target", "curl --insecure http://localhost:8080/v1/catalog", "curl https://example.com"})
    void aCommandThatIsNotKnownIsNotTakenForAsked(String command) {
        assertThatThrownBy(() -> CurlCommand.of(command)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aCommandIsReadAsAShellReadsIt() throws IOException {
        CurlCommand command = CurlCommand.of("""
                curl -sS --fail-with-body 'http://localhost:8080/v1/diffs?a=b' -H "Accept: text/markdown" \\
                  -H 'Content-Type: application/json' --data '{"text": "it
                goes on"}'
                """);
        assertThat(command.method()).isEqualTo("POST");
        assertThat(command.path()).isEqualTo("/v1/diffs?a=b");
        assertThat(command.accept()).isEqualTo("text/markdown");
        assertThat(command.contentType()).isEqualTo("application/json");
        assertThat(new String(command.body(), UTF_8)).isEqualTo("{\"text\": \"it\ngoes on\"}");
    }
}
