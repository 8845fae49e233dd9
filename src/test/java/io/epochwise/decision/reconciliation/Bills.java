package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.Question;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A catalog with round numbers in which every cause has its case, and bills for jobs that it prices. */
final class Bills {
    static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    /**
     * Training costs 10 a million tokens in the usual price class, 8 in {@code late}, 12 in the region {@code north}, and 9 before
     * 2025. Images count 85 at low and, of 512 x 512, 255 at high; documented is a fixed 100. {@code acme/thousands} bills whole
     * thousands and no validation, {@code acme/single} single tokens and validation once an epoch. {@code acme/given} gives a million
     * tokens a day free, {@code acme/least} costs 4 a job at least, and a deployment 1.70 an hour.
     */
    static final Catalog ACME =
            CatalogLoader.load(List.of(new CatalogFile("acme.yaml", """
                    provider: acme
                    sources:
                      PAGE: { citation: "https://acme.example", asOf: 2026-01-01, grade: official }
                    definitions:
                      prices: &prices
                        - { meter: training, amount: "10.00", per: 1000000, from: 2025-01-01, source: PAGE }
                        - { meter: training, amount: "9.00", per: 1000000, to: 2025-01-01, source: PAGE }
                        - { meter: training, amount: "8.00", per: 1000000, tiers: [late], source: PAGE }
                        - { meter: training, amount: "12.00", per: 1000000, regions: [north], from: 2025-01-01, source: PAGE }
                        - { meter: hosting, amount: "1.70", tiers: [standard, late], source: PAGE }
                        - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                        - { meter: output, amount: "10.00", per: 1000000, source: PAGE }
                      counting: &counting { perMessage: 4, perName: 1, perRequest: 3, perExample: { low: 0, expected: 2, high: 3 }, source: PAGE }
                      images: &images
                        - { rule: openai-tile-512, parameters: { base: 85, perTile: 170, maxSide: 2048, shortSide: 768, tile: 512 }, reading: billed, source: PAGE }
                        - { rule: openai-tile-512, parameters: { base: 70, perTile: 140, maxSide: 2048, shortSide: 768, tile: 512 }, reading: documented, source: PAGE }
                      limits: &limits
                        - { limit: images-per-example, max: 10, effect: image-skipped, source: PAGE }
                      context: &context { training: 4000, inference: 8000, source: PAGE }
                      born: &born { event: launch, on: 2020-01-01, source: PAGE }
                    offerings:
                      - id: acme/thousands
                        name: Thousands
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        contextTokens: *context
                        limits: *limits
                        fineTuning: { methods: [sft], visionMethods: [sft], billingUnit: 1000, validation: free, source: PAGE }
                        prices: *prices
                        lifeCycle: [ *born ]
                      - id: acme/single
                        name: Single
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        contextTokens: *context
                        limits: *limits
                        fineTuning: { methods: [sft], visionMethods: [sft], validation: billed, source: PAGE }
                        prices: *prices
                        lifeCycle: [ *born ]
                      - id: acme/given
                        name: Given
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        fineTuning: { methods: [sft], visionMethods: [sft], validation: free, source: PAGE }
                        prices: *prices
                        promotions:
                          - { meter: training, freePerDay: 1000000, source: PAGE }
                        lifeCycle: [ *born ]
                      - id: acme/least
                        name: Least
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        fineTuning: { methods: [sft], visionMethods: [sft], validation: free, source: PAGE }
                        prices:
                          - { meter: training, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: job-minimum, amount: "4.00", source: PAGE }
                        lifeCycle: [ *born ]
                    """)), List.of(), Integer.MAX_VALUE);

    /** The one that ships with the service. */
    static final Catalog BUILT_IN = load(Path.of("src/main/resources/catalog"));

    private Bills() {}

    private static Catalog load(Path folder) {
        List<CatalogFile> files = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CatalogLoader.load(files, List.of(), Integer.MAX_VALUE);
    }

    static Range range(String value) {
        return Range.exactly(new BigDecimal(value));
    }

    static DatasetSummary text(long examples, String tokens) {
        return new DatasetSummary(Range.exactly(examples), range(tokens), null, null, null, null);
    }

    /** Examples with images of 512 x 512. */
    static DatasetSummary images(long examples, String tokens, String images, Detail detail) {
        return new DatasetSummary(
                Range.exactly(examples), range(tokens), range(images), Range.exactly(512), Range.exactly(512), detail);
    }

    static TrainingRequest job(String offering, Dataset dataset, int epochs) {
        return job(offering, dataset, epochs, null, null, null, null, null, null);
    }

    /** A job of which more is said; what is null is not. */
    static TrainingRequest job(
            String offering,
            Dataset dataset,
            Integer epochs,
            Dataset validation,
            String tier,
            String region,
            PriceOverrides overrides,
            String asOf,
            String hostingHours) {
        return new TrainingRequest(
                offering,
                dataset,
                epochs,
                validation,
                null,
                null,
                tier,
                region,
                overrides,
                null,
                null,
                asOf == null ? null : LocalDate.parse(asOf),
                null,
                null,
                hostingHours == null ? null : new BigDecimal(hostingHours),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What Microsoft tuned (MS-BREED), with the tokens of the texts that are given. */
    static TrainingRequest breeds(String textTokens) {
        return job(
                "azure/gpt-4o-2024-08-06",
                new DatasetSummary(
                        Range.exactly(4_800),
                        range(textTokens),
                        Range.exactly(1),
                        Range.exactly(500),
                        Range.exactly(375),
                        Detail.LOW),
                2,
                null,
                "regional",
                "eastus2",
                null,
                "2025-09-09",
                null);
    }

    static Actual tokens(long billed) {
        return new Actual(billed, null, null, null, null, null);
    }

    static Actual amount(String billed) {
        return new Actual(null, new BigDecimal(billed), null, null, null, null);
    }

    static Actual bill(long tokens, String amount) {
        return new Actual(tokens, new BigDecimal(amount), "USD", null, null, null);
    }

    static Actual rows(ActualUsage... rows) {
        return new Actual(null, null, null, List.of(rows), null, null);
    }

    static Actual focus(String text) {
        return new Actual(null, null, null, null, text, null);
    }

    static ActualUsage row(LineCode line, String quantity, String amount) {
        return new ActualUsage(line, null, decimal(quantity), null, decimal(amount), null, null);
    }

    static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    static Reconciliation reconcile(Catalog catalog, CostKind kind, Question request, Actual actual) {
        return Reconciling.of(
                        catalog, new ReconciliationRequest(new CostQuestion(kind, request, null), actual, null), TODAY)
                .reconciliation();
    }

    static Reconciliation reconcile(TrainingRequest request, Actual actual) {
        return reconcile(ACME, CostKind.TRAINING, request, actual);
    }
}
