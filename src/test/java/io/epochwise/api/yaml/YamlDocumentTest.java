package io.epochwise.api.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class YamlDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String json(byte[] yaml) throws IOException {
        return YamlDocument.toJson(new ByteArrayInputStream(yaml));
    }

    private static String json(String yaml) throws IOException {
        return json(yaml.getBytes(UTF_8));
    }

    private static Violation fault(ThrowingCallable reading) {
        InvalidInputException fault = catchThrowableOfType(InvalidInputException.class, reading);
        assertThat(fault).isNotNull();
        assertThat(fault.violations()).hasSize(1);
        return fault.violations().get(0);
    }

    private static Violation fault(String yaml) {
        return fault(() -> json(yaml));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0             | 0
            -0            | -0
            12            | 12
            +12           | 12
            -12           | -12
            9007199254740993 | 9007199254740993
            25.00         | 25.00
            0.1000000000000000000000000001 | 0.1000000000000000000000000001
            .5            | 0.5
            +.5           | 0.5
            -.5           | -0.5
            5.            | 5.0
            0.            | 0.0
            1e3           | 1e3
            1E-2          | 1E-2
            1.5e+2        | 1.5e+2
            -.5e3         | -0.5e3
            5.e3          | 5.0e3
            1e999999999   | 1e999999999
            true          | true
            True          | true
            TRUE          | true
            false         | false
            False         | false
            FALSE         | false
            null          | null
            Null          | null
            NULL          | null
            ~             | null
            ``            | null
            2026-11-23    | "2026-11-23"
            2026-11-23T10:00:00Z | "2026-11-23T10:00:00Z"
            1.2.3         | "1.2.3"
            1,000         | "1,000"
            50%           | "50%"
            1 000         | "1 000"
            0x            | "0x"
            0xGG          | "0xGG"
            0b12          | "0b12"
            e3            | "e3"
            .             | "."
            +             | "+"
            +-1           | "+-1"
            .e3           | ".e3"
            1e            | "1e"
            1e3.5         | "1e3.5"
            _1            | "_1"
            1_a           | "1_a"
            12:3a         | "12:3a"
            infinity      | "infinity"
            nan           | "nan"
            nully         | "nully"
            tRUE          | "tRUE"
            yess          | "yess"
            a b  c        | "a b  c"
            a\\b          | "a\\\\b"
            a"b           | "a\\"b"
            http://a/b:c  | "http://a/b:c"
            =             | "="
            <<            | "<<"
            16:91         | "16:91"
            ١٢            | "١٢"
            """)
    void aPlainScalarIsWhatItsReaderSees(String yaml, String json) throws IOException {
        assertThat(json("a: " + yaml)).isEqualTo("{\"a\":" + json + "}");
        assertThat(json("- " + yaml + " # so it is")).isEqualTo("[" + json + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes",
                "YES",
                "no",
                "No",
                "NO",
                "on",
                "On",
                "ON",
                "off",
                "Off",
                "OFF",
                "y",
                "Y",
                "n",
                "N",
                "010",
                "-010",
                "+010",
                "00",
                "08",
                "007.5",
                "00e1",
                "0x10",
                "-0x1F",
                "0X10",
                "0o10",
                "0b10",
                "0x1_0",
                "1_000",
                "1_",
                "-1_000.5",
                "1.0_0",
                ".1_0",
                "1_0e3",
                "16:9",
                "-1:30",
                "190:20:30.15",
                "1_0:30",
                ".inf",
                "-.Inf",
                "+.INF",
                ".nan",
                ".NaN"
            })
    void whatReadersOfYamlWouldReadDifferentlyIsRefusedUnlessInQuotes(String scalar) throws IOException {
        Violation fault = fault("a:\n  - 1\n  - b: " + scalar);
        assertThat(fault.field()).isEqualTo("a[1].b");
        assertThat(fault.message()).contains("in quotes if it is text").endsWith("at line 3, column 8");
        assertThat(fault.message()).doesNotContain(" " + scalar + " at");
        String text = "{\"a\":\"" + scalar + "\"}";
        assertThat(json("a: '" + scalar + "'")).isEqualTo(text);
        assertThat(json("a: \"" + scalar + "\"")).isEqualTo(text);
        assertThat(json("a: |-\n  " + scalar)).isEqualTo(text);
        assertThat(json("a: >-\n  " + scalar)).isEqualTo(text);
    }

    @Test
    void quotedScalarsAreText() throws IOException {
        assertThat(json("['12', \"12\", 'null', '~', '', \"true\", 'it''s', '2026-11-23']"))
                .isEqualTo("[\"12\",\"12\",\"null\",\"~\",\"\",\"true\",\"it's\",\"2026-11-23\"]");
        assertThat(json("\"\\t\\x41\\u00e9\\U0001F600\\\"\"")).isEqualTo("\"\\tA\u00e9\ud83d\ude00\\\"\"");
        assertThat(json("|\n  a\n    b\n")).isEqualTo("\"a\\n  b\\n\"");
        assertThat(json(">\n  a\n  b\n\n  c\n")).isEqualTo("\"a b\\nc\\n\"");
        assertThat(json("\"a\n  b\"")).isEqualTo("\"a b\"");
    }

    @Test
    void keysAreTexts() throws IOException {
        assertThat(json("{yes: 1, 010: 2, ~: 3, null: 4, 5: 5, 'a b': 6, \"<<\": 7, ? g : 8}"))
                .isEqualTo("{\"yes\":1,\"010\":2,\"~\":3,\"null\":4,\"5\":5,\"a b\":6,\"<<\":7,\"g\":8}");
    }

    @Test
    void aDocumentMayHaveDirectivesMarksAndComments() throws IOException {
        assertThat(json("\ufeff%YAML 1.2\n# begins\n---\na: 1\n# ends\n...\n# nothing follows\n"))
                .isEqualTo("{\"a\":1}");
        assertThat(json("---\n")).isEqualTo("null");
        assertThat(json("--- 5")).isEqualTo("5");
        assertThat(json("a: 1\r\nb: 2\r\n")).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n"})
    void aFileOfNothingIsNoBody(String yaml) {
        assertThatThrownBy(() -> json(yaml)).isInstanceOf(IOException.class).hasMessage("a body is required");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: 1\\n a: 2                   | ``     | malformed YAML at line 2, column 3
            a: [1,\\n  2                   | a[2]   | malformed YAML at line 2, column 4
            a: b: c                        | ``     | malformed YAML at line 1, column 5
            a: 1\\n\\tb: 2                 | ``     | malformed YAML at line 2, column 1
            a: {b: @x}                     | a.b    | malformed YAML at line 1, column 8
            a: 'x                          | a      | malformed YAML at line 1, column 6
            a: "\\\\q"                     | a      | malformed YAML at line 1, column 6
            a: "\\\\UFFFFFFFF"             | a      | malformed YAML, after what is at line 1, column 1
            a: "\\\\U00110000"             | a      | malformed YAML
            %YAML 2.0\\n---\\na            | ``     | malformed YAML at line 1, column 1
            a: 1\\n---\\nb: 2              | ``     | nothing may follow the YAML document: at line 2, column 1
            a: 1\\n---\\n                  | ``     | nothing may follow the YAML document: at line 2, column 1
            a: 1\\nb: {c: 1, "c": 2}       | b.c    | field given twice at line 2, column 11
            a: 1\\n"a": 2                  | a      | field given twice at line 2, column 1
            a: {? [b] : 1}                 | a      | a key must be a text
            a: {? {b: 1} : 1}              | a      | a key must be a text
            &k a: 1                        | ``     | a key must be a text
            !!str a: 1                     | ``     | a key must be a text
            a: &k b\\n*k : 1               | ``     | a key must be a text
            a: &k {b: 1}\\nc: {<<: *k}     | c.<<   | merge keys are not taken
            a: !!str 5                     | a      | tags are not taken, at line 1, column 4
            a: !!int "5"                   | a      | tags are not taken
            a: ! 5                         | a      | tags are not taken
            a: !!java.net.URL [x]          | a      | tags are not taken
            a: !!javax.script.ScriptEngineManager {}  | a | tags are not taken
            - !secret word                 | [0]    | tags are not taken
            %TAG ! tag:a.org,2000:\\n---\\n!b c | `` | tags are not taken
            a: !e!b c                      | a      | malformed YAML
            a: *none                       | a      | an alias must repeat a value that ends above it, at line 1, column 4
            a: &b [*b]                     | a[0]   | an alias must repeat a value that ends above it
            a: &b 1\\nc: &b 2              | c      | an anchor is given twice at line 2, column 4
            """)
    void aFaultNamesItsPlace(String yaml, String field, String message) {
        Violation fault = fault(yaml.translateEscapes());
        assertThat(fault.message()).startsWith(message);
        assertThat(fault.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7f, 0x85, 0x2028, 0x2029, 0xfffd, 0xfffe})
    void whatYamlsVersionsBreakLinesAtOrDoNotAllowMustBeEscaped(int character) throws IOException {
        String refused = "malformed YAML: a character is not UTF-8 or must be escaped, at line 2, column 5";
        assertThat(fault("a: 1\nb: x" + (char) character + "y").message()).isEqualTo(refused);
        assertThat(JSON.readTree(json("\"\\u%04x\"".formatted(character))).textValue())
                .isEqualTo(String.valueOf((char) character));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThat(fault(() -> json(new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'}))
                        .message())
                .isEqualTo("malformed YAML: a character is not UTF-8 or must be escaped, at line 1, column 4");
        assertThat(fault(() -> json("a: 1".getBytes(UTF_16LE))).message()).contains("not UTF-8");
    }

    @Test
    void anAliasRepeatsWhatHasItsAnchor() throws IOException {
        assertThat(json("a: &x {b: [1, .5]}\nc: *x\nd: [*x, *x]\ne: &y yes-man\nf: *y"))
                .isEqualTo("{\"a\":{\"b\":[1,0.5]},\"c\":{\"b\":[1,0.5]},\"d\":[{\"b\":[1,0.5]},{\"b\":[1,0.5]}],"
                        + "\"e\":\"yes-man\",\"f\":\"yes-man\"}");
        assertThat(json("- &empty\n- *empty\n- &n 007a\n- *n")).isEqualTo("[null,null,\"007a\",\"007a\"]");
        assertThat(json("- &a [&b 1, *b]\n- *a\n- *b")).isEqualTo("[[1,1],[1,1],1]");
    }

    @Test
    void aliasesCannotMakeMuchOfLittle() {
        StringBuilder laughs = new StringBuilder("- &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("- &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        Violation fault = fault(laughs.toString());
        assertThat(fault.message()).startsWith("exceeds a limit: 1048576 characters repeated by aliases, at line ");
        assertThat(fault.field()).matches("\\[\\d\\]\\[\\d\\]");
    }

    @Test
    void anchorsAreBounded() throws IOException {
        StringBuilder anchors = new StringBuilder();
        for (int i = 0; i < YamlDocument.MAX_ANCHORS; i++) {
            anchors.append("- &a").append(i).append(" 1\n");
        }
        assertThat(json(anchors.toString())).startsWith("[1,1,");
        assertThat(fault(anchors + "- &b 1\n").message()).startsWith("exceeds a limit: 1000 anchors, at line 1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "- ", "{a: ", "a:\n"})
    void nestingIsBounded(String level) {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            nested.append(level.endsWith("\n") ? " ".repeat(i) : "").append(level);
        }
        Violation fault = fault(nested.toString());
        assertThat(fault.message()).startsWith("exceeds a limit: nesting 500, at line ");
        assertThat(fault.field()).isNotEmpty();
    }

    @Test
    void whatIsLongIsReadInTheTimeItTakesToReadIt() throws IOException {
        String digits = "1".repeat(2_000_000);
        assertThat(json(digits)).isEqualTo(digits);
        for (String start : List.of("1_", "1:", "0x", "1.", ".", "1e", "+", "")) {
            String text = start + digits + " or so";
            assertThat(json(text)).isEqualTo('"' + text + '"');
        }
        assertThat(json("'" + digits + "'")).hasSize(digits.length() + 2);
    }

    /** YAML is more than JSON: nearly all JSON is YAML. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void jsonIsReadAsItself(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String json = tree(random, 4).toString();
            assertThat(json(json)).isEqualTo(json);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatSnakeYamlWritesIsReadAsItWasMeant(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            JsonNode tree = tree(random, 4);
            String yaml = dumped(random, tree);
            assertThat(JSON.readTree(json(yaml))).as(yaml).isEqualTo(tree);
        }
    }

    private static String dumped(Random random, JsonNode tree) {
        DumperOptions options = new DumperOptions();
        DumperOptions.FlowStyle[] flows = DumperOptions.FlowStyle.values();
        options.setDefaultFlowStyle(flows[random.nextInt(flows.length)]);
        options.setIndent(2 + random.nextInt(4));
        options.setWidth(20 + random.nextInt(100));
        options.setSplitLines(random.nextBoolean());
        options.setExplicitStart(random.nextBoolean());
        return new Yaml(options).dump(JSON.convertValue(tree, Object.class));
    }

    private static JsonNode tree(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0:
                return nodes.numberNode(random.nextInt());
            case 1:
                return nodes.numberNode(random.nextInt(1000) / 8.0);
            case 2:
                return nodes.booleanNode(random.nextBoolean());
            case 3:
                return random.nextInt(4) == 0 ? nodes.nullNode() : nodes.textNode(text(random));
            case 4:
                return nodes.textNode(text(random));
            case 5:
                ArrayNode items = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(tree(random, depth - 1));
                }
                return items;
            default:
                ObjectNode members = nodes.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.set(text(random), tree(random, depth - 1));
                }
                return members;
        }
    }

    private static String text(Random random) {
        List<String> doubtful =
                List.of("yes", "no", "010", "1_000", "0x10", "16:9", "~", "null", "true", ".5", "12", "2026-11-23");
        if (random.nextBoolean()) {
            return doubtful.get(random.nextInt(doubtful.size()));
        }
        List<String> parts = List.of(
                "a", " ", ": ", "#", "- ", "'", "\"", "\\", "é", "😀", "|", ">", "&a", "*a", "!", "%", "@", "{", "]",
                ",", "?");
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    /** Whatever comes, it is read or refused with a place. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverComesIsReadOrRefused(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "a",
                ":",
                ": ",
                "\n",
                "  ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "'",
                "\"",
                "\\",
                "\\U",
                "\\xZ",
                "FFFFFFFF",
                "&a ",
                "*a ",
                "!",
                "!!int ",
                "!<",
                "|\n",
                ">-\n",
                "#",
                "%YAML ",
                "%TAG ",
                "---\n",
                "...\n",
                "?",
                "? ",
                "<<",
                "\t",
                "\r",
                "1",
                "0x",
                "\u0085",
                "\ud83d\ude00",
                "\ufeff",
                "@",
                "`");
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            StringBuilder yaml = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                yaml.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                JSON.readTree(json(yaml.toString()));
            } catch (InvalidInputException fault) {
                assertThat(fault.getMessage()).contains(" at line ");
                refused++;
            } catch (IOException fault) {
                assertThat(fault).as(yaml.toString()).hasMessage("a body is required");
            }
        }
        assertThat(refused).isBetween(2000, 3990);
    }

    @Test
    void readersOfTheBodyAreHeardOf() {
        IOException gone = new IOException("gone");
        assertThatThrownBy(() -> YamlDocument.toJson(new java.io.InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw gone;
                    }
                }))
                .isSameAs(gone);
    }
}
