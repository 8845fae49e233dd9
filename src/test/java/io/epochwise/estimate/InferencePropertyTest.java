package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.estimate.InferenceBuilder.inference;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every estimate of inference, tried on workloads drawn from seeds. */
class InferencePropertyTest {
    private static final MathContext MANY_DIGITS = new MathContext(60);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** A request of many kinds whose decimals are few enough to stay exact; the same seed gives the same one. */
    private static InferenceBuilder drawn(long seed) {
        Random random = new Random(seed);
        InferenceBuilder request = inference(random.nextBoolean() ? "forge/whole" : "forge/free-writes")
                .requests(1L + random.nextInt(1_000_000))
                .growth(part(random))
                .months(1 + random.nextInt(5))
                .tokens(random.nextInt(12_000), random.nextInt(12_000), random.nextInt(3_000))
                .attempts("0." + (1 + random.nextInt(9)), 1 + random.nextInt(4))
                .batchShare(random.nextBoolean() ? part(random) : null)
                .hitRate(random.nextBoolean() ? part(random) : null);
        if (random.nextBoolean()) {
            request.examples(random.nextInt(4), (long) random.nextInt(900), image(random), image(random));
        }
        if (random.nextBoolean()) {
            request.image(1 + random.nextInt(3_000), 1 + random.nextInt(3_000), Detail.HIGH, 1 + random.nextInt(3));
        }
        return request;
    }

    private static WorkloadImage image(Random random) {
        return InferenceBuilder.imageOf(1 + random.nextInt(3_000), 1 + random.nextInt(3_000), Detail.AUTO, null);
    }

    private static String part(Random random) {
        return new BigDecimal(random.nextInt(101)).movePointLeft(2).toPlainString();
    }

    private static BigDecimal sum(LongStream values) {
        return BigDecimal.valueOf(values.sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theClassesOfACallAddUpToItsTokens(long seed) {
        Random random = new Random(seed);
        CallTokens call = new CallTokens(
                random.nextInt(3_000),
                random.nextInt(3_000),
                random.nextInt(3_000),
                random.nextInt(3_000),
                random.nextInt(3_000),
                random.nextInt(30),
                random.nextInt(3_000));
        CachedPrefix prefix = new CachedPrefix(
                random.nextInt(5_000),
                1 + random.nextInt(300),
                random.nextBoolean(),
                new BigDecimal(part(random)),
                random.nextBoolean());
        BigDecimal all = sum(LongStream.of(
                call.staticPrompt(),
                call.fewShotText(),
                call.fewShotImages(),
                call.variablePrompt(),
                call.images(),
                call.overhead(),
                call.output()));
        List<BigDecimal> parts = call.classes(prefix).values().stream()
                .map(CallTokens.Part::tokens)
                .toList();
        assertThat(parts).hasSize(TokenClass.values().length).allMatch(tokens -> tokens.signum() >= 0);
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(all);
    }

    /** Growth, attempts and tokens computed once more, with the closed form of the expected calls. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLinesHoldAllTokensOfAllCalls(long seed) {
        InferenceBuilder request = drawn(seed);
        Workload workload = request.workload();
        BigDecimal requests = BigDecimal.ZERO;
        for (int month = 0; month < request.build().months(); month++) {
            BigDecimal factor =
                    BigDecimal.ONE.add(workload.monthlyGrowth().expected()).pow(month);
            requests = requests.add(factor.multiply(workload.requestsPerMonth().expected()));
        }
        BigDecimal a = workload.accuracy();
        BigDecimal calls = BigDecimal.ONE
                .subtract(BigDecimal.ONE.subtract(a).pow(workload.attempts()))
                .divide(a, MANY_DIGITS);
        CallTokens call = new WorkloadTokens(
                        workload, LAB.require(request.build().offering()), "standard")
                .on(RequestBuilder.TODAY, new Notes())
                .expected();
        BigDecimal quantities = request.estimate(LAB).lines().stream()
                .map(EstimateLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(quantities)
                .isEqualByComparingTo(
                        requests.multiply(calls).multiply(BigDecimal.valueOf(call.input() + call.output())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLinesAddUpToTheTotal(long seed) {
        Estimate estimate = drawn(seed).estimate(LAB);
        Range sum = Range.ZERO;
        for (EstimateLine line : estimate.lines()) {
            assertThat(line.quantity().multiply(line.unitPrice()).divide(line.per()))
                    .isEqualByComparingTo(line.amount().expected());
            sum = sum.plus(line.amount());
        }
        assertThat(estimate.total()).isEqualTo(sum.asAmount());
        assertThat(sum.low().signum()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreIsNeverCheaper(long seed) {
        Workload workload = drawn(seed).workload();
        Range total = drawn(seed).estimate(LAB).total();
        long requests = workload.requestsPerMonth().expected().longValueExact();
        List<InferenceBuilder> more = List.of(
                drawn(seed).requests(requests + 1),
                drawn(seed).variable(workload.variablePrompt() + 1 + seed * 50),
                drawn(seed).output(workload.output() + 1),
                drawn(seed).messages(workload.allMessages() + 1),
                drawn(seed).image(100, 100, Detail.LOW, 1),
                drawn(seed).attempts(workload.accuracy().toPlainString(), workload.attempts() + 1),
                drawn(seed)
                        .growth(workload.monthlyGrowth()
                                .expected()
                                .add(new BigDecimal("0.01"))
                                .toPlainString()),
                drawn(seed).months(drawn(seed).build().months() + 1));
        assertThat(more)
                .allSatisfy(request -> assertAtLeast(request.estimate(LAB).total(), total));
        Range uncached = drawn(seed).hitRate(null).estimate(LAB).total();
        assertAtLeast(
                drawn(seed)
                        .hitRate(null)
                        .staticPrompt(workload.staticPrompt() + 1 + seed * 50)
                        .estimate(LAB)
                        .total(),
                uncached);
    }

    private static void assertAtLeast(Range more, Range less) {
        assertThat(more.low()).isGreaterThanOrEqualTo(less.low());
        assertThat(more.expected()).isGreaterThanOrEqualTo(less.expected());
        assertThat(more.high()).isGreaterThanOrEqualTo(less.high());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoIsAlwaysRightNeedsNoSecondAttempt(long seed) {
        Range once = drawn(seed).attempts(null, null).estimate(LAB).total();
        assertThat(drawn(seed).attempts("1", 100).estimate(LAB).total()).isEqualTo(once);
        assertThat(drawn(seed).attempts("0.3", 1).estimate(LAB).total()).isEqualTo(once);
        assertThat(drawn(seed).attempts("0.3", null).estimate(LAB).total()).isEqualTo(once);
    }

    /** The sum that is used is the closed form, to all of its digits; and what is rounded is beyond the 30th. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void callsAndGrowthAreRoundedBeyondThirtyDigitsOnly(long seed) {
        Random random = new Random(seed);
        BigDecimal a = BigDecimal.valueOf(1 + random.nextLong(999_999), 6);
        int n = 1 + random.nextInt(100);
        BigDecimal closed =
                BigDecimal.ONE.subtract(BigDecimal.ONE.subtract(a).pow(n)).divide(a, MANY_DIGITS);
        assertThat(MonthlyRequests.calls(a, n).round(new MathContext(30)))
                .isEqualByComparingTo(closed.round(new MathContext(30)));
        MonthlyRequests growing = new MonthlyRequests(MILLION, a);
        BigDecimal exact = MILLION.multiply(BigDecimal.ONE.add(a).pow(n - 1));
        assertThat(growing.in(n).round(new MathContext(30))).isEqualByComparingTo(exact.round(new MathContext(30)));
    }

    /** However many requests there are, what is known of a call is that of the same question asked anew. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void costsThatFollowFromOthersAreThoseFoundAnew(long seed) {
        Random random = new Random(seed);
        InferenceBuilder asked = drawn(seed);
        if (random.nextInt(4) == 0) {
            asked = inference("self-hosted/qwen2.5-vl-7b").tokens(300, 200, 100).months(3);
        }
        boolean own = asked.build().offering().startsWith("self-hosted");
        PreparedInference prepared = PreparedInference.of(own ? BUILT_IN : LAB, asked.build(), RequestBuilder.TODAY);
        InferenceCosts known = prepared.costs(asked.workload());
        asked.requests(1L + random.nextInt(500_000_000)).growth(part(random));
        if (random.nextBoolean()) {
            asked.attempts("0." + (1 + random.nextInt(9)), 1 + random.nextInt(4))
                    .fallbackCost(random.nextBoolean() ? "0.15" : null);
        }
        if (random.nextInt(4) == 0) {
            asked.output(1L + random.nextInt(3_000));
        }
        InferenceCosts anew = prepared.costs(asked.workload());
        InferenceCosts following = prepared.costs(asked.workload(), known);
        assertThat(following.months()).isEqualTo(anew.months());
        assertThat(following.estimate()).isEqualTo(anew.estimate());
        assertThat(following.months()).isNotEqualTo(known.months());
    }
}
