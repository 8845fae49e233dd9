package io.epochwise.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How bytes become lines and lines become examples or findings. */
class ReadingTest {
    private static final JsonMapper LAX_ON_DUPLICATES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<FindingCode> NOT_JSON =
            Set.of(FindingCode.INVALID_JSON, FindingCode.TRUNCATED_JSON, FindingCode.NOT_UTF8);
    private static final Set<FindingCode> FOUND_BEFORE_THE_END =
            Set.of(FindingCode.DUPLICATE_KEY, FindingCode.NESTING_TOO_DEEP, FindingCode.TEXT_TOO_LONG);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Bytes in pieces of given sizes. */
    private static InputStream inPieces(byte[] bytes, IntSupplier sizes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(length, sizes.getAsInt()));
            }
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePiecesInWhichBytesComeDoNotMatter(long seed) {
        RandomLines lines = new RandomLines(seed);
        Random random = new Random(seed);
        List<byte[]> some = lines.lines(30);
        some.add(lines.mutated(some.get(0)));
        byte[] file = RandomLines.file(some, random.nextBoolean());
        if (random.nextInt(3) == 0) {
            file = Lines.concatenated(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, file);
        }
        DatasetProfile whole = Profiles.of(file, Profiles.GPT_4O);
        assertThat(Profiles.of(inPieces(file, () -> 1), Profiles.GPT_4O)).isEqualTo(whole);
        assertThat(Profiles.of(inPieces(file, () -> 1 + random.nextInt(9)), Profiles.GPT_4O))
                .isEqualTo(whole);
        assertThat(Profiles.of(inPieces(file, () -> 1 + random.nextInt(5000)), Profiles.GPT_4O))
                .isEqualTo(whole);
    }

    @Test
    void theEdgeOfABlockMayLieAnywhere() {
        String line = "{ \"messages\" : [ {\"role\":\"user\",\"name\":\"ada\",\"weight\":0.0,\"content\":["
                + Lines.text("\\u00e9\\ud83d\\ude00\\\"\\\\ \u00e9\u4f60\ud83d\ude00") + ","
                + Lines.image(Lines.png(640, 480).replace("/", "\\/"), "low")
                + ",true]}], \"tools\" : [{\"name\":\"look\"}], \"x\":[-1.5e-3,null,{\"y\":false}]} ";
        byte[] lines = (line + "\r\n \r\n" + line + "\r\n{\"messages\":[\"caf\u00e9").getBytes(StandardCharsets.UTF_8);
        DatasetProfile whole = Profiles.of(lines, Profiles.GPT_4O);
        assertThat(whole.examples()).isEqualTo(2);
        for (int block = 3; block < lines.length; block++) {
            DatasetProfiler inBlocks = new DatasetProfiler(
                    Profiles.CATALOG,
                    ProfileLimits.DEFAULT,
                    new Sharing(block % 2 == 0 ? null : Runnable::run, null, 1, block));
            assertThat(Profiles.by(inBlocks, new ByteArrayInputStream(lines), Profiles.GPT_4O))
                    .as("blocks of %d bytes", block)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyBytesAreFindingsAndNeverAFault(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                byte[] alphabet =
                        "{}[]\",:\\u0123 \n\r\tetruflasn-.messagesrolecontent".getBytes(StandardCharsets.UTF_8);
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = alphabet[(bytes[at] & 0xFF) % alphabet.length];
                }
            }
            addsUp(Profiles.of(bytes, Profiles.GPT_4O));
        }
    }

    private static void addsUp(DatasetProfile profile) {
        assertThat(profile.blankLines() + profile.examples() + profile.invalidExamples())
                .isEqualTo(profile.lines());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBrokenLineDoesNotTouchItsNeighbors(long seed) {
        RandomLines lines = new RandomLines(seed);
        DatasetProfile before = Profiles.of(Lines.file(Lines.ask("One?")), Profiles.GPT_4O);
        DatasetProfile after = Profiles.of(Lines.file(Lines.ask("Two?")), Profiles.GPT_4O);
        for (int i = 0; i < 60; i++) {
            byte[] line = RandomLines.file(List.of(lines.mutated(lines.line())), true);
            DatasetProfile alone = Profiles.of(line, Profiles.GPT_4O);
            assertThat(alone.lines()).isOne();
            addsUp(alone);
            byte[] file = Lines.concatenated(Lines.file(Lines.ask("One?")), line, Lines.file(Lines.ask("Two?")));
            assertThat(Profiles.of(file, Profiles.GPT_4O))
                    .as(() -> new String(line, StandardCharsets.ISO_8859_1))
                    .isEqualTo(Profiles.PROFILER.merge(List.of(before, alone, after)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsJsonAgreesWithJacksonAndWhatIsUtf8WithTheJdk(long seed) {
        RandomLines lines = new RandomLines(seed);
        for (int i = 0; i < 300; i++) {
            byte[] line = i % 10 == 0 ? lines.line() : lines.mutated(lines.line());
            agrees(line);
        }
    }

    private static void agrees(byte[] line) {
        DatasetProfile profile = Profiles.of(line);
        FindingCode fault = profile.invalidExamples() == 0 ? null : fault(profile);
        String text = decoded(line, CodingErrorAction.REPORT);
        String as = new String(line, StandardCharsets.ISO_8859_1);
        boolean isUtf8 = text != null;
        JsonNode json = parsed(LAX_ON_DUPLICATES, isUtf8 ? text : decoded(line, CodingErrorAction.REPLACE));
        if (profile.blankLines() == 1 || profile.lines() == 0) {
            assertThat(as).isBlank();
        } else if (json == null) {
            assertThat(fault).as(as).isIn(union(NOT_JSON, FOUND_BEFORE_THE_END));
        } else if (!isUtf8) {
            assertThat(fault).as(as).isIn(union(Set.of(FindingCode.NOT_UTF8), FOUND_BEFORE_THE_END));
        } else if (!json.isObject()) {
            assertThat(fault).as(as).isEqualTo(FindingCode.NOT_AN_OBJECT);
        } else if (parsed(STRICT, text) == null) {
            // a key may come twice in a value that is skipped, as that of an unknown key
            assertThat(fault).as(as).isNotIn(NOT_JSON);
        } else if (json.path("messages").isArray()) {
            assertThat(fault)
                    .as(as)
                    .isIn(
                            null,
                            FindingCode.EMPTY_MESSAGES,
                            FindingCode.MESSAGE_NOT_AN_OBJECT,
                            FindingCode.NESTING_TOO_DEEP);
        } else {
            assertThat(fault).as(as).isEqualTo(FindingCode.MISSING_MESSAGES);
        }
    }

    private static Set<FindingCode> union(Set<FindingCode> a, Set<FindingCode> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).collect(Collectors.toSet());
    }

    private static FindingCode fault(DatasetProfile profile) {
        List<FindingCode> codes = profile.findings().stream()
                .map(Finding::code)
                .filter(code -> code != FindingCode.NO_EXAMPLES && code != FindingCode.CRLF_LINE_ENDING)
                .toList();
        assertThat(codes).hasSize(1);
        return codes.get(0);
    }

    private static String decoded(byte[] bytes, CodingErrorAction action) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(action)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static JsonNode parsed(JsonMapper mapper, String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_JSON,   'iVBO\tRw0K'",
        "INVALID_JSON,   'iVBO\u0001'",
        "INVALID_JSON,   'iVBO\\x'",
        "TRUNCATED_JSON, 'iVBO'",
    })
    void base64IsHeldToTheGrammarOfStrings(FindingCode code, String base64) {
        String line = Lines.show(Lines.image("data:image/png;base64," + base64));
        String cut = code == FindingCode.TRUNCATED_JSON ? line.substring(0, line.indexOf(base64) + 4) : line;
        assertThat(fault(Profiles.of(Lines.file(cut)))).isEqualTo(code);
    }

    @Test
    void base64IsHeldToUtf8() {
        byte[] line = Lines.file(Lines.show(Lines.image("data:image/png;base64,iVBO\u00e9Rw0K")));
        assertThat(Profiles.codes(Profiles.of(line).findings())).containsExactly("INVALID_BASE64");
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == (byte) 0xA9 ? (byte) 'x' : line[i];
        }
        assertThat(fault(Profiles.of(line))).isEqualTo(FindingCode.NOT_UTF8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{} x", "{\"messages\":[]} x", "{\"messages\":[1]}}"})
    void whatFollowsAnUnusableObjectStillCounts(String line) {
        assertThat(fault(Profiles.of(Lines.file(line)))).isEqualTo(FindingCode.INVALID_JSON);
    }

    @Test
    void aLineEndIsSeenBehindAnyFault() {
        assertThat(Profiles.codes(Profiles.of(Lines.file("{\"a\\\r")).findings()))
                .containsExactly("CRLF_LINE_ENDING", "INVALID_JSON");
        assertThat(Profiles.codes(Profiles.of(Lines.file("{\"a\r")).findings()))
                .containsExactly("CRLF_LINE_ENDING", "INVALID_JSON");
        assertThat(Profiles.codes(
                        Profiles.of("{\"a\r".getBytes(StandardCharsets.UTF_8)).findings()))
                .containsExactly("INVALID_JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0",
        "'\n', 1, 1",
        "' ', 1, 1",
        "'\n\n', 2, 2",
        "' \n ', 2, 2",
        "'{}', 1, 0",
        "'{}\n', 1, 0",
        "'{}\n{}', 2, 0"
    })
    void aLineFeedEndsALineAndNothingFollowsTheLast(String file, int lines, int blank) {
        DatasetProfile profile = Profiles.of(file.getBytes(StandardCharsets.UTF_8));
        assertThat(profile.lines()).isEqualTo(lines);
        assertThat(profile.blankLines()).isEqualTo(blank);
        assertThat(profile.bytes()).isEqualTo(file.length());
        assertThat(Profiles.find(profile.findings(), FindingCode.NO_EXAMPLES)).isPresent();
    }
}
