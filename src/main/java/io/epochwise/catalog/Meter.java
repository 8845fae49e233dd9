package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import java.util.List;

/** What a price is charged for. The prefix {@code TUNED} means inference on a fine-tuned model. */
public enum Meter {
    /** Tokens seen in training: dataset tokens x epochs. */
    TRAINING(Unit.TOKEN),
    /** Wall-clock time of training, for methods billed by time. */
    TRAINING_HOUR(Unit.HOUR),
    /** Images seen in training: those of the dataset x epochs, where they are billed and not tokens. */
    TRAINING_IMAGE(Unit.IMAGE),
    /** The least a training job costs. */
    JOB_MINIMUM(Unit.JOB),
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
    /** Keeping a prompt cache. */
    CACHE_STORAGE(Unit.TOKEN_HOUR),
    OUTPUT(Unit.TOKEN),
    BATCH_INPUT(Unit.TOKEN),
    BATCH_CACHED_INPUT(Unit.TOKEN),
    BATCH_CACHE_WRITE(Unit.TOKEN),
    BATCH_OUTPUT(Unit.TOKEN),
    /** Keeping a tuned model deployed, used or not. */
    HOSTING(Unit.HOUR),
    /** Keeping a tuned model stored, deployed or not; one model a month. */
    STORAGE(Unit.MONTH),
    /** A GPU that serves models, used or not; the price's variant names the GPU. */
    GPU_HOUR(Unit.GPU_HOUR),
    /** Reserved throughput, by the minute, hour, month or year; the price's variant names the commitment. */
    PROVISIONED_THROUGHPUT(Unit.UNIT_HOUR, Unit.UNIT_MINUTE, Unit.UNIT_MONTH, Unit.UNIT_YEAR),
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
