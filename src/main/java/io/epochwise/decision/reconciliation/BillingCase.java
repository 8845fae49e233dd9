package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.decision.CostAnswer;
import io.epochwise.estimate.LineCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a bill and its estimate.
 *
 * @param catalog where the facts are from
 * @param answer the estimate
 * @param charges all charges of the estimate with what was billed for them
 * @param rows whether the bill has rows
 * @param amount all money billed; null if not known
 * @param tokens all tokens billed; null if not known
 * @param focus what the FOCUS rows hold together; null if there are none
 * @param job the training job; null if it is none, or what its tokens are made of is not known
 */
record BillingCase(
        Catalog catalog,
        CostAnswer answer,
        List<ComparedCharge> charges,
        boolean rows,
        BigDecimal amount,
        BigDecimal tokens,
        FocusTotals focus,
        BilledJob job) {

    /** The expected total; null if a line is unpriced. */
    BigDecimal expected() {
        return answer.total() == null ? null : answer.total().expected();
    }

    /** The expected tokens of all lines that count tokens; null if those of one are not known or there is no such line. */
    BigDecimal expectedTokens() {
        List<BigDecimal> counted = charges.stream()
                .map(ComparedCharge::estimated)
                .filter(EstimatedCharge::tokens)
                .map(EstimatedCharge::quantity)
                .toList();
        return counted.isEmpty() || counted.stream().anyMatch(Objects::isNull)
                ? null
                : counted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether nothing is known of money but what all charges cost together. */
    boolean knowsTotalOnly() {
        return amount != null && !rows;
    }

    /** What is left of the amount if all that is known to be billed costs as expected; null if that is not known. */
    BigDecimal leftOfAmount() {
        return amount == null || expected() == null
                ? null
                : charges.stream()
                        .filter(charge -> charge.atExpectedPrice() != null
                                && charge.estimated().amount() != null)
                        .map(charge -> charge.estimated().amount().subtract(charge.atExpectedPrice()))
                        .reduce(amount.subtract(expected()), BigDecimal::add);
    }

    /**
     * What was billed for a charge: its own amount, or what is left of the total if all other charges are billed as expected; null
     * if neither is known.
     */
    BigDecimal billedFor(ComparedCharge charge) {
        if (charge.amount() != null) {
            return charge.amount();
        }
        boolean left = knowsTotalOnly()
                && expected() != null
                && charge.estimated().amount() != null
                && fillUps().signum() == 0;
        return left ? amount.subtract(expected()).add(charge.estimated().amount()) : null;
    }

    /** What the estimate holds to fill up to a least amount: it depends on other lines. */
    BigDecimal fillUps() {
        return charges.stream()
                .map(ComparedCharge::estimated)
                .filter(charge -> charge.codes().contains(LineCode.TRAINING_MINIMUM))
                .map(EstimatedCharge::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All that a meter charges for; empty if that is nothing. */
    Optional<ComparedCharge> charge(Meter meter) {
        return ComparedCharge.together(charges, meter);
    }

    /** The offering whose prices a charge has. */
    Offering offering(ComparedCharge charge) {
        return answer.parts().stream()
                .filter(part -> part.estimate()
                        .lines()
                        .contains(charge.estimated().lines().get(0)))
                .findFirst()
                .map(part -> catalog.require(part.estimate().offering()))
                .orElseThrow();
    }
}
