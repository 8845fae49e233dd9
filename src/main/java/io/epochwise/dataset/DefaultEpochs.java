package io.epochwise.dataset;

import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How many epochs a job gets where none are set, as the provider's cookbook notebook estimates it (OA-CB-PREP): three, more for few examples and fewer for many. The real rule is not published.
 */
public final class DefaultEpochs {
    private static final int TARGET_EPOCHS = 3;
    private static final int MIN_EPOCHS = 1;
    private static final int MAX_EPOCHS = 25;
    private static final long MIN_PASSES = 100;
    private static final long MAX_PASSES = 25_000;

    private DefaultEpochs() {}

    /**
     * The epochs a job at an offering has where none are set: the provider's own number, if it names one, else the rule's,
     * within the provider's limit.
     *
     * @param tier null for the offering's usual one
     * @param examples usable examples, zero or more
     */
    public static int of(Offering offering, String tier, LocalDate asOf, long examples) {
        BigDecimal rule = BigDecimal.valueOf(of(examples));
        return offering.limit(LimitName.EPOCHS, tier, asOf)
                .map(limit -> Objects.requireNonNullElse(limit.usual(), within(limit, rule)))
                .orElse(rule)
                .intValue();
    }

    private static BigDecimal within(Limit limit, BigDecimal epochs) {
        BigDecimal atMost = limit.max() == null ? epochs : epochs.min(limit.max());
        return limit.min() == null ? atMost : atMost.max(limit.min());
    }

    /**
     * The epochs for that many examples, from 1 to 25; 3 for no examples.
     *
     * @param examples usable examples, zero or more
     * @throws IllegalArgumentException if negative
     */
    public static int of(long examples) {
        if (examples < 0) {
            throw new IllegalArgumentException("negative number of examples " + examples);
        }
        if (examples == 0) {
            return TARGET_EPOCHS;
        }
        if (examples > MAX_PASSES / TARGET_EPOCHS) {
            return (int) Math.max(MIN_EPOCHS, MAX_PASSES / examples);
        }
        return examples * TARGET_EPOCHS < MIN_PASSES
                ? (int) Math.min(MAX_EPOCHS, MIN_PASSES / examples)
                : TARGET_EPOCHS;
    }
}
