package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What a data-policy row speaks of. */
public enum RetentionTopic {
    /** Whether the provider trains its own models on the data. */
    TRAINING_ON_DATA,
    /** How long files and jobs are kept. */
    STORED_DATA,
    /** How long abuse-monitoring logs are kept. */
    ABUSE_MONITORING,
    ZERO_DATA_RETENTION,
    /** Screening of images on submission or in training. */
    IMAGE_SCAN,
    /** What happens to images of people. */
    PEOPLE_IN_IMAGES,
    CUSTOMER_MANAGED_KEYS,
    /** Where data rest. */
    STORAGE_RESIDENCY,
    /** Where data are processed. */
    PROCESSING_RESIDENCY,
    /** What residency costs. */
    RESIDENCY_PRICE,
    /** What is evaluated after training and may block the model. */
    SAFETY_EVALUATION;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
