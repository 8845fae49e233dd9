package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.estimate.FewShotExamples;
import io.epochwise.estimate.Workload;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A catalog with round numbers, and questions about it. */
final class DecisionLab {
    static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    /**
     * {@code acme/seer}: a million tokens cost 2 and 10 (input, output), tuned 4 and 20, training 10; half price from the cache.
     * {@code acme/mortal} is the same, and its tuned models end on 2026-07-01. {@code acme/kept} costs 1 an hour when deployed.
     * Of {@code acme/secret} no tuned price is known, of {@code acme/torn} sources differ, of {@code acme/deep} the prices of calls
     * with more than 2,000 input tokens are not found.
     */
    static final Catalog CATALOG =
            CatalogLoader.load(List.of(new CatalogFile("acme.yaml", """
                    provider: acme
                    sources:
                      PAGE: { citation: "https://acme.example", asOf: 2026-01-01, grade: official }
                    definitions:
                      prices: &prices
                        - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                        - { meter: cached-input, amount: "1.00", per: 1000000, source: PAGE }
                        - { meter: output, amount: "10.00", per: 1000000, source: PAGE }
                        - { meter: batch-input, amount: "1.00", per: 1000000, source: PAGE }
                        - { meter: batch-output, amount: "5.00", per: 1000000, source: PAGE }
                        - { meter: training, amount: "10.00", per: 1000000, source: PAGE }
                        - { meter: tuned-input, amount: "4.00", per: 1000000, source: PAGE }
                        - { meter: tuned-cached-input, amount: "2.00", per: 1000000, source: PAGE }
                        - { meter: tuned-output, amount: "20.00", per: 1000000, source: PAGE }
                        - { meter: tuned-batch-input, amount: "2.00", per: 1000000, source: PAGE }
                        - { meter: tuned-batch-output, amount: "10.00", per: 1000000, source: PAGE }
                      tuning: &tuning { methods: [sft], visionMethods: [sft], source: PAGE }
                      counting: &counting { perMessage: 0, perName: 0, perRequest: 0, perExample: { low: 0, expected: 0, high: 0 }, source: PAGE }
                      images: &images
                        - { rule: openai-tile-512, parameters: { base: 85, perTile: 170, maxSide: 2048, shortSide: 768, tile: 512 }, source: PAGE }
                      caching: &caching { mode: automatic, minimumPrefixTokens: 1024, incrementTokens: 128, tunedModels: true, images: true, source: PAGE }
                      born: &born { event: launch, on: 2025-01-01, source: PAGE }
                    offerings:
                      - id: acme/seer
                        name: Seer
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        fineTuning: *tuning
                        prices: *prices
                        promptCaching: *caching
                        lifeCycle: [ *born ]
                      - id: acme/mortal
                        name: Mortal
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        fineTuning: *tuning
                        prices: *prices
                        promptCaching: *caching
                        lifeCycle:
                          - *born
                          - { event: training-ends, on: 2026-03-15, source: PAGE }
                          - { event: shutdown, on: 2026-07-01, source: PAGE }
                      - id: acme/kept
                        name: Kept
                        kind: hosted
                        messageTokens: *counting
                        imageRules: *images
                        fineTuning: *tuning
                        prices:
                          - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                          - { meter: output, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: batch-input, amount: "1.00", per: 1000000, source: PAGE }
                          - { meter: batch-output, amount: "5.00", per: 1000000, source: PAGE }
                          - { meter: tuned-batch-input, amount: "1.00", per: 1000000, source: PAGE }
                          - { meter: tuned-batch-output, amount: "5.00", per: 1000000, source: PAGE }
                          - { meter: training, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: tuned-input, amount: "2.00", per: 1000000, source: PAGE }
                          - { meter: tuned-output, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: hosting, amount: "1.00", source: PAGE }
                        lifeCycle: [ *born ]
                      - id: acme/secret
                        name: Secret
                        kind: hosted
                        messageTokens: *counting
                        fineTuning: *tuning
                        prices:
                          - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                          - { meter: output, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: training, amount: "10.00", per: 1000000, source: PAGE }
                        lifeCycle: [ *born ]
                      - id: acme/torn
                        name: Torn
                        kind: hosted
                        messageTokens: *counting
                        fineTuning: *tuning
                        prices:
                          - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                          - { meter: output, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: batch-input, amount: "1.00", per: 1000000, source: PAGE }
                          - { meter: batch-output, amount: "5.00", per: 1000000, source: PAGE }
                          - { meter: tuned-batch-input, amount: "1.00", per: 1000000, source: PAGE }
                          - { meter: tuned-batch-output, amount: "5.00", per: 1000000, source: PAGE }
                          - { meter: training, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: tuned-input, amount: "2.00", low: "1.00", high: "3.00", per: 1000000, source: PAGE, status: conflict }
                          - { meter: tuned-output, amount: "10.00", per: 1000000, source: PAGE }
                        lifeCycle: [ *born ]
                      - id: acme/deep
                        name: Deep
                        kind: hosted
                        messageTokens: *counting
                        fineTuning: *tuning
                        prices:
                          - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                          - { meter: output, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: tuned-input, amount: "2.00", per: 1000000, source: PAGE }
                          - { meter: tuned-output, amount: "10.00", per: 1000000, source: PAGE }
                          - { meter: tuned-input, per: 1000000, fromInputTokens: 2001, source: PAGE, status: not-found }
                          - { meter: tuned-output, per: 1000000, fromInputTokens: 2001, source: PAGE, status: not-found }
                          - { meter: input, per: 1000000, fromInputTokens: 2001, source: PAGE, status: not-found }
                          - { meter: output, per: 1000000, fromInputTokens: 2001, source: PAGE, status: not-found }
                          - { meter: training, amount: "10.00", per: 1000000, source: PAGE }
                        lifeCycle: [ *born ]
                    """)), List.of(), Integer.MAX_VALUE);

    private DecisionLab() {}

    static Range range(String value) {
        return value == null ? null : Range.exactly(new BigDecimal(value));
    }

    /** A workload with few parts; the rest is not said. */
    static Workload workload(long requests, long staticPrompt, long variable, long output) {
        return workload(requests, null, staticPrompt, null, variable, output, null, null, null, null, null);
    }

    static Workload workload(
            long requests,
            String growth,
            long staticPrompt,
            FewShotExamples examples,
            long variable,
            long output,
            String hitRate,
            String batchShare,
            String accuracy,
            String attempts,
            String fallbackCost) {
        return new Workload(
                Range.exactly(requests),
                range(growth),
                Range.exactly(staticPrompt),
                examples,
                Range.exactly(variable),
                List.of(),
                Range.exactly(output),
                null,
                range(hitRate),
                range(batchShare),
                range(accuracy),
                range(attempts),
                null,
                range(fallbackCost));
    }

    static ModelUse use(String offering, Workload workload) {
        return new ModelUse(offering, null, workload, null, null, null, null);
    }

    static DatasetSummary dataset(long examples, String tokens) {
        return new DatasetSummary(Range.exactly(examples), range(tokens), null, null, null, null);
    }

    /** One epoch over a dataset, and an amount paid beside it. */
    static TrainingPlan plan(long examples, String tokens, String extraUpFront) {
        return plan(examples, tokens, null, null, null, extraUpFront);
    }

    /** One epoch over a dataset, and what is paid beside it; null for nothing. */
    static TrainingPlan plan(
            long examples,
            String tokens,
            String additionalExamples,
            String preparationPerExample,
            String evaluationCost,
            String extraUpFront) {
        return new TrainingPlan(
                dataset(examples, tokens),
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                range(additionalExamples),
                range(preparationPerExample),
                range(evaluationCost),
                range(extraUpFront));
    }
}
