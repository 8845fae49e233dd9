package io.epochwise.decision;

import io.epochwise.catalog.Offering;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.image.SizedImage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TileBoundaryTest {
    private static final ImageBilling TILES = DecisionLab.CATALOG
            .require("acme/seer")
            .imageBilling(DecisionLab.TODAY)
            .orElseThrow();

    /** Tiles of 512 pixels after the shorter side is brought to 768: 85 + 170 each. */
    @ParameterizedTest
    @CsvSource({
        "1024, 1024, 512, 512, 255",
        "513, 513, 512, 512, 255",
        "1275, 1650, 512, 663, 425",
        "600, 300, 512, 256, 255",
        "4000, 1000, 1536, 384, 595"
    })
    void theNextSmallerCount(int width, int height, int smallerWidth, int smallerHeight, long tokens) {
        SizedImage smaller = TileBoundary.below(TILES, new SizedImage(width, height, Detail.HIGH))
                .orElseThrow();
        assertThat(smaller).isEqualTo(new SizedImage(smallerWidth, smallerHeight, Detail.HIGH));
        assertThat(TileBoundary.tokens(TILES, smaller)).hasValue(tokens);
    }

    @Test
    void whatCountsLeastAlreadyHasNoBoundary() {
        assertThat(TileBoundary.below(TILES, new SizedImage(512, 512, Detail.HIGH)))
                .isEmpty();
        assertThat(TileBoundary.below(TILES, new SizedImage(4_000, 4_000, Detail.LOW)))
                .isEmpty();
    }

    /** By every rule of the catalog: the size found counts fewer tokens, and that with one pixel more does not. */
    @Test
    void theBoundaryIsExactToThePixelForEveryRule() {
        LocalDate day = Questions.TODAY;
        int found = 0;
        Random random = new Random(7);
        for (Offering offering : Questions.BUILT_IN.offerings()) {
            Optional<ImageBilling> billing = offering.imageBilling(day);
            if (billing.isEmpty()) {
                continue;
            }
            for (int i = 0; i < 20; i++) {
                SizedImage image = new SizedImage(1 + random.nextInt(4_000), 1 + random.nextInt(4_000), Detail.AUTO);
                Optional<SizedImage> boundary = TileBoundary.below(billing.get(), image);
                if (boundary.isPresent()) {
                    found++;
                    SizedImage smaller = boundary.get();
                    long before = tokens(billing.get(), image);
                    assertThat(tokens(billing.get(), smaller)).isLessThan(before);
                    int longer = Math.max(smaller.width(), smaller.height());
                    assertThat(longer).isLessThan(Math.max(image.width(), image.height()));
                    assertThat(smaller.width()).isLessThanOrEqualTo(image.width());
                    assertThat(smaller.height()).isLessThanOrEqualTo(image.height());
                    assertThat(tokens(billing.get(), TileBoundary.scaled(image, longer + 1)))
                            .as("%s %s", offering.id(), image)
                            .isGreaterThanOrEqualTo(before);
                }
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static long tokens(ImageBilling billing, SizedImage image) {
        return ((ImageTokens.Counted) billing.tokens(image.width(), image.height(), image.detail()))
                .tokens()
                .expected();
    }
}
