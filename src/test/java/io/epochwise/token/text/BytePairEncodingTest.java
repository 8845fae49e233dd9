package io.epochwise.token.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts are those of JTokkit on every text; what JTokkit cannot count in time is held against plain merging. */
class BytePairEncodingTest {
    private static final String[] SEEDS = {
        "a",
        "B",
        "é",
        "É",
        "ǅ",
        "ʰ",
        "日",
        "本",
        "ก",
        "्",
        "\u0301",
        "\u0489",
        "1",
        "٣",
        "½",
        "Ⅷ",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\u00A0",
        "\u2028",
        "\u3000",
        "\u0085",
        "\u200B",
        "\u001C",
        "!",
        "'",
        "'s",
        "'S",
        "'ſ",
        "'ll",
        "'VE",
        "'re",
        "'r",
        "/",
        "//",
        ".",
        "…",
        "_",
        "-",
        "😀",
        "👩🏽‍🚀",
        "𝐀",
        "𝒷",
        "𞤀",
        "𐐀",
        "\u0000",
        "\uFFFD",
        "ß",
        "İ",
        "ı",
        "K",
        "the",
        "The",
        "THE",
        "ing",
        "  \n",
        " \t ",
        "0000",
        "<|endoftext|>",
        "한국어",
        "नमस्ते",
        "مرحبا",
        "שלום",
        "Привет",
        "Ω"
    };

    private static com.knuddels.jtokkit.api.Encoding reference(String id) {
        return com.knuddels.jtokkit.Encodings.newLazyEncodingRegistry()
                .getEncoding(id)
                .orElseThrow();
    }

    private static void assertSame(Encoding ours, com.knuddels.jtokkit.api.Encoding reference, String text) {
        long expected = reference.countTokensOrdinary(text);
        if (ours.count(text) != expected || countedAmongLetters(ours, text) != expected) {
            assertThat(List.of(ours.count(text), countedAmongLetters(ours, text)))
                    .as(
                            "%s of %s",
                            ours.id(),
                            text.codePoints().mapToObj(Integer::toHexString).toList())
                    .containsOnly(expected);
        }
    }

    /** The text as bytes that have letters before and behind, which are not its own. */
    private static long countedAmongLetters(Encoding ours, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] among = new byte[3 + utf8.length + Encoding.PADDING];
        Arrays.fill(among, (byte) 'a');
        System.arraycopy(utf8, 0, among, 3, utf8.length);
        return ours.count(among, 3, 3 + utf8.length);
    }

    /** Each character that is one, beside letters of both cases, numbers, spaces, punctuation, marks and line breaks. */
    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void everyCharacterInEveryPlace(String id) {
        Encoding ours = Encodings.of(id);
        com.knuddels.jtokkit.api.Encoding reference = reference(id);
        List<String> frames =
                List.of("%sab", "A%sB", "ab%sCd", " %s", "%s ", "1%s2", "!%s!", "\n%s\n", "日%sÉ", "\u0301%s", "'%s");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3200 ? 1 : c < 0x20000 ? 7 : 997) {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                continue;
            }
            for (String frame : frames) {
                assertSame(ours, reference, frame.replace("%s", Character.toString(c)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void randomRowsOfWhatMatters(String id) {
        Encoding ours = Encodings.of(id);
        com.knuddels.jtokkit.api.Encoding reference = reference(id);
        Random random = new Random(5);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(14); n > 0; n--) {
                text.append(SEEDS[random.nextInt(SEEDS.length)]);
            }
            assertSame(ours, reference, text.toString());
        }
    }

    /** Code points of all planes, those that are not assigned too. */
    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void randomCharactersOfAllPlanes(String id) {
        Encoding ours = Encodings.of(id);
        com.knuddels.jtokkit.api.Encoding reference = reference(id);
        Random random = new Random(6);
        int[] limits = {0x80, 0x250, 0x3000, 0x10000, 0x20000, Character.MAX_CODE_POINT + 1};
        for (int i = 0; i < 30_000; i++) {
            int limit = limits[random.nextInt(limits.length)];
            String text = random.ints(1 + random.nextInt(40), 0, limit)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertSame(ours, reference, text);
        }
    }

    /** Runs of one character, of few characters, and of letters without a space, as long as JTokkit can bear. */
    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void longPieces(String id) {
        Encoding ours = Encodings.of(id);
        com.knuddels.jtokkit.api.Encoding reference = reference(id);
        Random random = new Random(8);
        List<String> alphabets =
                List.of("a", "ab", "abcdefghijklmnopqrstuvwxyz", "ABCdef", "=", "-=", " ", "日本語文字", "é", "的是不我一有大在人了");
        for (String alphabet : alphabets) {
            for (int length : new int[] {60, 64, 65, 250, 256, 257, 258, 400, 1_000, 5_000}) {
                StringBuilder text = new StringBuilder();
                while (text.length() < length) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                assertSame(ours, reference, text.toString());
            }
        }
    }

    /** What grows with the length counts as plain merging does, of pieces as they come in text and of any bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void longPiecesAreCountedAsByPlainMerging(String id) {
        Vocabulary vocabulary = Vocabulary.load("/com/knuddels/jtokkit/" + id + ".tiktoken");
        LongPieces.Counter pieces = new LongPieces(vocabulary).counter();
        Merges merges = new Merges(vocabulary);
        Random random = new Random(9);
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(400) + Encoding.PADDING];
            int length = bytes.length - Encoding.PADDING;
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                for (int at = 0; at < length; at++) {
                    bytes[at] = (byte) ('a' + random.nextInt(1 + i % 26));
                }
            }
            assertThat(pieces.count(bytes, 0, length)).as("round %d", i).isEqualTo(merges.count(bytes, 0, length));
        }
        List<Integer> whole = new ArrayList<>();
        byte[] token = new byte[vocabulary.longest() + Encoding.PADDING];
        for (int i = 0; i < vocabulary.size(); i += 37) {
            vocabulary.copy(i, token, 0);
            if (pieces.count(token, 0, vocabulary.length(i)) == 1) {
                whole.add(i);
            }
        }
        assertThat(whole).hasSizeGreaterThan(vocabulary.size() / 40);
    }

    /** A text is cut into parts where a word ends, whatever it is made of. */
    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void longTextsCountAsTheirParts(String id) {
        Encoding ours = Encodings.of(id);
        com.knuddels.jtokkit.api.Encoding reference = reference(id);
        Random random = new Random(10);
        StringBuilder text = new StringBuilder();
        while (text.length() < 300_000) {
            text.append(SEEDS[random.nextInt(SEEDS.length)]);
        }
        assertSame(ours, reference, text.toString());
    }
}
