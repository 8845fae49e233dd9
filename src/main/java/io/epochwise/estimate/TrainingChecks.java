package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.MemoryRule;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetChecks;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a request for a training estimate must keep; all that is wrong is named at once. */
final class TrainingChecks {
    private static final long MAX_COUNT = 1_000_000_000;
    private static final int MAX_JOB_DAYS = 366;
    private static final int MAX_EVALUATIONS = 10_000;
    private static final int MAX_GPUS_PER_NODE = 1000;
    private static final BigDecimal MAX_MONTHS = BigDecimal.valueOf(1_200);

    private final Faults faults = new Faults();
    private final TermChecks terms = new TermChecks(faults);

    private TrainingChecks() {}

    /** @throws InvalidInputException if a part is missing that must be given before the offering can be looked up */
    static void complete(TrainingRequest request) {
        TrainingChecks checks = new TrainingChecks();
        checks.faults.given("offering", request.offering());
        checks.faults.given("dataset", request.dataset());
        checks.faults.end();
    }

    /** @throws InvalidInputException if a part is out of range or not offered */
    static void possible(TrainingRequest request, Catalog catalog, Offering offering, LocalDate asOf, Meter meter) {
        TrainingChecks checks = new TrainingChecks();
        checks.dataset("dataset", request.dataset(), offering);
        if (request.validation() != null) {
            checks.dataset("validation", request.validation(), offering);
        }
        checks.terms.tier(request.tier(), offering);
        checks.epochs(request, offering, asOf);
        checks.method(request, offering);
        checks.adapter(request, offering);
        checks.currency(request, offering);
        if (request.overrides() != null) {
            checks.terms.overrides(request.overrides());
        }
        if (meter == Meter.TRAINING_HOUR && request.trainingHours() == null) {
            checks.faults.add("trainingHours", "must be given: the method is billed by the hour");
        }
        checks.faults.range("trainingHours", request.trainingHours(), BigDecimal.ZERO, TermChecks.MAX_HOURS);
        checks.faults.range("hostingHours", request.hostingHours(), BigDecimal.ZERO, TermChecks.MAX_HOURS);
        checks.faults.range("jobDays", request.jobDays(), 1, MAX_JOB_DAYS);
        checks.faults.range("evaluations", request.evaluations(), 0, MAX_EVALUATIONS);
        checks.faults.range("storageMonths", request.storageMonths(), BigDecimal.ZERO, MAX_MONTHS);
        checks.length(request, offering);
        UncertaintyChoice.check(checks.faults, request.uncertainty());
        if (request.serving() != null) {
            checks.terms.serving(request.serving(), offering, asOf);
            checks.terms.noCapacity(request.serving());
        }
        if (request.compute() != null) {
            checks.compute(request, catalog, offering);
        }
        if (request.labor() != null) {
            checks.terms.labor("labor", request.labor());
        }
        checks.faults.end();
    }

    private void dataset(String path, Dataset dataset, Offering offering) {
        faults.addAll(DatasetChecks.of(path, dataset));
        if (dataset instanceof DatasetProfile profile) {
            profile(path + ".", profile, offering);
        }
    }

    /** What an estimate needs of a profile: the offering's own row, or else the sums of which tokens are counted. */
    private void profile(String path, DatasetProfile profile, Offering offering) {
        DatasetProfile.OfferingProfile row = profile.row(offering).orElse(null);
        if (row != null) {
            faults.given(
                    path + "offerings[" + profile.offerings().indexOf(row) + "].tokensPerEpoch", row.tokensPerEpoch());
            return;
        }
        if (faults.given(path + "text", profile.text())
                && faults.given(path + "text.tokens", profile.text().tokens())) {
            faults.range(path + "text.tokens.total", profile.text().tokens().total(), 0, DatasetChecks.MAX_COUNT);
        }
        if (faults.given(path + "messages", profile.messages())) {
            faults.range(path + "messages.system", profile.messages().system(), 0, DatasetChecks.MAX_COUNT);
            faults.range(path + "messages.user", profile.messages().user(), 0, DatasetChecks.MAX_COUNT);
            faults.range(path + "messages.assistant", profile.messages().assistant(), 0, DatasetChecks.MAX_COUNT);
            faults.range(path + "messages.tool", profile.messages().tool(), 0, DatasetChecks.MAX_COUNT);
        }
        if (faults.given(path + "images", profile.images())
                && faults.given(path + "images.sizes", profile.images().sizes())) {
            profile.images()
                    .unresolvedDetails()
                    .forEach((detail, count) -> faults.range(
                            path + "images.unresolvedByDetail." + detail, count, 0, DatasetChecks.MAX_COUNT));
        }
    }

    private void epochs(TrainingRequest request, Offering offering, LocalDate asOf) {
        EpochLimit limit = EpochLimit.of(offering, request.tier(), asOf);
        faults.range("epochs", request.epochs(), limit.min(), limit.max());
    }

    private void method(TrainingRequest request, Offering offering) {
        if (request.method() != null
                && offering.tunable()
                && !offering.fineTuning().methods().contains(request.method())) {
            faults.add("method", "must be one of " + offering.fineTuning().methods());
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
            faults.add(
                    "adapter",
                    adapters.isEmpty()
                            ? "must be left out: the offering has no choice of adapters"
                            : "must be one of " + adapters);
        }
    }

    /** Packing off and steps, which ask for each other's numbers. */
    private void length(TrainingRequest request, Offering offering) {
        faults.range("maxSequenceLength", request.maxSequenceLength(), 1, MAX_COUNT);
        faults.range("trainingSteps", request.trainingSteps(), 1, MAX_COUNT);
        faults.range("tokensPerStep", request.tokensPerStep(), 1, MAX_COUNT);
        if (Boolean.FALSE.equals(request.packing())) {
            boolean offered =
                    offering.fineTuning() != null && offering.fineTuning().packingOff();
            boolean context =
                    offering.contextTokens() != null && offering.contextTokens().training() != null;
            if (!offered) {
                faults.add("packing", "must be left out or true: the provider has no such choice");
            } else if (request.maxSequenceLength() == null && !context) {
                faults.add("maxSequenceLength", "must be given with packing off: the training context is not known");
            }
        }
        if (request.trainingSteps() != null) {
            faults.given("tokensPerStep", request.tokensPerStep());
        }
    }

    private void compute(TrainingRequest request, Catalog catalog, Offering offering) {
        ComputeChoice choice = request.compute();
        if (choice.gpu() != null && catalog.gpu(choice.gpu()).isEmpty()) {
            faults.add(
                    "compute.gpu",
                    "must be one of "
                            + catalog.gpuTypes().stream().map(GpuType::id).toList());
        }
        faults.range("compute.gpus", choice.gpus(), 1, TermChecks.MAX_UNITS);
        faults.range("compute.gpusPerNode", choice.gpusPerNode(), 1, MAX_GPUS_PER_NODE);
        TrainedParts trained = new TrainedParts(TrainingEstimator.adapter(request, offering), choice.frozen());
        if (offering.textTower() != null && trained.projectorOnly()) {
            faults.add("compute.frozen", "must leave one of both encoders to be trained: there is nothing else");
        }
        if (choice.precision() != null) {
            List<String> precisions = TrainingMemory.rules(catalog.memoryRules(), trained).stream()
                    .map(MemoryRule::precision)
                    .toList();
            if (!precisions.contains(choice.precision())) {
                faults.add("compute.precision", "must be one of " + precisions);
            }
        }
        if (choice.utilization() != null) {
            faults.share("compute.utilization", Range.exactly(choice.utilization()));
        }
    }

    private void currency(TrainingRequest request, Offering offering) {
        String currency = PriceList.currency(offering);
        if (request.currency() != null && !request.currency().equals(currency)) {
            faults.add("currency", "only " + currency + ": amounts are not converted");
        }
    }
}
