package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.Draws;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.Explored;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.JobAvailability;
import io.epochwise.estimate.MonthCosts;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Uncertainty;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.policy.Alternative;
import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Does it pay to tune a model so that its prompt can be shorter? Month by month, the baseline with its long prompt against the
 * tuned model with its short one, and what tuning costs first and again.
 *
 * <p>Break-even is the first month at whose end the cumulative cost of the tuned model, all that is paid first included, is at
 * most that of the baseline. Months that begin on or after the end of one of the two models do not exist. The job is made again
 * at the beginning of months n+1, 2n+1, …, at the prices and for the organization of that day, who by then has tuned before;
 * data is not prepared again.
 */
public final class PromptShortening {
    private static final String TUNED = "tuned";
    private static final String BASELINE = "baseline";

    private final Catalog catalog;
    private final JobAvailability jobs;
    private final PromptShorteningRequest request;
    private final LocalDate asOf;
    private final Organization organization;
    private final PreparedInference baseline;
    private final PreparedInference tuned;
    private final Map<LocalDate, Estimate> jobsAgain = new HashMap<>();
    private TrainingPlan lastPlan;
    private Estimate lastUpFront;
    private InferenceCosts lastBefore;
    private InferenceCosts lastAfter;
    private final List<Warning> warnings = new ArrayList<>();

    private PromptShortening(Catalog catalog, PromptShorteningRequest request, LocalDate asOf) {
        this.catalog = catalog;
        jobs = new JobAvailability(catalog);
        this.request = request;
        this.asOf = asOf;
        organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
        baseline = Part.at(
                BASELINE,
                () -> PreparedInference.of(
                        catalog, request.baseline().request(false, request.months(), organization, asOf), asOf));
        tuned = Part.at(
                TUNED,
                () -> PreparedInference.of(
                        catalog, request.tuned().request(true, request.months(), organization, asOf), asOf));
    }

    /**
     * Answers the question.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the answer, without an id
     * @throws InvalidInputException if the request breaks a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering
     */
    public static PromptShorteningAnswer of(Catalog catalog, PromptShorteningRequest request, LocalDate today) {
        PromptShorteningChecks.check(request);
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        return new PromptShortening(catalog, request, asOf).answer();
    }

    /** The costs alone, as expected, of a question that keeps the rules. */
    static ShorteningRun expected(Catalog catalog, PromptShorteningRequest request, LocalDate asOf) {
        return new PromptShortening(catalog, request, asOf).run(request.resolved(Bound.EXPECTED));
    }

    /**
     * The costs of one of the sides.
     *
     * @param alternative {@code tuned} or {@code baseline}; null for the former
     * @throws InvalidInputException if it is neither
     */
    static CostAnswer cost(Catalog catalog, PromptShorteningRequest request, String alternative, LocalDate today) {
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        String chosen = Objects.requireNonNullElse(alternative, TUNED);
        if (!chosen.equals(TUNED) && !chosen.equals(BASELINE)) {
            throw new InvalidInputException("alternative", "must be " + TUNED + " or " + BASELINE);
        }
        return Part.at("request", () -> {
            PromptShorteningChecks.check(request);
            return new PromptShortening(catalog, request, asOf).cost(chosen);
        });
    }

    private CostAnswer cost(String chosen) {
        Explored<RunCosts> explored = Explored.of(
                choice -> {
                    ShorteningRun run = run(request.resolved(choice));
                    return chosen.equals(TUNED)
                            ? new RunCosts(run.upFront(), run.tuned(), jobsAgain(run))
                            : new RunCosts(null, run.baseline(), Collections.emptySortedMap());
                },
                RunCosts::expected);
        return CostAnswer.of(
                CostKind.PROMPT_SHORTENING,
                request.resolved(baseline.offering().id(), tuned.offering().id(), asOf),
                catalog.version(),
                asOf,
                explored.expected().calls().estimate().currency(),
                chosen,
                explored);
    }

    /** The jobs that are made again while the tuned model can be called, by month. */
    private SortedMap<Integer, Estimate> jobsAgain(ShorteningRun run) {
        SortedMap<Integer, Estimate> again = new TreeMap<>();
        for (MonthCosts month : run.tuned().months()) {
            if (due(run.point(), month)) {
                Estimate job = again(run.point().training(), month.day());
                if (!ended(job)) {
                    again.put(month.month(), job);
                }
            }
        }
        return again;
    }

    private PromptShorteningAnswer answer() {
        Explored<ShorteningRun> explored = Explored.of(choice -> run(request.resolved(choice)), PromptShortening::net);
        ShorteningRun run = explored.expected();
        String currency = sameCurrency(run);
        Horizon horizon = horizon(run);
        List<ShorteningFigures> cases = Stream.concat(
                        Stream.of(run), explored.points().filter(ShorteningRun::known))
                .map(ShorteningFigures::of)
                .toList();
        BreakEven breakEven = new BreakEvenFinder(run, cases, horizon, asOf).find();
        ShorteningFigures figures =
                cases.stream().reduce(ShorteningFigures::spanning).orElseThrow();
        List<BigDecimal> drawn = run.known() && request.uncertainty() != null ? draw(explored) : List.of();
        noteJobs(run);
        boolean known = run.known();
        return new PromptShorteningAnswer(
                null,
                catalog.version(),
                asOf,
                currency,
                baseline.offering().id(),
                tuned.offering().id(),
                horizon,
                breakEven,
                figures.perRequest(),
                figures.causes(),
                figures.total(),
                run.upFront(),
                figures.months().stream().map(SimulatedMonth::withoutZeros).toList(),
                known ? additionalExamples(run) : null,
                known && !run.pairs().isEmpty() ? thresholds(run) : List.of(),
                drawn.isEmpty() ? null : Uncertainty.of(request.uncertainty(), drawn),
                drawn.isEmpty() ? null : paidBackShare(drawn),
                known ? Sensitivities.of(request, choice -> run(request.resolved(choice))) : List.of(),
                run.upFront().availability(),
                tuned.availability(),
                baseline.availability(),
                warnings(run),
                assumptions(run),
                advisories(run.point()));
    }

    private static BigDecimal net(ShorteningRun run) {
        return run.known() ? run.net(run.pairs().size()) : null;
    }

    /** What is saved in all in many draws. */
    private List<BigDecimal> draw(Explored<ShorteningRun> explored) {
        // What is expected stands for a draw of which a price is not known.
        Range expected = explored.expected().netInAll();
        return Draws.amounts(explored.ranges(), request.uncertainty(), choice -> {
            ShorteningRun drawn = run(request.resolved(choice));
            return drawn.known() ? drawn.netInAll() : expected;
        });
    }

    private static BigDecimal paidBackShare(List<BigDecimal> drawn) {
        long paidBack = drawn.stream().filter(saving -> saving.signum() >= 0).count();
        return Share.of(Math.toIntExact(paidBack), drawn.size());
    }

    /** The question answered for exact numbers. */
    private ShorteningRun run(PromptShorteningRequest point) {
        InferenceCosts before = baseline.costs(point.baseline().workload(), lastBefore);
        InferenceCosts after = tuned.costs(point.tuned().workload(), lastAfter);
        lastBefore = before;
        lastAfter = after;
        if (!point.training().equals(lastPlan)) {
            jobsAgain.clear();
            lastPlan = point.training();
            lastUpFront = job(point.training(), organization, asOf);
        }
        int months = Math.min(before.months().size(), after.months().size());
        boolean independent = !baseline.offering().id().equals(tuned.offering().id());
        List<MonthPair> pairs = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            MonthCosts month = after.months().get(i);
            pairs.add(new MonthPair(before.months().get(i), month, retraining(point, month), independent));
        }
        Range again = point.retrainEveryMonths() == null
                ? Range.ZERO
                : again(point.training(), asOf).total();
        return new ShorteningRun(point, lastUpFront, before, after, again, pairs);
    }

    private Estimate job(TrainingPlan plan, Organization who, LocalDate day) {
        return Part.at("training", () -> UpFront.of(jobs, tuned.offering().id(), plan, who, day));
    }

    /** What making the job again in a month costs; nothing where it is not due or not possible any more. */
    private Range retraining(PromptShorteningRequest point, MonthCosts month) {
        if (!due(point, month)) {
            return Range.ZERO;
        }
        Estimate again = again(point.training(), month.day());
        return ended(again) ? Range.ZERO : again.total();
    }

    private static boolean due(PromptShorteningRequest point, MonthCosts month) {
        Integer every = point.retrainEveryMonths();
        return every != null && month.month() > 1 && (month.month() - 1) % every == 0;
    }

    private Estimate again(TrainingPlan plan, LocalDate day) {
        return jobsAgain.computeIfAbsent(day, on -> job(plan.again(), tunedBefore(), on));
    }

    /** Who has tuned and calls the tuned model is a customer, whatever it was on the first day. */
    private Organization tunedBefore() {
        boolean unsaid = organization.existingCustomer() == null && organization.azureCustomer() == null;
        return new Organization(
                true, true, organization.azureCustomer(), unsaid ? Boolean.TRUE : organization.existingCustomer());
    }

    private static boolean ended(Estimate job) {
        Verdict verdict = job.availability().verdict();
        return verdict == Verdict.CLOSED || verdict == Verdict.RETIRED;
    }

    private String sameCurrency(ShorteningRun run) {
        String before = run.baseline().estimate().currency();
        String after = run.tuned().estimate().currency();
        if (!before.equals(after)) {
            throw new InvalidInputException(
                    "tuned.offering",
                    "has prices in " + after + " and the baseline in " + before + "; amounts are not converted");
        }
        return before;
    }

    private Horizon horizon(ShorteningRun run) {
        int ofBaseline = run.baseline().months().size();
        int ofTuned = run.tuned().months().size();
        int counted = Math.min(ofBaseline, ofTuned);
        if (counted == request.months()) {
            return new Horizon(request.months(), counted, null, null);
        }
        return ofTuned <= ofBaseline
                ? new Horizon(
                        request.months(),
                        counted,
                        Horizon.Side.TUNED,
                        tuned.availability().until())
                : new Horizon(
                        request.months(),
                        counted,
                        Horizon.Side.BASELINE,
                        baseline.availability().until());
    }

    private AdditionalExamples additionalExamples(ShorteningRun run) {
        TrainingPlan plan = run.point().training();
        if (plan.additionalExamples() == null) {
            return null;
        }
        ShorteningRun without =
                run(run.point().with(run.point().baseline(), run.point().tuned(), plan.without()));
        Range with = run.upFront().total();
        Range less = without.upFront().total();
        return new AdditionalExamples(
                plan.additionalExamples().expected().longValueExact(),
                new Range(
                                with.low().subtract(less.low()),
                                with.expected().subtract(less.expected()),
                                with.high().subtract(less.high()))
                        .asAmount(),
                month(run),
                month(without));
    }

    private static Integer month(ShorteningRun run) {
        int month = run.breakEvenMonth();
        return month == 0 ? null : Integer.valueOf(month);
    }

    private List<Threshold> thresholds(ShorteningRun run) {
        int asked = Objects.requireNonNullElse(request.breakEvenBy(), request.months());
        return new Thresholds(run, Math.min(asked, run.pairs().size()), this::run).all();
    }

    /** Says which jobs cannot be made again. */
    private void noteJobs(ShorteningRun run) {
        for (MonthPair pair : run.pairs()) {
            int month = pair.tuned().month();
            if (due(run.point(), pair.tuned())
                    && ended(again(run.point().training(), pair.tuned().day()))) {
                warnings.add(new Warning(
                        WarningCode.RETRAINING_CLOSED,
                        WarningCode.RETRAINING_CLOSED.severity(),
                        "The job cannot be made again in month " + month + ", on "
                                + pair.tuned().day() + "; it is not charged, and the model stays as it is."));
            }
        }
    }

    private List<Advisory> advisories(PromptShorteningRequest point) {
        Workload before = point.baseline().workload();
        Workload after = point.tuned().workload();
        List<Advisory> advisories = new ArrayList<>();
        if (after.accuracy().compareTo(before.accuracy()) > 0) {
            advisories.add(Advisory.of(AdvisoryCode.NO_PUBLISHED_COMPARISON));
        }
        if (after.hasImages()) {
            advisories.add(Advisory.of(AdvisoryCode.NO_NEW_ABILITIES));
        }
        boolean shorter = after.staticPromptTokens()
                        .expected()
                        .compareTo(before.staticPromptTokens().expected())
                < 0;
        if (shorter && point.training().additionalExamples() == null) {
            advisories.add(Advisory.of(AdvisoryCode.MORE_EXAMPLES));
        }
        List<String> replacements = Alternatives.replacements(catalog, baseline.offering(), organization, asOf).stream()
                .map(Alternative::offering)
                .filter(id -> !id.equals(tuned.offering().id()))
                .toList();
        if (!replacements.isEmpty()) {
            advisories.add(new Advisory(
                    AdvisoryCode.REPLACEMENT_EXISTS,
                    "The vendor names " + String.join(", ", replacements) + " as replacement of "
                            + baseline.offering().id()
                            + "; called without tuning it may cost less than both. Compare it."));
        }
        return advisories;
    }

    private List<Warning> warnings(ShorteningRun run) {
        Set<Warning> all = new LinkedHashSet<>();
        run.upFront().warnings().forEach(warning -> all.add(about("Training", warning)));
        run.tuned().estimate().warnings().forEach(warning -> all.add(about("Tuned model", warning)));
        run.baseline().estimate().warnings().forEach(warning -> all.add(about("Baseline", warning)));
        all.addAll(warnings);
        return List.copyOf(all);
    }

    private static Warning about(String part, Warning warning) {
        return new Warning(warning.code(), warning.severity(), part + ": " + warning.text());
    }

    private static List<Assumption> assumptions(ShorteningRun run) {
        Set<Assumption> all = new LinkedHashSet<>();
        run.upFront().assumptions().forEach(assumption -> all.add(about("Training", assumption)));
        run.tuned().estimate().assumptions().forEach(assumption -> all.add(about("Tuned model", assumption)));
        run.baseline().estimate().assumptions().forEach(assumption -> all.add(about("Baseline", assumption)));
        return List.copyOf(all);
    }

    private static Assumption about(String part, Assumption assumption) {
        return new Assumption(assumption.code(), part + ": " + assumption.text(), assumption.value());
    }
}
