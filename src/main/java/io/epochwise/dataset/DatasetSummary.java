package io.epochwise.dataset;

import io.epochwise.catalog.Offering;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageChange;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A dataset described by hand, every example alike. Each number may be a range.
 *
 * @param examples a whole number from 1 to 1,000,000,000
 * @param textTokensPerExample all billed text of an example, message overhead included; may have decimals
 * @param imagesPerExample images of an example, may have decimals; null for none
 * @param imageWidth whole pixels, from 1 to 1,000,000; null only without images
 * @param imageHeight whole pixels, from 1 to 1,000,000; null only without images
 * @param imageDetail null for {@code auto}
 */
public record DatasetSummary(
        Range examples,
        Range textTokensPerExample,
        Range imagesPerExample,
        Range imageWidth,
        Range imageHeight,
        Detail imageDetail)
        implements Dataset {
    @Override
    public long exampleCount() {
        return examples.expected().longValueExact();
    }

    @Override
    public boolean hasImages() {
        return imagesPerExample != null && imagesPerExample.high().signum() > 0;
    }

    /** The width that is expected of an image, in pixels. */
    public int expectedWidth() {
        return imageWidth.expected().intValueExact();
    }

    /** The height that is expected of an image, in pixels. */
    public int expectedHeight() {
        return imageHeight.expected().intValueExact();
    }

    /** The image that is expected, where there are any. */
    public SizedImage expectedImage() {
        return new SizedImage(expectedWidth(), expectedHeight(), Objects.requireNonNullElse(imageDetail, Detail.AUTO));
    }

    @Override
    public DatasetSummary resolved(String path, RangeChoice choice) {
        return new DatasetSummary(
                choice.whole(path + "examples", examples),
                choice.number(path + "textTokensPerExample", textTokensPerExample),
                choice.number(path + "imagesPerExample", imagesPerExample),
                choice.whole(path + "imageWidth", imageWidth),
                choice.whole(path + "imageHeight", imageHeight),
                imageDetail);
    }

    @Override
    public DatasetSummary withExamples(long count) {
        return new DatasetSummary(
                Range.exactly(count), textTokensPerExample, imagesPerExample, imageWidth, imageHeight, imageDetail);
    }

    /** The same with every image changed; of sizes what is expected is taken. */
    @Override
    public DatasetSummary withImages(ImageChange change, Offering offering, LocalDate asOf) {
        if (!hasImages()) {
            return this;
        }
        SizedImage image = change.of(expectedImage());
        return new DatasetSummary(
                examples,
                textTokensPerExample,
                imagesPerExample,
                Range.exactly(image.width()),
                Range.exactly(image.height()),
                image.detail());
    }

    @Override
    public DatasetSummary packed(BigDecimal questionsPerImage, Offering offering, LocalDate asOf) {
        BigDecimal conversations = examples.expected().divide(questionsPerImage, 0, RoundingMode.CEILING);
        return new DatasetSummary(
                Range.exactly(conversations),
                textTokensPerExample.times(questionsPerImage),
                imagesPerExample,
                imageWidth,
                imageHeight,
                imageDetail);
    }
}
