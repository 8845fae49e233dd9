package io.epochwise.estimate;

import io.epochwise.catalog.Benchmark;
import io.epochwise.catalog.BenchmarkSplit;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Harness;
import io.epochwise.catalog.ImageSides;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.TextTokenCount;
import io.epochwise.dataset.TextTokenRequest;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The questions of an evaluation as workloads: one for each number of images that a question may have. */
final class EvaluationWorkloads {
    private static final Range ONE = Range.exactly(1);

    private final Catalog catalog;
    private final EvaluationRequest request;
    private final Offering offering;
    private final Benchmark benchmark;
    private final BenchmarkSplit split;
    private final EvaluationSet set;

    /**
     * Questions that have equally many images.
     *
     * @param questions how many there are
     * @param images of each
     */
    record Group(long questions, long images) {}

    /**
     * @param benchmark null for a set of one's own
     * @param split the part of it; null for a set of one's own
     */
    EvaluationWorkloads(
            Catalog catalog, EvaluationRequest request, Offering offering, Benchmark benchmark, BenchmarkSplit split) {
        this.catalog = catalog;
        this.request = request;
        this.offering = offering;
        this.benchmark = benchmark;
        this.split = split;
        set = Objects.requireNonNullElse(request.set(), EvaluationSet.UNSAID);
    }

    /** How many questions there are. */
    long questionsOfSet() {
        return split == null ? set.questions() : split.questions();
    }

    /** How many of them are asked. */
    long questions() {
        return Objects.requireNonNullElse(request.limit(), questionsOfSet());
    }

    int runs() {
        return Objects.requireNonNullElse(request.runs(), 1);
    }

    /** Whether the images of questions are those of the benchmark. */
    boolean imagesOfBenchmark() {
        return set.images() == null && benchmark != null;
    }

    /** Whether it is known which images questions have, if they have any. */
    boolean knowsImages() {
        return !imagesOfBenchmark()
                || benchmark.imagesPerQuestion() != null
                        && (benchmark.imageSizes() != null || benchmark.typicalImage() != null);
    }

    /** Whether it is known how long questions are. */
    boolean knowsQuestions() {
        return prompt().isPresent();
    }

    /** The questions of a run by their images; whole numbers of images that have the benchmark's mean. */
    List<Group> groups() {
        long questions = questions();
        if (!imagesOfBenchmark() || !knowsImages()) {
            return List.of(new Group(questions, 0));
        }
        long images = BigDecimal.valueOf(questions)
                .multiply(BigDecimal.valueOf(Objects.requireNonNullElse(split.questionsWithImage(), split.questions())))
                .multiply(benchmark.imagesPerQuestion().mean())
                .divide(BigDecimal.valueOf(split.questions()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        long more = images % questions;
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(questions - more, images / questions));
        if (more > 0) {
            groups.add(new Group(more, images / questions + 1));
        }
        return groups;
    }

    /** The size of the benchmark's images in a case. */
    ImageSides image(Bound which) {
        if (benchmark.imageSizes() == null) {
            return benchmark.typicalImage().sides();
        }
        return switch (which) {
            case LOW -> benchmark.imageSizes().smallest();
            case EXPECTED ->
                benchmark.typicalImage() == null
                        ? benchmark.imageSizes().midpoint()
                        : benchmark.typicalImage().sides();
            case HIGH -> benchmark.imageSizes().largest();
        };
    }

    /** The tokens of a question with what is added to it. */
    private Optional<Range> prompt() {
        if (set.promptTokens() != null) {
            return Optional.of(set.promptTokens());
        }
        if (benchmark.question() == null) {
            return Optional.empty();
        }
        TokenRange question = TokenRange.exactly(benchmark.question().tokens());
        return Optional.of((benchmark.question().withInstruction() || benchmark.instruction() == null
                        ? question
                        : question.plus(instruction()))
                .asRange());
    }

    /** Counted as the model does, on a line of its own; else the benchmark's estimate. */
    private TokenRange instruction() {
        String text = benchmark.instruction().text();
        return text == null || offering.textEncoding() == null
                ? benchmark.instruction().tokens()
                : TextTokenCount.of(catalog, new TextTokenRequest(offering.id(), null, null, List.of("\n" + text)))
                        .total();
    }

    boolean reasons() {
        return Boolean.TRUE.equals(request.chainOfThought()) && set.outputTokens() == null;
    }

    /**
     * The most tokens that a harness lets a model write that reasons: of the benchmark's task, or else of any.
     *
     * @throws InvalidInputException if none is known
     */
    long reasoningLimit() {
        Long ofBenchmark = benchmark.answer().reasoningMaxNewTokens();
        return ofBenchmark != null
                ? ofBenchmark
                : catalog.harnesses().stream()
                        .map(Harness::reasoningMaxNewTokens)
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElseThrow(() -> new InvalidInputException(
                                "set.outputTokens",
                                "must be given: no harness says how long an answer with reasoning may be"));
    }

    /** The tokens of an answer. */
    Range output() {
        if (set.outputTokens() != null) {
            return set.outputTokens();
        }
        TokenRange direct = benchmark.answer().tokens();
        return (reasons() ? TokenRange.between(direct.low(), reasoningLimit()) : direct).asRange();
    }

    /** What a group asks as expected: each of its questions as often as there are runs, in a month. */
    InferenceRequest inference(Group group) {
        return new InferenceRequest(
                request.offering(),
                request.tuned(),
                workload(group, Bound.EXPECTED),
                1,
                request.tier(),
                request.region(),
                request.overrides(),
                request.serving(),
                request.organization(),
                request.asOf(),
                null);
    }

    Workload workload(Group group, Bound which) {
        return new Workload(
                        Range.exactly(Math.multiplyExact(group.questions(), runs())),
                        null,
                        Objects.requireNonNullElse(request.staticPromptTokens(), Range.ZERO),
                        request.fewShotExamples(),
                        prompt().orElse(Range.ZERO),
                        images(group, which),
                        output(),
                        null,
                        request.cacheHitRate(),
                        Boolean.TRUE.equals(request.batch()) ? ONE : null,
                        null,
                        null,
                        null,
                        null)
                .resolved("", which);
    }

    private List<WorkloadImage> images(Group group, Bound which) {
        if (!imagesOfBenchmark()) {
            return set.images();
        }
        if (group.images() == 0) {
            return List.of();
        }
        ImageSides sides = image(which);
        return List.of(new WorkloadImage(
                Range.exactly(sides.width()), Range.exactly(sides.height()), null, Range.exactly(group.images())));
    }

    /** How many images a run sends; null if not known. */
    Long imagesOfARun() {
        if (!knowsImages()) {
            return null;
        }
        if (imagesOfBenchmark()) {
            return groups().stream()
                    .mapToLong(group -> group.questions() * group.images())
                    .sum();
        }
        return set.images() == null
                ? 0
                : questions()
                        * set.images().stream().mapToLong(WorkloadImage::times).sum();
    }

    Benchmark benchmark() {
        return benchmark;
    }

    BenchmarkSplit split() {
        return split;
    }
}
