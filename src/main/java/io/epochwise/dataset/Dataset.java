package io.epochwise.dataset;

import io.epochwise.catalog.Offering;
import io.epochwise.money.RangeChoice;
import io.epochwise.token.image.ImageChange;
import java.math.BigDecimal;
import java.time.LocalDate;

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

    /**
     * The same dataset with every image changed. Of a profile the offering's row changes with what its rule counts for the
     * images, in proportion to what the row counts for them; that is exact unless the provider leaves images out or cuts
     * examples. Other rows and what is found in its lines stay as they are.
     *
     * @param offering whose tokens are to be told from it
     * @param asOf the day whose rules apply
     */
    Dataset withImages(ImageChange change, Offering offering, LocalDate asOf);

    /**
     * The same questions with all that ask of one image in one conversation, so that the image is shown once and not with
     * every question. All text stays, instructions that are repeated too; a row of a profile changes as in
     * {@link #withImages}.
     *
     * @param questionsPerImage examples that ask of the same image on average, 1 or more
     * @param offering whose tokens are to be told from it
     * @param asOf the day whose rules apply
     */
    Dataset packed(BigDecimal questionsPerImage, Offering offering, LocalDate asOf);
}
