package io.epochwise.decision;

import io.epochwise.catalog.Unit;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares the lines that charge for the same in two estimates. */
final class LineComparison {
    private final EstimateLine before;
    private final EstimateLine onTerms;
    private final EstimateLine after;
    private final TermsDiff terms;
    private final boolean parted;
    private final boolean subtractable;
    private final Set<LineReason> reasons = new LinkedHashSet<>();

    /**
     * @param terms in what the questions' terms differ
     * @param parted whether what is asked before could be asked on the terms after, so that the two can be told apart
     * @param oneCurrency whether the amounts can be subtracted
     */
    LineComparison(LineMatching.Match lines, TermsDiff terms, boolean parted, boolean oneCurrency) {
        before = lines.before();
        onTerms = lines.onTerms();
        after = lines.after();
        this.terms = terms;
        this.parted = parted;
        subtractable = oneCurrency && isPriced(before) && isPriced(after);
        if (!oneCurrency) {
            add(DiffReason.CURRENCY, "The amounts are in different currencies.");
        }
    }

    /** What differs; empty if nothing does. */
    Optional<LineDiff> diff() {
        if (isUnchanged()) {
            return Optional.empty();
        }
        explain();
        EstimateLine line = after != null ? after : before;
        BigDecimal difference = subtractable ? Decimals.amount(amount(after).subtract(amount(before))) : null;
        return Optional.of(new LineDiff(
                line.code(),
                line.description(),
                change(),
                before,
                after,
                difference,
                subtractable ? effects(difference) : null,
                List.copyOf(reasons)));
    }

    private LineChange change() {
        if (before == null) {
            return LineChange.ADDED;
        }
        return after == null ? LineChange.REMOVED : LineChange.CHANGED;
    }

    /** An unknown price is the same price only on the same terms. */
    private boolean isUnchanged() {
        return before != null
                && after != null
                && reasons.isEmpty()
                && sameQuantity(before, after)
                && samePrice(before, after)
                && sameSource()
                && sameAmount()
                && (isPriced(after) || terms.ofPrice(before, after).isEmpty());
    }

    private void explain() {
        if (!isPriced(before) || !isPriced(after)) {
            String side = isPriced(before) ? "after" : "before";
            boolean both = !isPriced(before) && !isPriced(after);
            add(DiffReason.UNPRICED, "The amount is not known " + (both ? "on either side." : side + "."));
            reasons.addAll(terms.ofPrice(before, after));
        }
        EstimateLine any = after != null ? after : before;
        if (any.unit() == Unit.JOB) {
            add(DiffReason.OTHER_LINES, "What is missing to the least amount follows the other lines.");
            return;
        }
        explainQuantity();
        if (before != null && after != null && !samePrice(before, after)) {
            explainPrice();
        } else if (before != null && after != null && !sameSource()) {
            add(
                    DiffReason.SOURCE,
                    "The price is the same and rests on " + source(after) + " and not on " + source(before) + ".");
        }
        if (reasons.isEmpty()) {
            add(DiffReason.RANGE, "Low or high differ; what is expected is the same.");
        }
    }

    private void explainQuantity() {
        boolean counted = !sameQuantity(before, onTerms);
        boolean asked = !sameQuantity(onTerms, after);
        if (asked) {
            add(
                    DiffReason.QUANTITY,
                    "What is asked now counts " + words(after) + "; what was asked before counts " + words(onTerms)
                            + ".");
        }
        if (counted) {
            add(
                    DiffReason.RULE,
                    "What was asked before counts " + words(onTerms) + " on the terms now; on those before it counted "
                            + words(before) + ".");
        }
        if (counted || asked && !parted) {
            reasons.addAll(terms.ofQuantity());
        }
    }

    private void explainPrice() {
        if (isPriced(before) && isPriced(after)) {
            add(DiffReason.PRICE, "The price is " + price(after) + " and was " + price(before) + ".");
        }
        if (onTerms == null || !parted) {
            reasons.addAll(terms.ofPrice(before, after));
            return;
        }
        if (!samePrice(before, onTerms)) {
            reasons.addAll(terms.ofPrice(before, after));
        }
        if (!samePrice(onTerms, after)) {
            add(DiffReason.OTHER_PRICE, "What is asked now has another of the offering's prices.");
        }
    }

    private void add(DiffReason code, String text) {
        reasons.add(new LineReason(code, text));
    }

    private DiffEffects effects(BigDecimal difference) {
        EstimateLine priced = before != null ? before : after;
        Rate rate = new Rate(priced.unitPrice(), priced.per());
        BigDecimal middle = onTerms != null && onTerms.quantity() == null ? quantity(before) : quantity(onTerms);
        BigDecimal rule = rate.cost(middle.subtract(quantity(before)));
        BigDecimal asked = rate.cost(quantity(after).subtract(middle));
        return new DiffEffects(asked, rule, difference.subtract(rule).subtract(asked)).asAmounts();
    }

    private static boolean isPriced(EstimateLine line) {
        return line == null || !line.unpriced();
    }

    /** What a line counts: nothing where there is none, null where it is not known. */
    private static BigDecimal quantity(EstimateLine line) {
        return line == null ? BigDecimal.ZERO : line.quantity();
    }

    private static BigDecimal amount(EstimateLine line) {
        return line == null ? BigDecimal.ZERO : line.amount().expected();
    }

    /** A line that counts nothing differs from none. */
    private static boolean sameQuantity(EstimateLine one, EstimateLine other) {
        return (one == null) == (other == null) && sameNumber(quantity(one), quantity(other));
    }

    private static boolean sameNumber(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static boolean samePrice(EstimateLine one, EstimateLine other) {
        if (one.unitPrice() == null || other.unitPrice() == null) {
            return one.unitPrice() == other.unitPrice();
        }
        return sameNumber(
                one.unitPrice().multiply(other.per()), other.unitPrice().multiply(one.per()));
    }

    private boolean sameSource() {
        return Objects.equals(before.source(), after.source())
                && Objects.equals(before.priceAsOf(), after.priceAsOf())
                && before.grade() == after.grade();
    }

    private boolean sameAmount() {
        Range one = before.amount();
        Range other = after.amount();
        return one == null || other == null
                ? one == other
                : sameNumber(one.low(), other.low())
                        && sameNumber(one.expected(), other.expected())
                        && sameNumber(one.high(), other.high());
    }

    private static String words(EstimateLine line) {
        if (line == null) {
            return "nothing";
        }
        return line.quantity() == null ? "what is not known" : Decimals.plain(line.quantity()) + " " + line.unit();
    }

    private static String price(EstimateLine line) {
        return line.unitPrice().toPlainString() + " per " + Decimals.plain(line.per()) + " " + line.unit();
    }

    private static String source(EstimateLine line) {
        return (line.source() == null ? "none" : line.source())
                + (line.priceAsOf() == null ? "" : ", read on " + line.priceAsOf());
    }
}
