package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import java.util.List;

/** What a price is charged for. The prefix {@code TUNED} means inference on a fine-tuned model. */
public enum Meter {
    /** Tokens seen in training: dataset tokens x epochs. */
    TRAINING(Unit.TOKEN),
    /** Wall-clock time of training, for methods billed by time. */
    TRAINING_HOUR(Unit.HOUR),
    TUNED_INPUT(Unit.TOKEN),
    TUNED_CACHED_INPUT(Unit.TOKEN),
    TUNED_OUTPUT(Unit.TOKEN),
    TUNED_BATCH_INPUT(Unit.TOKEN),
    TUNED_BATCH_OUTPUT(Unit.TOKEN),
    INPUT(Unit.TOKEN),
    /** Input tokens read from the prompt cache. */
    CACHED_INPUT(Unit.TOKEN),
    /** Input tokens written to the prompt cache. */
    CACHE_WRITE(Unit.TOKEN),
    OUTPUT(Unit.TOKEN),
    BATCH_INPUT(Unit.TOKEN),
    BATCH_CACHED_INPUT(Unit.TOKEN),
    BATCH_CACHE_WRITE(Unit.TOKEN),
    BATCH_OUTPUT(Unit.TOKEN),
    /** Keeping a tuned model deployed, used or not. */
    HOSTING(Unit.HOUR),
    /** Reserved throughput, by the hour, month or year. */
    PROVISIONED_THROUGHPUT(Unit.UNIT_HOUR, Unit.UNIT_MONTH, Unit.UNIT_YEAR),
    /** Tokens a grader model reads in reinforcement tuning; the price's variant names the grader. */
    GRADER_INPUT(Unit.TOKEN),
    GRADER_CACHED_INPUT(Unit.TOKEN),
    GRADER_OUTPUT(Unit.TOKEN);

    private final List<Unit> units;

    Meter(Unit... units) {
        this.units = List.of(units);
    }

    /** The units a price of this meter may count, the usual one first. */
    public List<Unit> units() {
        return units;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
