package io.epochwise.dataset;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.RuleParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageTokenCountTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static ImageTokenCount count(String offering, LocalDate asOf, ImageTokenRequest.Image... images) {
        return ImageTokenCount.of(CATALOG, new ImageTokenRequest(offering, asOf, null, Arrays.asList(images)), TODAY);
    }

    private static ImageTokenRequest.Image image(Integer width, Integer height, Detail detail) {
        return new ImageTokenRequest.Image(width, height, detail);
    }

    /**
     * The provider's worked examples (OA-IMG-OLD, OA-IMG-NEW), each on a day on which the edition that holds it was in
     * force. Patches are billed as counted or one token more; other readings widen the range.
     */
    @ParameterizedTest(name = "{0} on {1}: {2} x {3} {4}: {6}")
    @CsvSource({
        "gpt-4o-2024-08-06, 2026-02-26, 1024, 1024, high, 765,  765,  765",
        "gpt-4o-2024-08-06, 2026-02-26, 2048, 4096, high, 1105, 1105, 1105",
        "gpt-4o-2024-08-06, 2026-02-26, 4096, 8192, low,  85,   85,   85",
        "gpt-4.1-mini,      2025-06-01, 1024, 1024, high, 1659, 1659, 1660",
        "gpt-4.1-nano,      2025-06-01, 1024, 1024, high, 2520, 2520, 2521",
        "o4-mini,           2025-06-01, 1024, 1024, high, 1762, 1762, 1763",
        "gpt-4.1-mini,      2025-06-01, 1800, 2400, high, 2353, 2353, 2354",
        "gpt-5.4,           2026-10-01, 1024, 1024, high, 1229, 1229, 1230",
        "gpt-5.4,           2026-10-01, 2048, 2048, high, 1826, 3000, 3001",
        "gpt-6-astra,       2026-10-01, 2048, 2048, high, 3000, 3000, 3001"
    })
    void documentedExamplesAreCountedAsDocumented(
            String model, LocalDate asOf, int width, int height, String detail, long low, long tokens, long high) {
        Detail asked = Detail.parse(detail).orElseThrow();
        ImageTokenCount count = count("openai/" + model, asOf, image(width, height, asked));
        assertThat(count.images())
                .containsExactly(new ImageTokenCount.Image(width, height, asked, tokens, low, high, null));
        assertThat(count.total()).isEqualTo(new TokenRange(low, tokens, high));
        assertThat(count.asOf()).isEqualTo(asOf);
    }

    @Test
    void ruleIsNamedWithItsSource() {
        ImageTokenCount count = count("openai/gpt-4o", null, image(1024, 1024, Detail.HIGH));
        assertThat(count.offering()).isEqualTo("openai/gpt-4o-2024-08-06");
        assertThat(count.asOf()).isEqualTo(TODAY);
        assertThat(count.rule().id()).isEqualTo("openai-tile-512");
        assertThat(count.rule().reading()).isEqualTo("documented");
        assertThat(count.rule().source()).startsWith("OA-IMG-NEW: https://");
        assertThat(count.warnings()).isEmpty();
    }

    @Test
    void billedFigureIsExpectedWhereItContradictsTheDocumentedOne() {
        // 1,024 patches: 1,229 tokens by the factor 1.2 as recorded, 1,659 by the documented 1.62, perhaps one more.
        ImageTokenCount count = count("openai/gpt-5-mini", LocalDate.of(2026, 8, 31), image(1024, 1024, Detail.HIGH));
        assertThat(count.rule().reading()).isEqualTo("billed");
        assertThat(count.total()).isEqualTo(new TokenRange(1229, 1229, 1660));
        assertThat(count.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(FindingCode.IMAGE_TOKENS_DISPUTED);
            assertThat(warning.text())
                    .contains("billed (billed about a year before the page was corrected")
                    .contains("; documented (not billed at any known time");
            assertThat(warning.source()).contains("RECORDED: ").contains("OA-IMG-OLD: ");
        });
    }

    @Test
    void correctedDocumentationEndsTheDispute() {
        ImageTokenCount count = count("openai/gpt-5-mini", LocalDate.of(2026, 9, 1), image(1024, 1024, Detail.HIGH));
        assertThat(count.rule().reading()).isEqualTo("documented");
        assertThat(count.total()).isEqualTo(new TokenRange(1229, 1229, 1230));
        // The multiplier is stated, the levels of detail of this model are not.
        assertThat(count.warnings()).extracting(TokenWarning::code).containsExactly(FindingCode.IMAGE_RULE_IN_DOUBT);
    }

    @Test
    void rejectedImageHasNoTokensAndNoPartInTheTotal() {
        ImageTokenCount count =
                count("openai/gpt-4o", null, image(1024, 1024, Detail.ORIGINAL), image(1024, 1024, Detail.HIGH));
        assertThat(count.images().get(0))
                .isEqualTo(new ImageTokenCount.Image(
                        1024,
                        1024,
                        Detail.ORIGINAL,
                        null,
                        null,
                        null,
                        "detail original is not supported by this rule"));
        assertThat(count.total()).isEqualTo(TokenRange.exactly(765));
    }

    @ParameterizedTest(name = "{0}: {1} x {2}: {3}")
    @CsvSource({"2026-10-01, 6400, 4800, 36000", "2026-10-01, 6401, 4800, ", "2026-08-31, 6401, 4800, 36180"})
    void imageOver30000PatchesIsRejectedFromSeptember2026(LocalDate asOf, int width, int height, Long tokens) {
        ImageTokenCount.Image image = count("openai/gpt-5.6-sol", asOf, image(width, height, Detail.ORIGINAL))
                .images()
                .get(0);
        assertThat(image.tokens()).isEqualTo(tokens);
        assertThat(image.rejected())
                .isEqualTo(tokens == null ? "the image has 30150 patches, more than the 30000 allowed" : null);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "openai/computer-use-preview, 2026-07-23, no rule for the tokens of images is known for this date",
        "openai/gpt-3.5-turbo, 2026-07-22, no source says that the model takes images"
    })
    void withoutRuleThereIsNoTotal(String offering, LocalDate asOf, String reason) {
        ImageTokenCount count = count(offering, asOf, image(10, 20, null));
        assertThat(count.rule()).isNull();
        assertThat(count.total()).isNull();
        assertThat(count.images())
                .containsExactly(new ImageTokenCount.Image(10, 20, Detail.AUTO, null, null, null, reason));
        assertThat(count.warnings()).extracting(TokenWarning::code).containsExactly(FindingCode.NO_IMAGE_RULE);
    }

    @Test
    void detailIsAutoWhereNoneIsAsked() {
        // On gpt-5.4 auto is high, on gpt-6-astra it is original.
        assertThat(count("openai/gpt-5.4", LocalDate.of(2026, 10, 1), image(2048, 2048, null))
                        .total()
                        .expected())
                .isEqualTo(3000);
        assertThat(count("openai/gpt-6-astra", LocalDate.of(2026, 10, 1), image(2048, 2048, null))
                        .total()
                        .expected())
                .isEqualTo(4916);
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThatThrownBy(() -> count(
                        "openai/gpt-4o",
                        null,
                        image(1, 1_000_000, null),
                        image(0, 1_000_001, null),
                        null,
                        image(null, 1, null)))
                .isInstanceOfSatisfying(InvalidInputException.class, fault -> assertThat(fault.violations())
                        .containsExactly(
                                new Violation("images[1].width", "must be pixels from 1 to 1000000"),
                                new Violation("images[1].height", "must be pixels from 1 to 1000000"),
                                new Violation("images[2]", "must be an object"),
                                new Violation("images[3].width", "must be pixels from 1 to 1000000")));
    }

    @Test
    void numberOfImagesIsLimited() {
        for (List<ImageTokenRequest.Image> images : Arrays.asList(
                null, List.<ImageTokenRequest.Image>of(), Collections.nCopies(10_001, image(1, 1, null)))) {
            assertThatThrownBy(() -> ImageTokenCount.of(
                            CATALOG, new ImageTokenRequest("openai/gpt-4o", null, null, images), TODAY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("images: must be one to 10000 images");
        }
        ImageTokenCount most = ImageTokenCount.of(
                CATALOG,
                new ImageTokenRequest(
                        "openai/gpt-4o", null, null, Collections.nCopies(10_000, image(1, 1, Detail.LOW))),
                TODAY);
        assertThat(most.total()).isEqualTo(TokenRange.exactly(850_000));
    }

    @Test
    void offeringMustBeKnown() {
        assertThatThrownBy(() -> count(null, null, image(1, 1, null))).hasMessage("offering: is missing");
        assertThatThrownBy(() -> count("openai/gpt-4", null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> count("openai/gpt-4oo", null, image(1, 1, null)))
                .isInstanceOfSatisfying(UnknownNameException.class, unknown -> assertThat(unknown.nearest())
                        .contains("openai/gpt-4o"));
    }

    private static ImageTokenCount count(Map<String, Object> parameters) {
        return ImageTokenCount.of(
                CATALOG,
                new ImageTokenRequest(
                        "google/gemini-3.5-flash",
                        TODAY,
                        new RuleParameters(parameters),
                        List.of(image(100, 100, null))),
                TODAY);
    }

    @Test
    void parametersOfTheRuleCanBeAskedFor() {
        assertThat(count(Map.of()).total().expected()).isEqualTo(1120);
        ImageTokenCount low = count(Map.of("mediaResolution", "low"));
        assertThat(low.total().expected()).isEqualTo(280);
        assertThat(low.rule().parameters()).containsEntry("mediaResolution", "low");
    }

    @Test
    void parametersThatNoRuleTakesAreNamed() {
        assertThatThrownBy(() -> count(Map.of("mediaresolution", "low")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "ruleParameters: rule gemini-media-resolution: unknown parameter mediaresolution, known are [");
        assertThatThrownBy(() -> count(Map.of("mediaResolution", "sharp")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mediaResolution");
    }

    /** Media resolution of Gemini 2.5 (G-MEDIARES) says nothing of the default, which is disputed between 258 and tiles. */
    @ParameterizedTest
    @CsvSource({"low, 64", "medium, 256", "high, 2048"})
    void aSettingThatMustBeAskedForHasARuleOfItsOwn(String resolution, long tokens) {
        ImageTokenRequest.Image photo = image(640, 480, null);
        assertThat(count("google/gemini-2.5-flash", null, photo).total()).isEqualTo(new TokenRange(258, 258, 1032));
        ImageTokenCount asked = ImageTokenCount.of(
                CATALOG,
                new ImageTokenRequest(
                        "google/gemini-2.5-flash",
                        TODAY,
                        new RuleParameters(Map.of("mediaResolution", resolution)),
                        List.of(photo)),
                TODAY);
        assertThat(asked.rule().reading()).isEqualTo("on-request");
        assertThat(asked.total()).isEqualTo(TokenRange.exactly(tokens));
    }
}
