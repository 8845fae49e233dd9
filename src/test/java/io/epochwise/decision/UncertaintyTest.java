package io.epochwise.decision;

import io.epochwise.estimate.Driver;
import io.epochwise.estimate.DriverKind;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceEstimator;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.Uncertainty;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.estimate.ValueDistribution;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.money.Triangular;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.DecisionLab.CATALOG;
import static io.epochwise.decision.DecisionLab.TODAY;
import static io.epochwise.decision.DecisionLab.plan;
import static io.epochwise.decision.DecisionLab.use;
import static io.epochwise.decision.DecisionLab.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** What makes answers uncertain, and what many draws of them come to. */
class UncertaintyTest {
    private static final UncertaintyChoice DRAWN = new UncertaintyChoice(2_000, 42L);

    private static Range range(long low, long expected, long high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(expected), BigDecimal.valueOf(high));
    }

    private static Workload calls(Range requests, Range staticPrompt, Range output) {
        Workload plain = workload(1, 0, 100, 0);
        return new Workload(
                requests,
                null,
                staticPrompt,
                null,
                plain.variablePromptTokens(),
                List.of(),
                output,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Estimate estimate(String offering, boolean tuned, Workload workload, UncertaintyChoice choice) {
        return InferenceEstimator.estimate(
                CATALOG,
                new InferenceRequest(offering, tuned, workload, null, null, null, null, null, null, null, choice),
                TODAY);
    }

    /**
     * A million requests of 100 tokens in at 2 and 100 out at 10 for a million: 200 + 1,000. Half to double the output: 700 to
     * 2,200; half to one and a half times the requests: 600 to 1,800.
     */
    @Test
    void driversTellWhatEachNumberDoes() {
        Workload workload = calls(range(500_000, 1_000_000, 1_500_000), Range.exactly(0), range(50, 100, 200));
        Estimate estimate = estimate("acme/seer", false, workload, null);
        assertThat(estimate.total().low()).isEqualTo("350.00");
        assertThat(estimate.total().expected()).isEqualTo("1200.00");
        assertThat(estimate.total().high()).isEqualTo("3300.00");
        assertThat(estimate.uncertainty()).isNull();
        assertThat(estimate.drivers())
                .extracting(
                        Driver::kind,
                        Driver::name,
                        driver -> driver.low().intValue(),
                        driver -> driver.totalAtLow().toPlainString(),
                        driver -> driver.totalAtHigh().toPlainString(),
                        driver -> driver.share().toPlainString())
                .containsExactly(
                        tuple(DriverKind.INPUT, "workload.outputTokens", 50, "700.00", "2200.00", "0.5556"),
                        tuple(DriverKind.INPUT, "workload.requestsPerMonth", 500_000, "600.00", "1800.00", "0.4444"));
    }

    /** Sources differ on its tuned input, 1 to 3 for a million: 1,100 to 1,300 for 100 tokens beside 1,000 of output. */
    @Test
    void factsThatAreNotSureAreDriversToo() {
        Estimate estimate = estimate(
                "acme/torn", true, calls(Range.exactly(1_000_000), Range.exactly(0), Range.exactly(100)), DRAWN);
        assertThat(estimate.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.kind()).isEqualTo(DriverKind.FACT);
            assertThat(driver.name()).isEqualTo("inference.variable-prompt");
            assertThat(driver.totalAtLow()).isEqualTo("1100.00");
            assertThat(driver.totalAtHigh()).isEqualTo("1300.00");
            assertThat(driver.share()).isEqualByComparingTo("1");
        });
        assertThat(estimate.uncertainty().p10()).isBetween(new BigDecimal("1140"), new BigDecimal("1150"));
        assertThat(estimate.uncertainty().p90()).isBetween(new BigDecimal("1250"), new BigDecimal("1260"));
    }

    @Test
    void whatIsExactIsAPointWithoutDrivers() {
        Workload exact = calls(Range.exactly(1_000_000), Range.exactly(0), Range.exactly(100));
        Estimate estimate = estimate("acme/seer", false, exact, DRAWN);
        assertThat(estimate.drivers()).isEmpty();
        assertThat(estimate.uncertainty())
                .isEqualTo(new Uncertainty(
                        ValueDistribution.TRIANGULAR,
                        42,
                        2_000,
                        new BigDecimal("1200.00"),
                        new BigDecimal("1200.00"),
                        new BigDecimal("1200.00")));
    }

    /** With one number, of which the total is a line, percentiles are those of its triangle, within what 10,000 draws allow. */
    @Test
    void percentilesAreThoseOfTheTriangle() {
        Range requests = range(200_000, 1_000_000, 4_000_000);
        Workload workload = calls(requests, Range.exactly(0), Range.exactly(100));
        Uncertainty drawn = estimate("acme/seer", false, workload, new UncertaintyChoice(10_000, 7L))
                .uncertainty();
        double each = 0.0012;
        assertThat(drawn.p10().doubleValue() / each)
                .isCloseTo(Triangular.quantile(requests, 0.1).doubleValue(), within(30_000.0));
        assertThat(drawn.p50().doubleValue() / each)
                .isCloseTo(Triangular.quantile(requests, 0.5).doubleValue(), within(30_000.0));
        assertThat(drawn.p90().doubleValue() / each)
                .isCloseTo(Triangular.quantile(requests, 0.9).doubleValue(), within(40_000.0));
    }

    private static Range drawn(Random random, int least, int most) {
        long[] sides = random.longs(3, least, most).sorted().toArray();
        return range(sides[0], sides[1], sides[2]);
    }

    @Test
    void whatHoldsForEveryEstimate() {
        int differ = 0;
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Workload workload = calls(drawn(random, 1, 2_000_000), drawn(random, 0, 3_000), drawn(random, 0, 900));
            String offering = random.nextBoolean() ? "acme/seer" : "acme/torn";
            UncertaintyChoice choice = new UncertaintyChoice(200, seed);
            Estimate estimate = estimate(offering, true, workload, choice);
            Uncertainty drawn = estimate.uncertainty();
            assertThat(List.of(
                            estimate.total().low(),
                            drawn.p10(),
                            drawn.p50(),
                            drawn.p90(),
                            estimate.total().high()))
                    .as("seed %d", seed)
                    .isSorted();
            assertThat(estimate(offering, true, workload, choice)).isEqualTo(estimate);
            Uncertainty other = estimate(offering, true, workload, new UncertaintyChoice(200, ~seed))
                    .uncertainty();
            differ += other.p50().equals(drawn.p50()) ? 0 : 1;
            double shares = estimate.drivers().stream()
                    .mapToDouble(driver -> driver.share().doubleValue())
                    .sum();
            assertThat(shares).isCloseTo(1, within(0.0005));
            assertThat(estimate.drivers())
                    .extracting(driver -> driver.totalAtHigh()
                            .subtract(driver.totalAtLow())
                            .abs()
                            .negate())
                    .isSorted();
        }
        assertThat(differ).isGreaterThan(390);
    }

    private static ComparedAlternative prompt(String id, Workload own) {
        return new ComparedAlternative(
                id, AlternativeKind.PROMPT, "acme/seer", own, null, null, null, null, null, null);
    }

    private static Comparison compare(UncertaintyChoice choice, Workload common, ComparedAlternative... alternatives) {
        return Comparison.of(
                CATALOG, new ComparisonRequest(common, 2, List.of(alternatives), null, null, null, choice), TODAY);
    }

    /**
     * Two months of 1,000,000 requests, 200 of input and 500, 1,000 or 2,000 of output each; the other one has an exact output of
     * 150 tokens, 1,700 a month.
     */
    @Test
    void comparisonsSpanTheRangesOfTheirNumbers() {
        Workload open = calls(Range.exactly(1_000_000), Range.exactly(0), range(50, 100, 200));
        Workload sure = calls(Range.exactly(1_000_000), Range.exactly(0), Range.exactly(150));
        Comparison answer = compare(DRAWN, open, prompt("open", null), prompt("sure", sure));
        RankedAlternative first = answer.ranked().get(0);
        assertThat(first.id()).isEqualTo("open");
        assertThat(first.total().low()).isEqualTo("1400.00");
        assertThat(first.total().expected()).isEqualTo("2400.00");
        assertThat(first.total().high()).isEqualTo("4400.00");
        assertThat(first.months().get(0).cost().high()).isEqualTo("2200.00");
        assertThat(first.months().get(1).cumulative()).isEqualTo(first.total());
        assertThat(first.perThousandRequests().low()).isEqualTo("0.70");
        assertThat(first.drivers()).extracting(Driver::name).containsExactly("workload.outputTokens");
        RankedAlternative second = answer.ranked().get(1);
        assertThat(second.drivers()).isEmpty();
        assertThat(second.uncertainty().p90()).isEqualTo("3400.00");
        // The triangle from 50 over 100 to 200 has 1 - 50 x 50 / (150 x 100) = 5/6 of its area below 150.
        assertThat(first.cheapestShare().doubleValue()).isCloseTo(5 / 6.0, within(0.03));
        assertThat(first.cheapestShare().add(second.cheapestShare())).isEqualByComparingTo("1");
    }

    /** Numbers that alternatives share are the same for both in every draw, so one that asks the same twice never wins less. */
    @Test
    void sharedNumbersAreDrawnTogether() {
        Workload common = calls(drawn(new Random(3), 1, 2_000_000), range(0, 10, 90), range(1, 5, 9));
        Comparison answer = compare(DRAWN, common, prompt("a", null), prompt("b", null));
        assertThat(answer.ranked().get(0).uncertainty())
                .isEqualTo(answer.ranked().get(1).uncertainty());
        assertThat(answer.ranked().get(0).cheapestShare()).isEqualByComparingTo("1");
        assertThat(answer.ranked().get(1).cheapestShare()).isEqualByComparingTo("0");
    }

    private static PromptShorteningAnswer shorten(UncertaintyChoice choice, Range requests, String extra) {
        return PromptShortening.of(
                CATALOG,
                new PromptShorteningRequest(
                        use("acme/seer", calls(requests, Range.exactly(2_000), Range.exactly(100))),
                        use("acme/seer", calls(requests, Range.exactly(100), Range.exactly(100))),
                        plan(1_000, "400", extra),
                        12,
                        null,
                        null,
                        null,
                        null,
                        choice),
                TODAY);
    }

    /**
     * 0.0024 is saved a request against 5,004 paid first; half a million to two million requests a month save 14,400 to 57,600 in
     * a year, the same in both models: the bounds are no difference of independent ranges.
     */
    @Test
    void simulationsSpanTheRangesOfTheirNumbers() {
        PromptShorteningAnswer answer = shorten(DRAWN, range(500_000, 1_000_000, 2_000_000), "5000");
        assertThat(answer.total().saving().low()).isEqualTo("9396.00");
        assertThat(answer.total().saving().expected()).isEqualTo("23796.00");
        assertThat(answer.total().saving().high()).isEqualTo("52596.00");
        assertThat(answer.months().get(0).baseline().low()).isEqualTo("2600.00");
        assertThat(answer.perRequest().saving().low()).isEqualTo("0.0024");
        assertThat(answer.paidBackShare()).isEqualByComparingTo("1");
        assertThat(answer.uncertainty().p10())
                .isGreaterThan(answer.total().saving().low());
        assertThat(answer.breakEven().month()).isEqualTo(3);
        assertThat(answer.breakEven().earliestMonth()).isEqualTo(2);
        assertThat(answer.breakEven().latestMonth()).isEqualTo(5);
    }

    /** What is expected stands for a draw of which a price is not known, as in an estimate. */
    @Test
    void drawsWhoseCostIsNotKnownCountAsExpected() {
        Workload common = calls(Range.exactly(1_000), range(0, 1_000, 100_000), Range.exactly(10));
        Comparison compared = compare(
                DRAWN,
                common,
                new ComparedAlternative(
                        "deep", AlternativeKind.PROMPT, "acme/deep", null, null, null, null, null, null, null),
                prompt("flat", null));
        assertThat(compared.ranked()).extracting(RankedAlternative::id).containsExactly("deep", "flat");
        RankedAlternative deep = compared.ranked().get(0);
        assertThat(deep.uncertainty().p90()).isEqualTo(deep.total().expected());

        PromptShorteningAnswer shortened = PromptShortening.of(
                CATALOG,
                new PromptShorteningRequest(
                        use("acme/deep", common),
                        use("acme/deep", calls(Range.exactly(1_000), Range.exactly(0), Range.exactly(10))),
                        plan(1_000, "400", null),
                        12,
                        null,
                        null,
                        null,
                        null,
                        DRAWN),
                TODAY);
        assertThat(shortened.uncertainty().p90())
                .isEqualTo(shortened.total().saving().expected());
    }

    /** 0.0024 x 12 a request of a month: 28,800 is saved by a million, what was paid is earned by more than that. */
    @Test
    void theShareThatPaysBackIsThatOfTheDraws() {
        PromptShorteningAnswer answer = shorten(DRAWN, range(0 + 1, 1_000_000, 2_000_000), "28796");
        assertThat(answer.total().saving().expected()).isEqualTo("0.00");
        assertThat(answer.paidBackShare().doubleValue()).isCloseTo(0.5, within(0.03));
        assertThat(answer.uncertainty().p50().doubleValue()).isCloseTo(0, within(800.0));
    }

    @Test
    void tooFewOrTooManyDrawsAreRefused() {
        for (int draws : new int[] {0, 99, 10_001}) {
            UncertaintyChoice choice = new UncertaintyChoice(draws, null);
            Workload exact = calls(Range.exactly(1), Range.exactly(0), Range.exactly(1));
            assertThat(Arrays.asList(
                            faults(() -> estimate("acme/seer", false, exact, choice)),
                            faults(() -> compare(choice, exact, prompt("a", null))),
                            faults(() -> shorten(choice, Range.exactly(1), null))))
                    .allSatisfy(fields -> assertThat(fields).containsExactly("uncertainty.draws"));
        }
    }

    /** 10,000 draws of 120 months of 2 alternatives are 2,400,000 months. */
    @Test
    void moreDrawsThanCanBeAnsweredSoonAreRefused() {
        Workload exact = calls(Range.exactly(1), Range.exactly(0), Range.exactly(1));
        ComparisonRequest large = new ComparisonRequest(
                exact,
                120,
                List.of(prompt("a", null), prompt("b", null)),
                null,
                null,
                null,
                new UncertaintyChoice(10_000, null));
        assertThat(faults(() -> Comparison.of(CATALOG, large, TODAY))).containsExactly("uncertainty.draws");
    }

    private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InvalidInputException.class, call).violations().stream()
                .map(Violation::field)
                .toList();
    }

    @Test
    void usualDrawsAreAThousandFromZero() {
        Uncertainty drawn = estimate(
                        "acme/seer",
                        false,
                        calls(range(1, 2, 9), Range.exactly(0), Range.exactly(1)),
                        new UncertaintyChoice(null, null))
                .uncertainty();
        assertThat(drawn.draws()).isEqualTo(1_000);
        assertThat(drawn.seed()).isZero();
    }
}
