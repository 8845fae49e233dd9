package io.epochwise.estimate;

import io.epochwise.catalog.Benchmark;
import io.epochwise.catalog.BenchmarkScore;
import io.epochwise.catalog.BenchmarkSplit;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.Harness;
import io.epochwise.catalog.ImageSides;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to say of an evaluation beside its prices: what is assumed of the questions, and what makes a score less than it
 * looks.
 *
 * @param harness null if none is named
 * @param notes to which it is added
 */
record EvaluationNotes(
        Catalog catalog, EvaluationRequest request, EvaluationWorkloads workloads, Harness harness, Notes notes) {
    /** What is assumed of the questions. */
    void tellOfQuestions() {
        noteSplit();
        noteNumbers();
    }

    /** What to know of scores. */
    void tellOfScores() {
        noteHarness();
        noteComparison();
    }

    private void noteSplit() {
        BenchmarkSplit split = workloads.split();
        if (split == null) {
            return;
        }
        if (request.split() == null) {
            notes.assume(
                    AssumptionCode.DEFAULT_SPLIT,
                    split.name(),
                    "No split is given; " + split.name() + " is taken, with " + split.questions() + " questions"
                            + note(split) + split.source());
        }
        if (split.status() == FactStatus.CONFLICT) {
            notes.assume(
                    AssumptionCode.SPLIT_SIZE_DISPUTED,
                    Long.toString(split.questions()),
                    "Sources differ on the questions of the split " + split.name() + "; " + split.questions()
                            + " are taken" + note(split) + split.source());
        }
        if (Boolean.TRUE.equals(split.answersWithheld())) {
            notes.warn(
                    WarningCode.ANSWERS_NOT_PUBLIC,
                    "The right answers of the split " + split.name()
                            + " are withheld, so its score cannot be computed here. " + split.source());
        } else if (split.answersWithheld() == null
                && !split.usual()
                && split.name().startsWith("test")) {
            notes.warn(
                    WarningCode.ANSWERS_NOT_PUBLIC,
                    Severity.INFO,
                    "No source says whether the right answers of the split " + split.name()
                            + " are public; without them its score cannot be computed here.");
        }
    }

    private static String note(BenchmarkSplit split) {
        return (split.note() == null ? "" : ": " + split.note()) + ". ";
    }

    private void noteNumbers() {
        Benchmark benchmark = workloads.benchmark();
        boolean reasons = Boolean.TRUE.equals(request.chainOfThought());
        if (reasons && (benchmark == null || !workloads.reasons())) {
            notes.warn(
                    WarningCode.INPUT_NOT_USED,
                    "chainOfThought has no bearing on this estimate: set.outputTokens says how long answers are.");
        }
        if (benchmark != null) {
            noteQuestions(benchmark);
            noteImages(benchmark);
            noteAnswers(benchmark);
        }
    }

    private void noteQuestions(Benchmark benchmark) {
        if (!workloads.knowsQuestions()) {
            notes.warn(
                    WarningCode.TOKENS_UNKNOWN,
                    "How long the questions of " + benchmark.name() + " are is not known: give set.promptTokens.");
        } else if (request.set() == null || request.set().promptTokens() == null) {
            String tokens = Long.toString(benchmark.question().tokens());
            notes.assume(
                    AssumptionCode.QUESTION_TOKENS,
                    tokens,
                    "A question has " + benchmark.question().characters() + " characters on average, "
                            + (benchmark.question().withInstruction()
                                    ? "with what is added to it, and so about " + tokens + " tokens. "
                                    : "and so about " + tokens + " tokens beside what is added to it. ")
                            + benchmark.question().source());
        }
    }

    private void noteImages(Benchmark benchmark) {
        if (!workloads.imagesOfBenchmark()) {
            return;
        }
        if (!workloads.knowsImages()) {
            notes.warn(
                    WarningCode.TOKENS_UNKNOWN,
                    "The size of the images of " + benchmark.name() + " is not known: give set.images.");
            return;
        }
        ImageSides expected = workloads.image(Bound.EXPECTED);
        String origin = benchmark.typicalImage() == null
                ? "halfway between the smallest and the largest, as no typical size is known"
                : "an estimate of a typical size, of grade "
                        + benchmark.typicalImage().grade();
        notes.assume(
                AssumptionCode.BENCHMARK_IMAGES,
                expected.toString(),
                "Images are expected to have " + expected + " pixels, " + origin + "; low and high are as if all had "
                        + workloads.image(Bound.LOW) + " and " + workloads.image(Bound.HIGH)
                        + ", the smallest and the largest. "
                        + (benchmark.imageSizes() == null
                                ? benchmark.typicalImage().source()
                                : benchmark.imageSizes().source()));
        List<EvaluationWorkloads.Group> groups = workloads.groups();
        if (groups.size() > 1) {
            notes.assume(
                    AssumptionCode.IMAGES_SPREAD,
                    Long.toString(workloads.imagesOfARun()),
                    workloads.imagesOfARun() + " images are counted for " + workloads.questions() + " questions: "
                            + groups.stream()
                                    .map(group -> group.questions() + " with " + group.images())
                                    .collect(Collectors.joining(", "))
                            + ". " + benchmark.imagesPerQuestion().source());
        }
    }

    private void noteAnswers(Benchmark benchmark) {
        if (request.set() != null && request.set().outputTokens() != null) {
            return;
        }
        Range output = workloads.output();
        String expected = Decimals.plain(output.expected());
        if (workloads.reasons()) {
            notes.assume(
                    AssumptionCode.REASONING_TOKENS,
                    expected,
                    "Of an answer with reasoning only the limit is known, " + Decimals.plain(output.high())
                            + " tokens, so half of it is expected; set.outputTokens says better. "
                            + benchmark.answer().source());
        } else {
            notes.assume(
                    AssumptionCode.ANSWER_TOKENS,
                    expected,
                    "An answer (" + benchmark.answer().form() + ") is expected to have " + expected
                            + (output.expected().compareTo(BigDecimal.ONE) == 0 ? " token" : " tokens")
                            + ", at most " + Decimals.plain(output.high()) + ". "
                            + benchmark.answer().source());
        }
    }

    private void noteHarness() {
        Benchmark benchmark = workloads.benchmark();
        if (harness != null && benchmark != null && !harness.benchmarks().contains(benchmark.id())) {
            notes.warn(
                    WarningCode.HARNESS_LACKS_BENCHMARK,
                    harness.name() + " is not known to have " + benchmark.name() + "."
                            + (harness.note() == null ? " " : " Note: " + harness.note() + ". ") + harness.source());
        }
        noteScores();
        if (request.judge() != null) {
            return;
        }
        if (benchmark != null && benchmark.answer().needsJudge()) {
            notes.warn(
                    WarningCode.JUDGE_NOT_INCLUDED,
                    benchmark.name()
                            + " needs a language model as judge; none is given, and its calls are not in the total. "
                            + benchmark.answer().source());
        } else if (harness != null && harness.unparsedAnswers() == Harness.UnparsedAnswers.JUDGE) {
            notes.warn(
                    WarningCode.JUDGE_NOT_INCLUDED,
                    Severity.INFO,
                    harness.name()
                            + " asks a paid judge about answers that it cannot read. How many there are is not known,"
                            + " and no judge is given, so they are not in the total. " + harness.source());
        }
    }

    /** By the scores of the benchmark that has them, if this one has none. */
    private void noteScores() {
        if (workloads.benchmark() == null) {
            return;
        }
        catalog.benchmarks().stream()
                .filter(benchmark -> benchmark.scores().size() > 1)
                .findFirst()
                .ifPresent(benchmark -> notes.warn(
                        WarningCode.HARNESS_CHANGES_SCORE,
                        "On " + benchmark.name() + " "
                                + benchmark.scores().get(0).split() + " the same model scores "
                                + benchmark.scores().stream().map(this::words).collect(Collectors.joining(" and "))
                                + ": compare scores of one harness only"
                                + (harness == null ? ", and say which." : ".")
                                + unparsed(Harness.UnparsedAnswers.JUDGE, " asks a paid judge")
                                + unparsed(Harness.UnparsedAnswers.RANDOM_GUESS, " guesses at random")
                                + " " + benchmark.scores().get(0).source()));
    }

    private String unparsed(Harness.UnparsedAnswers what, String words) {
        String names = catalog.harnesses().stream()
                .filter(known -> known.unparsedAnswers() == what)
                .map(Harness::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Where an answer cannot be read, " + names + words + ".";
    }

    private String words(BenchmarkScore score) {
        return Decimals.plain(score.percent()) + " in "
                + catalog.requireHarness(score.harness()).name();
    }

    private void noteComparison() {
        boolean compares = request.precision() != null && request.precision().difference() != null;
        if (compares || Boolean.TRUE.equals(request.tuned())) {
            notes.warn(
                    WarningCode.NO_PUBLISHED_COMPARISON,
                    "No comparison of base and tuned models on public benchmarks is published, so what tuning gains is not"
                            + " known before it is measured: evaluate both, in one harness, on the same questions.");
        }
    }
}
