package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What changes on a date in the life of an offering. */
public enum LifeCycleEventType {
    /** The model can be called from this date. */
    LAUNCH,
    /** A source shows the model in service on this date; since when it is, is not known. */
    SEEN_IN_SERVICE,
    /** The model can be fine-tuned from this date. */
    FINE_TUNING_STARTS,
    /** The model can be fine-tuned on images from this date. */
    VISION_FINE_TUNING_STARTS,
    /** Organizations that never fine-tuned cannot create jobs from this date. */
    CLOSED_TO_NEW_ORGANIZATIONS,
    /** Organizations without recent inference on a tuned model cannot create jobs from this date. */
    CLOSED_TO_INACTIVE_ORGANIZATIONS,
    /** Nobody concerned can create training jobs from this date. */
    TRAINING_ENDS,
    /** The vendor announced the end on this date; nothing stops yet. */
    DEPRECATED,
    /** Requests to the base model stop on this date, while models tuned on it live on. */
    BASE_MODEL_SHUTDOWN,
    /** Requests are answered by another model, and billed at its price, from this date. */
    REROUTED,
    /** All requests stop on this date; those to the base model earlier, if {@link #BASE_MODEL_SHUTDOWN} says so. */
    SHUTDOWN;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
