package io.epochwise.estimate;

import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Schedule;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** Charges a job by its tokens: those of all passes, what is free of them, and validation. */
final class TokenTraining {
    private static final String EPOCH = "epoch";
    private static final String EVALUATION = "evaluation";
    private static final String VALIDATION = "validation file";

    private final TrainingJob job;

    TokenTraining(TrainingJob job) {
        this.job = job;
    }

    /** Charges the tokens of the training examples and, as the provider does, those of the validation file. */
    void charge(Optional<UnitPrice> price) {
        Optional<Quantity> billed = billedTokens();
        charge(LineCode.TRAINING_TOKENS, billed, price);
        billed.ifPresent(quantity -> {
            deductPromotion(quantity.value(), price);
            warnOfTooManyTokens(quantity.value());
        });
        if (job.request().validation() != null && job.offering().tunable()) {
            chargeValidation(price);
        }
    }

    private Optional<Quantity> billedTokens() {
        if (job.request().trainingSteps() != null && job.schedule() == Schedule.STEPS) {
            return Optional.of(BilledTokens.inSteps(
                    job.request().trainingSteps(), job.request().tokensPerStep(), job.billingUnit()));
        }
        int epochs = job.epochs();
        if (job.schedule() == Schedule.STEPS) {
            job.notes()
                    .assume(
                            AssumptionCode.STEPS_AS_EPOCHS,
                            Integer.toString(epochs),
                            "Jobs of the provider run in steps, not epochs; the tokens of " + epochs
                                    + " epochs are taken. Give trainingSteps and tokensPerStep to be exact.");
        }
        if (Boolean.FALSE.equals(job.request().packing())) {
            long longest = job.request().maxSequenceLength() != null
                    ? job.request().maxSequenceLength()
                    : job.offering().contextTokens().training();
            return Optional.of(
                    BilledTokens.unpacked(job.request().dataset().exampleCount(), longest, epochs, job.billingUnit()));
        }
        return job.tokens(job.request().dataset(), TrainingJob.DATASET)
                .map(tokens -> BilledTokens.inPasses(tokens, epochs, EPOCH, job.billingUnit()));
    }

    private void charge(LineCode code, Optional<Quantity> billed, Optional<UnitPrice> price) {
        billed.ifPresentOrElse(quantity -> job.charges().add(code, quantity, Unit.TOKEN, price), () -> job.charges()
                .addUnknown(code, Unit.TOKEN, "tokens x price, of which the tokens are not known"));
    }

    private void warnOfTooManyTokens(Range tokens) {
        job.offering()
                .limit(LimitName.JOB_TOKENS, job.tier(), job.asOf())
                .filter(limit -> limit.max() != null && tokens.high().compareTo(limit.max()) > 0)
                .ifPresent(limit -> job.notes()
                        .warn(
                                WarningCode.TOO_MANY_TOKENS,
                                "The job has up to " + Decimals.plain(tokens.high()) + " tokens, more than the "
                                        + Decimals.plain(limit.max()) + " the provider takes in one job. "
                                        + limit.source()));
    }

    private void deductPromotion(Range billed, Optional<UnitPrice> price) {
        job.offering().promotion(Meter.TRAINING, job.asOf()).ifPresent(promotion -> {
            int days = Objects.requireNonNullElse(job.request().jobDays(), 1);
            BigDecimal free = BigDecimal.valueOf(promotion.freePerDay()).multiply(BigDecimal.valueOf(days));
            Range taken = new Range(
                    billed.low().min(free),
                    billed.expected().min(free),
                    billed.high().min(free));
            job.notes()
                    .assume(
                            AssumptionCode.FREE_TOKENS,
                            Integer.toString(days),
                            promotion.freePerDay()
                                    + " training tokens are free per organization and UTC day; the job is taken"
                                    + " to run on " + days + (days == 1 ? " day" : " days")
                                    + ", and no other job to use them. " + promotion.source());
            String words = "- min(" + promotion.freePerDay() + " tokens a day x " + days
                    + (days == 1 ? " day, " : " days, ") + Decimals.plain(billed.expected()) + ")";
            job.charges().deduct(LineCode.TRAINING_FREE_TOKENS, new Quantity(taken, words), Unit.TOKEN, price);
        });
    }

    private void chargeValidation(Optional<UnitPrice> price) {
        switch (job.offering().fineTuning().validation()) {
            case FREE ->
                job.notes()
                        .assume(
                                AssumptionCode.VALIDATION_FREE,
                                "0",
                                "Tokens of the validation file are not billed. "
                                        + job.offering().fineTuning().source());
            case BILLED -> charge(LineCode.TRAINING_VALIDATION_TOKENS, validation(job.epochs(), EPOCH), price);
            case PER_EVALUATION -> chargeEvaluations(price);
            case BATCH_INFERENCE -> chargeEvaluationRuns();
            case UNSTATED -> chargeUnstatedValidation(price);
        }
    }

    private Optional<Quantity> validation(int passes, String pass) {
        return job.tokens(job.request().validation(), VALIDATION)
                .map(tokens -> BilledTokens.inPasses(tokens, passes, pass, job.billingUnit()));
    }

    private void chargeEvaluations(Optional<UnitPrice> price) {
        if (job.request().evaluations() == null) {
            job.notes()
                    .assume(
                            AssumptionCode.EVALUATIONS,
                            "1",
                            "No number of evaluations is given: one pass over the validation file is billed. "
                                    + job.offering().fineTuning().source());
        }
        int evaluations = Objects.requireNonNullElse(job.request().evaluations(), 1);
        charge(LineCode.TRAINING_VALIDATION_TOKENS, validation(evaluations, EVALUATION), price);
    }

    private void chargeEvaluationRuns() {
        if (job.request().evaluations() == null) {
            job.notes()
                    .assume(
                            AssumptionCode.EVALUATION_RUNS,
                            "0",
                            "Evaluation runs that the job is told to make are billed as batch inference; none is expected. "
                                    + job.offering().fineTuning().source());
            return;
        }
        charge(
                LineCode.TRAINING_EVALUATION_TOKENS,
                validation(job.request().evaluations(), EVALUATION),
                job.prices().find(Meter.BATCH_INPUT, null, job.notes()));
    }

    private void chargeUnstatedValidation(Optional<UnitPrice> price) {
        job.notes()
                .assume(
                        AssumptionCode.VALIDATION_UNSTATED,
                        "0",
                        "No source says whether tokens of the validation file are billed: expected is that they are not, high"
                                + " holds one pass an epoch.");
        Optional<Quantity> validation = validation(job.epochs(), EPOCH);
        if (validation.isPresent() && price.isPresent()) {
            BigDecimal most = validation.get().value().high();
            job.charges()
                    .add(
                            LineCode.TRAINING_VALIDATION_TOKENS,
                            new Quantity(
                                    new Range(BigDecimal.ZERO, BigDecimal.ZERO, most),
                                    "0 expected; at most " + Decimals.plain(most)),
                            Unit.TOKEN,
                            price);
        }
    }
}
