package io.epochwise.estimate;

import io.epochwise.catalog.MemoryNeed;
import io.epochwise.catalog.MemoryRule;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Parameters;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * GPU memory that training takes: what was measured with the model on so many GPUs or more, and on fewer of them both the
 * measured memory of each and the rule of thumb for all together.
 *
 * @param measured what was measured; null if nothing was
 * @param rule the rule of thumb; null if there is none for the adapter
 * @param together gigabytes that all GPUs need together by the rule; null without one
 */
record TrainingMemory(MemoryNeed measured, MemoryRule rule, BigDecimal together) {
    private static final String ADAPTER = "lora";
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    /**
     * What is known of an offering.
     *
     * @param rules those of the catalog
     * @param precision of the rule to take; null for the usual one, before which a measurement goes
     * @return empty if nothing is known
     */
    static Optional<TrainingMemory> of(
            Offering offering, List<MemoryRule> rules, TrainedParts trained, String precision) {
        MemoryNeed measured = precision != null || trained.languageModelFrozen()
                ? null
                : offering.memory().stream()
                        .filter(need -> need.adapter().equals(trained.adapter()))
                        .findFirst()
                        .orElse(null);
        BigDecimal size = parameters(offering);
        MemoryRule rule = size == null
                ? null
                : rules(rules, trained).stream()
                        .filter(candidate ->
                                precision == null || candidate.precision().equals(precision))
                        .findFirst()
                        .orElse(null);
        if (measured == null && rule == null) {
            return Optional.empty();
        }
        return Optional.of(new TrainingMemory(
                measured,
                rule,
                rule == null ? null : size.multiply(rule.gigabytesPerBillion()).divide(BILLION)));
    }

    /** The rules for a training: a language model that stays as it is takes no more than with adapters. */
    static List<MemoryRule> rules(List<MemoryRule> rules, TrainedParts trained) {
        String adapter = trained.languageModelFrozen() || trained.adapter() == null ? ADAPTER : trained.adapter();
        return rules.stream().filter(rule -> rule.adapter().equals(adapter)).toList();
    }

    private static BigDecimal parameters(Offering offering) {
        Parameters parameters = offering.parameters();
        if (parameters == null) {
            return null;
        }
        Long count = parameters.total() != null ? parameters.total() : parameters.languageModel();
        return count == null ? null : BigDecimal.valueOf(count);
    }

    /** Whether so many GPUs of so many gigabytes hold it. */
    boolean fits(int gpus, BigDecimal gigabytes) {
        if (measured != null && measured.gigabytes().compareTo(gigabytes) > 0) {
            return false;
        }
        return measured != null && gpus >= measured.gpus()
                || together != null && together.compareTo(gigabytes.multiply(BigDecimal.valueOf(gpus))) <= 0;
    }

    /**
     * The fewest GPUs that hold it, in powers of two up to those of a machine and then whole machines.
     *
     * @return empty if no number of them does
     */
    OptionalInt fewest(BigDecimal gigabytes, int nodeSize) {
        for (int gpus = 1; gpus <= TermChecks.MAX_UNITS; gpus = next(gpus, nodeSize)) {
            if (fits(gpus, gigabytes)) {
                return OptionalInt.of(gpus);
            }
        }
        return OptionalInt.empty();
    }

    private static int next(int gpus, int nodeSize) {
        return gpus < nodeSize ? Math.min(2 * gpus, nodeSize) : gpus + nodeSize;
    }

    /** What is known, in a sentence. */
    String words() {
        if (measured != null) {
            return "Tuned with " + measured.adapter() + ", the model took " + Decimals.plain(measured.gigabytes())
                    + " GB on " + (measured.gpus() == 1 ? "one GPU" : "each of " + measured.gpus() + " GPUs")
                    + (measured.note() == null ? "" : " (" + measured.note() + ")") + "; " + measured.source() + ".";
        }
        return "By a rule of thumb the GPUs need "
                + Decimals.plain(together.round(new MathContext(4))) + " GB together, "
                + Decimals.plain(rule.gigabytesPerBillion()) + " for a billion parameters (" + rule.adapter() + ", "
                + rule.precision() + "); " + rule.source() + ".";
    }
}
