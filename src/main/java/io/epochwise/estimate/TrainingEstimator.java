package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.Schedule;
import io.epochwise.catalog.Unit;
import io.epochwise.dataset.Severity;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityCode;
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
    private final JobAvailability jobs;
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
    private final TrainingJob job;

    private TrainingEstimator(
            JobAvailability jobs,
            TrainingRequest request,
            Offering offering,
            LocalDate asOf,
            Method method,
            Meter meter) {
        this.jobs = jobs;
        catalog = jobs.catalog();
        this.request = request;
        this.offering = offering;
        this.asOf = asOf;
        this.method = method;
        this.meter = meter;
        adapter = adapter(request, offering);
        tier = Objects.requireNonNullElse(request.tier(), offering.defaultTier());
        prices = PriceList.of(catalog, offering, tier, request.region(), method, asOf, request.overrides());
        job = new TrainingJob(catalog, request, offering, asOf, adapter, tier, prices, notes, charges);
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
        return estimate(new JobAvailability(catalog), request, today);
    }

    /**
     * Estimates one of several training jobs, as {@link #estimate(Catalog, TrainingRequest, LocalDate)} does.
     *
     * @param jobs of the catalog where the facts are from
     */
    public static Estimate estimate(JobAvailability jobs, TrainingRequest request, LocalDate today) {
        TrainingChecks.complete(request);
        Catalog catalog = jobs.catalog();
        Offering offering = catalog.require(request.offering());
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        Method method = method(request, offering);
        Meter meter = meter(offering, method);
        TrainingChecks.possible(request, catalog, offering, asOf, meter);
        return UncertainNumbers.estimate(
                choice ->
                        new TrainingEstimator(jobs, request.resolved(choice), offering, asOf, method, meter).estimate(),
                request.uncertainty());
    }

    private static Method method(TrainingRequest request, Offering offering) {
        return request.method() != null ? request.method() : offering.usualMethod();
    }

    /** The one asked for, else the offering's usual one; null where there is no choice. */
    static String adapter(TrainingRequest request, Offering offering) {
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
            new TokenTraining(job).charge(Optional.empty());
        } else {
            assumeAdapter();
            chargeTraining();
            fillUpToMinimum();
            new ServingCharges(offering, asOf, tier, prices, notes, charges, new GpuTraining(job)::price)
                    .charge(request.hostingHours(), request.storageMonths(), request.serving());
        }
        chargeLabor();
        warnOfRegion();
        warnOfMethod();
        warnOfUnusedInput();
        List<EstimateLine> lines = charges.lines();
        warnOfPause(Estimate.total(lines.stream()
                .filter(line -> line.code() != LineCode.TRAINING_LABOR)
                .toList()));
        return Estimate.of(
                catalog.version(),
                asOf,
                offering.id(),
                PriceList.currency(offering),
                lines,
                notes.assumptions(),
                notes.warnings(),
                availability);
    }

    private void chargeTraining() {
        switch (meter) {
            case GPU_HOUR -> new GpuTraining(job).charge();
            case TRAINING_HOUR -> chargeTime();
            case TRAINING_IMAGE -> chargeImages();
            default -> new TokenTraining(job).charge(prices.find(Meter.TRAINING, adapter, notes));
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
        Availability availability = jobs.of(offering, method, withImages, organization, asOf);
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
        } else if (availability.verdict() == Verdict.UNKNOWN) {
            notes.warn(
                    WarningCode.TRAINING_UNKNOWN,
                    "Whether this job can be created on " + asOf + " is not known. " + reasons);
        }
        return availability;
    }

    private void fillUpToMinimum() {
        if (prices.own(Meter.JOB_MINIMUM).isEmpty()
                && prices.variants(Meter.JOB_MINIMUM).isEmpty()) {
            return;
        }
        Optional<UnitPrice> least = prices.find(Meter.JOB_MINIMUM, null, notes);
        least.filter(price -> price.price().expected().signum() > 0).ifPresent(price -> {
            charges.fillUp(LineCode.TRAINING_MINIMUM, price);
            notes.warn(
                    WarningCode.JOB_MINIMUM,
                    Severity.INFO,
                    "A job costs at least " + price.words() + ". " + price.source());
        });
        least.ifPresent(price -> charges.fillUpDisputed(LineCode.TRAINING_DISPUTED_MINIMUM, price));
    }

    private void chargeImages() {
        int epochs = job.epochs();
        BigDecimal images = DatasetTokens.images(request.dataset());
        if (images.signum() == 0) {
            throw new InvalidInputException(
                    "dataset",
                    "must have images: " + offering.id() + " is trained on them, and nothing else is billed");
        }
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

    /** Beside what providers bill, so that it counts for no least amount and no limit of theirs. */
    private void chargeLabor() {
        Labor labor = request.labor();
        if (labor != null) {
            charges.add(
                    LineCode.TRAINING_LABOR,
                    new Quantity(Range.exactly(labor.hours()), Decimals.plain(labor.hours()) + " hours"),
                    Unit.HOUR,
                    Optional.of(PriceList.own(labor.hourlyRate(), Unit.HOUR)));
        } else if (offering.kind() == OfferingKind.SELF_HOSTED) {
            notes.warn(
                    WarningCode.LABOR_NOT_INCLUDED,
                    "Own infrastructure demands expertise that a hosted service does not; the work of people is not in"
                            + " the total. Give labor.");
        }
    }

    private void warnOfRegion() {
        offering.limit(LimitName.TRAINING_REGION, tier, asOf)
                .filter(limit -> request.region() != null
                        && limit.values().stream()
                                .map(Offering::regionKey)
                                .noneMatch(Offering.regionKey(request.region())::equals))
                .ifPresent(limit -> notes.warn(
                        WarningCode.REGION_NOT_OFFERED,
                        "Jobs run in " + limit.values() + " only, as far as known, not in " + request.region() + ". "
                                + limit.source()));
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
        if (request.trainingSteps() != null && job.schedule() != Schedule.STEPS) {
            notes.warn(WarningCode.INPUT_NOT_USED, "trainingSteps has no bearing: jobs run in epochs.");
        }
        if (request.compute() != null && meter != Meter.GPU_HOUR) {
            notes.warn(WarningCode.INPUT_NOT_USED, "compute has no bearing: the provider trains on its own GPUs.");
        }
    }
}
