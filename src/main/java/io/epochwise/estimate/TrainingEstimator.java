package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Unit;
import io.epochwise.catalog.ValidationBilling;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DefaultEpochs;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityCode;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Reason;
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a training job costs: tokens of the dataset x epochs x price (MS-COST-MAR), or hours x price
 * where time is billed (OA-RFT-BILL). Inference on the tuned model is no part of it.
 */
public final class TrainingEstimator {
    private static final int MAX_EPOCHS = 1000;
    private static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(730);
    private static final String DATASET = "dataset";
    private static final String VALIDATION = "validation file";

    private final Catalog catalog;
    private final TrainingRequest request;
    private final Offering offering;
    private final LocalDate asOf;
    private final Method method;
    private final String tier;
    private final Meter meter;
    private final PriceList prices;
    private final Notes notes = new Notes();
    private final List<EstimateLine> lines = new ArrayList<>();

    private TrainingEstimator(
            Catalog catalog,
            TrainingRequest request,
            Offering offering,
            LocalDate asOf,
            Method method,
            boolean billedByTime) {
        this.catalog = catalog;
        this.request = request;
        this.offering = offering;
        this.asOf = asOf;
        this.method = method;
        meter = billedByTime ? Meter.TRAINING_HOUR : Meter.TRAINING;
        tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        prices = new PriceList(
                offering,
                tier,
                request.region(),
                asOf,
                Objects.requireNonNullElse(request.overrides(), PriceOverrides.NONE));
    }

    /**
     * Estimates a training job. An offering that cannot be tuned has an answer too: an unpriced line, no total, and an
     * availability that says so.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the estimate, without an id
     * @throws io.epochwise.fault.InvalidInputException if the request breaks a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering
     */
    public static Estimate estimate(Catalog catalog, TrainingRequest request, LocalDate today) {
        TrainingChecks.complete(request);
        Offering offering = catalog.require(request.offering());
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        Method method = method(request, offering);
        boolean billedByTime = billedByTime(offering, method);
        TrainingChecks.possible(request, offering, asOf, billedByTime);
        return new TrainingEstimator(catalog, request, offering, asOf, method, billedByTime).estimate();
    }

    private static Method method(TrainingRequest request, Offering offering) {
        return request.method() != null ? request.method() : offering.usualMethod();
    }

    /** Whether time is billed, not tokens: always in reinforcement tuning, else where only time has a price. */
    private static boolean billedByTime(Offering offering, Method method) {
        return offering.fineTuning() != null
                && offering.fineTuning().methods().contains(method)
                && (method == Method.RFT
                        || !hasPrices(offering, Meter.TRAINING) && hasPrices(offering, Meter.TRAINING_HOUR));
    }

    private static boolean hasPrices(Offering offering, Meter meter) {
        return offering.prices().stream().anyMatch(price -> price.meter() == meter);
    }

    private Estimate estimate() {
        Availability availability = availability();
        assumeTier();
        if (has(availability, AvailabilityCode.NOT_TUNABLE)) {
            chargeTokens(Optional.empty());
        } else if (meter == Meter.TRAINING_HOUR) {
            chargeTime();
        } else {
            chargeTokens(prices.find(Meter.TRAINING, request.adapter(), notes));
        }
        if (!has(availability, AvailabilityCode.NOT_TUNABLE)) {
            chargeHosting();
            warnOfDeploymentsEnd();
        }
        warnOfMethod();
        warnOfUnusedInput();
        Range total = Estimate.total(lines);
        warnOfPause(total);
        return new Estimate(
                null,
                catalog.version(),
                asOf,
                offering.id(),
                PriceList.currency(offering),
                total,
                lines,
                notes.assumptions(),
                notes.warnings(),
                availability);
    }

    private void assumeTier() {
        if (request.tier() != null || offering.tiers().size() < 2) {
            return;
        }
        TreeSet<String> tiers = new TreeSet<>();
        offering.prices().stream()
                .filter(price -> price.meter() == meter)
                .forEach(price -> tiers.addAll(price.tiers()));
        if (tiers.size() > 1) {
            notes.assume(
                    AssumptionCode.DEFAULT_TIER,
                    tier,
                    "No price class is given; " + tier + " is taken of " + tiers + ".");
        }
    }

    private Availability availability() {
        boolean withImages = request.dataset().hasImages()
                || request.validation() != null && request.validation().hasImages();
        Organization organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
        Availability availability = AvailabilityRules.training(offering, method, withImages, organization, asOf)
                .or(() -> Alternatives.of(catalog, offering, method, withImages, organization, asOf));
        String reasons = availability.reasons().stream()
                .filter(reason -> availability.verdict() != Verdict.RESTRICTED
                        || reason.on() == null
                        || !reason.on().isAfter(asOf))
                .map(Reason::text)
                .collect(Collectors.joining(" "));
        if (has(availability, AvailabilityCode.NOT_TUNABLE)) {
            notes.warn(WarningCode.NOT_TUNABLE, offering.id() + " cannot be fine-tuned, so there is no price.");
        } else if (has(availability, AvailabilityCode.IMAGES_NOT_TRAINABLE)) {
            notes.warn(WarningCode.IMAGES_NOT_TRAINABLE, reasons);
        } else if (availability.verdict() == Verdict.CLOSED || availability.verdict() == Verdict.RETIRED) {
            notes.warn(WarningCode.TRAINING_CLOSED, "This job cannot be created on " + asOf + ". " + reasons);
        } else if (availability.verdict() == Verdict.RESTRICTED) {
            notes.warn(
                    WarningCode.TRAINING_RESTRICTED,
                    "Whether the organization can create this job on " + asOf + " is not said. " + reasons);
        }
        return availability;
    }

    private static boolean has(Availability availability, AvailabilityCode code) {
        return availability.reasons().stream().anyMatch(reason -> reason.code() == code);
    }

    private void chargeTokens(Optional<UnitPrice> price) {
        int epochs = epochs();
        Optional<DatasetTokens> dataset = tokens(request.dataset(), DATASET);
        charge(LineCode.TRAINING_TOKENS, dataset, epochs, price);
        dataset.ifPresent(tokens -> {
            deductPromotion(billed(tokens, epochs), price);
            warnOfTooManyTokens(tokens.perEpoch().times(BigDecimal.valueOf(epochs)));
        });
        if (request.validation() != null && offering.tunable()) {
            chargeValidation(epochs, price);
        }
    }

    private void warnOfTooManyTokens(Range tokens) {
        offering.limit(LimitName.JOB_TOKENS, tier, asOf)
                .filter(limit -> limit.max() != null && tokens.high().compareTo(limit.max()) > 0)
                .ifPresent(limit -> notes.warn(
                        WarningCode.TOO_MANY_TOKENS,
                        "The job has up to " + Decimals.plain(tokens.high()) + " tokens, more than the "
                                + Decimals.plain(limit.max()) + " the provider takes in one job. " + limit.source()));
    }

    private int epochs() {
        if (request.epochs() != null) {
            return request.epochs();
        }
        long examples = request.dataset().examples();
        int epochs = EpochLimit.of(offering, tier, asOf, MAX_EPOCHS).nearest(DefaultEpochs.of(examples));
        notes.assume(
                AssumptionCode.DEFAULT_EPOCHS,
                Integer.toString(epochs),
                epochs + " epochs for " + examples + " examples by the rule of OpenAI's cookbook"
                        + " (GitHub openai/openai-cookbook, examples/Chat_finetuning_data_prep.ipynb): an"
                        + " estimate, the provider's real rule is not published.");
        return epochs;
    }

    private Optional<DatasetTokens> tokens(Dataset dataset, String name) {
        return DatasetTokens.of(dataset, name, offering, catalog.version(), asOf, notes);
    }

    /** Tokens of all passes in whole billing units: a begun unit is billed (MS-BREED). */
    private Range billed(DatasetTokens tokens, int epochs) {
        Range passes = tokens.perEpoch().times(BigDecimal.valueOf(epochs));
        return new Range(wholeUnits(passes.low()), wholeUnits(passes.expected()), wholeUnits(passes.high()));
    }

    private BigDecimal wholeUnits(BigDecimal tokens) {
        BigDecimal unit = BigDecimal.valueOf(billingUnit());
        return unit.compareTo(BigDecimal.ONE) == 0
                ? tokens
                : tokens.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
    }

    private long billingUnit() {
        return offering.fineTuning() == null ? 1 : offering.fineTuning().billingUnit();
    }

    private void charge(LineCode code, Optional<DatasetTokens> tokens, int epochs, Optional<UnitPrice> price) {
        if (tokens.isEmpty()) {
            lines.add(unpriced(code, null, Unit.TOKEN, "tokens x price, of which the tokens are not known"));
            return;
        }
        Range billed = billed(tokens.get(), epochs);
        String quantity = quantityWords(tokens.get(), epochs);
        lines.add(price.map(known -> priced(
                        code,
                        billed.expected(),
                        Unit.TOKEN,
                        known,
                        known.cost(billed),
                        quantity + "; " + Decimals.plain(billed.expected()) + known.factor()))
                .orElseGet(() ->
                        unpriced(code, billed.expected(), Unit.TOKEN, quantity + "; x price, which is not known")));
    }

    private String quantityWords(DatasetTokens tokens, int epochs) {
        BigDecimal passes = tokens.perEpoch().expected().multiply(BigDecimal.valueOf(epochs));
        String words =
                tokens.words() + " x " + epochs + (epochs == 1 ? " epoch = " : " epochs = ") + Decimals.plain(passes);
        return billingUnit() == 1
                ? words
                : words + ", in whole units of " + billingUnit() + ": " + Decimals.plain(wholeUnits(passes));
    }

    private void deductPromotion(Range billed, Optional<UnitPrice> price) {
        offering.promotion(Meter.TRAINING, asOf).ifPresent(promotion -> {
            int days = Objects.requireNonNullElse(request.jobDays(), 1);
            BigDecimal free = BigDecimal.valueOf(promotion.freePerDay()).multiply(BigDecimal.valueOf(days));
            Range taken = new Range(
                    billed.low().min(free),
                    billed.expected().min(free),
                    billed.high().min(free));
            notes.assume(
                    AssumptionCode.FREE_TOKENS,
                    Integer.toString(days),
                    promotion.freePerDay() + " training tokens are free per organization and UTC day; the job is taken"
                            + " to run on " + days + (days == 1 ? " day" : " days")
                            + ", and no other job to use them. " + promotion.source());
            String words = "- min(" + promotion.freePerDay() + " tokens a day x " + days
                    + (days == 1 ? " day, " : " days, ") + Decimals.plain(billed.expected()) + ")";
            BigDecimal quantity = taken.expected().negate();
            lines.add(price.map(known -> priced(
                            LineCode.TRAINING_FREE_TOKENS,
                            quantity,
                            Unit.TOKEN,
                            known,
                            negative(known.cost(taken)),
                            words + known.factor()))
                    .orElseGet(() -> unpriced(
                            LineCode.TRAINING_FREE_TOKENS,
                            quantity,
                            Unit.TOKEN,
                            words + " x price, which is not known")));
        });
    }

    private static Range negative(Range range) {
        return new Range(
                range.high().negate(), range.expected().negate(), range.low().negate());
    }

    private void chargeValidation(int epochs, Optional<UnitPrice> price) {
        ValidationBilling billing = offering.fineTuning().validation();
        if (billing == ValidationBilling.FREE) {
            notes.assume(
                    AssumptionCode.VALIDATION_FREE,
                    "0",
                    "Tokens of the validation file are not billed. "
                            + offering.fineTuning().source());
            return;
        }
        Optional<DatasetTokens> validation = tokens(request.validation(), VALIDATION);
        if (billing == ValidationBilling.BILLED) {
            charge(LineCode.TRAINING_VALIDATION_TOKENS, validation, epochs, price);
            return;
        }
        notes.assume(
                AssumptionCode.VALIDATION_UNSTATED,
                "0",
                "No source says whether tokens of the validation file are billed: expected is that they are not, high"
                        + " holds one pass an epoch.");
        if (validation.isPresent() && price.isPresent()) {
            Range perhaps = new Range(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    billed(validation.get(), epochs).high());
            lines.add(priced(
                    LineCode.TRAINING_VALIDATION_TOKENS,
                    BigDecimal.ZERO,
                    Unit.TOKEN,
                    price.get(),
                    price.get().cost(perhaps),
                    "0 expected; at most " + Decimals.plain(perhaps.high())
                            + price.get().factor()));
        }
    }

    /** Hours are billed to two decimals (MS-COST-MAR); that halves round up is derived. */
    private void chargeTime() {
        BigDecimal hours = request.trainingHours().setScale(2, RoundingMode.HALF_UP);
        notes.assume(
                AssumptionCode.HOURS_ROUNDED,
                Decimals.plain(hours),
                Decimals.plain(request.trainingHours()) + " hours are billed as " + Decimals.plain(hours)
                        + ": rounded to two decimals, as Microsoft documents for Azure; OpenAI can be read as rounding the"
                        + " amount.");
        charge(LineCode.TRAINING_HOURS, hours, prices.find(Meter.TRAINING_HOUR, request.adapter(), notes));
    }

    private void charge(LineCode code, BigDecimal hours, Optional<UnitPrice> price) {
        String quantity = Decimals.plain(hours) + " hours";
        lines.add(price.map(known -> priced(
                        code, hours, Unit.HOUR, known, known.cost(Range.exactly(hours)), quantity + known.factor()))
                .orElseGet(() -> unpriced(code, hours, Unit.HOUR, quantity + " x price, which is not known")));
    }

    private void chargeHosting() {
        if (request.hostingHours() != null) {
            charge(LineCode.HOSTING, request.hostingHours(), prices.find(Meter.HOSTING, null, notes));
            return;
        }
        // What is not charged needs no notes about its price.
        prices.find(Meter.HOSTING, null, new Notes())
                .map(price -> price.price().expected())
                .filter(hour -> hour.signum() > 0)
                .ifPresent(hour -> notes.warn(
                        WarningCode.HOSTING_NOT_INCLUDED,
                        "Keeping the tuned model deployed costs " + hour.toPlainString() + " an hour, "
                                + Decimals.amount(hour.multiply(HOURS_OF_A_MONTH))
                                        .toPlainString()
                                + " a month of 730 hours, used or not; it is not in the total."));
    }

    private void warnOfDeploymentsEnd() {
        offering.limit(LimitName.DEPLOYMENT_HOURS, tier, asOf)
                .filter(limit -> limit.max() != null)
                .ifPresent(limit -> notes.warn(
                        WarningCode.DEPLOYMENT_REMOVED,
                        "Deployments of the tier " + tier + " are removed after " + Decimals.plain(limit.max())
                                + " hours, used or not. " + limit.source()));
    }

    private void warnOfMethod() {
        if (method == Method.RFT) {
            notes.warn(
                    WarningCode.GRADERS_NOT_INCLUDED,
                    "Tokens of model graders are billed at their models' own prices and are not in the total.");
        }
        if (method == Method.DPO) {
            notes.warn(
                    WarningCode.PAIR_COUNTING_UNPUBLISHED,
                    "How the two answers of a preference pair count is not published; the tokens are those of the"
                            + " dataset as given.");
        }
    }

    private void warnOfPause(Range total) {
        offering.limit(LimitName.JOB_COST, tier, asOf)
                .filter(limit -> limit.max() != null)
                .ifPresent(limit -> {
                    boolean reached = total != null && total.high().compareTo(limit.max()) >= 0;
                    notes.warn(
                            WarningCode.JOB_PAUSES,
                            reached ? Severity.WARNING : Severity.INFO,
                            "The job pauses when its cost, graders included, reaches "
                                    + Decimals.amount(limit.max()).toPlainString() + ". " + limit.source());
                });
    }

    private void warnOfUnusedInput() {
        Set<Meter> used = EnumSet.of(Meter.HOSTING, meter);
        prices.overrides().prices().stream()
                .map(OwnPrice::meter)
                .filter(own -> !used.contains(own))
                .forEach(own -> notes.warn(
                        WarningCode.INPUT_NOT_USED, "The own price of " + own + " has no bearing on this estimate."));
        if (request.trainingHours() != null && meter == Meter.TRAINING) {
            notes.warn(WarningCode.INPUT_NOT_USED, "trainingHours has no bearing: tokens are billed, not time.");
        }
    }

    private static EstimateLine priced(
            LineCode code, BigDecimal quantity, Unit unit, UnitPrice price, Range amount, String formula) {
        return new EstimateLine(
                code,
                code.description(),
                plain(quantity),
                unit,
                price.price().expected(),
                plain(price.per()),
                amount.asAmount(),
                formula,
                price.source(),
                price.asOf(),
                price.grade(),
                false);
    }

    private static EstimateLine unpriced(LineCode code, BigDecimal quantity, Unit unit, String formula) {
        return new EstimateLine(
                code,
                code.description(),
                quantity == null ? null : plain(quantity),
                unit,
                null,
                null,
                null,
                formula,
                null,
                null,
                null,
                true);
    }

    /** The same number without needless zeros or an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }
}
