package io.epochwise.decision;

import io.epochwise.estimate.CallCost;
import io.epochwise.estimate.CallCosts;
import io.epochwise.money.Range;
import java.math.BigDecimal;

/** Where all facts that are not sure are taken to lie, so that what depends on the same fact moves together. */
enum Bound {
    LOW,
    EXPECTED,
    HIGH;

    BigDecimal of(Range range) {
        return switch (this) {
            case LOW -> range.low();
            case EXPECTED -> range.expected();
            case HIGH -> range.high();
        };
    }

    CallCost of(CallCosts costs) {
        return switch (this) {
            case LOW -> costs.low();
            case EXPECTED -> costs.expected();
            case HIGH -> costs.high();
        };
    }
}
