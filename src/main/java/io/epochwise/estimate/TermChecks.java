package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.ServingMode;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What every request must keep that says on which terms it is billed: price class, own prices, time of serving. */
final class TermChecks {
    static final BigDecimal MAX_HOURS = BigDecimal.valueOf(1_000_000);
    static final int MAX_UNITS = 10_000;
    static final BigDecimal MAX_PRICE = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MAX_PER = BigDecimal.valueOf(1_000_000_000_000L);

    private static final BigDecimal MAX_THROUGHPUT = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MAX_PEAK = BigDecimal.valueOf(1_000);

    private final Faults faults;

    TermChecks(Faults faults) {
        this.faults = faults;
    }

    /** @param asked null if no price class is named */
    void tier(String asked, Offering offering) {
        if (asked == null) {
            return;
        }
        Set<String> tiers = new TreeSet<>(offering.tiers());
        tiers.add(offering.defaultTier());
        if (!tiers.contains(asked)) {
            faults.add("tier", "must be one of " + tiers);
        }
    }

    void serving(ServingChoice choice, Offering offering, LocalDate asOf) {
        List<ServingMode> modes = ServingCharges.timedModes(offering, asOf);
        if (modes.isEmpty()) {
            faults.add("serving", "must be left out: the provider bills no time of GPUs or units on " + asOf);
        } else if (choice.mode() == null ? modes.size() > 1 : !modes.contains(choice.mode())) {
            faults.add("serving.mode", "must be one of " + modes);
        }
        faults.range("serving.units", choice.units(), 1, MAX_UNITS);
        faults.range("serving.hours", choice.hours(), BigDecimal.ZERO, MAX_HOURS);
    }

    /** What sizes GPUs for a workload. */
    void capacity(ServingChoice choice) {
        above0("serving.throughputPerGpu", choice.throughputPerGpu(), MAX_THROUGHPUT);
        faults.range("serving.gpusPerReplica", choice.gpusPerReplica(), 1, MAX_UNITS);
        faults.range("serving.peakFactor", choice.peakFactor(), BigDecimal.ONE, MAX_PEAK);
        above0("serving.targetUtilization", choice.targetUtilization(), BigDecimal.ONE);
        if (choice.labor() != null) {
            labor("serving.labor", choice.labor());
        }
    }

    private void above0(String field, BigDecimal value, BigDecimal max) {
        if (value != null && value.signum() <= 0) {
            faults.add(field, "must be above 0 and at most " + Decimals.plain(max));
        } else {
            faults.range(field, value, BigDecimal.ZERO, max);
        }
    }

    /** Where there is no workload, nothing can be sized for it. */
    void noCapacity(ServingChoice choice) {
        unused("serving.throughputPerGpu", choice.throughputPerGpu());
        unused("serving.gpusPerReplica", choice.gpusPerReplica());
        unused("serving.peakFactor", choice.peakFactor());
        unused("serving.targetUtilization", choice.targetUtilization());
        unused("serving.labor", choice.labor());
    }

    private void unused(String field, Object value) {
        if (value != null) {
            faults.add(field, "must be left out: there is no workload here; ask for inference");
        }
    }

    void labor(String path, Labor labor) {
        if (faults.given(path + ".hours", labor.hours())) {
            faults.range(path + ".hours", labor.hours(), BigDecimal.ZERO, MAX_HOURS);
        }
        if (faults.given(path + ".hourlyRate", labor.hourlyRate())) {
            faults.range(path + ".hourlyRate", labor.hourlyRate(), BigDecimal.ZERO, MAX_PRICE);
        }
    }

    void overrides(PriceOverrides overrides) {
        faults.range(
                "overrides.discountPercent", overrides.discountPercent(), BigDecimal.ZERO, BigDecimal.valueOf(100));
        Set<Meter> meters = EnumSet.noneOf(Meter.class);
        for (int i = 0; i < overrides.prices().size(); i++) {
            OwnPrice price = overrides.prices().get(i);
            String path = "overrides.prices[" + i + "].";
            if (price == null) {
                faults.add("overrides.prices[" + i + "]", "must be given");
                continue;
            }
            if (faults.given(path + "meter", price.meter()) && !meters.add(price.meter())) {
                faults.add(path + "meter", "must not be given twice");
            }
            if (faults.given(path + "amount", price.amount())) {
                faults.range(path + "amount", price.amount(), BigDecimal.ZERO, MAX_PRICE);
            }
            if (price.per() != null && !isPowerOfTen(price.per())) {
                faults.add(path + "per", "must be a power of ten from 1 to " + Decimals.plain(MAX_PER));
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
