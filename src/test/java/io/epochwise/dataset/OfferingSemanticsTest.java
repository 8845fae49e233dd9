package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encodings;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What text, messages and whole files count as, and the limits of offerings. */
class OfferingSemanticsTest {
    private static final Catalog SMALL = CatalogLoader.load(List.of(new CatalogFile("test.yaml", """
            provider: test
            sources:
              S: { citation: "a test", asOf: 2026-01-01, grade: derived }
            definitions:
              overhead: &overhead { perMessage: 4, perName: 1, perRequest: 3, perExample: { low: 0, expected: 2, high: 3 }, toolFamily: gpt-4o, source: S }
              tiles: &tiles
                - { rule: openai-tile-512, parameters: { base: 85, perTile: 170, maxSide: 2048, shortSide: 768, tile: 512 }, source: S }
            offerings:
              - id: test/small
                name: Small limits
                kind: hosted
                textEncoding: { encoding: o200k_base, source: S }
                messageTokens: *overhead
                imageRules: *tiles
                contextTokens: { training: 100, inference: 100, source: S }
                fineTuning: { methods: [sft], visionMethods: [sft], validation: unstated, source: S }
                limits:
                  - { limit: examples, min: 2, max: 3, source: S }
                  - { limit: examples-with-images, max: 1, source: S }
                  - { limit: image-bytes, max: 100, effect: image-skipped, source: S }
                  - { limit: image-color-mode, values: [rgb], effect: image-skipped, source: S }
                  - { limit: image-source, values: [base64], effect: image-skipped, source: S }
                  - { limit: image-role, values: [user], effect: image-skipped, source: S }
                  - { limit: file-bytes, max: 1000, source: S }
              - id: test/text-only
                name: Text only
                kind: hosted
                textEncoding: { encoding: cl100k_base, source: S }
                messageTokens: *overhead
                fineTuning: { methods: [sft], validation: unstated, source: S }
              - id: test/closed
                name: Not tunable
                kind: hosted
                messageTokens: *overhead
                imageRules: *tiles
                fineTuning: { methods: [], source: S }
              - id: test/unknown
                name: Nothing known
                kind: hosted
            """)));
    private static final DatasetProfiler PROFILER = new DatasetProfiler(SMALL, ProfileLimits.DEFAULT, Sharing.NONE);

    private static OfferingProfile small(String offering, String... lines) {
        return Profiles.by(PROFILER, new ByteArrayInputStream(Lines.file(lines)), offering)
                .offerings()
                .get(0);
    }

    private static List<String> limits(OfferingProfile profile) {
        return profile.findings().stream()
                .map(finding -> finding.code() + " " + finding.count() + " of " + finding.limit())
                .toList();
    }

    private static long o200k(String text) {
        return Encodings.of("o200k_base").count(text);
    }

    @Test
    void anExampleOverTheContextIsCut() {
        String text = "x y ".repeat(60);
        long tokens = o200k("Read.") + o200k(text) + o200k("Yes.") + 3 * 4 + 2;
        assertThat(tokens).isGreaterThan(103);
        OfferingProfile cut = small("test/small", Lines.ask(text), Lines.ask("?"));
        long other = o200k("Read.") + o200k("?") + o200k("Yes.") + 3 * 4 + 2;
        assertThat(cut.tokensPerEpoch()).isEqualTo(new TokenRange(100 + other - 2, 100 + other, 100 + other + 1));
        assertThat(cut.textTokens() + cut.overheadTokens()).isEqualTo(tokens + other);
        assertThat(cut.truncatedExamples()).isOne();
        Finding found =
                Profiles.find(cut.findings(), FindingCode.EXAMPLE_OVER_CONTEXT).orElseThrow();
        assertThat(found.firstLines()).containsExactly(1L);
        assertThat(found.limit()).isEqualTo("100");
    }

    @Test
    void anExampleOfTheContextIsNotCut() {
        long rest = 3 * 4 + 2 + o200k("Read.") + o200k("Yes.");
        String text = "a" + " b".repeat((int) (100 - rest - 1));
        assertThat(o200k(text)).isEqualTo(100 - rest);
        OfferingProfile whole = small("test/small", Lines.ask(text), Lines.ask("?"));
        OfferingProfile cut = small("test/small", Lines.ask(text + " b"), Lines.ask("?"));
        assertThat(whole.truncatedExamples()).isZero();
        assertThat(cut.truncatedExamples()).isOne();
        assertThat(cut.tokensPerEpoch().expected())
                .isEqualTo(whole.tokensPerEpoch().expected());
        assertThat(whole.tokensPerEpoch().high() - whole.tokensPerEpoch().expected())
                .as("of the example at the context nothing more can be billed")
                .isEqualTo(1);
    }

    @Test
    void limitsOfImagesSkipWhereTheirEffectSaysSo() {
        String good = Lines.image(Lines.png(8, 8));
        assertThat(small("test/small", Lines.show(good)).imageTokens()).isEqualTo(255);
        List<String> bad = List.of(
                Lines.image(Lines.png(8, 8, Lines.PALETTE)),
                Lines.image(Lines.png(8, 8, Lines.RGBA)),
                Lines.image(Lines.dataUrl("image/png", Lines.pngBytes(8, 8, Lines.RGB, 101))),
                Lines.imageUrl("\"url\":\"https://example.com/1\",\"width\":8,\"height\":8"));
        for (String image : bad) {
            OfferingProfile profile = small("test/small", Lines.show(image));
            assertThat(profile.imageTokens()).isZero();
            assertThat(profile.tokensPerEpoch().high()
                            - profile.tokensPerEpoch().expected())
                    .as("may count after all, up to the context")
                    .isGreaterThan(50);
        }
        String system = "{\"role\":\"system\",\"content\":[" + good + "]}";
        assertThat(small("test/small", Lines.example(system)).imageTokens()).isZero();
    }

    @Test
    void limitsOfTheFileAreFindings() {
        String[] lines =
                Collections.nCopies(4, Lines.show(Lines.image(Lines.png(8, 8)))).toArray(new String[0]);
        assertThat(limits(small("test/small", lines[0]))).contains("TOO_FEW_EXAMPLES 1 of 2");
        assertThat(limits(small("test/small", lines)))
                .contains(
                        "TOO_MANY_EXAMPLES 4 of 3",
                        "TOO_MANY_EXAMPLES_WITH_IMAGES 4 of 1",
                        "FILE_TOO_LARGE " + Lines.file(lines).length + " of 1000");
        assertThat(limits(small("test/small", Lines.ask("?"), Lines.ask("?")))).isEmpty();
        assertThat(limits(small("test/small", Lines.ask("?"), Lines.ask("?"), lines[0])))
                .hasSize(1);
        assertThat(limits(Profiles.gpt4o(Lines.ask("?")))).containsExactly("TOO_FEW_EXAMPLES 1 of 10");
    }

    @Test
    void aModelWithoutImagesCannotBeTunedOnThem() {
        OfferingProfile profile =
                small("test/text-only", Lines.show(Lines.image(Lines.png(8, 8)), Lines.image(Lines.png(8, 8))));
        assertThat(profile.imageTokens()).isZero();
        assertThat(limits(profile)).containsExactly("IMAGES_NOT_TRAINABLE 1 of null", "NO_IMAGE_RULE 2 of null");
        assertThat(small("test/text-only", Lines.ask("?")).findings()).isEmpty();
        assertThat(Profiles.find(
                        Profiles.of(Lines.file(Lines.show(Lines.image(Lines.png(8, 8)))), Profiles.GPT_41_MINI)
                                .offerings()
                                .get(0)
                                .findings(),
                        FindingCode.IMAGES_NOT_TRAINABLE))
                .isPresent();
    }

    @Test
    void aModelThatCannotBeTunedIsCountedAllTheSame() {
        OfferingProfile profile = small("test/closed", Lines.show(Lines.image(Lines.png(8, 8))));
        assertThat(limits(profile)).containsExactly("TEXT_TOKENS_ESTIMATED 1 of null", "NOT_TUNABLE 1 of null");
        assertThat(profile.imageTokens()).isEqualTo(255);
        assertThat(profile.findings().get(1).source()).contains("a test");
        assertThat(limits(small("test/unknown", Lines.ask("?"))))
                .containsExactly("TEXT_TOKENS_ESTIMATED 1 of null", "NOT_TUNABLE 1 of null");
    }

    @Test
    void whereNothingIsKnownOfThePackagingItIsARangeFromZero() {
        OfferingProfile profile = small("test/unknown", Lines.ask("?"));
        assertThat(profile.overheadTokens()).isEqualTo(3 * 4 + 2);
        assertThat(profile.tokensPerEpoch())
                .isEqualTo(new TokenRange(profile.textTokens(), profile.textTokens() + 14, profile.textTokens() + 15));
    }

    @Test
    void whatIsNullIsAsGoodAsAbsent() {
        String line =
                "{\"messages\":[{\"role\":\"user\",\"name\":null,\"weight\":null,\"content\":[{\"type\":\"image_url\","
                        + "\"image_url\":{\"url\":\"https://example.com/a.png\",\"detail\":null,\"width\":null,\"height\":null}}]},"
                        + "{\"role\":\"assistant\",\"content\":\"yes\",\"tool_calls\":null}],\"tools\":null,\"functions\":null}";
        assertThat(Profiles.of(Lines.file(line)).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.MISSING_SYSTEM_MESSAGE, FindingCode.UNRESOLVED_IMAGE);
    }

    @Test
    void toolsCountEvenWhereNothingIsKnownOfThePackaging() {
        String tools = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"look\"}}]}";
        String line = Lines.ask("?").replaceFirst("}$", tools);
        long tokens = 7 + 12 + o200k("look:");
        for (String offering : List.of("test/small", "test/unknown")) {
            OfferingProfile without = small(offering, Lines.ask("?"));
            OfferingProfile with = small(offering, line);
            assertThat(with.overheadTokens() - without.overheadTokens()).isEqualTo(tokens);
            assertThat(with.tokensPerEpoch().high() - without.tokensPerEpoch().high())
                    .isEqualTo(tokens + 5);
        }
    }

    @Test
    void eachOfferingCountsWithItsOwnEncoding() {
        String text = "\u4f60\u597d\uff0c\u4e16\u754c";
        assertThat(o200k(text)).isNotEqualTo(Encodings.of("cl100k_base").count(text));
        DatasetProfile profile = Profiles.by(
                PROFILER, new ByteArrayInputStream(Lines.file(Lines.ask(text))), "test/text-only", "test/small");
        long rest = o200k("Read.") + o200k("Yes.");
        assertThat(profile.text().tokens().user()).isEqualTo(o200k(text));
        assertThat(profile.offerings().get(1).textTokens()).isEqualTo(rest + o200k(text));
        assertThat(profile.offerings().get(0).textTokens())
                .isEqualTo(rest + Encodings.of("cl100k_base").count(text));
        assertThat(profile.tokensPerExample().max())
                .isEqualTo(profile.offerings().get(0).tokensPerEpoch().expected());
    }

    @Test
    void namesCountOneAndTheirOwnTokens() {
        OfferingProfile without = Profiles.gpt4o(Lines.example("{\"role\":\"user\",\"content\":\"Hi\"}"));
        OfferingProfile with = Profiles.gpt4o(Lines.example("{\"role\":\"user\",\"content\":\"Hi\",\"name\":\"Ada\"}"));
        assertThat(with.overheadTokens() - without.overheadTokens()).isEqualTo(1);
        assertThat(with.textTokens() - without.textTokens()).isEqualTo(o200k("Ada"));
    }

    @Test
    void callsOfToolsCountAsTextOfTheAssistant() {
        String function = "{\"name\":\"look\",\"arguments\":\"{\\\"at\\\": \\\"the sky\\\"}\"}";
        long tokens = o200k("look") + o200k("{\"at\": \"the sky\"}");
        for (String call : List.of(
                "\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":" + function + "}]",
                "\"function_call\":" + function)) {
            DatasetProfile profile = Profiles.of(Lines.file(Lines.example(
                    Lines.system("Hi"), Lines.user(Lines.text("Hi")), "{\"role\":\"assistant\"," + call + "}")));
            assertThat(profile.text().tokens().assistant()).isEqualTo(tokens);
            assertThat(profile.text().characters()).isEqualTo(2 + 2 + 4 + 17);
            assertThat(profile.findings()).isEmpty();
        }
    }

    @Test
    void weightZeroCountsFully() {
        String weighted = "{\"role\":\"assistant\",\"content\":\"Yes.\",\"weight\":%s}";
        OfferingProfile one = Profiles.gpt4o(Lines.example(Lines.system("Hi"), weighted.formatted(1)));
        OfferingProfile zero = Profiles.gpt4o(Lines.example(Lines.system("Hi"), weighted.formatted(0)));
        assertThat(zero).isEqualTo(one);
    }

    @Test
    void rolesOfOlderOrNewerNameAreAlike() {
        DatasetProfile profile = Profiles.of(Lines.file(Lines.example(
                Lines.message("developer", "Hi"),
                Lines.message("user", "Hi"),
                Lines.message("function", "Hi"),
                Lines.message("narrator", "Hi"),
                Lines.assistant("Hi"))));
        assertThat(profile.messages()).isEqualTo(new DatasetProfile.Messages(1, 1, 1, 1));
        assertThat(profile.text().tokens()).isEqualTo(new DatasetProfile.RoleTokens(1, 1, 1, 1, 5));
        assertThat(Profiles.codes(profile.findings())).containsExactly("UNRECOGNIZED_ROLE");
    }

    @Test
    void aliasesAreTheOfferingsThemselves() {
        assertThat(Profiles.of(Lines.file(Lines.ask("?")), "openai/gpt-4o", Profiles.GPT_4O))
                .isEqualTo(Profiles.of(Lines.file(Lines.ask("?")), Profiles.GPT_4O));
    }

    @Test
    void unknownOrTooManyOfferingsAreRefused() {
        assertThatThrownBy(() -> Profiles.of(new byte[0], "openai/none")).isInstanceOf(UnknownNameException.class);
        String[] many = Profiles.CATALOG.offerings().stream()
                .limit(51)
                .map(offering -> offering.id())
                .toArray(String[]::new);
        assertThat(many).hasSize(51);
        assertThatThrownBy(() -> Profiles.of(new byte[0], many)).isInstanceOf(InvalidInputException.class);
        assertThat(Profiles.of(new byte[0], Arrays.copyOf(many, 50)).offerings())
                .hasSize(50);
    }
}
