package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Parameters;
import io.epochwise.catalog.ServingThroughput;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * How many GPUs the calls of a month need: those that are asked for, else the replicas that its peak needs, else, where it is
 * not known how many calls a GPU answers, one replica. Calls in batches are spread over the hours.
 */
final class ServingSize {
    private static final BigDecimal BYTES_OF_A_WEIGHT = BigDecimal.valueOf(2);
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);
    private static final MathContext SHORT = new MathContext(4, RoundingMode.HALF_EVEN);

    private final Catalog catalog;
    private final Offering offering;
    private final Workload workload;
    private final ServingChoice choice;
    private final Notes notes;
    private final Optional<ServingThroughput> measured;
    private final Replica replica;
    private final BigDecimal hours;

    /** @param choice with its GPU */
    ServingSize(Catalog catalog, Offering offering, Workload workload, ServingChoice choice, Notes notes) {
        this.catalog = catalog;
        this.offering = offering;
        this.workload = workload;
        this.choice = choice;
        this.notes = notes;
        measured = choice.variant() == null
                ? Optional.empty()
                : offering.servingThroughput(choice.variant(), workload.hasImages());
        hours = Objects.requireNonNullElse(choice.hours(), ServingCharges.HOURS_OF_A_MONTH)
                .min(ServingCharges.HOURS_OF_A_MONTH);
        replica = new Replica(gpusOfOne(), throughput(), utilization());
    }

    private int gpusOfOne() {
        if (choice.gpusPerReplica() != null) {
            return choice.gpusPerReplica();
        }
        if (measured.isPresent()) {
            return Math.toIntExact(measured.get().gpusPerReplica());
        }
        Optional<BigDecimal> weights = weights();
        Optional<BigDecimal> memory = choice.variant() == null
                ? Optional.empty()
                : catalog.gpu(choice.variant()).map(GpuType::memoryGigabytes);
        if (weights.isEmpty() || memory.isEmpty()) {
            return 1;
        }
        int gpus = weights.get().divide(memory.get(), 0, RoundingMode.CEILING).intValueExact();
        notes.assume(
                AssumptionCode.REPLICA_SIZE,
                Integer.toString(gpus),
                "A copy of the model is taken to need " + gpus + (gpus == 1 ? " GPU" : " GPUs") + " of "
                        + Decimals.plain(memory.get()) + " GB: its weights in 16 bits are "
                        + Decimals.plain(weights.get().round(SHORT)) + " GB; what calls need beside is not counted.");
        return gpus;
    }

    /** Gigabytes of all weights with 16 bits each; empty if their number is not known. */
    private Optional<BigDecimal> weights() {
        return Optional.ofNullable(offering.parameters()).map(Parameters::total).map(count -> BigDecimal.valueOf(count)
                .multiply(BYTES_OF_A_WEIGHT)
                .divide(GIGABYTE));
    }

    private BigDecimal throughput() {
        if (choice.throughputPerGpu() != null) {
            return choice.throughputPerGpu();
        }
        measured.map(ServingThroughput::requestsPerSecondPerGpu)
                .ifPresent(rate -> notes.assume(
                        AssumptionCode.MEASURED_THROUGHPUT,
                        Decimals.plain(rate),
                        "A GPU is taken to answer " + Decimals.plain(rate.round(SHORT)) + " calls a second, as "
                                + measured.get().engine() + " did on "
                                + measured.get().gpus() + " "
                                + measured.get().gpu() + " (" + measured.get().workload()
                                + "); calls of other lengths are answered at another rate. "
                                + measured.get().source()));
        return measured.map(ServingThroughput::requestsPerSecondPerGpu).orElse(null);
    }

    private BigDecimal utilization() {
        return Objects.requireNonNullElse(choice.targetUtilization(), BigDecimal.ONE);
    }

    /** Whether a number of GPUs can be told from calls. */
    private boolean known() {
        return replica.throughputPerGpu() != null && hours.signum() > 0;
    }

    private ServingCapacity capacity(int month) {
        BigDecimal calls = workload.requests().in(month).multiply(workload.callsPerRequest());
        // Calls in batches can wait, so that only the others come at the peak.
        BigDecimal above = Objects.requireNonNullElse(choice.peakFactor(), BigDecimal.ONE)
                .subtract(BigDecimal.ONE)
                .multiply(BigDecimal.ONE.subtract(workload.inBatches()));
        BigDecimal peak = BigDecimal.ONE.add(above);
        return ServingCapacity.of(new ServingLoad(calls, hours, peak), replica);
    }

    /** The GPUs of a month, counted from 1. */
    BigDecimal gpus(int month) {
        if (choice.units() != null) {
            return BigDecimal.valueOf(choice.units());
        }
        return known() ? capacity(month).gpus() : BigDecimal.valueOf(replica.gpus());
    }

    /** Says how the GPUs come about, or whether those asked for are enough. */
    void note(int months) {
        if (!known()) {
            notes.warn(
                    WarningCode.CAPACITY_NOT_CHECKED,
                    "The model is served by time, so its tokens are not billed; whether what is kept ready can answer the"
                            + " workload is not checked.");
            return;
        }
        if (choice.peakFactor() == null) {
            notes.assume(
                    AssumptionCode.EVEN_LOAD,
                    "1",
                    "Calls are taken to come evenly over the hours; a peakFactor tells how many times as many come at the"
                            + " peak.");
        }
        if (choice.targetUtilization() == null) {
            notes.assume(
                    AssumptionCode.FULL_UTILIZATION,
                    "1",
                    "GPUs are planned to answer as much as they can at the peak; a targetUtilization below 1 keeps calls"
                            + " from waiting.");
        }
        if (choice.units() == null) {
            tell(1);
            if (months > 1 && gpus(1).compareTo(gpus(months)) != 0) {
                tell(months);
            }
        } else {
            check(months);
        }
    }

    private void tell(int month) {
        ServingCapacity capacity = capacity(month);
        notes.assume(
                AssumptionCode.SERVING_SIZE,
                Decimals.plain(capacity.gpus()),
                "Month " + month + ": " + rates(capacity) + " need " + Decimals.plain(capacity.replicas())
                        + (replica.gpus() == 1 ? " GPUs" : " replicas of " + replica.gpus() + " GPUs")
                        + ", which are used to " + percent(capacity.utilization()) + " on average and idle to "
                        + percent(capacity.idleShare()) + ".");
    }

    private void check(int months) {
        for (int month = 1; month <= months; month++) {
            ServingCapacity capacity = capacity(month);
            if (capacity.gpus().compareTo(gpus(month)) > 0) {
                notes.warn(
                        WarningCode.CAPACITY_EXCEEDED,
                        "In month " + month + " " + rates(capacity) + " need " + Decimals.plain(capacity.gpus())
                                + " GPUs, more than the " + choice.units() + " that are kept ready.");
                return;
            }
        }
    }

    private static String rates(ServingCapacity capacity) {
        return Decimals.plain(capacity.averageRate().round(SHORT)) + " calls a second on average and "
                + Decimals.plain(capacity.peakRate().round(SHORT)) + " at the peak";
    }

    private static String percent(BigDecimal share) {
        return Decimals.plain(share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN)) + " %";
    }
}
