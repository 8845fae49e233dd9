package io.epochwise.token.text;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncodingsTest {
    private static final Encoding O200K = Encodings.of("o200k_base");
    private static final Encoding CL100K = Encodings.of("cl100k_base");

    @Test
    void knowsTheEncodingsByName() {
        assertThat(Encodings.ids()).containsExactly("cl100k_base", "o200k_base");
        assertThat(Encodings.ids())
                .allSatisfy(id -> assertThat(Encodings.of(id).id()).isEqualTo(id));
    }

    @Test
    void namesTheKnownEncodingsWhereOneIsUnknown() {
        assertThatThrownBy(() -> Encodings.of("o200k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown encoding o200k, known are [cl100k_base, o200k_base]");
    }

    /** Counts of the reference encoder (tiktoken 0.14.0), those of its cookbook among them. */
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/encodings.csv", useHeadersInDisplayName = true)
    void countsAsTheReferenceEncoder(String text, int o200k, int cl100k) {
        String unescaped = text.translateEscapes();
        assertThat(O200K.count(unescaped)).isEqualTo(o200k);
        assertThat(CL100K.count(unescaped)).isEqualTo(cl100k);
    }

    @Test
    void countsNothingInAnEmptyText() {
        assertThat(O200K.count("")).isZero();
        assertThat(CL100K.count("")).isZero();
    }

    @Test
    void countsAnyCharSequence() {
        assertThat(O200K.count(new StringBuilder("hello world"))).isEqualTo(2);
    }

    @Test
    void countsALoneSurrogateAsTheReplacementCharacter() {
        List<String> broken =
                List.of("\ud83d", "a\ud83d", "\ude00b", "\ude00\ud83d", "\ud83d\ud83d\ude00", "x\ud83dy z");
        assertThat(broken).allSatisfy(text -> {
            String replaced = text.codePoints()
                    .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(O200K.count(text)).isEqualTo(O200K.count(replaced));
            assertThat(CL100K.count(text)).isEqualTo(CL100K.count(replaced));
        });
        assertThat(CL100K.count("\ud83d")).isEqualTo(1);
        assertThat(CL100K.count("\ud83d\ude00")).isEqualTo(2);
    }

    /**
     * Where a naive merge is quadratic and a recursive pattern runs out of stack. Counts by tiktoken 0.14.0, but for the
     * spaces in o200k_base, on which tiktoken itself runs out of stack.
     */
    @ParameterizedTest
    @CsvSource({"a, 125000, 125000", "' ', 7813, 7813"})
    void countsAMillionTimesTheSameCharacter(String character, long o200k, long cl100k) {
        String text = character.repeat(1_000_000);
        assertThat(O200K.count(text)).isEqualTo(o200k);
        assertThat(CL100K.count(text)).isEqualTo(cl100k);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void countsTheSameFromManyThreads(long seed) {
        Random random = new Random(seed);
        List<String> texts = IntStream.range(0, 2_000)
                .mapToObj(i -> random.ints(1 + random.nextInt(60), 0x20, 0x250)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        List<Long> alone = texts.stream().map(O200K::count).toList();
        List<Long> together = texts.parallelStream().map(O200K::count).toList();
        assertThat(together).isEqualTo(alone);
    }
}
