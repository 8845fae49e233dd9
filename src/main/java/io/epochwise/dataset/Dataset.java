package io.epochwise.dataset;

/** What is known of a dataset: a profile of its bytes, or a summary given by hand. */
public sealed interface Dataset permits DatasetProfile, DatasetSummary {
    /** Usable examples. */
    long examples();

    /** Whether any example has an image. */
    boolean hasImages();
}
