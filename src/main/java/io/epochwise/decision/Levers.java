package io.epochwise.decision;

import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.estimate.ComputeChoice;
import io.epochwise.estimate.EpochLimit;
import io.epochwise.estimate.FewShotExamples;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.estimate.Workload;
import io.epochwise.estimate.WorkloadImage;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageChange;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What can be done to pay less for a plan. Every saving is the difference of two estimates: that of the plan and that of the plan
 * after the change.
 */
final class Levers {
    private static final int TENTH = 10;
    private static final int SIZES_NAMED = 3;
    private static final Range ALL = Range.exactly(1);

    private final BudgetedWay way;
    private final BudgetSolver solver;
    private final BudgetSolver.Solved solved;
    private final Bound bound;
    private final List<Idea> ideas = new ArrayList<>();

    /** What could be done to any draft of the alternative. */
    private record Idea(LeverCode code, String text, UnaryOperator<Draft> change) {}

    Levers(BudgetedWay way, BudgetSolver solver, BudgetSolver.Solved solved) {
        this.way = way;
        this.solver = solver;
        this.solved = solved;
        bound = way.request().mustFit();
    }

    /** Every image of a draft changed. */
    static Draft withImages(BudgetedWay way, Draft draft, ImageChange change) {
        return draft.withDatasets(dataset -> dataset.withImages(change, way.offering(), way.asOf()))
                .withWorkload(workload -> workload.withImages(change));
    }

    /** Those that save something, the largest saving first; of other GPUs only the cheapest. */
    List<Lever> ranked() {
        Draft draft = solved.draft();
        if (draft.hasImages()) {
            way.offering().imageBilling(way.asOf()).ifPresent(billing -> images(draft, billing));
        }
        if (draft.dataset() != null) {
            training(draft);
        }
        if (draft.workload() != null) {
            calls(draft.workload());
        }
        way.offering().tiers().stream()
                .filter(tier -> !tier.equals(Objects.requireNonNullElse(
                        draft.workload() == null ? draft.trainingTier() : draft.tier(),
                        way.offering().defaultTier())))
                .forEach(tier -> idea(
                        LeverCode.OTHER_TIER, "Take the price class " + tier + ".", changed -> changed.withTier(tier)));
        List<Lever> levers = new ArrayList<>();
        ideas.forEach(idea -> verified(idea).ifPresent(levers::add));
        levers.sort(Comparator.comparing((Lever lever) -> lever.saving().expected())
                .reversed()
                .thenComparing(Lever::code)
                .thenComparing(Lever::text));
        return withCheapestGpu(levers);
    }

    private static List<Lever> withCheapestGpu(List<Lever> levers) {
        Optional<Lever> cheapest = levers.stream()
                .filter(lever -> lever.code() == LeverCode.OTHER_GPU)
                .findFirst();
        return levers.stream()
                .filter(lever -> lever.code() != LeverCode.OTHER_GPU || lever.equals(cheapest.orElseThrow()))
                .toList();
    }

    private void idea(LeverCode code, String text, UnaryOperator<Draft> change) {
        ideas.add(new Idea(code, text, change));
    }

    private void images(Draft draft, ImageBilling billing) {
        Map<SizedImage, BigDecimal> counts = counts(draft);
        if (way.request().solveFor() != SolveFor.IMAGE_DETAIL && billing.supports(Detail.LOW)) {
            idea(
                    LeverCode.LOW_DETAIL,
                    "Ask for the detail low on all images.",
                    changed -> withImages(way, changed, ImageChange.detail(Detail.LOW)));
        }
        Map<SizedImage, SizedImage> smaller = new HashMap<>();
        counts.keySet().forEach(image -> TileBoundary.below(billing, image)
                .ifPresent(boundary -> smaller.put(image, boundary)));
        if (!smaller.isEmpty()) {
            idea(
                    LeverCode.RESIZE_TO_TILE_BOUNDARY,
                    "Shrink images to the next size that counts fewer tokens: " + sizes(billing, counts, smaller) + ".",
                    changed -> withImages(way, changed, image -> smaller.getOrDefault(image, image)));
        }
        BigDecimal questions = way.request().questionsPerImage();
        if (questions != null && questions.compareTo(BigDecimal.ONE) > 0 && draft.trainsOnImages()) {
            idea(
                    LeverCode.PACK_QUESTIONS,
                    "Put the " + Decimals.plain(questions) + " questions of one image into one conversation of the"
                            + " training, so that the image is counted once.",
                    changed -> changed.withDatasets(dataset -> dataset.packed(questions, way.offering(), way.asOf())));
        }
    }

    /** The sizes of all images, with how many of each there are in training or in a call. */
    private static Map<SizedImage, BigDecimal> counts(Draft draft) {
        Map<SizedImage, BigDecimal> counts = new LinkedHashMap<>();
        count(draft.dataset(), counts);
        count(draft.validation(), counts);
        if (draft.workload() != null) {
            count(draft.workload().images(), counts);
            if (draft.workload().fewShotExamples() != null) {
                count(draft.workload().fewShotExamples().images(), counts);
            }
        }
        return counts;
    }

    private static void count(List<WorkloadImage> images, Map<SizedImage, BigDecimal> counts) {
        images.forEach(image -> counts.merge(image.expected(), BigDecimal.ONE, BigDecimal::add));
    }

    private static void count(Dataset dataset, Map<SizedImage, BigDecimal> counts) {
        if (dataset instanceof DatasetSummary summary && summary.hasImages()) {
            BigDecimal images = summary.imagesPerExample()
                    .expected()
                    .multiply(summary.examples().expected());
            counts.merge(summary.expectedImage(), images, BigDecimal::add);
        } else if (dataset instanceof DatasetProfile profile
                && profile.hasImages()
                && profile.images().sizes() != null) {
            profile.images()
                    .sizes()
                    .forEach(size -> counts.merge(size.image(), BigDecimal.valueOf(size.count()), BigDecimal::add));
        }
    }

    private static String sizes(
            ImageBilling billing, Map<SizedImage, BigDecimal> counts, Map<SizedImage, SizedImage> smaller) {
        String named = smaller.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<SizedImage, SizedImage> entry) -> counts.get(entry.getKey()))
                        .reversed()
                        .thenComparing(entry -> words(entry.getKey())))
                .limit(SIZES_NAMED)
                .map(entry -> words(entry.getKey()) + " to " + words(entry.getValue()) + " ("
                        + TileBoundary.tokens(billing, entry.getKey()).orElseThrow() + " to "
                        + TileBoundary.tokens(billing, entry.getValue()).orElseThrow() + " tokens)")
                .collect(Collectors.joining(", "));
        return smaller.size() > SIZES_NAMED ? named + " and " + (smaller.size() - SIZES_NAMED) + " sizes more" : named;
    }

    private static String words(SizedImage image) {
        return image.width() + "x" + image.height();
    }

    private void training(Draft draft) {
        SolveFor what = way.request().solveFor();
        EpochLimit limit = EpochLimit.of(way.offering(), draft.trainingTier(), way.asOf());
        if (what != SolveFor.EPOCHS && draft.epochs() > limit.min()) {
            idea(
                    LeverCode.FEWER_EPOCHS,
                    "Train for " + (draft.epochs() - 1) + " epochs and not " + draft.epochs() + ".",
                    changed -> changed.withEpochs(draft.epochs() - 1));
        }
        long examples = draft.dataset().exampleCount();
        if (what != SolveFor.EXAMPLES && examples >= TENTH) {
            long fewer = examples - examples / TENTH;
            idea(
                    LeverCode.FEWER_EXAMPLES,
                    "Train on " + fewer + " examples and not " + examples + ".",
                    changed -> changed.withExamples(fewer));
        }
        if (draft.validation() != null) {
            idea(
                    LeverCode.DROP_VALIDATION,
                    "Give no validation examples to the job; measure by calls of your own.",
                    changed -> changed.withDatasets(changed.dataset(), null));
        }
        if (way.offering().tunable()) {
            way.offering().fineTuning().adapters().stream()
                    .filter(adapter -> !adapter.equals(Objects.requireNonNullElse(
                            draft.adapter(),
                            way.offering().fineTuning().adapters().get(0))))
                    .forEach(adapter -> idea(
                            LeverCode.OTHER_ADAPTER,
                            "Store what is learned as " + adapter + ".",
                            changed -> changed.withAdapter(adapter)));
        }
        if (way.offering().kind() == OfferingKind.SELF_HOSTED && way.plan().trainingHours() == null) {
            way.catalog().gpuTypes().stream()
                    .map(GpuType::id)
                    .forEach(gpu -> idea(
                            LeverCode.OTHER_GPU,
                            "Train on " + gpu + ".",
                            changed -> changed.withCompute(
                                    Objects.requireNonNullElse(changed.compute(), ComputeChoice.UNKNOWN)
                                            .on(gpu))));
        }
    }

    private void calls(Workload workload) {
        if (less(workload.batchShare())) {
            idea(
                    LeverCode.BATCH,
                    "Make all calls in batches.",
                    changed -> changed.withWorkload(asked -> asked.withBatchShare(ALL)));
        }
        if (less(workload.cacheHitRate()) && way.offering().promptCaching() != null) {
            idea(
                    LeverCode.CACHE_PREFIX,
                    "Put first what is the same in all calls, so that the cache is hit: this much at most, if every call"
                            + " hits it.",
                    changed -> changed.withWorkload(asked -> asked.withCacheHitRate(ALL)));
        }
        FewShotExamples examples = workload.fewShotExamples();
        if (examples == null || examples.count().expected().signum() == 0) {
            return;
        }
        if (!examples.images().isEmpty()) {
            idea(
                    LeverCode.DROP_FEW_SHOT_IMAGES,
                    "Leave the images out of the examples in the prompt.",
                    changed -> changed.withWorkload(asked ->
                            asked.withFewShotExamples(asked.fewShotExamples().withImages(List.of()))));
        }
        idea(
                LeverCode.DROP_FEW_SHOT_EXAMPLES,
                "Show no examples in the prompt.",
                changed -> changed.withWorkload(asked -> asked.withFewShotExamples(null)));
    }

    private static boolean less(Range share) {
        return share == null || share.expected().compareTo(BigDecimal.ONE) < 0;
    }

    /** The lever if it can be had and saves something. */
    private Optional<Lever> verified(Idea idea) {
        PlanEstimates with = way.estimate(idea.change().apply(solved.draft()));
        boolean possible = RulingOut.reasons(with.training(), with.prepared(), with.calls(), List.of())
                .isEmpty();
        if (!possible) {
            return Optional.empty();
        }
        PlanCost before = solved.estimates().cost();
        PlanCost after = with.cost();
        Range saving = difference(before.total(), after.total());
        if (bound.of(saving).signum() <= 0 || saving.expected().signum() <= 0) {
            return Optional.empty();
        }
        Draft asked = idea.change().apply(way.draft());
        BudgetSolver.Solved again = solver.solve(asked);
        return Optional.of(new Lever(
                idea.code(),
                idea.text(),
                idea.code().trade(),
                saving.asAmount(),
                after,
                again.fits() ? again.draft().size() : null,
                warnings(with),
                Boolean.TRUE.equals(way.request().leverAlternatives()) ? way.alternative(asked) : null));
    }

    private List<Warning> warnings(PlanEstimates with) {
        Set<WarningCode> before =
                solved.estimates().warnings().stream().map(Warning::code).collect(Collectors.toSet());
        return with.warnings().stream()
                .filter(warning -> !before.contains(warning.code()))
                .distinct()
                .toList();
    }

    /** What is saved if what is not known exactly lies at the same bound before and after. */
    private static Range difference(Range before, Range after) {
        BigDecimal low = before.low().subtract(after.low());
        BigDecimal expected = before.expected().subtract(after.expected());
        BigDecimal high = before.high().subtract(after.high());
        return new Range(
                low.min(expected).min(high), expected, low.max(expected).max(high));
    }
}
