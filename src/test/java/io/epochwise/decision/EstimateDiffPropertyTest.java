package io.epochwise.decision;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.Dataset;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.EstimateRequest;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.OwnPrice;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.WorkloadImage;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.decision.Questions.BUILT_IN;
import static io.epochwise.decision.Questions.LAB;
import static io.epochwise.decision.Questions.TODAY;
import static io.epochwise.decision.Questions.hosted;
import static io.epochwise.decision.Questions.images;
import static io.epochwise.decision.Questions.inference;
import static io.epochwise.decision.Questions.on;
import static io.epochwise.decision.Questions.text;
import static io.epochwise.decision.Questions.timed;
import static io.epochwise.decision.Questions.training;
import static io.epochwise.decision.Questions.workload;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every diff, tried on pairs of questions drawn from seeds. */
class EstimateDiffPropertyTest {
    private static final int CASES = 1000;
    private static final List<String> DAYS =
            List.of("2024-10-31", "2024-11-15", "2026-10-01", "2026-11-23", "2026-12-05", "2027-01-20", "2027-03-01");

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    /** Two questions of a kind; every other pair differs in its terms only. */
    private static DiffRequest drawn(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L); // generators of seeds in a row begin alike
        if (seed % 2 == 0) {
            TrainingRequest before = job(random);
            TrainingRequest after = random.nextBoolean() ? job(random) : before.onTermsOf(job(random));
            return new DiffRequest(DiffKind.TRAINING, before, after, null);
        }
        EstimateRequest before = calls(random);
        EstimateRequest after = random.nextBoolean() ? calls(random) : before.onTermsOf(calls(random));
        return new DiffRequest(DiffKind.INFERENCE, before, after, null);
    }

    private static TrainingRequest job(Random random) {
        String offering = one(random, "lab/plain", "lab/units", "lab/units", "lab/disputed", "lab/fixed");
        Dataset dataset = random.nextBoolean()
                ? text(1 + random.nextInt(20_000), random.nextInt(5_000) + "." + random.nextInt(10_000))
                : images(1 + random.nextInt(20_000), "100", Detail.values()[random.nextInt(3)]);
        TrainingRequest job = training(offering, dataset, 1 + random.nextInt(60) % 50);
        if (random.nextBoolean()) {
            job = hosted(job, Integer.toString(random.nextInt(100)));
        }
        String tier = offering.equals("lab/units")
                ? one(random, null, "global", "regional")
                : offering.equals("lab/disputed") ? one(random, null, "weak", "likely", "secret") : null;
        return on(job, tier, one(random, null, "Far East", "North"), overrides(random), one(random, DAYS));
    }

    private static PriceOverrides overrides(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new PriceOverrides(null, BigDecimal.valueOf(random.nextInt(10_001), 2));
            case 1 ->
                new PriceOverrides(
                        List.of(new OwnPrice(Meter.TRAINING, BigDecimal.valueOf(random.nextInt(5_000), 2), null)),
                        null);
            default -> null;
        };
    }

    private static EstimateRequest calls(Random random) {
        WorkloadImage[] shown = random.nextBoolean()
                ? new WorkloadImage[] {
                    new WorkloadImage(Range.exactly(1 + random.nextInt(3_000)), Range.exactly(900), Detail.HIGH, null)
                }
                : new WorkloadImage[0];
        return inference(
                one(random, "forge/whole", "forge/whole", "forge/free-writes", "forge/blind", "forge/committed"),
                random.nextBoolean(),
                workload(
                        1 + random.nextInt(1_000_000),
                        random.nextBoolean() ? part(random) : null,
                        random.nextInt(12_000),
                        random.nextInt(12_000),
                        random.nextInt(3_000),
                        random.nextBoolean() ? part(random) : null,
                        random.nextBoolean() ? part(random) : null,
                        shown),
                1 + random.nextInt(8),
                one(random, DAYS));
    }

    private static BigDecimal part(Random random) {
        return BigDecimal.valueOf(random.nextInt(101), 2);
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String one(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static EstimateDiff diff(DiffRequest request) {
        return EstimateDiff.of(LAB, request, TODAY);
    }

    private static DiffRequest of(DiffRequest request, EstimateRequest before, EstimateRequest after) {
        return new DiffRequest(request.kind(), before, after, null);
    }

    private static BigDecimal sum(DiffEffects effects) {
        return effects.quantity().add(effects.rule()).add(effects.price());
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAndEffectsAddUpToTheDifferenceOfTheTotals(long seed) {
        EstimateDiff diff = diff(drawn(seed));
        Range before = diff.before().total();
        Range after = diff.after().total();
        for (LineDiff line : diff.lines()) {
            assertThat(line.reasons()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(line.effects() == null).isEqualTo(line.difference() == null);
            if (line.difference() != null) {
                assertThat(sum(line.effects())).isEqualByComparingTo(line.difference());
            }
        }
        if (before == null || after == null) {
            assertThat(diff.difference()).isNull();
            assertThat(diff.effects()).isNull();
            return;
        }
        BigDecimal expected = after.expected().subtract(before.expected());
        assertThat(diff.difference().expected()).isEqualByComparingTo(expected);
        assertThat(sum(diff.effects())).isEqualByComparingTo(expected);
        assertThat(sum(diff.lines().stream().map(LineDiff::difference))).isEqualByComparingTo(expected);
        assertThat(diff.difference().low()).isGreaterThanOrEqualTo(after.low().subtract(before.high()));
        assertThat(diff.difference().high()).isLessThanOrEqualTo(after.high().subtract(before.low()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyLineOfBothSidesIsShownOrCounted(long seed) {
        DiffRequest request = drawn(seed);
        EstimateDiff diff = diff(request);
        Estimate before = request.before().estimate(LAB, TODAY);
        Estimate after = request.after().estimate(LAB, TODAY);
        List<EstimateLine> sameBefore = without(before.lines(), diff, LineDiff::before);
        List<EstimateLine> sameAfter = without(after.lines(), diff, LineDiff::after);
        assertThat(sameAfter).hasSize(diff.unchangedLines());
        assertThat(sameBefore.stream().map(EstimateLine::amount))
                .containsExactlyInAnyOrderElementsOf(
                        sameAfter.stream().map(EstimateLine::amount).toList());
    }

    /** The lines that a diff does not show, each of which it must have from the estimate. */
    private static List<EstimateLine> without(
            List<EstimateLine> lines, EstimateDiff diff, Function<LineDiff, List<EstimateLine>> side) {
        List<EstimateLine> rest = new ArrayList<>(lines);
        diff.lines().stream().map(side).flatMap(List::stream).forEach(line -> assertThat(rest.remove(line))
                .isTrue());
        return rest;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalQuestionsDoNotDiffer(long seed) {
        DiffRequest request = drawn(seed);
        EstimateDiff diff = diff(of(request, request.after(), request.after()));
        assertThat(diff.lines()).isEmpty();
        assertThat(diff.unchangedLines())
                .isEqualTo(request.after().estimate(LAB, TODAY).lines().size());
        assertThat(diff.addedAssumptions()).isEmpty();
        assertThat(diff.removedAssumptions()).isEmpty();
        assertThat(diff.addedWarnings()).isEmpty();
        assertThat(diff.removedWarnings()).isEmpty();
        assertThat(diff.availability()).isNull();
        if (diff.before().total() != null) {
            assertThat(diff.difference()).isEqualTo(Range.ZERO.asAmount());
            assertThat(diff.effects()).isEqualTo(DiffEffects.NONE);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void swappedQuestionsAreTheMirrorImage(long seed) {
        DiffRequest request = drawn(seed);
        EstimateDiff one = diff(request);
        EstimateDiff other = diff(of(request, request.after(), request.before()));
        assertThat(other.before()).isEqualTo(one.after());
        assertThat(other.unchangedLines()).isEqualTo(one.unchangedLines());
        assertThat(other.addedAssumptions()).isEqualTo(one.removedAssumptions());
        assertThat(other.addedWarnings()).isEqualTo(one.removedWarnings());
        assertThat(other.availability() == null).isEqualTo(one.availability() == null);
        assertThat(mirrored(other)).containsExactlyInAnyOrderElementsOf(shape(one));
        if (one.difference() == null) {
            assertThat(other.difference()).isNull();
        } else {
            assertThat(other.difference().low())
                    .isEqualByComparingTo(one.difference().high().negate());
            assertThat(other.difference().expected())
                    .isEqualByComparingTo(one.difference().expected().negate());
        }
    }

    private record Shape(
            List<EstimateLine> before, List<EstimateLine> after, LineChange change, BigDecimal difference) {}

    private static List<Shape> shape(EstimateDiff diff) {
        return diff.lines().stream()
                .map(line -> new Shape(line.before(), line.after(), line.change(), line.difference()))
                .toList();
    }

    private static List<Shape> mirrored(EstimateDiff diff) {
        return diff.lines().stream()
                .map(line -> new Shape(
                        line.after(),
                        line.before(),
                        switch (line.change()) {
                            case ADDED -> LineChange.REMOVED;
                            case REMOVED -> LineChange.ADDED;
                            case CHANGED -> LineChange.CHANGED;
                        },
                        line.difference() == null ? null : line.difference().negate()))
                .toList();
    }

    /** What is asked to be done is the same, so nothing is due to it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherTermsAloneChangeNoQuantityThatIsAsked(long seed) {
        DiffRequest request = drawn(seed);
        EstimateDiff diff = diff(of(request, request.before(), request.before().onTermsOf(request.after())));
        assertThat(diff.lines()).allSatisfy(line -> {
            assertThat(line.reasons()).extracting("code").doesNotContain(DiffReason.QUANTITY, DiffReason.OTHER_PRICE);
            assertThat(line.effects() == null || line.effects().quantity().signum() == 0)
                    .isTrue();
        });
    }

    /** The terms are the same, so nothing is due to them. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherWorkOnTheSameTermsChangesNoRule(long seed) {
        DiffRequest request = drawn(seed);
        EstimateDiff diff = diff(of(request, request.before().onTermsOf(request.after()), request.after()));
        assertThat(diff.lines()).allSatisfy(line -> {
            assertThat(line.reasons())
                    .extracting("code")
                    .doesNotContain(DiffReason.RULE, DiffReason.OFFERING, DiffReason.DATE, DiffReason.TIER);
            assertThat(line.effects() == null || line.effects().rule().signum() == 0)
                    .isTrue();
        });
    }

    /** Each with the next, so that all ways of counting, charging and being unknown meet. */
    @Test
    void allOfferingsThatShipCanBeCompared() {
        List<String> ids = BUILT_IN.offerings().stream().map(Offering::id).toList();
        for (int i = 1; i < ids.size(); i++) {
            for (boolean tuned : new boolean[] {false, true}) {
                assertAddsUp(new DiffRequest(
                        DiffKind.INFERENCE,
                        inference(ids.get(i - 1), tuned, workload(1_000, 2_000, 100, 50), 12, "2026-10-01"),
                        inference(ids.get(i), tuned, workload(3_000, 2_000, 300, 90), 9, "2026-12-01"),
                        null));
            }
            assertAddsUp(new DiffRequest(
                    DiffKind.TRAINING,
                    timed(training(ids.get(i - 1), images(700, "300.5", Detail.HIGH), 2), "7", "10"),
                    timed(training(ids.get(i), images(900, "300.5", Detail.LOW), 3), "9", null),
                    null));
        }
    }

    private static void assertAddsUp(DiffRequest request) {
        EstimateDiff diff = EstimateDiff.of(BUILT_IN, request, TODAY);
        if (diff.difference() != null) {
            BigDecimal expected = diff.after()
                    .total()
                    .expected()
                    .subtract(diff.before().total().expected());
            assertThat(sum(diff.effects())).isEqualByComparingTo(expected);
            assertThat(diff.difference().expected()).isEqualByComparingTo(expected);
        }
        assertThat(diff.lines()).allSatisfy(line -> assertThat(line.reasons()).isNotEmpty());
    }

    /** Were the draws too much alike, the properties would hold for want of cases. */
    @Test
    void theDrawsHaveEveryKindOfDifference() {
        List<LineDiff> lines = seeds().mapToObj(seed -> diff(drawn(seed)))
                .flatMap(diff -> diff.lines().stream())
                .toList();
        assertThat(lines)
                .extracting(LineDiff::code)
                .contains(LineCode.HOSTING, LineCode.INFERENCE_CACHED_INPUT, LineCode.TRAINING_FREE_TOKENS);
        assertThat(lines).extracting(LineDiff::change).contains(LineChange.values());
        assertThat(lines.stream().flatMap(line -> line.reasons().stream()).map(LineReason::code))
                .contains(
                        DiffReason.QUANTITY,
                        DiffReason.RULE,
                        DiffReason.PRICE,
                        DiffReason.OTHER_PRICE,
                        DiffReason.OFFERING,
                        DiffReason.DATE,
                        DiffReason.TIER,
                        DiffReason.REGION,
                        DiffReason.OWN_PRICE,
                        DiffReason.UNPRICED);
        assertThat(lines.stream().filter(line -> line.difference() != null).count())
                .isGreaterThan(CASES);
    }
}
