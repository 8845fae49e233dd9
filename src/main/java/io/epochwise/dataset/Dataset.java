package io.epochwise.dataset;

import io.epochwise.money.RangeChoice;

/** What is known of a dataset: a profile of its bytes, or a summary given by hand. */
public sealed interface Dataset permits DatasetProfile, DatasetSummary {
    /** Usable examples, as many as are expected. */
    long exampleCount();

    /** Whether any example has an image. */
    boolean hasImages();

    /**
     * The same dataset with one value chosen of each number that is given as a range.
     *
     * @param path where it stands in the question, with a point behind it
     */
    Dataset resolved(String path, RangeChoice choice);

    /**
     * A dataset of more or fewer examples like these on average. Of a profile the counts that tokens and images are told from
     * grow in proportion, rounded half to even; what is found in its lines stays as it is.
     *
     * @param count examples, 1 or more
     */
    Dataset withExamples(long count);
}
