package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.Schedule;
import io.epochwise.catalog.Unit;
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
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a training job costs: tokens of the dataset x epochs x price (MS-COST-MAR), hours x price where time is billed
 * (OA-RFT-BILL), or the time of GPUs for an open model. How a provider counts tokens otherwise is in {@link BilledTokens}.
 * Inference on the tuned model is no part of it.
 */
public final class TrainingEstimator {
    private static final int MAX_EPOCHS = 1000;
    private static final String EPOCH = "epoch";
    private static final String EVALUATION = "evaluation";
    private static final String DATASET = "dataset";
    private static final String VALIDATION = "validation file";

    private final Catalog catalog;
    private final TrainingRequest request;
    private final Offering offering;
    private final LocalDate asOf;
    private final Method method;
    private final String adapter;
    private final String tier;
    private final Meter meter;
    private final PriceList prices;
    private final Notes notes = new Notes();
    private final Charges charges = new Charges();

    private TrainingEstimator(
            Catalog catalog, TrainingRequest request, Offering offering, LocalDate asOf, Method method, Meter meter) {
        this.catalog = catalog;
        this.request = request;
        this.offering = offering;
        this.asOf = asOf;
        this.method = method;
        this.meter = meter;
        adapter = adapter(request, offering);
        tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        prices = new PriceList(
                offering,
                tier,
                request.region(),
                method,
                asOf,
                asOf,
                catalog.staleAfterDays(),
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
        Meter meter = meter(offering, method);
        TrainingChecks.possible(request, catalog, offering, asOf, meter);
        return new TrainingEstimator(catalog, request, offering, asOf, method, meter).estimate();
    }

    private static Method method(TrainingRequest request, Offering offering) {
        return request.method() != null ? request.method() : offering.usualMethod();
    }

    private static String adapter(TrainingRequest request, Offering offering) {
        if (request.adapter() != null || !offering.tunable()) {
            return request.adapter();
        }
        return offering.fineTuning().adapters().stream().findFirst().orElse(null);
    }

    /** What is billed: time always in reinforcement tuning, else tokens, or what alone has a price; GPUs for open models. */
    private static Meter meter(Offering offering, Method method) {
        if (offering.kind() == OfferingKind.SELF_HOSTED) {
            return Meter.GPU_HOUR;
        }
        if (!offering.tunable() || !offering.fineTuning().methods().contains(method)) {
            return Meter.TRAINING;
        }
        boolean tokens = hasPrices(offering, Meter.TRAINING);
        if (method == Method.RFT && (!tokens || hasPrices(offering, Meter.TRAINING_HOUR))
                || !tokens && hasPrices(offering, Meter.TRAINING_HOUR)) {
            return Meter.TRAINING_HOUR;
        }
        return !tokens && hasPrices(offering, Meter.TRAINING_IMAGE) ? Meter.TRAINING_IMAGE : Meter.TRAINING;
    }

    private static boolean hasPrices(Offering offering, Meter meter) {
        return offering.prices().stream().anyMatch(price -> price.meter() == meter);
    }

    private Estimate estimate() {
        Availability availability = availability();
        if (request.tier() == null) {
            prices.assumeTier(meter, notes);
        }
        if (Obstacles.include(availability, AvailabilityCode.NOT_TUNABLE)) {
            chargeTokens(Optional.empty());
        } else {
            assumeAdapter();
            chargeTraining();
            fillUpToMinimum();
            new ServingCharges(offering, asOf, tier, prices, notes, charges, this::gpuPrice)
                    .charge(request.hostingHours(), request.storageMonths(), request.serving());
        }
        warnOfMethod();
        warnOfUnusedInput();
        List<EstimateLine> lines = charges.lines();
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

    private void chargeTraining() {
        switch (meter) {
            case GPU_HOUR -> chargeGpus();
            case TRAINING_HOUR -> chargeTime();
            case TRAINING_IMAGE -> chargeImages();
            default -> chargeTokens(prices.find(Meter.TRAINING, adapter, notes));
        }
    }

    private void assumeAdapter() {
        if (request.adapter() == null && adapter != null) {
            notes.assume(
                    AssumptionCode.DEFAULT_ADAPTER,
                    adapter,
                    "No adapter is given; " + adapter + " is taken of "
                            + offering.fineTuning().adapters() + ".");
        }
    }

    private Availability availability() {
        boolean withImages = request.dataset().hasImages()
                || request.validation() != null && request.validation().hasImages();
        Organization organization = Objects.requireNonNullElse(request.organization(), Organization.UNKNOWN);
        Availability availability = AvailabilityRules.training(offering, method, withImages, organization, asOf)
                .or(() -> Alternatives.of(catalog, offering, method, withImages, organization, asOf));
        String reasons = Obstacles.words(availability, asOf);
        if (Obstacles.include(availability, AvailabilityCode.NOT_TUNABLE)) {
            notes.warn(WarningCode.NOT_TUNABLE, offering.id() + " cannot be fine-tuned, so there is no price.");
        } else if (Obstacles.include(availability, AvailabilityCode.IMAGES_NOT_TRAINABLE)) {
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

    private void chargeTokens(Optional<UnitPrice> price) {
        Optional<Quantity> billed = billedTokens();
        charge(LineCode.TRAINING_TOKENS, billed, price);
        billed.ifPresent(quantity -> {
            deductPromotion(quantity.value(), price);
            warnOfTooManyTokens(quantity.value());
        });
        if (request.validation() != null && offering.tunable()) {
            chargeValidation(price);
        }
    }

    private Optional<Quantity> billedTokens() {
        if (request.trainingSteps() != null && schedule() == Schedule.STEPS) {
            return Optional.of(BilledTokens.inSteps(request.trainingSteps(), request.tokensPerStep(), billingUnit()));
        }
        int epochs = epochs();
        if (schedule() == Schedule.STEPS) {
            notes.assume(
                    AssumptionCode.STEPS_AS_EPOCHS,
                    Integer.toString(epochs),
                    "Jobs of the provider run in steps, not epochs; the tokens of " + epochs
                            + " epochs are taken. Give trainingSteps and tokensPerStep to be exact.");
        }
        if (Boolean.FALSE.equals(request.packing())) {
            long longest = request.maxSequenceLength() != null
                    ? request.maxSequenceLength()
                    : offering.contextTokens().training();
            return Optional.of(BilledTokens.unpacked(request.dataset().examples(), longest, epochs, billingUnit()));
        }
        return tokens(request.dataset(), DATASET)
                .map(tokens -> BilledTokens.inPasses(tokens, epochs, EPOCH, billingUnit()));
    }

    private Schedule schedule() {
        return offering.fineTuning() == null
                ? Schedule.EPOCHS
                : offering.fineTuning().schedule();
    }

    private void charge(LineCode code, Optional<Quantity> billed, Optional<UnitPrice> price) {
        billed.ifPresentOrElse(
                quantity -> charges.add(code, quantity, Unit.TOKEN, price),
                () -> charges.addUnknown(code, Unit.TOKEN, "tokens x price, of which the tokens are not known"));
    }

    private void fillUpToMinimum() {
        if (prices.own(Meter.JOB_MINIMUM).isEmpty()
                && prices.variants(Meter.JOB_MINIMUM).isEmpty()) {
            return;
        }
        prices.find(Meter.JOB_MINIMUM, null, notes)
                .filter(least -> least.price().expected().signum() > 0)
                .ifPresent(least -> {
                    charges.fillUp(LineCode.TRAINING_MINIMUM, least);
                    notes.warn(
                            WarningCode.JOB_MINIMUM,
                            Severity.INFO,
                            "A job costs at least " + least.words() + ". " + least.source());
                });
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
        int epochs = DefaultEpochs.of(offering, tier, asOf, examples);
        Optional<Limit> named = offering.limit(LimitName.EPOCHS, tier, asOf).filter(limit -> limit.usual() != null);
        notes.assume(
                AssumptionCode.DEFAULT_EPOCHS,
                Integer.toString(epochs),
                named.map(limit -> epochs + " epochs, the provider's own default. " + limit.source())
                        .orElse(epochs + " epochs for " + examples + " examples by the rule of OpenAI's cookbook"
                                + " (GitHub openai/openai-cookbook, examples/Chat_finetuning_data_prep.ipynb): an"
                                + " estimate, the provider's real rule is not published."));
        return epochs;
    }

    private Optional<DatasetTokens> tokens(Dataset dataset, String name) {
        return DatasetTokens.of(dataset, name, offering, catalog.version(), asOf, notes);
    }

    private long billingUnit() {
        return offering.fineTuning() == null ? 1 : offering.fineTuning().billingUnit();
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
            charges.deduct(LineCode.TRAINING_FREE_TOKENS, new Quantity(taken, words), Unit.TOKEN, price);
        });
    }

    private void chargeValidation(Optional<UnitPrice> price) {
        switch (offering.fineTuning().validation()) {
            case FREE ->
                notes.assume(
                        AssumptionCode.VALIDATION_FREE,
                        "0",
                        "Tokens of the validation file are not billed. "
                                + offering.fineTuning().source());
            case BILLED -> charge(LineCode.TRAINING_VALIDATION_TOKENS, validation(epochs(), EPOCH), price);
            case PER_EVALUATION -> chargeEvaluations(price);
            case BATCH_INFERENCE -> chargeEvaluationRuns();
            case UNSTATED -> chargeUnstatedValidation(price);
        }
    }

    private Optional<Quantity> validation(int passes, String pass) {
        return tokens(request.validation(), VALIDATION)
                .map(tokens -> BilledTokens.inPasses(tokens, passes, pass, billingUnit()));
    }

    private void chargeEvaluations(Optional<UnitPrice> price) {
        if (request.evaluations() == null) {
            notes.assume(
                    AssumptionCode.EVALUATIONS,
                    "1",
                    "No number of evaluations is given: one pass over the validation file is billed. "
                            + offering.fineTuning().source());
        }
        int evaluations = Objects.requireNonNullElse(request.evaluations(), 1);
        charge(LineCode.TRAINING_VALIDATION_TOKENS, validation(evaluations, EVALUATION), price);
    }

    private void chargeEvaluationRuns() {
        if (request.evaluations() == null) {
            notes.assume(
                    AssumptionCode.EVALUATION_RUNS,
                    "0",
                    "Evaluation runs that the job is told to make are billed as batch inference; none is expected. "
                            + offering.fineTuning().source());
            return;
        }
        charge(
                LineCode.TRAINING_EVALUATION_TOKENS,
                validation(request.evaluations(), EVALUATION),
                prices.find(Meter.BATCH_INPUT, null, notes));
    }

    private void chargeUnstatedValidation(Optional<UnitPrice> price) {
        notes.assume(
                AssumptionCode.VALIDATION_UNSTATED,
                "0",
                "No source says whether tokens of the validation file are billed: expected is that they are not, high"
                        + " holds one pass an epoch.");
        Optional<Quantity> validation = validation(epochs(), EPOCH);
        if (validation.isPresent() && price.isPresent()) {
            BigDecimal most = validation.get().value().high();
            charges.add(
                    LineCode.TRAINING_VALIDATION_TOKENS,
                    new Quantity(
                            new Range(BigDecimal.ZERO, BigDecimal.ZERO, most),
                            "0 expected; at most " + Decimals.plain(most)),
                    Unit.TOKEN,
                    price);
        }
    }

    private void chargeImages() {
        int epochs = epochs();
        BigDecimal images = DatasetTokens.images(request.dataset());
        BigDecimal seen = images.multiply(BigDecimal.valueOf(epochs));
        charges.add(
                LineCode.TRAINING_IMAGES,
                new Quantity(
                        Range.exactly(seen),
                        Decimals.plain(images) + " images x " + epochs + (epochs == 1 ? " epoch = " : " epochs = ")
                                + Decimals.plain(seen)),
                Unit.IMAGE,
                prices.find(Meter.TRAINING_IMAGE, adapter, notes));
    }

    private void chargeGpus() {
        ComputeChoice choice = compute();
        String gpu = gpu(null);
        if (choice.gpu() == null) {
            notes.assume(AssumptionCode.DEFAULT_GPU, gpu, "No GPU is given; " + gpu + " is taken.");
        }
        Optional<Quantity> hours = gpuHours(choice, gpu);
        if (hours.isEmpty()) {
            charges.addUnknown(
                    LineCode.TRAINING_GPU_HOURS, Unit.GPU_HOUR, "GPU-hours x price, of which the hours are not known");
            return;
        }
        charges.add(
                LineCode.TRAINING_GPU_HOURS,
                hours.get(),
                Unit.GPU_HOUR,
                prices.own(Meter.GPU_HOUR).or(() -> gpuPrice(gpu)));
    }

    private ComputeChoice compute() {
        return Objects.requireNonNullElse(request.compute(), ComputeChoice.UNKNOWN);
    }

    /** The kind of GPU named, else the one that trains, else a common one. */
    private String gpu(String named) {
        return named != null ? named : Objects.requireNonNullElse(compute().gpu(), GpuPrices.USUAL_GPU);
    }

    private Optional<UnitPrice> gpuPrice(String named) {
        return GpuPrices.find(catalog, compute(), gpu(named), request.region(), asOf, notes);
    }

    /** The hours given, for each GPU; else what the operations of all epochs take. */
    private Optional<Quantity> gpuHours(ComputeChoice choice, String gpu) {
        if (request.trainingHours() != null) {
            int gpus = Objects.requireNonNullElse(choice.gpus(), 1);
            BigDecimal hours = request.trainingHours().multiply(BigDecimal.valueOf(gpus));
            return Optional.of(new Quantity(
                    Range.exactly(hours),
                    gpus + (gpus == 1 ? " GPU x " : " GPUs x ") + Decimals.plain(request.trainingHours()) + " hours = "
                            + Decimals.plain(hours)));
        }
        int epochs = epochs();
        BigDecimal images = DatasetTokens.images(request.dataset()).multiply(BigDecimal.valueOf(epochs));
        return tokens(request.dataset(), DATASET)
                .flatMap(tokens -> TrainingCompute.gpuHours(
                        offering,
                        tokens.perEpoch().times(BigDecimal.valueOf(epochs)),
                        images,
                        adapter,
                        catalog.gpu(gpu).orElseThrow(),
                        notes));
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
        charges.add(
                LineCode.TRAINING_HOURS,
                new Quantity(Range.exactly(hours), Decimals.plain(hours) + " hours"),
                Unit.HOUR,
                prices.find(Meter.TRAINING_HOUR, adapter, notes));
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
        Set<Meter> used = EnumSet.of(meter, Meter.HOSTING, Meter.STORAGE, Meter.JOB_MINIMUM);
        if (request.serving() != null) {
            used.addAll(EnumSet.of(Meter.GPU_HOUR, Meter.PROVISIONED_THROUGHPUT));
        }
        if (request.evaluations() != null) {
            used.add(Meter.BATCH_INPUT);
        }
        prices.overrides().prices().stream()
                .map(OwnPrice::meter)
                .filter(own -> !used.contains(own))
                .forEach(own -> notes.warn(
                        WarningCode.INPUT_NOT_USED, "The own price of " + own + " has no bearing on this estimate."));
        if (request.trainingHours() != null && meter == Meter.TRAINING) {
            notes.warn(WarningCode.INPUT_NOT_USED, "trainingHours has no bearing: tokens are billed, not time.");
        }
        if (request.trainingSteps() != null && schedule() != Schedule.STEPS) {
            notes.warn(WarningCode.INPUT_NOT_USED, "trainingSteps has no bearing: jobs run in epochs.");
        }
        if (request.compute() != null && meter != Meter.GPU_HOUR) {
            notes.warn(WarningCode.INPUT_NOT_USED, "compute has no bearing: the provider trains on its own GPUs.");
        }
    }
}
