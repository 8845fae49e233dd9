package io.epochwise.decision;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Sample sizes against published ones, against simulated tests, and what must hold for all of them. */
class ProportionsTest {
    private static final Proportions USUAL = new Proportions(0.95, 0.8);
    private static final int TRIALS = 4_000;
    /** Four standard errors of a share of that many trials. */
    private static final double LUCK = 4 * Math.sqrt(0.8 * 0.2 / TRIALS);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Proportions drawn(Random random) {
        return new Proportions(0.8 + 0.19 * random.nextDouble(), 0.6 + 0.39 * random.nextDouble());
    }

    /** 385, 1,068 and 9,604 are those of every textbook; 1,537 computed once more in Python. */
    @ParameterizedTest(name = "p {0}, margin {1}: {2}")
    @CsvSource({"0.5, 0.05, 385", "0.5, 0.03, 1068", "0.5, 0.01, 9604", "0.8, 0.02, 1537"})
    void marginOfError(double p, double margin, long questions) {
        assertThat(Math.ceil(USUAL.forMargin(p, margin))).isEqualTo(questions);
        assertThat(USUAL.margin(p, questions)).isLessThanOrEqualTo(margin).isCloseTo(margin, within(1e-4));
    }

    /** 385 of an unbounded set are 278 of 1,000 (Cochran's correction), computed once more in Python. */
    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource({"1000, 277.73345317318757", "5349, 358.46895132533973", "500, 217.48721806258717"})
    void finiteSet(long set, double questions) {
        double uncorrected = USUAL.forMargin(0.5, 0.05);
        assertThat(Proportions.ofSet(uncorrected, set)).isCloseTo(questions, within(1e-9));
    }

    /**
     * 356 for 0.6 and 0.7 is the textbooks' size of the pooled test; R's help of power.prop.test has 76.7 for 0.5 and 0.75 with a
     * power of 0.9. The others are computed once more in Python.
     */
    @ParameterizedTest(name = "{0} against {1}, power {2}: {3}")
    @CsvSource({
        "0.6, 0.7, 0.8, 355.94281271162555",
        "0.6, 0.7, 0.9, 476.00719527510944",
        "0.5, 0.75, 0.9, 76.70692845177743",
        "0.5, 0.6, 0.8, 387.33851669903584",
        "0.1, 0.2, 0.8, 198.963413284331",
        "0.9, 0.8, 0.8, 198.96341328433107",
        "0.05, 0.1, 0.8, 434.4320224394685",
        "0.7, 0.75, 0.8, 1250.7167334356116"
    })
    void twoModelsOnDifferentQuestions(double p, double q, double power, double questions) {
        assertThat(new Proportions(0.95, power).unpaired(p, q)).isCloseTo(questions, within(1e-6));
    }

    /**
     * Published calculators by Connor's formula give 23 pairs for a difference of 0.4 out of 0.5 (zarathucorp), and 155 for 0.15
     * out of 0.45 (clinicaltrials-tools), both rounded up. All are computed once more in Python.
     */
    @ParameterizedTest(name = "difference {0}, disagreement {1}, power {2}: {3}")
    @CsvSource({
        "0.4, 0.5, 0.8, 22.011324427435785",
        "0.15, 0.45, 0.8, 154.59856956021102",
        "0.05, 0.2, 0.8, 625.5473178337215",
        "-0.05, 0.2, 0.8, 625.5473178337215",
        "0.1, 0.2, 0.9, 205.9620841072601",
        "0.03, 0.15, 0.8, 1305.786267012411",
        "0.05, 0.05, 0.8, 154.59856956021096"
    })
    void twoModelsOnTheSameQuestions(double difference, double disagreement, double power, double questions) {
        assertThat(new Proportions(0.95, power).paired(difference, disagreement))
                .isCloseTo(questions, within(1e-6));
    }

    /** Wilson (1927) for 8 of 10 at 95 %, as R's binom.confint prints it: 0.490 to 0.943. */
    @Test
    void wilsonsInterval() {
        Proportions.Interval interval = USUAL.interval(0.8, 10);
        assertThat(interval.low()).isCloseTo(0.4901625, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.9433178, within(1e-6));
        assertThat(USUAL.interval(1, 10).high()).isEqualTo(1);
        assertThat(USUAL.interval(0, 10).low()).isCloseTo(0, within(1e-15));
    }

    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource({"0.6, 0.7", "0.85, 0.9", "0.5, 0.53"})
    void simulatedTestsOfDifferentQuestionsReachThePower(double p, double q) {
        long questions = (long) Math.ceil(USUAL.unpaired(p, q));
        assertThat(seen(random -> {
                    double one = right(random, questions, p);
                    double other = right(random, questions, q);
                    double mean = (one + other) / 2 / questions;
                    return Math.abs(one - other) / Math.sqrt(2 * mean * (1 - mean) * questions);
                }))
                .isCloseTo(0.8, within(LUCK));
    }

    @ParameterizedTest(name = "difference {0}, disagreement {1}")
    @CsvSource({"0.05, 0.2", "0.03, 0.1", "0.1, 0.45"})
    void simulatedTestsOfTheSameQuestionsReachThePower(double difference, double disagreement) {
        long questions = (long) Math.ceil(USUAL.paired(difference, disagreement));
        double gained = (disagreement + difference) / 2;
        assertThat(seen(random -> {
                    double better = 0;
                    double worse = 0;
                    for (long i = 0; i < questions; i++) {
                        double drawn = random.nextDouble();
                        better += drawn < gained ? 1 : 0;
                        worse += drawn >= gained && drawn < disagreement ? 1 : 0;
                    }
                    return Math.abs(better - worse) / Math.sqrt(better + worse);
                }))
                .isCloseTo(0.8, within(LUCK));
    }

    /** Out of a set of 2,000 of which 1,400 are answered right, without putting questions back. */
    @Test
    void simulatedSamplesOfASetKeepTheMargin() {
        int set = 2_000;
        int right = 1_400;
        double margin = 0.03;
        long questions = (long) Math.ceil(Proportions.ofSet(USUAL.forMargin(0.7, margin), set));
        assertThat(questions).isEqualTo(620);
        Random random = new Random(7);
        int kept = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int left = set;
            int rightLeft = right;
            int seen = 0;
            for (long i = 0; i < questions; i++) {
                if (random.nextInt(left--) < rightLeft) {
                    rightLeft--;
                    seen++;
                }
            }
            kept += Math.abs((double) seen / questions - 0.7) <= margin ? 1 : 0;
        }
        assertThat((double) kept / TRIALS).isCloseTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / TRIALS)));
    }

    private static double right(Random random, long questions, double p) {
        int right = 0;
        for (long i = 0; i < questions; i++) {
            right += random.nextDouble() < p ? 1 : 0;
        }
        return right;
    }

    /** The part of simulated evaluations whose test says that there is a difference. */
    private static double seen(ToDoubleFunction<Random> statistic) {
        Random random = new Random(42);
        int seen = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            seen += statistic.applyAsDouble(random) > USUAL.z() ? 1 : 0;
        }
        return (double) seen / TRIALS;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void surerOrFinerTakesMoreQuestions(long seed) {
        Random random = new Random(seed);
        Proportions asked = drawn(random);
        double p = 0.05 + 0.5 * random.nextDouble();
        double difference = 0.01 + 0.3 * random.nextDouble();
        double disagreement = difference + (1 - difference) * random.nextDouble();
        double margin = 0.01 + 0.3 * random.nextDouble();
        Proportions surer = new Proportions(asked.confidence() + 0.005, asked.power());
        Proportions stronger = new Proportions(asked.confidence(), asked.power() + 0.005);
        assertThat(surer.forMargin(p, margin)).isGreaterThan(asked.forMargin(p, margin));
        assertThat(asked.forMargin(p, margin * 0.9)).isGreaterThan(asked.forMargin(p, margin));
        for (Proportions more : new Proportions[] {surer, stronger}) {
            assertThat(more.unpaired(p, p + difference)).isGreaterThan(asked.unpaired(p, p + difference));
            assertThat(more.paired(difference, disagreement)).isGreaterThan(asked.paired(difference, disagreement));
        }
        assertThat(asked.unpaired(p, p + difference * 0.9)).isGreaterThan(asked.unpaired(p, p + difference));
        assertThat(asked.paired(difference * 0.9, disagreement)).isGreaterThan(asked.paired(difference, disagreement));
        assertThat(asked.paired(difference, disagreement)).isGreaterThanOrEqualTo(asked.paired(difference, difference));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetNeverTakesMoreQuestionsThanItHas(long seed) {
        Random random = new Random(seed);
        long set = 1 + random.nextInt(20_000);
        double unbounded = 1 + Math.exp(random.nextDouble() * 20);
        double questions = Proportions.ofSet(unbounded, set);
        assertThat(questions)
                .isLessThanOrEqualTo(Math.min(unbounded, set) + 1e-9)
                .isGreaterThanOrEqualTo(1 - 1e-9);
        assertThat(Proportions.ofSet(unbounded, set * 2)).isGreaterThanOrEqualTo(questions);
        assertThat(Proportions.ofSet(unbounded, Long.MAX_VALUE)).isCloseTo(unbounded, within(unbounded * 1e-6));
    }

    /** How precise a run is, is how many questions it takes, the other way round. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatQuestionsDetectTakesThem(long seed) {
        Random random = new Random(seed);
        Proportions asked = drawn(random);
        double base = 0.1 + 0.5 * random.nextDouble();
        double questions = 200 + random.nextInt(5_000);
        double most = 1 - base;
        double unpaired =
                Proportions.detectable(questions, most, difference -> asked.unpaired(base, base + difference));
        assertThat(asked.unpaired(base, base + unpaired)).isCloseTo(questions, within(questions * 1e-6));
        double disagreement = 0.3 + 0.5 * random.nextDouble();
        double paired =
                Proportions.detectable(questions, disagreement, difference -> asked.paired(difference, disagreement));
        assertThat(asked.paired(paired, disagreement)).isCloseTo(questions, within(questions * 1e-6));
        long set = (long) questions * 2;
        assertThat(Proportions.ofSet(Proportions.asOfUnbounded((long) questions, set), set))
                .isCloseTo(questions, within(1e-6));
    }

    @Test
    void aHandfulOfQuestionsDetectsNothing() {
        assertThat(Proportions.detectable(3, 0.1, difference -> USUAL.unpaired(0.9, 0.9 + difference)))
                .isNaN();
    }
}
