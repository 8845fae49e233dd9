package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.EvaluationBuilder.evaluation;
import static io.epochwise.estimate.EvaluationPrecision.Design.UNPAIRED;
import static io.epochwise.estimate.InferenceBuilder.imageOf;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a request for an evaluation must keep. */
class EvaluationChecksTest {
    private static final String GPT_4O = "openai/gpt-4o-2024-08-06";

    private static EvaluationBuilder docvqa() {
        return evaluation(GPT_4O).benchmark("docvqa");
    }

    private static EvaluationBuilder own() {
        return evaluation(GPT_4O).set(100L, 50L, 10L);
    }

    private static EvaluationPrecision precision(
            String confidence,
            String margin,
            String baseline,
            String difference,
            String power,
            EvaluationPrecision.Design design,
            String disagreement) {
        return new EvaluationPrecision(
                decimal(confidence),
                decimal(margin),
                decimal(baseline),
                decimal(difference),
                decimal(power),
                design,
                decimal(disagreement),
                null);
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    private static List<Violation> violations(EvaluationBuilder request) {
        return catchThrowableOfType(InvalidInputException.class, () -> request.estimate(BUILT_IN))
                .violations();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(evaluation(null).benchmark("docvqa"), "offering", "must be given"),
                arguments(evaluation(GPT_4O), "benchmark", "must be given, or else set"),
                arguments(docvqa().judge(null, "1", 1L, 1L), "judge.offering", "must be given"),
                arguments(docvqa().split("val"), "split", "must be one of [train, validation, test]"),
                arguments(docvqa().limit(0L), "limit", "must be from 1 to 5349, the questions of the split"),
                arguments(docvqa().limit(5350L), "limit", "must be from 1 to 5349, the questions of the split"),
                arguments(
                        docvqa().split("test").limit(5189L),
                        "limit",
                        "must be from 1 to 5188, the questions of the split"),
                arguments(own().limit(101L), "limit", "must be from 1 to 100, the questions of the set"),
                arguments(own().split("test"), "split", "must be left out: only benchmarks have splits"),
                arguments(
                        docvqa().set(5L, null, null),
                        "set.questions",
                        "must be left out: the benchmark has its own; limit asks fewer"),
                arguments(evaluation(GPT_4O).set(null, 1L, 1L), "set.questions", "must be given"),
                arguments(evaluation(GPT_4O).set(0L, 1L, 1L), "set.questions", "must be from 1 to 1000000000"),
                arguments(evaluation(GPT_4O).set(1L, null, 1L), "set.promptTokens", "must be given"),
                arguments(evaluation(GPT_4O).set(1L, 1L, null), "set.outputTokens", "must be given"),
                arguments(
                        evaluation(GPT_4O).set(1L, -1L, 1L),
                        "set.promptTokens",
                        "must be a whole number from 0 to 1000000000"),
                arguments(
                        evaluation(GPT_4O).set(1L, 1L, 1_000_000_001L),
                        "set.outputTokens",
                        "must be a whole number from 0 to 1000000000"),
                arguments(
                        docvqa().set(null, null, null, imageOf(0, 1, null, null)),
                        "set.images[0].width",
                        "must be a whole number from 1 to 1000000"),
                arguments(
                        docvqa().set(new EvaluationSet(null, null, Arrays.asList((WorkloadImage) null), null)),
                        "set.images[0]",
                        "must be given"),
                arguments(
                        docvqa().staticPrompt(-1L),
                        "staticPromptTokens",
                        "must be a whole number from 0 to 1000000000"),
                arguments(docvqa().examples(1, null), "fewShotExamples.tokensEach", "must be given"),
                arguments(docvqa().hitRate("1.1"), "cacheHitRate", "must be from 0 to 1"),
                arguments(docvqa().runs(0), "runs", "must be from 1 to 1000"),
                arguments(docvqa().runs(1001), "runs", "must be from 1 to 1000"),
                arguments(docvqa().tier("golden"), "tier", "must be one of"),
                arguments(docvqa().discount("101"), "overrides.discountPercent", "must be from 0 to 100"),
                arguments(docvqa().serving(ServingChoice.of(null, null, 1, null)), "serving", "must be left out"),
                arguments(docvqa().hostingHours("1"), "hostingHours", "must be left out"),
                arguments(docvqa().tuned().hostingHours("-1"), "hostingHours", "must be from 0 to 1000000"),
                arguments(docvqa().judge(GPT_4O, (String) null, 1L, 1L), "judge.share", "must be given"),
                arguments(docvqa().judge(GPT_4O, "1.5", 1L, 1L), "judge.share", "must be from 0 to 1"),
                arguments(docvqa().judge(GPT_4O, "1", null, 1L), "judge.promptTokens", "must be given"),
                arguments(docvqa().judge(GPT_4O, "1", 1L, null), "judge.outputTokens", "must be given"),
                arguments(docvqa().judge(GPT_4O, "1", -1L, 1L), "judge.promptTokens", "must be a whole number"),
                arguments(
                        docvqa().judge(new EvaluationJudge(
                                GPT_4O,
                                Range.exactly(1),
                                Range.exactly(1),
                                Range.exactly(1),
                                null,
                                "golden",
                                null,
                                null)),
                        "judge.tier",
                        "must be one of"),
                arguments(
                        docvqa().precision(precision("0.4", null, null, null, null, null, null)),
                        "precision.confidence",
                        "must be from 0.5 to 0.9999"),
                arguments(
                        docvqa().precision(precision(null, "0", null, null, null, null, null)),
                        "precision.marginOfError",
                        "must be from 0.0001 to 0.5"),
                arguments(
                        docvqa().precision(precision(null, "0.1", "0.95", null, null, null, null)),
                        "precision.marginOfError",
                        "must reach from baselineAccuracy neither below 0 nor above 1"),
                arguments(
                        docvqa().precision(precision(null, "0.1", "0.05", null, null, null, null)),
                        "precision.marginOfError",
                        "must reach from baselineAccuracy neither below 0 nor above 1"),
                arguments(
                        docvqa().precision(precision(null, null, "1.1", null, null, null, null)),
                        "precision.baselineAccuracy",
                        "must be from 0 to 1"),
                arguments(
                        docvqa().precision(precision(null, null, null, null, "1", null, null)),
                        "precision.power",
                        "must be from 0.5 to 0.9999"),
                arguments(
                        docvqa().precision(precision(null, null, null, "0", null, null, null)),
                        "precision.difference",
                        "must be from 0.0001 to 1, or from -1 to -0.0001"),
                arguments(
                        docvqa().precision(precision(null, "0.1", null, "0.1", null, null, null)),
                        "precision.difference",
                        "must be left out"),
                arguments(
                        docvqa().precision(precision(null, null, "0.95", "0.1", null, null, null)),
                        "precision.difference",
                        "must leave an accuracy from 0 to 1"),
                arguments(
                        docvqa().precision(precision(null, null, "0.05", "-0.1", null, null, null)),
                        "precision.difference",
                        "must leave an accuracy from 0 to 1"),
                arguments(
                        docvqa().precision(precision(null, null, null, "0.1", null, null, "0.05")),
                        "precision.disagreement",
                        "must be at least the difference, 0.1"),
                arguments(
                        docvqa().precision(precision(null, null, null, "0.1", null, UNPAIRED, "0.2")),
                        "precision.disagreement",
                        "must be left out"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("wrong")
    void whatIsWrongIsNamed(EvaluationBuilder request, String field, String message) {
        assertThat(violations(request)).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).startsWith(message);
        });
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThat(violations(docvqa().limit(0L).runs(0).staticPrompt(-1L).judge(GPT_4O, "2", 1L, 1L)))
                .extracting(Violation::field)
                .containsExactly("limit", "runs", "staticPromptTokens", "judge.share");
    }

    @ParameterizedTest
    @CsvSource({"docvqqa, docvqa", "VQAv2, vqav2", "mmmu_pro, mmmu-pro"})
    void anUnknownBenchmarkNamesNearOnes(String asked, String near) {
        assertThatThrownBy(() -> evaluation(GPT_4O).benchmark(asked).estimate(BUILT_IN))
                .isInstanceOfSatisfying(UnknownNameException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo("benchmark");
                    assertThat(fault.field()).isEqualTo("benchmark");
                    assertThat(fault.nearest()).contains(near);
                });
    }

    @Test
    void unknownHarnessesAndJudgesNameNearOnes() {
        assertThatThrownBy(() -> docvqa().harness("lmms_eval").estimate(BUILT_IN))
                .isInstanceOfSatisfying(UnknownNameException.class, fault -> {
                    assertThat(fault.field()).isEqualTo("harness");
                    assertThat(fault.nearest()).contains("lmms-eval");
                });
        assertThatThrownBy(() ->
                        docvqa().judge("openai/gpt-4o-2024-08-07", "1", 1L, 1L).estimate(BUILT_IN))
                .isInstanceOfSatisfying(UnknownNameException.class, fault -> {
                    assertThat(fault.field()).isEqualTo("judge.offering");
                    assertThat(fault.nearest()).contains(GPT_4O);
                });
    }

    @Test
    void whatWouldBeBeyondAllCountingIsRefused() {
        EvaluationBuilder most =
                evaluation(GPT_4O).set(1_000_000_000L, 1_000_000_000L, 1L).runs(1000);
        assertThat(violations(most))
                .extracting(Violation::message)
                .containsExactly("asks for more than 1000000000000000 tokens");
    }

    /** Amounts in two currencies would be added up as if they were one. */
    @Test
    void aJudgeInAnotherCurrencyIsRefused() {
        String file =
                "provider: other\nsources:\n  S: { citation: \"a page\", asOf: 2026-01-01, grade: official }\nofferings:\n"
                        + "  - id: other/a\n    name: A\n    kind: hosted\n    prices:\n"
                        + "      - { meter: input, amount: \"1\", per: 1000000, currency: %s, source: S }\n"
                        + "      - { meter: output, amount: \"1\", per: 1000000, currency: %s, source: S }\n";
        Catalog catalog = CatalogLoader.load(List.of(
                new CatalogFile("other.yaml", file.formatted("EUR", "EUR")),
                new CatalogFile("usual.yaml", file.formatted("USD", "USD").replace("other", "usual"))));
        EvaluationBuilder request = evaluation("usual/a").set(1L, 1L, 1L).judge("other/a", "1", 1L, 1L);
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> request.estimate(catalog))
                        .violations())
                .extracting(Violation::field)
                .containsExactly("judge.offering");
    }
}
