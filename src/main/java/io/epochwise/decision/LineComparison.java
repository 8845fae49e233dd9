package io.epochwise.decision;

import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares the lines that charge for the same in two estimates. */
final class LineComparison {
    private final LineMatching.Match match;
    private final ChargedLines before;
    private final ChargedLines onTerms;
    private final ChargedLines after;
    private final TermsDiff terms;
    private final boolean oneCurrency;
    private final Set<LineReason> reasons = new LinkedHashSet<>();

    /**
     * @param terms in what the questions' terms differ
     * @param oneCurrency whether the amounts can be subtracted
     */
    LineComparison(LineMatching.Match match, TermsDiff terms, boolean oneCurrency) {
        this.match = match;
        before = new ChargedLines(match.before());
        onTerms = new ChargedLines(match.onTerms());
        after = new ChargedLines(match.after());
        this.terms = terms;
        this.oneCurrency = oneCurrency;
    }

    /** What differs; empty if nothing does. */
    Optional<LineDiff> diff() {
        if (isUnchanged()) {
            return Optional.empty();
        }
        explain();
        boolean subtractable = oneCurrency && before.priced() && after.priced();
        BigDecimal difference = subtractable ? Decimals.amount(after.expected().subtract(before.expected())) : null;
        return Optional.of(new LineDiff(
                match.code(),
                match.code().description(),
                change(),
                match.before(),
                match.after(),
                difference,
                subtractable ? effects(difference) : null,
                List.copyOf(reasons)));
    }

    private LineChange change() {
        if (before.none()) {
            return LineChange.ADDED;
        }
        return after.none() ? LineChange.REMOVED : LineChange.CHANGED;
    }

    /** An unknown price is the same price only on the same terms. */
    private boolean isUnchanged() {
        return oneCurrency
                && before.countsAs(after)
                && before.pricedAs(after)
                && before.boundedAs(after)
                && before.sourceWords().equals(after.sourceWords())
                && (after.priced() || terms.ofPrice(before, after).isEmpty());
    }

    private void explain() {
        if (!oneCurrency) {
            add(DiffReason.CURRENCY, "The amounts are in different currencies.");
        }
        if (!before.priced() || !after.priced()) {
            String side = before.priced() ? "after" : "before";
            boolean both = !before.priced() && !after.priced();
            add(DiffReason.UNPRICED, "The amount is not known " + (both ? "on either side." : side + "."));
            reasons.addAll(terms.ofPrice(before, after));
        }
        if (match.unit() == Unit.JOB) {
            add(DiffReason.OTHER_LINES, "What is missing to the least amount follows the other lines.");
            return;
        }
        explainQuantity();
        if (change() == LineChange.CHANGED) {
            explainPrice();
        }
        if (reasons.isEmpty()) {
            add(DiffReason.RANGE, "Low or high differ; what is expected is the same.");
        }
    }

    private void explainQuantity() {
        boolean counted = !before.countsAs(onTerms);
        boolean asked = !onTerms.countsAs(after);
        if (asked) {
            add(
                    DiffReason.QUANTITY,
                    "What is asked now counts " + after.quantityWords() + "; what was asked before counts "
                            + onTerms.quantityWords() + ".");
        }
        if (counted) {
            add(
                    DiffReason.RULE,
                    "What was asked before counts " + onTerms.quantityWords()
                            + " on the terms now; on those before it counted " + before.quantityWords() + ".");
        }
        if (counted || asked && !match.parted()) {
            reasons.addAll(terms.ofQuantity());
        }
    }

    private void explainPrice() {
        if (before.pricedAs(after)) {
            if (!before.sourceWords().equals(after.sourceWords())) {
                add(
                        DiffReason.SOURCE,
                        "The price is the same and rests on " + after.sourceWords() + " and not on "
                                + before.sourceWords() + ".");
            }
            return;
        }
        if (before.priced() && after.priced()) {
            add(DiffReason.PRICE, "The price is " + after.priceWords() + " and was " + before.priceWords() + ".");
        }
        if (!match.parted() || onTerms.none() || !before.pricedAs(onTerms)) {
            reasons.addAll(terms.ofPrice(before, after));
        }
        if (match.parted() && !onTerms.pricedAs(after)) {
            add(DiffReason.OTHER_PRICE, "What is asked now has another of the offering's prices.");
        }
    }

    private void add(DiffReason code, String text) {
        reasons.add(new LineReason(code, text));
    }

    private DiffEffects effects(BigDecimal difference) {
        Rate rate = before.none() ? after.rate() : before.rate();
        BigDecimal between = Objects.requireNonNullElse(onTerms.quantity(), before.quantity());
        BigDecimal rule = rate.cost(between.subtract(before.quantity()));
        BigDecimal asked = rate.cost(after.quantity().subtract(between));
        return new DiffEffects(asked, rule, difference.subtract(rule).subtract(asked)).asAmounts();
    }
}
