package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The encoder that turns an image into tokens, whose compute comes on top of the language model's.
 *
 * @param encoder its name
 * @param parameters how many it has; null if not known
 * @param gigaflopsPerCrop forward compute for one crop in 10^9 floating-point operations; null if not known
 * @param mostCrops the most crops of one image it sees; null if not known
 */
public record VisionTower(
        String encoder,
        Long parameters,
        BigDecimal gigaflopsPerCrop,
        Long mostCrops,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
