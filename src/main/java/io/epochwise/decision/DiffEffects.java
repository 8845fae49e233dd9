package io.epochwise.decision;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;

/**
 * The parts of a difference of expected amounts; they add up to it exactly. They are computed with the price before,
 * the first of several, or else the price after; where several prices differ, {@code price} holds what they leave.
 *
 * @param quantity of what is asked to be done: from the quantity of the question before, on the terms after, to the quantity
 *     after
 * @param rule of how it counts: from the quantity before to that of the same question on the terms after. Zero where the
 *     question before cannot be asked on the terms after: {@code quantity} then holds both
 * @param price of the price: what the quantity after costs more than at the price before
 */
public record DiffEffects(BigDecimal quantity, BigDecimal rule, BigDecimal price) {
    /** No difference. */
    static final DiffEffects NONE = new DiffEffects(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO).asAmounts();

    DiffEffects plus(DiffEffects other) {
        return new DiffEffects(quantity.add(other.quantity), rule.add(other.rule), price.add(other.price)).asAmounts();
    }

    /** The same with at least two decimals each. */
    DiffEffects asAmounts() {
        return new DiffEffects(Decimals.amount(quantity), Decimals.amount(rule), Decimals.amount(price));
    }
}
