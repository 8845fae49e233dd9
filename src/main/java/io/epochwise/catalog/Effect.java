package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What a provider does when a limit is passed. */
public enum Effect {
    /** The image is left out of training and, as far as known, not billed; the job goes on. */
    IMAGE_SKIPPED,
    /** The example loses its end and the job goes on. */
    EXAMPLE_CUT,
    /** The file or the job is refused. */
    JOB_REJECTED,
    /** The job pauses and can be resumed. */
    JOB_PAUSED,
    /** The deployment of the tuned model is deleted; the model itself stays. */
    DEPLOYMENT_DELETED,
    /** The request is refused. */
    REQUEST_REJECTED,
    /** No source says what happens. */
    UNSTATED;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
