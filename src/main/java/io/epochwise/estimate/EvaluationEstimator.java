package io.epochwise.estimate;

import io.epochwise.catalog.Benchmark;
import io.epochwise.catalog.BenchmarkSplit;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Harness;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Unit;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What it costs to ask a model a set of questions: the inference of so many requests, once with all that is not known exactly as
 * expected, once at its least and once at its most; and what judging the answers costs.
 */
public final class EvaluationEstimator {
    /** Of a run the calls follow each other, and no month is waited for. */
    private static final Set<WarningCode> OF_MONTHS = EnumSet.of(WarningCode.CACHE_EXPIRES);

    /** What may come up with the smallest or the largest images only. */
    private static final Set<WarningCode> OF_SIZES =
            EnumSet.of(WarningCode.IMAGES_REJECTED, WarningCode.CONTEXT_EXCEEDED);

    /** What the price of time has to say, where time is not charged. */
    private static final Set<WarningCode> OF_TIME = EnumSet.of(
            WarningCode.CAPACITY_NOT_CHECKED,
            WarningCode.MISSING_PRICE,
            WarningCode.PRICE_ASSUMED,
            WarningCode.PRICE_IN_CONFLICT,
            WarningCode.PRICE_STALE,
            WarningCode.PRICE_UNVERIFIED);

    private final Catalog catalog;
    private final EvaluationRequest request;
    private final Offering offering;
    private final LocalDate asOf;
    private final Harness harness;
    private final EvaluationWorkloads workloads;
    private final Notes notes = new Notes();
    private final List<EstimateLine> lines = new ArrayList<>();

    private EvaluationEstimator(
            Catalog catalog,
            EvaluationRequest request,
            Offering offering,
            LocalDate asOf,
            Harness harness,
            EvaluationWorkloads workloads) {
        this.catalog = catalog;
        this.request = request;
        this.offering = offering;
        this.asOf = asOf;
        this.harness = harness;
        this.workloads = workloads;
    }

    /**
     * Estimates an evaluation.
     *
     * @param catalog where the facts are from
     * @param request what is asked; its precision has no bearing here
     * @param today the day to take where the request names none
     * @return the estimate, without an id, and what is asked
     * @throws InvalidInputException if the request breaks a rule
     * @throws UnknownNameException if there is no such offering, benchmark or harness
     */
    public static EvaluationCosts estimate(Catalog catalog, EvaluationRequest request, LocalDate today) {
        EvaluationChecks.complete(request);
        Offering offering = catalog.require(request.offering());
        Benchmark benchmark = named("benchmark", request.benchmark(), catalog::requireBenchmark);
        Harness harness = named("harness", request.harness(), catalog::requireHarness);
        Offering judge = request.judge() == null
                ? null
                : named("judge.offering", request.judge().offering(), catalog::require);
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        EvaluationChecks.possible(request, offering, benchmark, judge, asOf);
        BenchmarkSplit split = benchmark == null
                ? null
                : Optional.ofNullable(request.split()).flatMap(benchmark::split).orElseGet(benchmark::usualSplit);
        EvaluationWorkloads workloads = new EvaluationWorkloads(catalog, request, offering, benchmark, split);
        return new EvaluationEstimator(catalog, request, offering, asOf, harness, workloads).estimate();
    }

    private static <T> T named(String field, String name, Function<String, T> find) {
        try {
            return name == null ? null : find.apply(name);
        } catch (UnknownNameException fault) {
            throw fault.at(field);
        }
    }

    private EvaluationCosts estimate() {
        String tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        EvaluationTokens tokens = EvaluationTokens.of(workloads, offering, tier, asOf);
        EvaluationNotes told = new EvaluationNotes(catalog, request, workloads, harness, notes);
        told.tellOfQuestions();
        Estimate asked = ask();
        Range judged = request.judge() == null ? null : judge(asked.currency());
        told.tellOfScores();
        return new EvaluationCosts(
                Estimate.of(
                        catalog.version(),
                        asOf,
                        offering.id(),
                        asked.currency(),
                        lines,
                        notes.assumptions(),
                        notes.warnings(),
                        asked.availability()),
                new EvaluationRun(
                        request.benchmark(),
                        workloads.split() == null ? null : workloads.split().name(),
                        request.harness(),
                        workloads.questionsOfSet(),
                        workloads.questions(),
                        workloads.runs(),
                        answers(),
                        images(),
                        judged,
                        tokens));
    }

    private long answers() {
        return workloads.questions() * workloads.runs();
    }

    private Long images() {
        Long ofARun = workloads.imagesOfARun();
        return ofARun == null ? null : Long.valueOf(ofARun * workloads.runs());
    }

    /** The lines of the model that is evaluated, and an estimate with its terms. */
    private Estimate ask() {
        List<EvaluationLines.InCases> groups = new ArrayList<>();
        for (EvaluationWorkloads.Group group : workloads.groups()) {
            Map<Bound, Estimate> estimates = new EnumMap<>(Bound.class);
            PreparedInference prepared = PreparedInference.of(catalog, workloads.inference(group), asOf)
                    .unkept();
            for (Bound which : Bound.values()) {
                estimates.put(
                        which, prepared.costs(workloads.workload(group, which)).estimate());
            }
            note(estimates);
            groups.add(new EvaluationLines.InCases(estimates, words(group)));
        }
        List<EstimateLine> all = EvaluationLines.ofQuestions(groups);
        boolean byTime = isByTime(all);
        all.stream().filter(line -> !line.code().servesByTime() || hoursKnown()).forEach(lines::add);
        Charges charges = new Charges();
        if (byTime && !hoursKnown()) {
            chargeUnknownTime(all, charges);
        }
        if (!byTime) {
            chargeUnknownTokens(charges);
            chargeDeployment(charges);
        }
        lines.addAll(charges.lines());
        return groups.get(0).estimates().get(Bound.EXPECTED);
    }

    private String words(EvaluationWorkloads.Group group) {
        return group.questions() + " questions" + (workloads.runs() == 1 ? "" : " x " + workloads.runs() + " runs");
    }

    private boolean hoursKnown() {
        return request.serving() != null && request.serving().hours() != null;
    }

    private void chargeUnknownTime(List<EstimateLine> all, Charges charges) {
        all.stream()
                .filter(line -> line.code().servesByTime())
                .forEach(line -> charges.addUnknown(
                        line.code(), line.unit(), "hours of the run x price, of which the hours are not known"));
        notes.warn(
                WarningCode.RUN_TIME_UNKNOWN,
                "The model is billed by the hours for which it is kept ready, and how long the run takes is not known: give"
                        + " serving.hours.");
    }

    private void chargeUnknownTokens(Charges charges) {
        if (!workloads.knowsQuestions()) {
            charges.addUnknown(
                    LineCode.EVALUATION_QUESTIONS,
                    Unit.TOKEN,
                    workloads.questions() + " questions x tokens x price, of which the tokens are not known");
        }
        if (!workloads.knowsImages()) {
            charges.addUnknown(
                    LineCode.EVALUATION_IMAGES,
                    Unit.TOKEN,
                    workloads.questions() + " questions x tokens x price, of which the tokens are not known");
        }
    }

    /** A tuned model need not be kept for a month to be evaluated. */
    private void chargeDeployment(Charges charges) {
        if (!Boolean.TRUE.equals(request.tuned())) {
            return;
        }
        String tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        PriceList prices = PriceList.of(catalog, offering, tier, request.region(), null, asOf, request.overrides());
        new ServingCharges(offering, asOf, tier, prices, notes, charges, gpu -> Optional.empty())
                .charge(request.hostingHours(), null, null);
    }

    /** The lines of the judge; gives how many answers it judges. */
    private Range judge(String currency) {
        EvaluationJudge judge = request.judge();
        Map<Bound, Estimate> estimates = new EnumMap<>(Bound.class);
        Map<Bound, BigDecimal> answers = new EnumMap<>(Bound.class);
        for (Bound which : Bound.values()) {
            BigDecimal judged = which.choose("judge.share", judge.share())
                    .expected()
                    .multiply(BigDecimal.valueOf(answers()))
                    .setScale(0, RoundingMode.CEILING);
            answers.put(which, judged);
            if (judged.signum() > 0) {
                Workload calls = judge.workload(Range.exactly(judged)).resolved("", which);
                estimates.put(
                        which,
                        InferenceEstimator.estimate(
                                catalog, judge.inference(calls, request.organization(), asOf), asOf));
            }
        }
        estimates.values().stream()
                .map(Estimate::currency)
                .filter(other -> !other.equals(currency))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInputException(
                            "judge.offering",
                            "has prices in " + other + " and the evaluated model in " + currency
                                    + "; amounts are not converted");
                });
        if (estimates.values().stream().anyMatch(estimate -> isByTime(estimate.lines()))) {
            chargeUnknownJudge();
        } else if (!estimates.isEmpty()) {
            estimates.values().forEach(this::noteJudge);
            lines.addAll(EvaluationLines.ofJudge(new EvaluationLines.InCases(
                    estimates, Decimals.plain(answers.get(Bound.EXPECTED)) + " judged answers")));
        }
        return new Range(answers.get(Bound.LOW), answers.get(Bound.EXPECTED), answers.get(Bound.HIGH));
    }

    private void noteJudge(Estimate estimate) {
        estimate.assumptions()
                .forEach(assumption ->
                        notes.assume(assumption.code(), assumption.value(), "Judge: " + assumption.text()));
        estimate.warnings()
                .forEach(warning -> notes.warn(warning.code(), warning.severity(), "Judge: " + warning.text()));
    }

    private void chargeUnknownJudge() {
        Charges charges = new Charges();
        charges.addUnknown(
                LineCode.EVALUATION_JUDGE_INPUT,
                Unit.GPU_HOUR,
                "hours of judging x price, of which the hours are not known");
        lines.addAll(charges.lines());
        notes.warn(
                WarningCode.RUN_TIME_UNKNOWN,
                "Judge: " + request.judge().offering()
                        + " is billed by the hours for which it is kept ready, and how long judging takes is not known.");
    }

    /** What the expected case has to say of what is charged, and of the others what they alone have. */
    private void note(Map<Bound, Estimate> estimates) {
        Estimate expected = estimates.get(Bound.EXPECTED);
        boolean timeUnknown = !hoursKnown() && isByTime(expected.lines());
        expected.assumptions().stream()
                .filter(assumption -> !timeUnknown)
                .forEach(assumption -> notes.assume(assumption.code(), assumption.value(), assumption.text()));
        expected.warnings().stream()
                .filter(warning -> !OF_MONTHS.contains(warning.code()))
                .filter(warning -> !timeUnknown || !OF_TIME.contains(warning.code()))
                .forEach(warning ->
                        notes.warn(warning.code(), warning.severity(), retold(warning.text(), Bound.EXPECTED)));
        for (Bound which : EnumSet.of(Bound.LOW, Bound.HIGH)) {
            estimates.get(which).warnings().stream()
                    .filter(warning -> OF_SIZES.contains(warning.code()))
                    .filter(warning -> expected.warnings().stream().noneMatch(told -> told.code() == warning.code()))
                    .forEach(warning -> notes.warn(
                            warning.code(),
                            warning.severity(),
                            (which == Bound.LOW ? "At the least of all: " : "At the most of all: ")
                                    + retold(warning.text(), which)
                                    + (warning.code() == WarningCode.IMAGES_REJECTED
                                            ? " Low and high leave such images out."
                                            : "")));
        }
    }

    private static boolean isByTime(List<EstimateLine> lines) {
        return lines.stream().anyMatch(line -> line.code().servesByTime());
    }

    /** A text of inference in the words of an evaluation. */
    private String retold(String text, Bound which) {
        String images = workloads.imagesOfBenchmark() && workloads.knowsImages()
                ? "an image of " + workloads.image(which) + " pixels"
                : "set.images[0]";
        return text.replace("workload.images[0]", images)
                .replace("workload.images", "set.images")
                .replace("workload.", "");
    }
}
