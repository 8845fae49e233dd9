package io.epochwise.export;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is added to the lines of a quotation: agreed amounts, what they cover, credits, and what rounding leaves.
 *
 * <p>A commitment covers what is charged at its provider up to its amount. What is left of the charges is paid, after credits: each
 * covers what those before it leave, at its provider or at all. Neither makes an amount negative.
 */
final class Adjusting {
    private static final String OF_REQUEST = "request";

    private final MinorUnits minorUnits;
    private final BigDecimal rate;
    private final LocalDate asOf;
    private final List<QuotedLine> lines = new ArrayList<>();
    private final QuotedTotals totals;

    /** What is still to be paid at each provider, in the order in which they come up, for each case. */
    private final Map<Bound, Map<String, BigDecimal>> open = new EnumMap<>(Bound.class);

    Adjusting(AgreedSpending agreed, List<QuotedGroup> groups, MinorUnits minorUnits, BigDecimal rate, LocalDate asOf) {
        this.minorUnits = minorUnits;
        this.rate = rate;
        this.asOf = asOf;
        List<QuotedLine> usage =
                groups.stream().flatMap(group -> group.lines().stream()).toList();
        totals = usage.stream().anyMatch(QuotedLine::unpriced)
                ? QuotedTotals.UNKNOWN
                : totals(agreed, usage, groups.stream().map(QuotedGroup::total).reduce(Range.ZERO, Range::plus));
    }

    List<QuotedLine> lines() {
        return lines;
    }

    QuotedTotals totals() {
        return totals;
    }

    private QuotedTotals totals(AgreedSpending agreed, List<QuotedLine> usage, Range contracted) {
        for (Bound bound : Bound.values()) {
            Map<String, BigDecimal> charged = new LinkedHashMap<>();
            usage.forEach(line -> charged.merge(line.provider(), bound.of(line.amount()), BigDecimal::add));
            open.put(bound, charged);
        }
        Range total = contracted;
        BigDecimal effective = contracted.expected();
        for (Commitment commitment : agreed.commitments()) {
            BigDecimal amount = commitment.amount().multiply(rate);
            Range covered = cover(commitment.provider(), amount);
            effective = effective.add(amount).subtract(covered.expected());
            total = less(total, covered);
            if (!commitment.isPaid()) {
                total = total.plus(Range.exactly(amount));
                lines.add(line(LineCategory.COMMITMENT, commitment, Range.exactly(amount)));
            }
            lines.add(line(LineCategory.COMMITMENT_USED, commitment, covered.negated()));
        }
        for (Credit credit : agreed.credits()) {
            Range covered = cover(credit.provider(), credit.amount().multiply(rate));
            effective = effective.subtract(covered.expected());
            total = less(total, covered);
            lines.add(line(credit, covered.negated()));
        }
        BigDecimal payable = minorUnits.round(total.expected());
        BigDecimal rounding = payable.subtract(sum(Stream.concat(usage.stream(), lines.stream()), QuotedLine::rounded));
        BigDecimal exactly = payable.subtract(total.expected());
        if (rounding.signum() != 0 || exactly.signum() != 0) {
            lines.add(line(
                    LineCategory.ROUNDING,
                    null,
                    "rounding",
                    "What lines miss to the rounded sum",
                    Range.exactly(exactly),
                    rounding));
        }
        boolean listed = usage.stream().allMatch(line -> line.listCost() != null);
        return new QuotedTotals(
                listed ? Decimals.amount(sum(usage.stream(), QuotedLine::listCost)) : null,
                contracted.asAmount(),
                Decimals.amount(effective),
                total.asAmount(),
                payable,
                rounding);
    }

    /**
     * Takes up to an amount from what is to be paid.
     *
     * @param provider at which; null for all
     * @return what was taken in each case
     */
    private Range cover(String provider, BigDecimal amount) {
        return new Range(
                cover(Bound.LOW, provider, amount),
                cover(Bound.EXPECTED, provider, amount),
                cover(Bound.HIGH, provider, amount));
    }

    private BigDecimal cover(Bound bound, String provider, BigDecimal amount) {
        BigDecimal left = amount;
        for (Map.Entry<String, BigDecimal> charged : open.get(bound).entrySet()) {
            if (provider == null || provider.equals(charged.getKey())) {
                BigDecimal taken = left.min(charged.getValue()).max(BigDecimal.ZERO);
                charged.setValue(charged.getValue().subtract(taken));
                left = left.subtract(taken);
            }
        }
        return amount.subtract(left);
    }

    private QuotedLine line(LineCategory category, Commitment commitment, Range amount) {
        String reference = commitment.reference() == null ? "" : ", agreement " + commitment.reference();
        String what = category == LineCategory.COMMITMENT
                ? "Amount agreed to be spent at " + commitment.provider() + reference
                : "Covered by the amount agreed to be spent at " + commitment.provider() + reference;
        return line(
                category,
                commitment.provider(),
                "agreement." + category,
                what,
                amount,
                minorUnits.round(amount.expected()));
    }

    private QuotedLine line(Credit credit, Range amount) {
        String at = credit.provider() == null ? "" : " at " + credit.provider();
        String note = credit.note() == null ? "" : ": " + credit.note();
        return line(
                LineCategory.CREDIT,
                credit.provider(),
                "agreement.credit",
                "Credit" + at + note,
                amount,
                minorUnits.round(amount.expected()));
    }

    private QuotedLine line(
            LineCategory category, String provider, String code, String description, Range amount, BigDecimal rounded) {
        boolean agreed = category != LineCategory.ROUNDING;
        BigDecimal price = Decimals.amount(amount.expected());
        return new QuotedLine(
                "0." + (lines.size() + 1),
                category,
                null,
                provider,
                null,
                code,
                description,
                asOf,
                asOf.plusDays(1),
                BigDecimal.ONE,
                Unit.JOB,
                BigDecimal.ONE,
                price,
                price,
                price,
                amount.asAmount(),
                rounded,
                description,
                agreed ? OF_REQUEST : null,
                null,
                agreed ? Grade.OWN : null,
                false);
    }

    private static BigDecimal sum(Stream<QuotedLine> lines, Function<QuotedLine, BigDecimal> amount) {
        return lines.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is left in each case; a total of whole cases spans less than its lines, so what covers them may move it past. */
    private static Range less(Range total, Range covered) {
        BigDecimal expected = total.expected().subtract(covered.expected());
        return new Range(
                total.low().subtract(covered.low()).min(expected),
                expected,
                total.high().subtract(covered.high()).max(expected));
    }
}
