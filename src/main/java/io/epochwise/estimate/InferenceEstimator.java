package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Dated;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.Price;
import io.epochwise.catalog.ServingMode;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityCode;
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What answering a workload costs: requests x calls per request x tokens of a call x price, class by class and month by
 * month; and what keeping a tuned model ready costs. Where a model is served by time, its tokens cost nothing.
 *
 * <p>A month is billed at the prices and by the rules of its first day. One that begins on or after the model's end does not
 * exist; the last one that begins before it counts in full.
 */
public final class InferenceEstimator {
    private static final double MINUTES_OF_A_MONTH = ServingCharges.HOURS_OF_A_MONTH.doubleValue() * 60.0;
    private static final double HIT_RATE_TOLERANCE = 0.005;

    private final Catalog catalog;
    private final InferenceRequest request;
    private final Workload workload;
    private final Offering offering;
    private final LocalDate asOf;
    private final boolean tuned;
    private final String tier;
    private final Availability availability;
    private final boolean impossible;
    private final boolean kept;
    private final PriceList prices;
    private final WorkloadTokens tokens;
    private final Notes notes = new Notes();
    private final Charges charges = new Charges();
    private final Set<Meter> used = EnumSet.noneOf(Meter.class);
    private final MonthLedger ledger;
    private boolean byLoad;

    /** @param workload of whose numbers what is expected is taken */
    InferenceEstimator(PreparedInference prepared, Workload workload) {
        this.catalog = prepared.catalog();
        this.request = prepared.request();
        this.workload = workload;
        this.offering = prepared.offering();
        this.asOf = prepared.asOf();
        this.tuned = prepared.tuned();
        this.tier = prepared.tier();
        this.availability = prepared.availability();
        this.kept = prepared.kept();
        impossible = availability.verdict() == Verdict.RETIRED
                        && (tuned || !Obstacles.include(availability, AvailabilityCode.REROUTED))
                || Obstacles.include(availability, AvailabilityCode.NOT_TUNABLE);
        prices = PriceList.of(catalog, offering, tier, request.region(), null, asOf, request.overrides());
        tokens = new WorkloadTokens(workload, offering, tier);
        ledger = new MonthLedger(asOf);
    }

    /**
     * Estimates inference. An offering that cannot be called has an answer too: unpriced lines, no total, and an
     * availability that says so.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the estimate, without an id
     * @throws io.epochwise.fault.InvalidInputException if the request breaks a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering
     */
    public static Estimate estimate(Catalog catalog, InferenceRequest request, LocalDate today) {
        return UncertainNumbers.estimate(
                PreparedInference.of(catalog, request, today)::estimate, request.uncertainty());
    }

    Estimate estimate() {
        charge();
        return charged();
    }

    /** The estimate with its months apart. */
    InferenceCosts costs() {
        charge();
        return new InferenceCosts(this::charged, new MonthRates(workload, byLoad, ledger.rates()), workload);
    }

    private void charge() {
        noteAvailability();
        int months = horizon();
        Optional<ServingChoice> time = impossible ? Optional.empty() : time();
        if (time.isPresent()) {
            chargeTime(time.get(), months);
        } else {
            chargeTokens(months);
        }
        if (!kept) {
            used.addAll(EnumSet.of(Meter.HOSTING, Meter.STORAGE));
        } else if (tuned && !impossible) {
            chargeKeeping(months, time.isPresent());
        }
        chargeFallback(months);
        warnOfUnusedPrices();
    }

    /** The estimate of all that was charged. */
    private Estimate charged() {
        return Estimate.of(
                catalog.version(),
                asOf,
                offering.id(),
                PriceList.currency(offering),
                charges.lines(),
                notes.assumptions(),
                notes.warnings(),
                availability);
    }

    private void noteAvailability() {
        String reasons = Obstacles.words(availability, asOf);
        if (Obstacles.include(availability, AvailabilityCode.NOT_TUNABLE)) {
            notes.warn(
                    WarningCode.NOT_TUNABLE,
                    offering.id() + " cannot be fine-tuned, so there is no tuned model and no price.");
        } else if (!tuned
                && availability.verdict() == Verdict.RETIRED
                && Obstacles.include(availability, AvailabilityCode.REROUTED)) {
            notes.warn(WarningCode.INFERENCE_REROUTED, reasons);
        } else if (availability.verdict() == Verdict.CLOSED || availability.verdict() == Verdict.RETIRED) {
            notes.warn(WarningCode.INFERENCE_CLOSED, "The model cannot be called on " + asOf + ". " + reasons);
        } else if (availability.verdict() == Verdict.RESTRICTED) {
            notes.warn(
                    WarningCode.INFERENCE_RESTRICTED,
                    "Whether the organization can call the model on " + asOf + " is not said. " + reasons);
        } else if (availability.verdict() == Verdict.UNKNOWN) {
            notes.warn(
                    WarningCode.INFERENCE_UNKNOWN,
                    "Whether the model can be called on " + asOf + " is not known. " + reasons);
        }
    }

    /** The months that begin before the model's end. */
    private int horizon() {
        int asked = Objects.requireNonNullElse(request.months(), 1);
        if (availability.until() == null) {
            return asked;
        }
        int months = BillingMonths.before(availability.until(), asOf, asked);
        if (months < asked) {
            notes.warn(
                    WarningCode.HORIZON_CUT,
                    "The model ends on " + availability.until() + ": of " + asked + " months only the first " + months
                            + " begin before and are counted, the last of them in full.");
        }
        return months;
    }

    /** How the model is kept ready, if that is billed by time: where it is asked for, or nothing else is offered. */
    private Optional<ServingChoice> time() {
        if (request.serving() != null) {
            return Optional.of(request.serving());
        }
        if (offering.kind() == OfferingKind.SELF_HOSTED) {
            return Optional.of(ServingChoice.of(ServingMode.GPU_HOUR, null, null, null));
        }
        List<ServingMode> timed = ServingCharges.timedModes(offering, asOf);
        boolean byToken = offering.serving().stream()
                .anyMatch(way -> way.inForce(asOf) && way.mode().byToken());
        return tuned && !byToken && !timed.isEmpty() && !prices.speaksOf(Meter.TUNED_INPUT)
                ? Optional.of(ServingChoice.of(timed.get(0), null, null, null))
                : Optional.empty();
    }

    private void chargeTime(ServingChoice asked, int months) {
        ServingChoice choice = offering.kind() == OfferingKind.SELF_HOSTED ? withGpu(asked) : asked;
        if (asked.hours() == null) {
            notes.assume(
                    AssumptionCode.ALWAYS_ON,
                    "730",
                    "No hours of serving are given: the model is kept ready for all 730 hours of each month.");
        }
        BigDecimal hours = Objects.requireNonNullElse(choice.hours(), ServingCharges.HOURS_OF_A_MONTH);
        ServingCharges first = serving(prices);
        Meter meter = first.meter(choice);
        used.add(meter);
        List<BillingMonths> spans = first.commits(choice)
                ? BillingMonths.of(asOf, months, List.of())
                : BillingMonths.of(asOf, months, changes(EnumSet.of(meter), choice.variant()));
        IntFunction<BigDecimal> units = units(first, choice, months);
        for (BillingMonths span : spans) {
            List<BigDecimal> ofSpan = IntStream.rangeClosed(span.first(), span.last())
                    .mapToObj(units)
                    .toList();
            ServingCharges.TimeCharge charge =
                    serving(prices.on(span.day())).chargeTime(choice, ofSpan, hours, span.words() + ": ");
            ledger.postTime(span, charge.price(), month -> Range.exactly(charge.unitHours(month - span.first())));
        }
        chargeServingLabor(choice, months);
        ledger.postCall(new BillingMonths(1, months, asOf), () -> Optional.of(unbilled()));
    }

    /** The GPUs or units of each month; those of a commitment are the same in all of them. */
    private IntFunction<BigDecimal> units(ServingCharges serving, ServingChoice choice, int months) {
        if (!serving.onGpus(choice)) {
            notes.warn(
                    WarningCode.CAPACITY_NOT_CHECKED,
                    "The model is served by time, so its tokens are not billed; whether what is kept ready can answer the"
                            + " workload is not checked.");
            return month -> ServingCharges.units(choice);
        }
        byLoad = true;
        ServingSize size = new ServingSize(catalog, offering, workload, choice, notes);
        size.note(months);
        if (serving.commits(choice)) {
            BigDecimal most =
                    IntStream.rangeClosed(1, months).mapToObj(size::gpus).reduce(BigDecimal.ONE, BigDecimal::max);
            return month -> most;
        }
        return size::gpus;
    }

    /** The work of people that keeps the model running. */
    private void chargeServingLabor(ServingChoice choice, int months) {
        Labor labor = choice.labor();
        if (labor == null || months == 0) {
            return;
        }
        BigDecimal hours = labor.hours().multiply(BigDecimal.valueOf(months));
        Optional<UnitPrice> rate = Optional.of(PriceList.own(labor.hourlyRate(), Unit.HOUR));
        BillingMonths all = new BillingMonths(1, months, asOf);
        charges.add(
                LineCode.SERVING_LABOR,
                new Quantity(
                        Range.exactly(hours),
                        all.words() + ": " + months + " x " + Decimals.plain(labor.hours()) + " hours = "
                                + Decimals.plain(hours) + "; " + Decimals.plain(hours)),
                Unit.HOUR,
                rate);
        ledger.postTime(all, rate, month -> Range.exactly(labor.hours()));
    }

    /** Where time is billed, the tokens of a call cost nothing. */
    private CallCosts unbilled() {
        return CallPricing.FREE.costs(tokens.on(asOf, new Notes()), CachedPrefix.NONE, true);
    }

    private ServingChoice withGpu(ServingChoice choice) {
        ServingMode mode = Objects.requireNonNullElse(choice.mode(), ServingMode.GPU_HOUR);
        if (choice.variant() != null || prices.own(Meter.GPU_HOUR).isPresent()) {
            return choice.with(mode, choice.variant());
        }
        notes.assume(
                AssumptionCode.DEFAULT_GPU,
                GpuPrices.USUAL_GPU,
                "No GPU is given; " + GpuPrices.USUAL_GPU + " is taken, whether the model fits into it or not.");
        return choice.with(mode, GpuPrices.USUAL_GPU);
    }

    private ServingCharges serving(PriceList onDay) {
        return new ServingCharges(
                offering,
                asOf,
                tier,
                onDay,
                notes,
                charges,
                gpu -> GpuPrices.find(
                        catalog,
                        ComputeChoice.UNKNOWN,
                        Objects.requireNonNullElse(gpu, GpuPrices.USUAL_GPU),
                        request.region(),
                        onDay.day(),
                        asOf,
                        notes));
    }

    private void chargeTokens(int months) {
        InferenceMeters usual = InferenceMeters.of(tuned, false);
        InferenceMeters batch = InferenceMeters.of(tuned, true);
        if (request.tier() == null) {
            prices.assumeTier(usual.input(), notes);
        }
        Set<Meter> meters = EnumSet.noneOf(Meter.class);
        for (TokenClass kind : TokenClass.values()) {
            Stream.of(usual.of(kind), batch.of(kind)).filter(Objects::nonNull).forEach(meters::add);
        }
        used.addAll(meters);
        List<BillingMonths> spans = BillingMonths.of(asOf, months, impossible ? List.of() : changes(meters, null));
        for (BillingMonths span : spans) {
            CallRange call = tokens.on(span.day(), notes);
            warnOfUnknownImages(span);
            Supplier<Optional<CallCosts>> outside =
                    workload.inBatches().compareTo(BigDecimal.ONE) < 0 ? charge(span, call, false) : null;
            Supplier<Optional<CallCosts>> inside = workload.inBatches().signum() > 0 ? charge(span, call, true) : null;
            chargeCacheStorage(span, call);
            ledger.postCall(
                    span,
                    () -> impossible || !tokens.countsImages(span.day()) ? Optional.empty() : mixed(outside, inside));
        }
    }

    /**
     * What a call costs, if a part of calls is made in batches.
     *
     * @param outside outside batches; null if all are in batches
     * @param inside in batches; null if none is
     */
    private Optional<CallCosts> mixed(Supplier<Optional<CallCosts>> outside, Supplier<Optional<CallCosts>> inside) {
        if (outside == null || inside == null) {
            return (outside == null ? inside : outside).get();
        }
        return outside.get().flatMap(one -> inside.get().map(other -> one.mixedWith(other, workload.inBatches())));
    }

    /** An explicit cache, kept for the hours that are asked for. */
    private void chargeCacheStorage(BillingMonths span, CallRange call) {
        if (workload.cacheStorageHours() == null || impossible) {
            return;
        }
        used.add(Meter.CACHE_STORAGE);
        CachedPrefix prefix = prefix(call, false, prices.on(span.day()), new Notes());
        BigDecimal hours = workload.cacheStorageHours().expected();
        long kept = prefix.tokens(call.expected());
        Range ofMonth = new Range(
                        BigDecimal.valueOf(prefix.tokens(call.low())),
                        BigDecimal.valueOf(kept),
                        BigDecimal.valueOf(prefix.tokens(call.high())))
                .times(hours);
        if (ofMonth.high().signum() == 0) {
            return;
        }
        Range all = ofMonth.times(BigDecimal.valueOf(span.count()));
        String total = Decimals.plain(all.expected());
        Optional<UnitPrice> price = prices.on(span.day()).find(Meter.CACHE_STORAGE, null, notes);
        charges.add(
                LineCode.INFERENCE_CACHE_STORAGE,
                new Quantity(
                        all,
                        span.words() + ": " + span.count() + " x " + Decimals.plain(hours) + " hours x " + kept
                                + " tokens = " + total + "; " + total),
                Unit.TOKEN_HOUR,
                price);
        ledger.postTime(span, price, month -> ofMonth);
    }

    private void warnOfUnknownImages(BillingMonths span) {
        if (!tokens.countsImages(span.day())) {
            charges.addUnknown(
                    LineCode.INFERENCE_IMAGES,
                    Unit.TOKEN,
                    span.words() + ": tokens x price, of which the tokens are not known");
        }
    }

    /** Charges for the tokens of all calls of a span; gives what one call costs, found only if it is asked for. */
    private Supplier<Optional<CallCosts>> charge(BillingMonths span, CallRange call, boolean batch) {
        InferenceMeters meters = InferenceMeters.of(tuned, batch);
        PriceList onDay = prices.on(span.day());
        CachedPrefix prefix = impossible ? CachedPrefix.NONE : prefix(call, batch, onDay, notes);
        BigDecimal part = batch ? workload.inBatches() : BigDecimal.ONE.subtract(workload.inBatches());
        Map<Meter, Optional<UnitPrice>> found = new EnumMap<>(Meter.class);
        Function<Meter, Optional<UnitPrice>> price = impossible
                ? meter -> Optional.empty()
                : meter -> found.computeIfAbsent(meter, same -> onDay.findFor(same, call.input(), notes));
        Map<TokenClass, CallRange.Part> parts = call.classes(prefix, sureOfPrefix());
        parts.values().removeIf(ofCall -> ofCall.tokens().high().signum() == 0);
        parts.forEach((kind, ofCall) -> ledger.postCalls(
                span, price.apply(meters.of(kind)), ofCall.tokens().times(part)));
        charges.later(lines -> {
            BigDecimal calls =
                    workload.requests().times(span, workload.callsPerRequest()).multiply(part);
            String words = callWords(span, batch);
            parts.forEach((kind, ofCall) -> {
                Range all = ofCall.tokens().times(calls);
                String total = Decimals.plain(all.expected());
                lines.add(
                        kind.line(batch),
                        new Quantity(all, words + " x " + ofCall.words().get() + " tokens = " + total + "; " + total),
                        Unit.TOKEN,
                        price.apply(meters.of(kind)));
            });
        });
        return () ->
                CallPricing.of(meters, call, prefix, price).map(pricing -> pricing.costs(call, prefix, sureOfPrefix()));
    }

    private String callWords(BillingMonths span, boolean batch) {
        String words = span.words() + ": " + workload.requests().words(span);
        BigDecimal perRequest = workload.callsPerRequest();
        if (perRequest.compareTo(BigDecimal.ONE) != 0) {
            words += " x " + Decimals.plain(perRequest) + " calls";
        }
        if (workload.inBatches().signum() == 0) {
            return words;
        }
        String share = Decimals.plain(workload.inBatches());
        return words + (batch ? " x " + share + " in batches" : " x (1 - " + share + ") outside batches");
    }

    private boolean sureOfPrefix() {
        return offering.promptCaching() != null && offering.promptCaching().minimumPrefixTokens() != null;
    }

    /** What of the prompt is cached, in batches or outside. */
    private CachedPrefix prefix(CallRange call, boolean batch, PriceList onDay, Notes notes) {
        if (workload.hitRate().signum() == 0) {
            return CachedPrefix.NONE;
        }
        InferenceMeters meters = InferenceMeters.of(tuned, batch);
        boolean written = InferenceMeters.of(tuned, false)
                .write()
                .filter(meter -> onDay.has(meter, call.input()))
                .isPresent();
        Optional<CachedPrefix> cached = CachedPrefix.of(offering, tuned, workload.hitRate(), written, notes);
        if (cached.isEmpty()) {
            return CachedPrefix.NONE;
        }
        CachedPrefix prefix = cached.get();
        if (prefix.tokens(call.high()) == 0) {
            notes.warn(
                    WarningCode.NOTHING_CACHED,
                    "The prefix has " + prefix.cacheable(call.expected()) + " tokens, and prefixes of fewer than "
                            + prefix.minimum() + " are not cached. "
                            + offering.promptCaching().source());
            return CachedPrefix.NONE;
        }
        boolean priced = meters.cached()
                .flatMap(meter -> onDay.findFor(meter, call.input(), new Notes()))
                .isPresent();
        if (batch && !priced) {
            notes.assume(
                    AssumptionCode.BATCHES_NOT_CACHED,
                    null,
                    "No price of reading from the cache in batches is known: all input of batches has the usual price of"
                            + " batches.");
            return CachedPrefix.NONE;
        }
        warnOfExpiry(notes);
        warnOfCacheStorage(onDay, notes);
        return prefix;
    }

    /**
     * Calls that come at any time find an entry that lives d minutes unused with probability 1 - e^(-d x calls a minute): more
     * hits than that need calls in bursts.
     */
    private void warnOfExpiry(Notes notes) {
        Long idle = offering.promptCaching().idleMinutes();
        if (idle == null) {
            return;
        }
        double callsPerMinute =
                workload.requests().times(1, workload.callsPerRequest()).doubleValue() / MINUTES_OF_A_MONTH;
        double reachable = -Math.expm1(-idle * callsPerMinute);
        if (workload.hitRate().doubleValue() > reachable + HIT_RATE_TOLERANCE) {
            notes.warn(
                    WarningCode.CACHE_EXPIRES,
                    "A call comes every " + Math.round(1 / callsPerMinute)
                            + " minutes on average, and what is cached is gone after " + idle
                            + " minutes without use: if calls come evenly, a part of about "
                            + BigDecimal.valueOf(reachable).setScale(2, RoundingMode.HALF_EVEN)
                            + " of them finds it, less than is given. "
                            + offering.promptCaching().source());
        }
    }

    private void warnOfCacheStorage(PriceList onDay, Notes notes) {
        if (workload.cacheStorageHours() == null
                && "explicit".equals(offering.promptCaching().mode())
                && onDay.speaksOf(Meter.CACHE_STORAGE)) {
            notes.warn(
                    WarningCode.CACHE_STORAGE_NOT_INCLUDED,
                    "Prompts are cached only where a cache is made, and keeping it costs by token and hour; that is not in"
                            + " the total unless cacheStorageHours are given. "
                            + offering.promptCaching().source());
        }
    }

    /** What a tuned model costs beside tokens: deployed unless that is what is billed by time, and stored. */
    private void chargeKeeping(int months, boolean byTime) {
        if (!byTime) {
            chargeByMonth(Meter.HOSTING, LineCode.HOSTING, Unit.HOUR, ServingCharges.HOURS_OF_A_MONTH, months);
            serving(prices).warnOfDeploymentsEnd();
        }
        chargeByMonth(Meter.STORAGE, LineCode.STORAGE, Unit.MONTH, BigDecimal.ONE, months);
    }

    private void chargeByMonth(Meter meter, LineCode code, Unit unit, BigDecimal perMonth, int months) {
        if (!prices.speaksOf(meter)) {
            return;
        }
        used.add(meter);
        for (BillingMonths span : BillingMonths.of(asOf, months, changes(EnumSet.of(meter), null))) {
            Optional<UnitPrice> price = prices.on(span.day()).find(meter, null, notes);
            if (price.isPresent() && price.get().price().high().signum() == 0) {
                continue;
            }
            BigDecimal quantity = perMonth.multiply(BigDecimal.valueOf(span.count()));
            String total = Decimals.plain(quantity);
            String words = unit == Unit.MONTH
                    ? span.words() + ": " + total
                    : span.words() + ": " + span.count() + " x " + Decimals.plain(perMonth) + " hours = " + total + "; "
                            + total;
            charges.add(code, new Quantity(Range.exactly(quantity), words), unit, price);
            ledger.postTime(span, price, month -> Range.exactly(perMonth));
        }
    }

    /** Requests that no call answers, where it is said what takes the answer's place. */
    private void chargeFallback(int months) {
        BigDecimal never = workload.neverAnswered();
        if (never.signum() == 0 || months == 0) {
            return;
        }
        BillingMonths all = new BillingMonths(1, months, asOf);
        BigDecimal unanswered = workload.requests().times(all, never);
        notes.assume(
                AssumptionCode.NEVER_ANSWERED,
                Decimals.plain(never),
                Decimals.plain(unanswered) + " requests get no answer that can be used in "
                        + workload.attempts() + (workload.attempts() == 1 ? " attempt" : " attempts")
                        + ": (1 - " + Decimals.plain(workload.accuracy()) + ")^" + workload.attempts() + " of all."
                        + (workload.fallbackCost() == null ? " What takes its place costs nothing here." : ""));
        if (workload.fallbackCost() == null) {
            return;
        }
        charges.add(
                LineCode.INFERENCE_FALLBACK,
                new Quantity(
                        Range.exactly(unanswered),
                        all.words() + ": " + workload.requests().words(all) + " x (1 - "
                                + Decimals.plain(workload.accuracy()) + ")^" + workload.attempts() + " = "
                                + Decimals.plain(unanswered)),
                Unit.REQUEST,
                Optional.of(MonthRates.fallback(workload)));
    }

    /** The days on which a price or a rule that matters here begins or ends. */
    private Set<LocalDate> changes(Set<Meter> meters, String variant) {
        Set<LocalDate> changes = new TreeSet<>();
        for (List<Price> rows : List.of(offering.ownPrices(), offering.prices())) {
            for (Price price : rows) {
                if (meters.contains(price.meter()) && holds(price, variant)) {
                    addInterval(changes, price);
                }
            }
        }
        catalog.agreements(offering.provider()).stream()
                .filter(agreement -> agreement.discountPercent() != null)
                .forEach(agreement -> addInterval(changes, agreement));
        if (workload.hasImages()) {
            offering.imageRules().forEach(rule -> addInterval(changes, rule));
        }
        if (offering.kind() == OfferingKind.SELF_HOSTED && meters.contains(Meter.GPU_HOUR)) {
            GpuPrices.of(catalog, variant).forEach(price -> addInterval(changes, price));
        }
        return changes;
    }

    private static void addInterval(Set<LocalDate> days, Dated row) {
        if (row.from() != null) {
            days.add(row.from());
        }
        if (row.to() != null) {
            days.add(row.to());
        }
    }

    private boolean holds(Price price, String variant) {
        return Objects.equals(price.variant(), variant)
                && price.tiers().contains(tier)
                && (price.regions().isEmpty()
                        || request.region() == null
                        || price.regions().contains(Offering.regionKey(request.region())));
    }

    private void warnOfUnusedPrices() {
        prices.overrides().prices().stream()
                .map(OwnPrice::meter)
                .filter(own -> !used.contains(own))
                .forEach(own -> notes.warn(
                        WarningCode.INPUT_NOT_USED, "The own price of " + own + " has no bearing on this estimate."));
    }
}
