package io.epochwise.dataset;

import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Offering;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LimitFindingsTest {
    /** What no sum of a profile tells. */
    private static final Set<FindingCode> BY_LINE_ALONE =
            Set.of(FindingCode.IMAGE_ROLE_NOT_TAKEN, FindingCode.IMAGE_TOO_LARGE, FindingCode.IMAGE_TOKENS_DISPUTED);

    private static List<Finding> found(Dataset dataset, Offering offering) {
        return LimitFindings.of(dataset, offering, null, Profiles.DAY);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().name()).toList();
    }

    private static Offering lab(String keys) {
        return CatalogLoader.load(List.of(new CatalogFile("lab.yaml", """
                        provider: lab
                        sources:
                          PAGE: { citation: "a page", asOf: 2026-01-31, grade: official }
                        offerings:
                          - id: lab/model
                            name: Model
                            aliases: [lab/m]
                            kind: hosted
                            fineTuning: { methods: [sft], visionMethods: [sft], source: PAGE }
                            imageRules:
                              - { rule: openai-tile-512, parameters: { base: 85, perTile: 170, maxSide: 2048, shortSide: 768, tile: 512 }, source: PAGE }
                        """ + keys.indent(4))))
                .require("lab/model");
    }

    private static DatasetSummary summary(long examples, String text, String images) {
        return new DatasetSummary(
                Range.exactly(examples),
                Range.exactly(new BigDecimal(text)),
                images == null ? null : Range.exactly(new BigDecimal(images)),
                Range.exactly(512),
                Range.exactly(512),
                Detail.LOW);
    }

    /** Whatever sums can tell, they tell as the lines do. */
    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "invoices-and-charts.jsonl, openai/gpt-4o-2024-08-06",
        "invoices-and-charts.jsonl, azure/gpt-4o-2024-08-06",
        "invoices-and-charts.jsonl, openai/gpt-4.1-2025-04-14",
        "invoices-and-charts.jsonl, azure/gpt-4o-2024-11-20",
        "every-defect.jsonl, openai/gpt-4o-2024-08-06",
        "every-defect.jsonl, openai/gpt-4.1-mini-2025-04-14"
    })
    void sumsAgreeWithLines(String file, String id) {
        byte[] sample = Profiles.sample(file);
        Offering offering = Profiles.CATALOG.require(id);
        List<String> byLine = codes(Profiles.of(sample, id).offerings().get(0).findings().stream()
                .filter(finding -> !BY_LINE_ALONE.contains(finding.code()))
                .toList());

        List<Finding> bySum = found(Profiles.of(sample), offering);

        assertThat(codes(bySum)).containsExactlyElementsOf(byLine);
        assertThat(bySum).allSatisfy(finding -> assertThat(finding.firstLines()).isEmpty());
    }

    @Test
    void aProfileMadeForTheOfferingKeepsItsFindings() {
        DatasetProfile profile = Profiles.of(Profiles.sample("every-defect.jsonl"), Profiles.GPT_4O);

        assertThat(found(profile, Profiles.CATALOG.require(Profiles.GPT_4O)))
                .isEqualTo(profile.offerings().get(0).findings())
                .isNotEmpty();
    }

    /** Images inside the file or behind URLs are no use where only files of a cloud's storage are taken. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'[s3]', 3",
        "'[cloud-storage, url]', 3",
        "'[base64]', 2",
        "'[base64, url]', 1",
        "'[base64, url, s3]', 0"
    })
    void imagesMustComeFromWhereTheyAreTaken(String taken, long count) {
        Offering offering = lab("limits:\n  - { limit: image-source, values: " + taken + ", source: PAGE }\n");
        DatasetProfile profile = images(Map.of("base64", 2L, "url", 1L, "s3", 1L), Map.of(), Map.of(), 1);

        List<Finding> findings = found(profile, offering);

        assertThat(findings.stream().mapToLong(Finding::count).sum()).isEqualTo(count);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_SOURCE_NOT_TAKEN);
            assertThat(finding.limit()).isEqualTo(taken.replaceAll("[\\[\\]]", ""));
            assertThat(finding.source()).isEqualTo("PAGE: a page");
        });
    }

    @Test
    void whatIsToldAsOtherMayBeAFileThatIsTaken() {
        Offering fileId = lab("limits:\n  - { limit: image-source, values: [file-id], source: PAGE }\n");
        Offering url = lab("limits:\n  - { limit: image-source, values: [url], source: PAGE }\n");
        DatasetProfile profile = images(Map.of("other", 2L, "size", 1L), Map.of(), Map.of(), 1);

        assertThat(found(profile, fileId)).isEmpty();
        assertThat(codes(found(profile, url))).containsExactly("IMAGE_SOURCE_NOT_TAKEN");
    }

    @Test
    void formatsAndColorModesMustBeTaken() {
        Offering offering = lab("limits:\n"
                + "  - { limit: image-format, values: [png, jpeg], source: PAGE }\n"
                + "  - { limit: image-color-mode, values: [rgb], source: PAGE }\n");
        DatasetProfile profile =
                images(Map.of(), Map.of("png", 5L, "gif", 2L, "unknown", 1L), Map.of("rgb", 5L, "gray", 3L), 1);

        assertThat(found(profile, offering))
                .extracting(finding -> finding.code() + " " + finding.count())
                .containsExactly("IMAGE_FORMAT_NOT_TAKEN 2", "IMAGE_COLOR_MODE_NOT_TAKEN 3");
    }

    @ParameterizedTest(name = "{0} images: {1}")
    @CsvSource({"10, 0", "11, 1"})
    void anExampleMustNotHaveTooManyImages(long most, long count) {
        Offering offering = lab("limits:\n  - { limit: images-per-example, max: 10, source: PAGE }\n");

        assertThat(found(images(Map.of(), Map.of(), Map.of(), most), offering))
                .filteredOn(finding -> finding.code() == FindingCode.TOO_MANY_IMAGES)
                .hasSize((int) count);
    }

    @ParameterizedTest(name = "{0} examples with {1} images of {2} tokens: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "10   | 1 | 100   | ",
                "9    | 1 | 100   | TOO_FEW_EXAMPLES",
                "101  | - | 100   | TOO_MANY_EXAMPLES",
                "51   | 1 | 100   | TOO_MANY_EXAMPLES_WITH_IMAGES",
                "51   | 0.5 | 100 | ",
                "10   | 3 | 100   | TOO_MANY_IMAGES",
                "10   | 1 | 915   | ",
                "10   | 1 | 915.5 | EXAMPLE_OVER_CONTEXT"
            })
    void aSummaryIsHeldAgainstTheLimits(long examples, String images, String text, String codes) {
        Offering offering = lab("contextTokens: { training: 1000, inference: 2000, source: PAGE }\n"
                + "limits:\n"
                + "  - { limit: examples, min: 10, max: 100, source: PAGE }\n"
                + "  - { limit: examples-with-images, max: 50, source: PAGE }\n"
                + "  - { limit: images-per-example, max: 2, source: PAGE }\n");

        // 85 tokens an image of detail low by the tile rule
        assertThat(codes(found(summary(examples, text, images), offering)))
                .containsExactlyElementsOf(codes == null ? List.of() : List.of(codes.split(" ")));
    }

    @Test
    void theLimitsOfThePriceClassApply() {
        Offering offering = lab("defaultTier: global\n"
                + "limits:\n"
                + "  - { limit: examples, min: 10, tiers: [global], source: PAGE }\n"
                + "  - { limit: examples, min: 20, tiers: [regional], source: PAGE }\n");

        assertThat(codes(LimitFindings.of(summary(15, "1", null), offering, null, Profiles.DAY)))
                .isEmpty();
        assertThat(codes(LimitFindings.of(summary(15, "1", null), offering, "regional", Profiles.DAY)))
                .containsExactly("TOO_FEW_EXAMPLES");
    }

    /** A profile of the least that is held against limits: ten examples with these images. */
    private static DatasetProfile images(
            Map<String, Long> bySource,
            Map<String, Long> byFormat,
            Map<String, Long> byColorMode,
            long mostPerExample) {
        return new DatasetProfile(
                DatasetProfile.SCHEMA,
                null,
                null,
                0,
                10,
                0L,
                10,
                0,
                null,
                null,
                null,
                new DatasetProfile.Images(
                        10, 10, mostPerExample, 0, byFormat, byColorMode, bySource, 0, 0L, 1, List.of(), Map.of()),
                List.of(),
                List.of(),
                "");
    }
}
