package io.epochwise.export;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of FOCUS: what a line of a quotation charges in a period, at a provider.
 *
 * @param group that of the line; null for an adjustment
 * @param line of the quotation
 * @param provider the first part of the ids of its offerings; null for none
 * @param kind of charge
 * @param billing the billing period
 * @param charged the period that is charged for
 * @param price null where there is none, as for credits
 * @param quantity in units of the price; null without one
 * @param billed what is to be paid
 * @param effective what is spent
 * @param amount the least, the expected and the most that it can be, at the contracted price where it has one; null for not known
 * @param coverage by an agreed amount; null for none
 */
record FocusRow(
        QuotedGroup group,
        QuotedLine line,
        String provider,
        Kind kind,
        FocusPeriod billing,
        FocusPeriod charged,
        FocusPrice price,
        BigDecimal quantity,
        BigDecimal billed,
        BigDecimal effective,
        Range amount,
        Coverage coverage) {
    /** Digits after the point of a quantity that is cut. */
    private static final int DIGITS = 18;

    /** The specification's charge categories. */
    enum Kind {
        USAGE("Usage"),
        PURCHASE("Purchase"),
        CREDIT("Credit"),
        ADJUSTMENT("Adjustment");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A part of an agreed amount.
     *
     * @param commitment what is agreed
     * @param money the part
     * @param status {@code Used} or {@code Unused}; null for the purchase
     */
    record Coverage(Commitment commitment, BigDecimal money, String status) {
        static final String USED = "Used";
        static final String UNUSED = "Unused";

        /** Its own number, or its provider's only one. */
        String id() {
            return commitment.reference() == null ? commitment.provider() + "/agreed-spending" : commitment.reference();
        }
    }

    /** What it costs at the contracted price; without one, what is to be paid. */
    BigDecimal contractedCost() {
        return price == null ? billed : price.contracted().multiply(price.priced(quantity));
    }

    /** What it costs at the list price; without one, what is to be paid. */
    BigDecimal listCost() {
        return price == null ? billed : price.list().multiply(price.priced(quantity));
    }

    /** Whether it is of an agreed amount that is not used. */
    boolean unused() {
        return coverage != null && Coverage.UNUSED.equals(coverage.status());
    }

    /** Whether it is charged for something that is used, and not covered by an agreed amount. */
    boolean coverable() {
        return kind == Kind.USAGE && coverage == null;
    }

    /** The same row, paid from an agreed amount. */
    private FocusRow covered(Commitment commitment) {
        return new FocusRow(
                group,
                line,
                provider,
                kind,
                billing,
                charged,
                price,
                quantity,
                BigDecimal.ZERO,
                billed,
                amount,
                new Coverage(commitment, billed, Coverage.USED));
    }

    /**
     * The row with a part paid from an agreed amount. Where the quantity that the part pays does not end, it is cut; the costs at the
     * list and the contracted price then differ from what is paid by what the cut leaves, and still add up to those of the whole.
     *
     * @param part above 0 and up to what is to be paid
     */
    List<FocusRow> covered(Commitment commitment, BigDecimal part) {
        if (part.compareTo(billed) == 0) {
            return List.of(covered(commitment));
        }
        BigDecimal paid = part.multiply(price.per())
                .divide(
                        price.contracted(),
                        Math.max(quantity.scale(), DIGITS) + price.per().precision(),
                        RoundingMode.DOWN)
                .stripTrailingZeros();
        FocusRow covered = of(paid, part);
        FocusRow rest = of(quantity.subtract(paid), billed.subtract(part));
        List<Range> amounts = shared(amount, List.of(covered, rest));
        return List.of(covered.with(amounts.get(0)).covered(commitment), rest.with(amounts.get(1)));
    }

    private FocusRow of(BigDecimal own, BigDecimal cost) {
        return new FocusRow(group, line, provider, kind, billing, charged, price, own, cost, cost, amount, coverage);
    }

    FocusRow with(Range range) {
        return new FocusRow(
                group, line, provider, kind, billing, charged, price, quantity, billed, effective, range, coverage);
    }

    /** What several rows share, in proportion to what is to be paid; bounds are cut, and hold what is expected of their row. */
    static List<Range> shared(Range whole, List<FocusRow> rows) {
        List<BigDecimal> weights = rows.stream().map(row -> row.billed().abs()).toList();
        List<BigDecimal> lows = ExactParts.of(whole.low(), weights);
        List<BigDecimal> highs = ExactParts.of(whole.high(), weights);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    BigDecimal expected = rows.get(i).contractedCost();
                    return new Range(
                            lows.get(i).min(expected), expected, highs.get(i).max(expected));
                })
                .toList();
    }
}
