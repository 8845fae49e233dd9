package io.epochwise.estimate;

import io.epochwise.catalog.Benchmark;
import io.epochwise.catalog.BenchmarkSplit;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** What a request for an evaluation must keep beyond what holds for all inference; all that is wrong is named at once. */
final class EvaluationChecks {
    private static final long MAX_QUESTIONS = 1_000_000_000;
    private static final int MAX_RUNS = 1_000;
    private static final BigDecimal LEAST_SURE = new BigDecimal("0.5");
    private static final BigDecimal SUREST = new BigDecimal("0.9999");
    private static final BigDecimal FINEST = new BigDecimal("0.0001");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Range ONE = Range.exactly(1);
    private static final String WORKLOAD = "workload.";

    private final EvaluationRequest request;
    private final Faults faults = new Faults();

    private EvaluationChecks(EvaluationRequest request) {
        this.request = request;
    }

    /** @throws InvalidInputException if a part is missing that must be given before names can be looked up */
    static void complete(EvaluationRequest request) {
        EvaluationChecks checks = new EvaluationChecks(request);
        checks.faults.given("offering", request.offering());
        if (request.benchmark() == null && request.set() == null) {
            checks.faults.add("benchmark", "must be given, or else set");
        }
        if (request.judge() != null) {
            checks.faults.given("judge.offering", request.judge().offering());
        }
        checks.faults.end();
    }

    /**
     * @param benchmark null for a set of one's own
     * @param judge the offering that judges; null for none
     * @throws InvalidInputException if a part is out of range or not offered
     */
    static void possible(
            EvaluationRequest request, Offering offering, Benchmark benchmark, Offering judge, LocalDate asOf) {
        EvaluationChecks checks = new EvaluationChecks(request);
        checks.set(benchmark);
        checks.limit(benchmark);
        checks.faults.range("runs", request.runs(), 1, MAX_RUNS);
        checks.faults.range("hostingHours", request.hostingHours(), BigDecimal.ZERO, TermChecks.MAX_HOURS);
        if (request.hostingHours() != null && !Boolean.TRUE.equals(request.tuned())) {
            checks.faults.add("hostingHours", "must be left out: only tuned models are deployed by the hour");
        }
        checks.call(offering, asOf);
        if (judge != null) {
            checks.judge(request.judge(), judge, asOf);
        }
        if (request.precision() != null) {
            checks.precision(request.precision());
        }
        checks.faults.end();
    }

    private void set(Benchmark benchmark) {
        EvaluationSet set = Objects.requireNonNullElse(request.set(), EvaluationSet.UNSAID);
        if (benchmark != null) {
            if (set.questions() != null) {
                faults.add("set.questions", "must be left out: the benchmark has its own; limit asks fewer");
            }
            return;
        }
        if (faults.given("set.questions", set.questions())) {
            faults.range("set.questions", set.questions(), 1, MAX_QUESTIONS);
        }
        faults.given("set.promptTokens", set.promptTokens());
        faults.given("set.outputTokens", set.outputTokens());
    }

    private void limit(Benchmark benchmark) {
        if (benchmark == null) {
            if (request.split() != null) {
                faults.add("split", "must be left out: only benchmarks have splits");
            }
            if (request.set() != null && request.set().questions() != null) {
                limit(request.set().questions(), "the questions of the set");
            }
            return;
        }
        if (request.split() == null) {
            limit(benchmark.usualSplit().questions(), "the questions of the split");
            return;
        }
        benchmark
                .split(request.split())
                .ifPresentOrElse(
                        split -> limit(split.questions(), "the questions of the split"),
                        () -> faults.add(
                                "split",
                                "must be one of "
                                        + benchmark.splits().stream()
                                                .map(BenchmarkSplit::name)
                                                .toList()));
    }

    private void limit(long most, String what) {
        if (request.limit() != null && (request.limit() < 1 || request.limit() > most)) {
            faults.add("limit", "must be from 1 to " + most + ", " + what);
        }
    }

    /** What is asked of the model in a call, and on which terms, by the rules of inference. */
    private void call(Offering offering, LocalDate asOf) {
        EvaluationSet set = Objects.requireNonNullElse(request.set(), EvaluationSet.UNSAID);
        inference(
                new InferenceRequest(
                        request.offering(),
                        request.tuned(),
                        new Workload(
                                ONE,
                                null,
                                Objects.requireNonNullElse(request.staticPromptTokens(), Range.ZERO),
                                request.fewShotExamples(),
                                Objects.requireNonNullElse(set.promptTokens(), Range.ZERO),
                                set.images(),
                                Objects.requireNonNullElse(set.outputTokens(), Range.ZERO),
                                null,
                                request.cacheHitRate(),
                                null,
                                null,
                                null,
                                null,
                                null),
                        null,
                        request.tier(),
                        request.region(),
                        request.overrides(),
                        request.serving(),
                        request.organization(),
                        request.asOf(),
                        null),
                offering,
                asOf,
                "",
                "set.");
    }

    private void judge(EvaluationJudge judge, Offering offering, LocalDate asOf) {
        if (faults.given("judge.share", judge.share())) {
            faults.decimal("judge.share", judge.share(), BigDecimal.ZERO, BigDecimal.ONE);
        }
        boolean given = faults.given("judge.promptTokens", judge.promptTokens());
        if (faults.given("judge.outputTokens", judge.outputTokens()) && given) {
            inference(judge.inference(judge.workload(ONE), null, null), offering, asOf, "judge.", "judge.");
        }
    }

    /**
     * Checks a call as inference does, and tells what is wrong by its place in this request.
     *
     * @param terms what stands before a field of the terms and of what is before the question
     * @param question what stands before a field of the question and its answer
     */
    private void inference(InferenceRequest call, Offering offering, LocalDate asOf, String terms, String question) {
        try {
            InferenceChecks.possible(call, offering, asOf);
        } catch (InvalidInputException fault) {
            fault.violations()
                    .forEach(violation -> faults.add(place(violation.field(), terms, question), violation.message()));
        }
    }

    private static String place(String field, String terms, String question) {
        if (!field.startsWith(WORKLOAD)) {
            return terms + field;
        }
        String part = field.substring(WORKLOAD.length());
        if (part.equals("variablePromptTokens")) {
            return question + "promptTokens";
        }
        return (part.startsWith("images") || part.equals("outputTokens") ? question : terms) + part;
    }

    private void precision(EvaluationPrecision precision) {
        faults.range("precision.confidence", precision.confidence(), LEAST_SURE, SUREST);
        faults.range("precision.power", precision.power(), LEAST_SURE, SUREST);
        faults.range("precision.marginOfError", precision.marginOfError(), FINEST, HALF);
        faults.range("precision.baselineAccuracy", precision.baselineAccuracy(), BigDecimal.ZERO, BigDecimal.ONE);
        faults.range("precision.disagreement", precision.disagreement(), BigDecimal.ZERO, BigDecimal.ONE);
        if (precision.marginOfError() != null && precision.difference() != null) {
            faults.add("precision.difference", "must be left out where marginOfError is given: ask for each apart");
        }
        if (isBounded(precision.marginOfError()) && isBounded(precision.baselineAccuracy())) {
            margin(precision.marginOfError(), precision.baselineAccuracy());
        }
        if (precision.disagreement() != null && precision.design() == EvaluationPrecision.Design.UNPAIRED) {
            faults.add("precision.disagreement", "must be left out: models that answer different questions have none");
        }
        if (precision.difference() != null) {
            difference(precision, precision.difference());
        }
    }

    /** Whether a number is given and can be reckoned with; if it is too long, that is told elsewhere. */
    private static boolean isBounded(BigDecimal number) {
        return number != null && Decimals.isBounded(number);
    }

    /** Near 0 and 1 the normal approximation would need hardly any questions. */
    private void margin(BigDecimal margin, BigDecimal accuracy) {
        if (accuracy.compareTo(margin) < 0 || accuracy.add(margin).compareTo(BigDecimal.ONE) > 0) {
            faults.add("precision.marginOfError", "must reach from baselineAccuracy neither below 0 nor above 1");
        }
    }

    private void difference(EvaluationPrecision precision, BigDecimal difference) {
        BigDecimal size = difference.abs();
        if (!isBounded(difference) || size.compareTo(FINEST) < 0 || size.compareTo(BigDecimal.ONE) > 0) {
            faults.add("precision.difference", "must be from 0.0001 to 1, or from -1 to -0.0001");
            return;
        }
        if (isBounded(precision.baselineAccuracy())) {
            BigDecimal other = precision.baselineAccuracy().add(difference);
            if (other.signum() < 0 || other.compareTo(BigDecimal.ONE) > 0) {
                faults.add("precision.difference", "must leave an accuracy from 0 to 1 when added to baselineAccuracy");
            }
        }
        if (precision.disagreement() != null && precision.disagreement().compareTo(size) < 0) {
            faults.add(
                    "precision.disagreement",
                    "must be at least the difference, " + Decimals.plain(size)
                            + ": accuracies differ no more than answers do");
        }
    }
}
