package io.epochwise.decision;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.ServingMode;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.AssumptionCode;
import io.epochwise.estimate.EvaluationBuilder;
import io.epochwise.estimate.EvaluationPrecision;
import io.epochwise.estimate.EvaluationPrecision.Design;
import io.epochwise.estimate.EvaluationPrecision.Population;
import io.epochwise.estimate.ServingChoice;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.EvaluationBuilder.evaluation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How many questions a precision takes, and what they cost. */
class EvaluationEstimateTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String GPT_4O = "openai/gpt-4o-2024-08-06";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Parts of a precision; what is not set is not said. */
    private static final class Asked {
        private BigDecimal confidence;
        private BigDecimal margin;
        private BigDecimal baseline;
        private BigDecimal difference;
        private BigDecimal power;
        private Design design;
        private BigDecimal disagreement;
        private Population population;

        Asked margin(String value) {
            margin = new BigDecimal(value);
            return this;
        }

        Asked baseline(String value) {
            baseline = new BigDecimal(value);
            return this;
        }

        Asked difference(String value) {
            difference = new BigDecimal(value);
            return this;
        }

        Asked power(String value) {
            power = new BigDecimal(value);
            return this;
        }

        Asked confidence(String value) {
            confidence = new BigDecimal(value);
            return this;
        }

        Asked unpaired() {
            design = Design.UNPAIRED;
            return this;
        }

        Asked disagreement(String value) {
            disagreement = new BigDecimal(value);
            return this;
        }

        Asked unbounded() {
            population = Population.UNBOUNDED;
            return this;
        }

        EvaluationPrecision build() {
            return new EvaluationPrecision(
                    confidence, margin, baseline, difference, power, design, disagreement, population);
        }
    }

    private static Asked asked() {
        return new Asked();
    }

    /** A set of so many questions of 100 tokens and 10 around, answered in 10: 0.000375 USD each at 2.50 and 10.00. */
    private static EvaluationBuilder set(long questions) {
        return evaluation(GPT_4O).set(questions, 93L, 10L).asOf("2026-11-23");
    }

    private static EvaluationEstimate of(EvaluationBuilder request, Asked precision) {
        return EvaluationEstimate.of(
                CATALOG, request.precision(precision.build()).build(), TODAY);
    }

    private static List<WarningCode> warnings(EvaluationEstimate estimate) {
        return estimate.warnings().stream().map(Warning::code).toList();
    }

    private static List<AssumptionCode> assumptions(EvaluationEstimate estimate) {
        return estimate.assumptions().stream().map(Assumption::code).toList();
    }

    @Test
    void withoutAPrecisionThereIsNoSize() {
        EvaluationEstimate estimate = EvaluationEstimate.of(CATALOG, set(10).build(), TODAY);
        assertThat(estimate.sampleSize()).isNull();
        assertThat(estimate.achieved()).isNull();
        assertThat(estimate.total().expected()).isEqualByComparingTo("0.0035");
    }

    /** 385 of an unbounded set; 278 of 1,000. */
    @Test
    void aMarginOfErrorOfASet() {
        EvaluationEstimate estimate = of(set(1000), asked().margin("0.05"));
        SampleSize size = estimate.sampleSize();
        assertThat(size.method()).isEqualTo(SampleMethod.MARGIN_OF_ERROR);
        assertThat(size.questions()).isEqualTo(278);
        assertThat(size.uncorrectedQuestions()).isEqualTo(385);
        assertThat(size.models()).isEqualTo(1);
        assertThat(size.answers()).isEqualTo(278);
        assertThat(size.withinSet()).isTrue();
        assertThat(size.formula())
                .isEqualTo("n0 = z^2 p (1 - p) / e^2 = 1.959964^2 x 0.5 x (1 - 0.5) / 0.05^2 = 384.145882;"
                        + " n = n0 / (1 + (n0 - 1) / 1000) = 277.733453");
        assertThat(size.cost().expected())
                .isEqualByComparingTo(new BigDecimal("0.00035").multiply(BigDecimal.valueOf(278)));
        assertThat(assumptions(estimate)).contains(AssumptionCode.ACCURACY_UNKNOWN);
    }

    @Test
    void ofAnUnboundedPopulationItIsNotCorrected() {
        SampleSize size = of(set(1000), asked().margin("0.05").unbounded()).sampleSize();
        assertThat(size.questions()).isEqualTo(385);
        assertThat(size.finiteSetCorrection()).isFalse();
        assertThat(size.formula()).endsWith("= 384.145882");
    }

    /** R's textbook case: 0.6 and 0.7 take 356 each; base and tuned model answer, at 2.50/10.00 and 3.75/15.00. */
    @Test
    void aDifferenceOfModelsOnDifferentQuestions() {
        EvaluationEstimate estimate = of(
                set(5000), asked().baseline("0.6").difference("0.1").unpaired().unbounded());
        SampleSize size = estimate.sampleSize();
        assertThat(size.method()).isEqualTo(SampleMethod.TWO_PROPORTIONS);
        assertThat(size.questions()).isEqualTo(356);
        assertThat(size.models()).isEqualTo(2);
        assertThat(size.answers()).isEqualTo(712);
        assertThat(size.fewestQuestions()).isNull();
        // 356 x (100 x 2.50 + 10 x 10.00 + 100 x 3.75 + 10 x 15.00) / 1,000,000
        assertThat(size.cost()).isEqualTo(Range.exactly(new BigDecimal("0.3115")));
        assertThat(warnings(estimate)).contains(WarningCode.NO_PUBLISHED_COMPARISON);
    }

    @Test
    void aDifferenceOfModelsOnTheSameQuestions() {
        SampleSize size = of(
                        set(5000),
                        asked().baseline("0.6")
                                .difference("0.05")
                                .disagreement("0.2")
                                .unbounded())
                .sampleSize();
        assertThat(size.method()).isEqualTo(SampleMethod.MCNEMAR);
        assertThat(size.questions()).isEqualTo(626);
        assertThat(size.fewestQuestions()).isNull();
        assertThat(size.formula())
                .isEqualTo("n0 = (z sqrt(s) + z' sqrt(s - d^2))^2 / d^2 = (1.959964 x sqrt(0.2) + 0.841621 x sqrt(0.2 -"
                        + " 0.05^2))^2 / 0.05^2 = 625.547318");
    }

    /** Unrelated models: 0.6 x 0.35 + 0.65 x 0.4 = 0.47 of the questions; at least 0.05. */
    @Test
    void whoseDisagreementIsNotKnown() {
        EvaluationEstimate estimate =
                of(set(50_000), asked().baseline("0.6").difference("0.05").unbounded());
        assertThat(estimate.sampleSize().questions())
                .isEqualTo((long) Math.ceil(new Proportions(0.95, 0.8).paired(0.05, 0.47)));
        assertThat(estimate.sampleSize().fewestQuestions()).isEqualTo(155);
        assertThat(assumptions(estimate))
                .contains(AssumptionCode.DISAGREEMENT_UNKNOWN)
                .doesNotContain(AssumptionCode.ACCURACY_UNKNOWN);
    }

    @Test
    void aLossIsLookedForAsAGainIs() {
        Asked gain = asked().baseline("0.5").difference("0.05").disagreement("0.2");
        Asked loss = asked().baseline("0.5").difference("-0.05").disagreement("0.2");
        assertThat(of(set(5000), loss).sampleSize().questions())
                .isEqualTo(of(set(5000), gain).sampleSize().questions());
        assertThat(of(set(5000), loss).achieved().detectableDifference())
                .isEqualTo(of(set(5000), gain).achieved().detectableDifference());
    }

    /** Repeats make answers, not questions. */
    @Test
    void runsCostAndAreNoQuestions() {
        SampleSize once = of(set(1000), asked().margin("0.05")).sampleSize();
        SampleSize thrice = of(set(1000).runs(3), asked().margin("0.05")).sampleSize();
        assertThat(thrice.questions()).isEqualTo(once.questions());
        assertThat(thrice.answers()).isEqualTo(3 * once.answers());
        assertThat(thrice.cost().expected())
                .isEqualByComparingTo(once.cost().expected().multiply(BigDecimal.valueOf(3)));
    }

    @Test
    void aSetThatIsTooSmallIsSaid() {
        EvaluationEstimate estimate = of(set(100), asked().margin("0.05").unbounded());
        assertThat(estimate.sampleSize().withinSet()).isFalse();
        assertThat(estimate.sampleSize().cost()).isNull();
        assertThat(estimate.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.SAMPLE_EXCEEDS_SET)
                .extracting(Warning::text)
                .containsExactly("385 questions are needed and there are 100; with the 100 that are asked the margin of"
                        + " error is 0.096168.");
    }

    @Test
    void aLimitThatIsTooLowIsSaid() {
        EvaluationEstimate estimate = of(set(1000).limit(100L), asked().margin("0.05"));
        assertThat(estimate.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.SAMPLE_TOO_SMALL)
                .extracting(Warning::text)
                .containsExactly(
                        "278 questions are needed and 100 are asked; with them the margin of error is 0.093016.");
        assertThat(warnings(of(set(1000).limit(278L), asked().margin("0.05"))))
                .doesNotContain(WarningCode.SAMPLE_TOO_SMALL);
    }

    /** The whole set leaves nothing open of the set, and something of all questions of its kind. */
    @Test
    void theWholeSetIsSureOfItself() {
        AchievedPrecision achieved = of(set(1000), asked().baseline("0.8")).achieved();
        assertThat(achieved.questions()).isEqualTo(1000);
        assertThat(achieved.marginOfErrorOfSet()).isZero();
        assertThat(achieved.detectableDifference()).isZero();
        assertThat(achieved.marginOfError()).isCloseTo(0.0248, within(1e-4));
        assertThat(achieved.low()).isCloseTo(0.774, within(1e-3));
        assertThat(achieved.high()).isCloseTo(0.8236, within(1e-3));
        AchievedPrecision ofKind =
                of(set(1000), asked().baseline("0.8").unbounded()).achieved();
        assertThat(ofKind.detectableDifference()).isBetween(0.01, 0.08);
    }

    @Test
    void wherePerfectModelsAreComparedNothingIsToBeSeen() {
        assertThat(of(set(100), asked().baseline("1").unbounded()).achieved().detectableDifference())
                .isNull();
        assertThat(of(set(3), asked().baseline("0.9").unpaired().unbounded())
                        .achieved()
                        .detectableDifference())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.9", "0.95, 0.8", "0.99, 0.95"})
    void confidenceAndPowerAreShown(String confidence, String power) {
        AchievedPrecision achieved =
                of(set(100), asked().confidence(confidence).power(power)).achieved();
        assertThat(achieved.confidence()).isEqualTo(Double.parseDouble(confidence));
        assertThat(achieved.power()).isEqualTo(Double.parseDouble(power));
    }

    /** A base model is not deployed by the hour, a tuned one is for each of its runs: 1.70 an hour (MS-LEARN). */
    @Test
    void theTunedModelIsDeployedForItsSample() {
        EvaluationBuilder azure = evaluation("azure/gpt-4o-2024-08-06")
                .tier("regional")
                .tuned()
                .set(5000L, 93L, 10L)
                .asOf("2026-11-23");
        Asked precision = asked().baseline("0.6").difference("0.1").disagreement("0.3");
        BigDecimal without = of(azure, precision).sampleSize().cost().expected();
        BigDecimal with =
                of(azure.hostingHours("2"), precision).sampleSize().cost().expected();
        assertThat(with.subtract(without)).isEqualByComparingTo("3.40");
    }

    @Test
    void whatIsBilledByTimeHasNoCostByQuestion() {
        EvaluationBuilder gpus = evaluation("self-hosted/gemma-3-27b")
                .benchmark("docvqa")
                .serving(ServingChoice.of(ServingMode.GPU_HOUR, null, 1, BigDecimal.ONE));
        EvaluationEstimate estimate = of(gpus, asked().margin("0.05"));
        assertThat(estimate.total()).isNotNull();
        assertThat(estimate.sampleSize().cost()).isNull();
    }

    @Test
    void aModelThatCannotBeTunedHasNoCostOfComparing() {
        SampleSize size = of(
                        evaluation("openai/gpt-6-luna").benchmark("docvqa"),
                        asked().difference("0.05").disagreement("0.2"))
                .sampleSize();
        assertThat(size.questions()).isPositive();
        assertThat(size.cost()).isNull();
    }

    /** A sample as large as is asked for does what is asked, and no smaller one does. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSampleIsEnoughAndNoMore(long seed) {
        Random random = new Random(seed);
        long questions = 200 + random.nextInt(20_000);
        Asked precision = asked().baseline(
                        BigDecimal.valueOf(20 + random.nextInt(50), 2).toString())
                .difference(BigDecimal.valueOf(30 + random.nextInt(200), 3).toString());
        if (random.nextBoolean()) {
            precision.unpaired();
        } else if (random.nextBoolean()) {
            precision.disagreement(
                    BigDecimal.valueOf(230 + random.nextInt(300), 3).toString());
        }
        if (random.nextBoolean()) {
            precision.unbounded();
        }
        SampleSize size = of(set(questions), precision).sampleSize();
        if (!size.withinSet()) {
            assertThat(size.questions()).isGreaterThan(questions);
            return;
        }
        assertThat(size.questions()).isLessThanOrEqualTo(size.uncorrectedQuestions());
        double wanted = precision.difference.doubleValue();
        assertThat(of(set(questions).limit(size.questions()), precision)
                        .achieved()
                        .detectableDifference())
                .isLessThanOrEqualTo(wanted + 1e-6);
        if (size.questions() > 1) {
            Double less = of(set(questions).limit(size.questions() - 1), precision)
                    .achieved()
                    .detectableDifference();
            assertThat(less == null ? 1.0 : less).isGreaterThanOrEqualTo(wanted - 1e-6);
        }
        assertThat(size.cost().expected().signum()).isPositive();
    }
}
