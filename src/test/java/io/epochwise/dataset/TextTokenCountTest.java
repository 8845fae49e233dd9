package io.epochwise.dataset;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.token.TokenRange;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Counts of single texts are those of tiktoken, see golden/encodings.csv. */
class TextTokenCountTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final String BIRTHDAY = "お誕生日おめでとう";

    private static TextTokenCount count(String offering, String encoding, List<String> texts) {
        return TextTokenCount.of(CATALOG, new TextTokenRequest(offering, encoding, null, texts));
    }

    @Test
    void textsAreCountedOneByOneAndInAll() {
        assertThat(count("openai/gpt-4o", null, List.of("hello world", "", BIRTHDAY)))
                .isEqualTo(new TextTokenCount("o200k_base", true, List.of(2L, 0L, 8L), TokenRange.exactly(10)));
    }

    @Test
    void olderModelCountsWithTheOlderEncoding() {
        assertThat(count("openai/gpt-4", null, List.of(BIRTHDAY)))
                .isEqualTo(new TextTokenCount("cl100k_base", true, List.of(9L), TokenRange.exactly(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"o200k_base", "cl100k_base"})
    void encodingMayBeNamedInsteadOfTheOffering(String encoding) {
        long tokens = encoding.equals("o200k_base") ? 8 : 9;
        assertThat(count(null, encoding, List.of(BIRTHDAY)))
                .isEqualTo(new TextTokenCount(encoding, true, List.of(tokens), TokenRange.exactly(tokens)));
    }

    /** No source names the encoding of gpt-6-astra (assumed) or of computer-use-preview (nothing known). */
    @ParameterizedTest
    @ValueSource(strings = {"openai/gpt-6-astra", "openai/computer-use-preview"})
    void uncertainEncodingGivesTheRangeOverAllEncodings(String offering) {
        assertThat(count(offering, null, List.of(BIRTHDAY, "hello world")))
                .isEqualTo(new TextTokenCount("o200k_base", false, List.of(8L, 2L), new TokenRange(10, 10, 11)));
    }

    @Test
    void specialTokensAreText() {
        assertThat(count("openai/gpt-4o", null, List.of("<|endoftext|>", "<|endofprompt|>"))
                        .counts())
                .containsExactly(7L, 7L);
    }

    @Test
    void eitherOfferingOrEncodingIsGiven() {
        for (TextTokenRequest request : List.of(
                new TextTokenRequest(null, null, null, List.of("a")),
                new TextTokenRequest("openai/gpt-4o", "o200k_base", null, List.of("a")))) {
            assertThatThrownBy(() -> TextTokenCount.of(CATALOG, request))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("offering: give either an offering or an encoding");
        }
    }

    @Test
    void offeringAndEncodingMustBeKnown() {
        assertThatThrownBy(() -> count(null, "p50k_base", List.of("a")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("encoding: must be one of [cl100k_base, o200k_base]");
        assertThatThrownBy(() -> count("openai/gpt-4oo", null, List.of("a"))).isInstanceOf(UnknownNameException.class);
    }

    @Test
    void textsMustBeThere() {
        assertThatThrownBy(() -> count("openai/gpt-4o", null, Arrays.asList("a", null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("texts[1]: must be a text");
        for (List<String> texts : Arrays.asList(null, List.<String>of(), Collections.nCopies(10_001, "a"))) {
            assertThatThrownBy(() -> count("openai/gpt-4o", null, texts))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("texts: must be one to 10000 texts");
        }
    }

    /** Nobody states the ratio, so the count of o200k_base (2 and 8) is scaled and never called exact. */
    @Test
    void modelWithoutPublicTokenizerIsEstimatedByARatio() {
        TextTokenCount count = count("google/gemini-2.5-flash", null, List.of("hello world", BIRTHDAY));
        assertThat(count.exact()).isFalse();
        assertThat(count.encoding()).isEqualTo("o200k_base");
        assertThat(count.counts()).containsExactly(2L, 8L);
        // 0.85 rounded down and 1.25 rounded up, text by text
        assertThat(count.total()).isEqualTo(new TokenRange(1 + 6, 10, 3 + 10));
    }
}
