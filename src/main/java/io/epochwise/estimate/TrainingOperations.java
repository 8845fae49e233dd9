package io.epochwise.estimate;

import io.epochwise.catalog.TextTower;
import io.epochwise.catalog.VisionTower;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;

/**
 * Floating-point operations of the model in training, without those of activations that are computed again.
 *
 * @param count low, expected and high
 * @param words how the expected ones come about, for a formula
 */
record TrainingOperations(Range count, String words) {
    private static final BigDecimal GIGA = BigDecimal.valueOf(1_000_000_000);

    /** Those of tokens in a language model: each passes every parameter that runs for it with 2 operations. */
    static TrainingOperations ofTokens(long parameters, Range tokens, TrainedParts trained) {
        int perParameter = 2 * trained.languageModelPasses();
        return new TrainingOperations(
                tokens.times(BigDecimal.valueOf(perParameter).multiply(BigDecimal.valueOf(parameters))),
                perParameter + " x " + parameters + " parameters x " + Decimals.plain(tokens.expected()) + " tokens");
    }

    /** Those of texts in an encoder of their own, all as long as its context. */
    static TrainingOperations ofTexts(TextTower tower, BigDecimal texts, TrainedParts trained) {
        return new TrainingOperations(
                Range.exactly(tower.gigaflopsPerText()
                        .multiply(GIGA)
                        .multiply(texts)
                        .multiply(BigDecimal.valueOf(trained.textTowerPasses()))),
                trained.textTowerPasses() + " x " + Decimals.plain(tower.gigaflopsPerText()) + "e9 x "
                        + Decimals.plain(texts) + " texts");
    }

    /** The same with those of images in their encoder, each cut into the most crops that it takes. */
    TrainingOperations plusImages(VisionTower tower, BigDecimal images, TrainedParts trained) {
        long crops = tower.mostCrops() == null ? 1 : tower.mostCrops();
        BigDecimal more = tower.gigaflopsPerCrop()
                .multiply(GIGA)
                .multiply(BigDecimal.valueOf(crops))
                .multiply(images)
                .multiply(BigDecimal.valueOf(trained.visionTowerPasses()));
        return new TrainingOperations(
                count.plus(Range.exactly(more)), words + " + " + Decimals.plain(more) + " of the vision tower");
    }
}
