package io.epochwise.dataset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What merging refuses, naming the field. */
class MergeRefusalTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final DatasetProfile GOOD = Profiles.of(
            Lines.file(
                    Lines.show(Lines.image(Lines.png(640, 480)), Lines.image("https://example.com/1")),
                    Lines.ask("Two?"),
                    Lines.ask("Two?")),
            Profiles.GPT_4O);

    private static List<Violation> refusal(DatasetProfile... parts) {
        return catchThrowableOfType(InvalidInputException.class, () -> Profiles.PROFILER.merge(Arrays.asList(parts)))
                .violations();
    }

    /** The good profile with the value at a JSON pointer replaced. */
    private static DatasetProfile with(String pointer, String value) throws Exception {
        ObjectNode tree = JSON.valueToTree(GOOD);
        int slash = pointer.lastIndexOf('/');
        String key = pointer.substring(slash + 1);
        if (tree.at(pointer.substring(0, slash)) instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), JSON.readTree(value));
        } else {
            ((ObjectNode) tree.at(pointer.substring(0, slash))).set(key, JSON.readTree(value));
        }
        return JSON.treeToValue(tree, DatasetProfile.class);
    }

    @Test
    void needsAProfile() {
        assertThat(refusal()).extracting(Violation::field).containsExactly("");
        assertThat(refusal((DatasetProfile) null)).extracting(Violation::field).containsExactly("[0]");
        assertThat(refusal(GOOD, null)).extracting(Violation::field).containsExactly("[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/schema | \"other/1\" | schema",
                "/catalogVersion | null | catalogVersion",
                "/catalogVersion | \"sha256:00\" | catalogVersion",
                "/asOf | null | asOf",
                "/bytes | -1 | bytes",
                "/lines | -1 | lines",
                "/blankLines | -1 | blankLines",
                "/blankLines | null | blankLines",
                "/images/unreadable | null | images.unreadable",
                "/images/sizeStep | null | images.sizeStep",
                "/tokensPerExample/step | null | tokensPerExample.step",
                "/examples | -1 | examples",
                "/invalidExamples | -1 | invalidExamples",
                "/messages | null | messages",
                "/messages/user | -1 | messages.user",
                "/text | null | text",
                "/text/encoding | \"cl100k_base\" | text.encoding",
                "/text/characters | -1 | text.characters",
                "/text/tokens | null | text.tokens",
                "/text/tokens/tool | -1 | text.tokens.tool",
                "/text/tokens/total | 1 | text.tokens.total",
                "/tokensPerExample | null | tokensPerExample",
                "/tokensPerExample/min | -1 | tokensPerExample.min",
                "/tokensPerExample/max | 5 | tokensPerExample",
                "/tokensPerExample/step | 3 | tokensPerExample.step",
                "/tokensPerExample/histogram | null | tokensPerExample.histogram",
                "/tokensPerExample/histogram | [] | tokensPerExample.histogram",
                "/tokensPerExample/histogram | [null] | tokensPerExample.histogram",
                "/tokensPerExample/histogram/0/count | -1 | tokensPerExample.histogram",
                "/tokensPerExample/histogram/0/from | 9999999 | tokensPerExample.histogram",
                "/images | null | images",
                "/images/count | -1 | images.count",
                "/images/bytes | -1 | images.bytes",
                "/images/byFormat | null | images.byFormat",
                "/images/byFormat/png | -1 | images.byFormat",
                "/images/bySource/url | null | images.bySource",
                "/images/unresolvedByDetail/medium | 1 | images.unresolvedByDetail",
                "/images/sizeStep | 0 | images.sizeStep",
                "/images/sizes | null | images.sizes",
                "/images/sizes/0 | null | images.sizes[0]",
                "/images/sizes/0/width | 0 | images.sizes[0]",
                "/images/sizes/0/detail | null | images.sizes[0]",
                "/images/sizes/0/count | -1 | images.sizes[0]",
                "/offerings | null | offerings",
                "/offerings/0 | null | offerings[0]",
                "/offerings/0/offering | null | offerings[0].offering",
                "/offerings/0/offering | \"openai/gpt-4o\" | offerings",
                "/offerings/0/textTokens | -1 | offerings[0].textTokens",
                "/offerings/0/truncatedExamples | -1 | offerings[0].truncatedExamples",
                "/offerings/0/tokensPerEpoch | null | offerings[0].tokensPerEpoch",
                "/offerings/0/findings | null | offerings[0].findings",
                "/findings | null | findings",
                "/findings/0 | null | findings[0]",
                "/findings/0/code | null | findings[0]",
                "/findings/0/count | -1 | findings[0]",
                "/findings/0/firstLines | [0] | findings[0]",
                "/fingerprints | null | fingerprints",
                "/fingerprints | \"\" | fingerprints",
                "/fingerprints | \"no base64\" | fingerprints",
            })
    void refusesWhatNoProfileHas(String pointer, String value, String field) throws Exception {
        DatasetProfile bad = with(pointer, value);
        assertThat(refusal(bad)).first().extracting(Violation::field).isEqualTo("[0]." + field);
        assertThat(refusal(GOOD, bad)).first().extracting(Violation::field).isEqualTo("[1]." + field);
    }

    @Test
    void refusesPartsOfAnotherDayOrOtherOfferings() throws Exception {
        assertThat(refusal(GOOD, with("/asOf", "\"2026-11-24\"")))
                .extracting(Violation::field)
                .containsExactly("[1].asOf");
        DatasetProfile other = Profiles.of(Lines.file(Lines.ask("?")), Profiles.GPT_35);
        assertThat(refusal(GOOD, other)).extracting(Violation::field).containsExactly("[1].offerings");
        assertThat(refusal(GOOD, Profiles.of(new byte[0])))
                .extracting(Violation::field)
                .containsExactly("[1].offerings");
    }

    @Test
    void refusesAnOfferingTwice() {
        DatasetProfile twice = new DatasetProfile(
                GOOD.schema(),
                GOOD.catalogVersion(),
                GOOD.asOf(),
                GOOD.bytes(),
                GOOD.lines(),
                GOOD.blankLines(),
                GOOD.examples(),
                GOOD.invalidExamples(),
                GOOD.messages(),
                GOOD.text(),
                GOOD.tokensPerExample(),
                GOOD.images(),
                List.of(GOOD.offerings().get(0), GOOD.offerings().get(0)),
                GOOD.findings(),
                GOOD.fingerprints());
        assertThat(refusal(twice)).extracting(Violation::field).containsExactly("[0].offerings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // neither exact nor sampled
                "02 05 01 00 06 02 01 01",
                // sampled, though nothing was left out
                "01 05 01 00 06 02 01 01",
                // a fingerprint twice
                "00 05 01 00 00 02 01 01",
                // line 0; a line beyond the last; a repeat on its own line
                "00 05 00 00 06 02 01 01",
                "00 05 01 00 06 02 01 02",
                "00 05 01 00 06 02 01 00",
                // fewer, more than the examples
                "00 05 01 00 06 02 00",
                "00 05 01 01 01 06 02 01 01",
                // cut off, and a number without end
                "00 05 01 00 06 02 01",
                "00 05 01 00 ff ff ff ff ff ff ff ff ff ff 01 02 01 01",
                // more bits than a fingerprint has
                "00 05 01 00 80 80 80 80 80 80 40 02 01 01",
            })
    void refusesFingerprintsThatNoFileHas(String hex) throws Exception {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        DatasetProfile bad = with("/fingerprints", "\"" + Base64.getEncoder().encodeToString(bytes) + "\"");
        assertThat(refusal(bad)).extracting(Violation::field).containsExactly("[0].fingerprints");
    }

    @Test
    void takesTheFingerprintsThatTheOthersAreSpoiledFrom() throws Exception {
        byte[] bytes = {0, 5, 1, 0, 6, 2, 1, 1};
        DatasetProfile good = with("/fingerprints", "\"" + Base64.getEncoder().encodeToString(bytes) + "\"");
        assertThat(Profiles.PROFILER.merge(List.of(good)).examples()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bytes",
                "/messages/user",
                "/text/tokens/total",
                "/text/characters",
                "/images/sizes/0/count",
                "/offerings/0/textTokens"
            })
    void refusesSumsThatOverflow(String pointer) throws Exception {
        DatasetProfile huge = with(pointer, Long.toString(Long.MAX_VALUE));
        assertThat(refusal(GOOD, huge)).isNotEmpty();
        assertThat(refusal(Collections.nCopies(2, huge).toArray(new DatasetProfile[0])))
                .isNotEmpty();
    }
}
