package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.ServingMode;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetChecks;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a request for a training estimate must keep; all that is wrong is named at once. */
final class TrainingChecks {
    private static final long MAX_COUNT = 1_000_000_000;
    private static final BigDecimal MAX_HOURS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MAX_PRICE = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MAX_PER = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int MAX_EPOCHS = 1000;
    private static final int MAX_JOB_DAYS = 366;
    private static final int MAX_EVALUATIONS = 10_000;
    private static final int MAX_UNITS = 10_000;
    private static final BigDecimal MAX_MONTHS = BigDecimal.valueOf(1_200);

    private final List<Violation> violations = new ArrayList<>();

    private TrainingChecks() {}

    /** @throws InvalidInputException if a part is missing that must be given before the offering can be looked up */
    static void complete(TrainingRequest request) {
        TrainingChecks checks = new TrainingChecks();
        checks.given("offering", request.offering());
        checks.given("dataset", request.dataset());
        checks.end();
    }

    /** @throws InvalidInputException if a part is out of range or not offered */
    static void possible(TrainingRequest request, Catalog catalog, Offering offering, LocalDate asOf, Meter meter) {
        TrainingChecks checks = new TrainingChecks();
        checks.dataset("dataset", request.dataset(), offering);
        if (request.validation() != null) {
            checks.dataset("validation", request.validation(), offering);
        }
        checks.tier(request, offering);
        checks.epochs(request, offering, asOf);
        checks.method(request, offering);
        checks.adapter(request, offering);
        checks.currency(request, offering);
        if (request.overrides() != null) {
            checks.overrides(request.overrides());
        }
        if (meter == Meter.TRAINING_HOUR && request.trainingHours() == null) {
            checks.fault("trainingHours", "must be given: the method is billed by the hour");
        }
        checks.range("trainingHours", request.trainingHours(), BigDecimal.ZERO, MAX_HOURS);
        checks.range("hostingHours", request.hostingHours(), BigDecimal.ZERO, MAX_HOURS);
        checks.range("jobDays", request.jobDays(), 1, MAX_JOB_DAYS);
        checks.range("evaluations", request.evaluations(), 0, MAX_EVALUATIONS);
        checks.range("storageMonths", request.storageMonths(), BigDecimal.ZERO, MAX_MONTHS);
        checks.length(request, offering);
        if (request.serving() != null) {
            checks.serving(request.serving(), offering, asOf);
        }
        if (request.compute() != null) {
            checks.compute(request.compute(), catalog);
        }
        checks.end();
    }

    private void end() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private void fault(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private boolean given(String field, Object value) {
        if (value == null) {
            fault(field, "must be given");
        }
        return value != null;
    }

    private void range(String field, Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            fault(field, "must be from " + min + " to " + max);
        }
    }

    /** Digits are bounded too, so that no arithmetic can grow without end. */
    private void range(String field, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value == null) {
            return;
        }
        boolean absurd = value.precision() > Decimals.MAX_DIGITS || Math.abs(value.scale()) > Decimals.MAX_SCALE;
        if (absurd || value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            fault(
                    field,
                    "must be from " + Decimals.plain(min) + " to " + Decimals.plain(max) + ", with at most "
                            + Decimals.MAX_SCALE + " digits after the point");
        }
    }

    private void dataset(String path, Dataset dataset, Offering offering) {
        violations.addAll(DatasetChecks.of(path, dataset));
        if (dataset instanceof DatasetProfile profile) {
            profile(path + ".", profile, offering);
        }
    }

    /** What an estimate needs of a profile: the offering's own row, or else the sums of which tokens are counted. */
    private void profile(String path, DatasetProfile profile, Offering offering) {
        DatasetProfile.OfferingProfile row = profile.row(offering).orElse(null);
        if (row != null) {
            given(path + "offerings[" + profile.offerings().indexOf(row) + "].tokensPerEpoch", row.tokensPerEpoch());
            return;
        }
        if (given(path + "text", profile.text())
                && given(path + "text.tokens", profile.text().tokens())) {
            range(path + "text.tokens.total", profile.text().tokens().total(), 0, DatasetChecks.MAX_COUNT);
        }
        if (given(path + "messages", profile.messages())) {
            range(path + "messages.system", profile.messages().system(), 0, DatasetChecks.MAX_COUNT);
            range(path + "messages.user", profile.messages().user(), 0, DatasetChecks.MAX_COUNT);
            range(path + "messages.assistant", profile.messages().assistant(), 0, DatasetChecks.MAX_COUNT);
            range(path + "messages.tool", profile.messages().tool(), 0, DatasetChecks.MAX_COUNT);
        }
        if (given(path + "images", profile.images())
                && given(path + "images.sizes", profile.images().sizes())) {
            DatasetTokens.unresolved(profile.images())
                    .forEach((detail, count) ->
                            range(path + "images.unresolvedByDetail." + detail, count, 0, DatasetChecks.MAX_COUNT));
        }
    }

    private void tier(TrainingRequest request, Offering offering) {
        if (request.tier() == null) {
            return;
        }
        Set<String> tiers = new TreeSet<>(offering.tiers());
        tiers.add(offering.defaultTier());
        if (!tiers.contains(request.tier())) {
            fault("tier", "must be one of " + tiers);
        }
    }

    private void epochs(TrainingRequest request, Offering offering, LocalDate asOf) {
        EpochLimit limit = EpochLimit.of(offering, request.tier(), asOf, MAX_EPOCHS);
        range("epochs", request.epochs(), limit.min(), limit.max());
    }

    private void method(TrainingRequest request, Offering offering) {
        if (request.method() != null
                && offering.tunable()
                && !offering.fineTuning().methods().contains(request.method())) {
            fault("method", "must be one of " + offering.fineTuning().methods());
        }
    }

    private void adapter(TrainingRequest request, Offering offering) {
        if (request.adapter() == null) {
            return;
        }
        Set<String> adapters =
                new TreeSet<>(offering.tunable() ? offering.fineTuning().adapters() : List.of());
        offering.prices().stream()
                .filter(price -> price.meter() == Meter.TRAINING || price.meter() == Meter.TRAINING_HOUR)
                .filter(price -> price.variant() != null)
                .forEach(price -> adapters.add(price.variant()));
        if (!adapters.contains(request.adapter())) {
            fault(
                    "adapter",
                    adapters.isEmpty()
                            ? "must be left out: the offering has no choice of adapters"
                            : "must be one of " + adapters);
        }
    }

    /** Packing off and steps, which ask for each other's numbers. */
    private void length(TrainingRequest request, Offering offering) {
        range("maxSequenceLength", request.maxSequenceLength(), 1, MAX_COUNT);
        range("trainingSteps", request.trainingSteps(), 1, MAX_COUNT);
        range("tokensPerStep", request.tokensPerStep(), 1, MAX_COUNT);
        if (Boolean.FALSE.equals(request.packing())) {
            boolean offered =
                    offering.fineTuning() != null && offering.fineTuning().packingOff();
            boolean context =
                    offering.contextTokens() != null && offering.contextTokens().training() != null;
            if (!offered) {
                fault("packing", "must be left out or true: the provider has no such choice");
            } else if (request.maxSequenceLength() == null && !context) {
                fault("maxSequenceLength", "must be given with packing off: the training context is not known");
            }
        }
        if (request.trainingSteps() != null) {
            given("tokensPerStep", request.tokensPerStep());
        }
    }

    private void serving(ServingChoice choice, Offering offering, LocalDate asOf) {
        List<ServingMode> modes = ServingCharges.timedModes(offering, asOf);
        if (modes.isEmpty()) {
            fault("serving", "must be left out: the provider bills no time of GPUs or units on " + asOf);
        } else if (choice.mode() == null ? modes.size() > 1 : !modes.contains(choice.mode())) {
            fault("serving.mode", "must be one of " + modes);
        }
        range("serving.units", choice.units(), 1, MAX_UNITS);
        range("serving.hours", choice.hours(), BigDecimal.ZERO, MAX_HOURS);
    }

    private void compute(ComputeChoice choice, Catalog catalog) {
        if (choice.gpu() != null && catalog.gpu(choice.gpu()).isEmpty()) {
            fault(
                    "compute.gpu",
                    "must be one of "
                            + catalog.gpuTypes().stream().map(GpuType::id).toList());
        }
        range("compute.gpus", choice.gpus(), 1, MAX_UNITS);
    }

    private void currency(TrainingRequest request, Offering offering) {
        String currency = PriceList.currency(offering);
        if (request.currency() != null && !request.currency().equals(currency)) {
            fault("currency", "only " + currency + ": amounts are not converted");
        }
    }

    private void overrides(PriceOverrides overrides) {
        range("overrides.discountPercent", overrides.discountPercent(), BigDecimal.ZERO, BigDecimal.valueOf(100));
        Set<Meter> meters = EnumSet.noneOf(Meter.class);
        for (int i = 0; i < overrides.prices().size(); i++) {
            OwnPrice price = overrides.prices().get(i);
            String path = "overrides.prices[" + i + "].";
            if (price == null) {
                fault("overrides.prices[" + i + "]", "must be given");
                continue;
            }
            if (given(path + "meter", price.meter()) && !meters.add(price.meter())) {
                fault(path + "meter", "must not be given twice");
            }
            if (given(path + "amount", price.amount())) {
                range(path + "amount", price.amount(), BigDecimal.ZERO, MAX_PRICE);
            }
            if (price.per() != null && !isPowerOfTen(price.per())) {
                fault(path + "per", "must be a power of ten from 1 to " + Decimals.plain(MAX_PER));
            }
        }
    }

    private static boolean isPowerOfTen(BigDecimal per) {
        if (per.compareTo(MAX_PER) > 0) {
            return false;
        }
        try {
            new Rate(BigDecimal.ZERO, per);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
