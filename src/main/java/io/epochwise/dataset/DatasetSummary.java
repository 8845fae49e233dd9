package io.epochwise.dataset;

import io.epochwise.token.image.Detail;
import java.math.BigDecimal;

/**
 * A dataset described by hand, every example alike.
 *
 * @param examples from 1 to 1,000,000,000
 * @param textTokensPerExample all billed text of an example, message overhead included; may have decimals
 * @param imagesPerExample images of an example, may have decimals; null for none
 * @param imageWidth pixels, from 1 to 1,000,000; null only without images
 * @param imageHeight pixels, from 1 to 1,000,000; null only without images
 * @param imageDetail null for {@code auto}
 */
public record DatasetSummary(
        long examples,
        BigDecimal textTokensPerExample,
        BigDecimal imagesPerExample,
        Integer imageWidth,
        Integer imageHeight,
        Detail imageDetail)
        implements Dataset {
    @Override
    public boolean hasImages() {
        return imagesPerExample != null && imagesPerExample.signum() > 0;
    }
}
