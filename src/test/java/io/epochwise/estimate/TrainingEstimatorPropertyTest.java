package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.SizeCount;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.RequestBuilder.images;
import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every estimate, tried on requests drawn from seeds. */
class TrainingEstimatorPropertyTest {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal UNIT = BigDecimal.valueOf(1000);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** A request of many kinds; the same seed gives the same one. */
    private static RequestBuilder drawn(long seed, int epochs) {
        Random random = new Random(seed);
        String offering = random.nextBoolean() ? "lab/plain" : "lab/units";
        RequestBuilder request =
                switch (random.nextInt(3)) {
                    case 0 -> request(offering, text(1 + random.nextInt(20_000), decimal(random, 70_000)));
                    case 1 ->
                        request(
                                offering,
                                images(
                                        1 + random.nextInt(20_000),
                                        decimal(random, 5_000),
                                        decimal(random, 4),
                                        1 + random.nextInt(4_000),
                                        1 + random.nextInt(4_000),
                                        Detail.values()[random.nextInt(3)]));
                    default -> request(offering, profile(random));
                };
        if (offering.equals("lab/units")) {
            request.tier(List.of("global", "regional").get(random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            request.validation(text(1 + random.nextInt(2_000), decimal(random, 5_000)));
        }
        if (random.nextBoolean()) {
            request.asOf("2024-10-31").jobDays(1 + random.nextInt(3));
        }
        return request.epochs(epochs);
    }

    private static DatasetProfile profile(Random random) {
        return Profiles.profile(
                1 + random.nextInt(5_000),
                random.nextInt(10_000_000),
                Profiles.images(
                        List.of(new SizeCount(
                                1 + random.nextInt(3_000),
                                1 + random.nextInt(3_000),
                                Detail.HIGH,
                                random.nextInt(5_000))),
                        Map.of("auto", (long) random.nextInt(100))));
    }

    private static String decimal(Random random, int below) {
        return random.nextInt(below) + "." + random.nextInt(10_000);
    }

    private static int epochs(long seed) {
        return 1 + (int) (seed % 25);
    }

    private static Estimate estimate(RequestBuilder request) {
        Catalog catalog = LAB;
        Estimate estimate = request.estimate(catalog);
        assertThat(estimate.total()).as("priced").isNotNull();
        return estimate;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTotalIsTheSumOfTheLines(long seed) {
        Estimate estimate = estimate(drawn(seed, epochs(seed)));

        assertThat(estimate.lines().stream()
                        .map(line -> line.amount().expected())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(estimate.total().expected());
        assertThat(estimate.lines().stream()
                        .map(line -> line.quantity().signum() < 0
                                ? line.amount().high()
                                : line.amount().low())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(estimate.total().low());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTotalIsNegative(long seed) {
        Range total = estimate(drawn(seed, epochs(seed))).total();

        assertThat(total.low()).isNotNegative();
        assertThat(total.low()).isLessThanOrEqualTo(total.expected());
        assertThat(total.expected()).isLessThanOrEqualTo(total.high());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLineIsItsQuantityTimesItsPrice(long seed) {
        assertThat(estimate(drawn(seed, epochs(seed))).lines())
                .allSatisfy(line -> assertThat(line.quantity().multiply(line.unitPrice()))
                        .isEqualByComparingTo(line.amount().expected().multiply(line.per())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twiceTheEpochsAreTwiceTheTokensUpToTheBillingUnit(long seed) {
        EstimateLine once = estimate(drawn(seed, epochs(seed))).lines().get(0);
        EstimateLine twice = estimate(drawn(seed, 2 * epochs(seed))).lines().get(0);

        BigDecimal gap = once.quantity().multiply(BigDecimal.valueOf(2)).subtract(twice.quantity());
        if (once.formula().contains("whole units")) {
            assertThat(gap).isBetween(BigDecimal.ZERO, UNIT);
            assertThat(once.quantity().remainder(UNIT)).isEqualByComparingTo(BigDecimal.ZERO);
        } else {
            assertThat(gap).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundingAddsLessThanOneUnit(long seed) {
        EstimateLine line = estimate(drawn(seed, epochs(seed))).lines().get(0);
        String unrounded = line.formula().replaceAll("^.* = ([0-9.]+).*$", "$1");
        BigDecimal added = line.quantity().subtract(new BigDecimal(unrounded));

        assertThat(added).isNotNegative().isLessThan(UNIT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDiscountTakesItsShareOfEverything(long seed) {
        BigDecimal percent = BigDecimal.valueOf(new Random(~seed).nextInt(10_001), 2);
        Range full = estimate(drawn(seed, epochs(seed))).total();
        Range less =
                estimate(drawn(seed, epochs(seed)).discount(percent.toString())).total();
        BigDecimal share = BigDecimal.ONE.subtract(percent.divide(HUNDRED));

        assertThat(less.low()).isEqualByComparingTo(full.low().multiply(share));
        assertThat(less.expected()).isEqualByComparingTo(full.expected().multiply(share));
        assertThat(less.high()).isEqualByComparingTo(full.high().multiply(share));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameRequestGivesTheSameEstimate(long seed) {
        assertThat(estimate(drawn(seed, epochs(seed)))).isEqualTo(estimate(drawn(seed, epochs(seed))));
    }
}
