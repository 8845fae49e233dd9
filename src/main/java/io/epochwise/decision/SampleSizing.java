package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.AssumptionCode;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EvaluationCosts;
import io.epochwise.estimate.EvaluationEstimator;
import io.epochwise.estimate.EvaluationPrecision;
import io.epochwise.estimate.EvaluationPrecision.Design;
import io.epochwise.estimate.EvaluationPrecision.Population;
import io.epochwise.estimate.EvaluationRequest;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** How many questions the precision of a request takes, and how precise its run is. */
final class SampleSizing {
    private static final double USUAL_CONFIDENCE = 0.95;
    private static final double USUAL_POWER = 0.8;
    private static final double MOST_UNSURE = 0.5;
    private static final int DECIMALS = 6;

    private final Catalog catalog;
    private final EvaluationRequest request;
    private final EvaluationCosts costs;
    private final List<Assumption> assumptions;
    private final List<Warning> warnings;
    private final EvaluationPrecision precision;
    private final Proportions proportions;
    private final Double baseline;
    private final Double disagreement;
    private final boolean paired;
    private final boolean ofSet;
    private final long set;

    /**
     * @param assumptions to which those of the sizing are added
     * @param warnings likewise
     */
    SampleSizing(
            Catalog catalog,
            EvaluationRequest request,
            EvaluationCosts costs,
            List<Assumption> assumptions,
            List<Warning> warnings) {
        this.catalog = catalog;
        this.request = request;
        this.costs = costs;
        this.assumptions = assumptions;
        this.warnings = warnings;
        precision = request.precision();
        proportions = new Proportions(
                orElse(precision.confidence(), USUAL_CONFIDENCE), orElse(precision.power(), USUAL_POWER));
        baseline = precision.baselineAccuracy() == null
                ? null
                : precision.baselineAccuracy().doubleValue();
        disagreement = precision.disagreement() == null
                ? null
                : precision.disagreement().doubleValue();
        paired = precision.design() != Design.UNPAIRED;
        ofSet = precision.population() != Population.UNBOUNDED;
        set = costs.run().questionsOfSet();
    }

    private static double orElse(BigDecimal given, double otherwise) {
        return given == null ? otherwise : given.doubleValue();
    }

    /** How sure the run is that is asked. */
    AchievedPrecision achieved() {
        long questions = costs.run().questions();
        double accuracy = Objects.requireNonNullElse(baseline, MOST_UNSURE);
        if (baseline == null) {
            assumptions.add(new Assumption(
                    AssumptionCode.ACCURACY_UNKNOWN,
                    "No baselineAccuracy is given: the one is taken for which the most questions are needed, about half"
                            + " of them answered right.",
                    "0.5"));
        }
        if (paired && disagreement == null && precision.marginOfError() == null) {
            assumptions.add(new Assumption(
                    AssumptionCode.DISAGREEMENT_UNKNOWN,
                    "No disagreement is given: base and tuned model are taken to err on questions that have nothing to do"
                            + " with each other. A tuned model mostly errs where its base does, so fewer questions may be"
                            + " enough; a small run tells.",
                    null));
        }
        Proportions.Interval interval = proportions.interval(accuracy, questions);
        double inSet = Proportions.asOfUnbounded(questions, set);
        return new AchievedPrecision(
                questions,
                proportions.confidence(),
                proportions.power(),
                accuracy,
                rounded(interval.low()),
                rounded(interval.high()),
                rounded((interval.high() - interval.low()) / 2.0),
                rounded(proportions.margin(accuracy, inSet)),
                detectable(ofSet ? inSet : questions));
    }

    private Double detectable(double questions) {
        boolean down = precision.difference() != null && precision.difference().signum() < 0;
        double most = baseline == null ? 1.0 : down ? baseline : 1.0 - baseline;
        if (paired && disagreement != null) {
            most = Math.min(most, disagreement);
        }
        if (most <= 0.0) {
            return null;
        }
        double difference = Proportions.detectable(questions, most, size -> compared(down ? -size : size));
        return Double.isNaN(difference) ? null : Double.valueOf(rounded(difference));
    }

    /** Questions out of an unbounded set that a difference takes, for each model. */
    private double compared(double difference) {
        return paired
                ? proportions.paired(difference, disagreement(difference))
                : proportions.unpaired(base(difference), base(difference) + difference);
    }

    /** The accuracy of the base model; if not given, the one around which a difference takes the most questions. */
    private double base(double difference) {
        return baseline == null ? MOST_UNSURE - difference / 2.0 : baseline;
    }

    /** How often the two models differ; if not given, as often as two models whose errors are unrelated. */
    private double disagreement(double difference) {
        if (disagreement != null) {
            return disagreement;
        }
        double base = base(difference);
        double tuned = base + difference;
        return Math.max(Math.abs(difference), base * (1.0 - tuned) + tuned * (1.0 - base));
    }

    /** What the asked margin or difference takes; null if neither is asked. */
    SampleSize size(AchievedPrecision achieved) {
        if (precision.marginOfError() == null && precision.difference() == null) {
            return null;
        }
        boolean compares = precision.difference() != null;
        double difference = compares ? precision.difference().doubleValue() : 0.0;
        double accuracy = Objects.requireNonNullElse(baseline, MOST_UNSURE);
        double uncorrected = compares
                ? compared(difference)
                : proportions.forMargin(accuracy, precision.marginOfError().doubleValue());
        long questions = questions(uncorrected);
        boolean withinSet = questions <= set;
        int models = compares ? 2 : 1;
        warn(questions, withinSet, achieved, compares);
        return new SampleSize(
                compares ? paired ? SampleMethod.MCNEMAR : SampleMethod.TWO_PROPORTIONS : SampleMethod.MARGIN_OF_ERROR,
                questions,
                whole(uncorrected),
                compares && paired && disagreement == null
                        ? Long.valueOf(questions(proportions.paired(difference, Math.abs(difference))))
                        : null,
                models,
                questions * models * costs.run().runs(),
                set,
                withinSet,
                ofSet,
                (compares ? words(difference) : words(accuracy, precision.marginOfError()))
                        + " = " + decimal(uncorrected)
                        + (ofSet
                                ? "; n = n0 / (1 + (n0 - 1) / " + set + ") = "
                                        + decimal(Proportions.ofSet(uncorrected, set))
                                : ""),
                withinSet ? cost(questions, compares) : null);
    }

    private long questions(double uncorrected) {
        return ofSet ? Math.min(set, whole(Proportions.ofSet(uncorrected, set))) : whole(uncorrected);
    }

    private static long whole(double questions) {
        return Math.max(1L, (long) Math.ceil(questions));
    }

    private String words(double accuracy, BigDecimal margin) {
        String p = decimal(accuracy);
        return "n0 = z^2 p (1 - p) / e^2 = " + z() + "^2 x " + p + " x (1 - " + p + ") / " + Decimals.plain(margin)
                + "^2";
    }

    private String words(double difference) {
        String d = decimal(difference);
        String power = decimal(NormalQuantile.of(proportions.power()));
        if (paired) {
            String s = decimal(disagreement(difference));
            return "n0 = (z sqrt(s) + z' sqrt(s - d^2))^2 / d^2 = (" + z() + " x sqrt(" + s + ") + " + power
                    + " x sqrt(" + s + " - " + d + "^2))^2 / " + d + "^2";
        }
        double base = base(difference);
        String p = decimal(base);
        String q = decimal(base + difference);
        String m = decimal(base + difference / 2.0);
        return "n0 = (z sqrt(2 m (1 - m)) + z' sqrt(p (1 - p) + q (1 - q)))^2 / (q - p)^2 = (" + z() + " x sqrt(2 x "
                + m
                + " x (1 - " + m + ")) + " + power + " x sqrt(" + p + " x (1 - " + p + ") + " + q + " x (1 - " + q
                + ")))^2 / " + d + "^2";
    }

    private String z() {
        return decimal(proportions.z());
    }

    private static String decimal(double value) {
        return Decimals.plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private void warn(long questions, boolean withinSet, AchievedPrecision achieved, boolean compares) {
        String reached = compares
                ? achieved.detectableDifference() == null
                        ? "no difference can be relied on to be seen"
                        : "a difference of " + achieved.detectableDifference() + " is seen"
                : "the margin of error is " + (ofSet ? achieved.marginOfErrorOfSet() : achieved.marginOfError());
        if (!withinSet) {
            warn(
                    WarningCode.SAMPLE_EXCEEDS_SET,
                    questions + " questions are needed and there are " + set + "; with the " + achieved.questions()
                            + " that are asked " + reached + ".");
        } else if (questions > achieved.questions()) {
            warn(
                    WarningCode.SAMPLE_TOO_SMALL,
                    questions + " questions are needed and " + achieved.questions() + " are asked; with them " + reached
                            + ".");
        }
    }

    private void warn(WarningCode code, String text) {
        warnings.add(new Warning(code, code.severity(), text));
    }

    /** Of all models that answer. */
    private Range cost(long questions, boolean compares) {
        if (!compares) {
            return cost(request.with(questions, Boolean.TRUE.equals(request.tuned())));
        }
        Range base = cost(request.with(questions, false));
        Range tuned = cost(request.with(questions, true));
        return base == null || tuned == null ? null : base.plus(tuned).asAmount();
    }

    private Range cost(EvaluationRequest sample) {
        Estimate estimate = EvaluationEstimator.estimate(
                        catalog, sample, costs.estimate().asOf())
                .estimate();
        boolean byTime = estimate.lines().stream().anyMatch(line -> line.code().servesByTime());
        return byTime ? null : estimate.total();
    }
}
