package io.epochwise.decision;

import io.epochwise.estimate.EstimateLine;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The lines of one estimate for one charge, summed; none of them counts and costs nothing.
 *
 * @param lines in the order of the estimate
 */
record ChargedLines(List<EstimateLine> lines) {

    boolean none() {
        return lines.isEmpty();
    }

    boolean priced() {
        return lines.stream().noneMatch(EstimateLine::unpriced);
    }

    /** What they count; null if that is not known. */
    BigDecimal quantity() {
        BigDecimal sum = BigDecimal.ZERO;
        for (EstimateLine line : lines) {
            if (line.quantity() == null) {
                return null;
            }
            sum = sum.add(line.quantity());
        }
        return sum;
    }

    /** What they cost, where all are priced. */
    BigDecimal expected() {
        return lines.stream().map(line -> line.amount().expected()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The price of the first. */
    Rate rate() {
        return new Rate(lines.get(0).unitPrice(), lines.get(0).per());
    }

    /** Whether both count the same; none differs from lines that count nothing. */
    boolean countsAs(ChargedLines other) {
        BigDecimal one = quantity();
        BigDecimal two = other.quantity();
        return none() == other.none() && (one == null || two == null ? one == two : one.compareTo(two) == 0);
    }

    /** Whether whatever both charge for, be it a month, has the same price on both sides. */
    boolean pricedAs(ChargedLines other) {
        return lines.stream().allMatch(line -> other.lines.stream()
                .filter(peer -> ChargedMonths.of(line).overlap(ChargedMonths.of(peer)))
                .allMatch(peer -> Objects.equals(unitPrice(line), unitPrice(peer))));
    }

    private static BigDecimal unitPrice(EstimateLine line) {
        return line.unitPrice() == null
                ? null
                : new Rate(line.unitPrice(), line.per()).cost(BigDecimal.ONE).stripTrailingZeros();
    }

    /** Whether both have the same bounds. */
    boolean boundedAs(ChargedLines other) {
        return bounds().equals(other.bounds());
    }

    private Range bounds() {
        return lines.stream()
                .map(EstimateLine::amount)
                .filter(Objects::nonNull)
                .reduce(Range.ZERO, Range::plus)
                .asAmount();
    }

    /** What they count, for a reader. */
    String quantityWords() {
        if (none()) {
            return "nothing";
        }
        BigDecimal quantity = quantity();
        return quantity == null
                ? "what is not known"
                : Decimals.plain(quantity) + " " + lines.get(0).unit();
    }

    /** Their prices, for a reader. */
    String priceWords() {
        return lines.stream()
                .map(line ->
                        line.unitPrice().toPlainString() + " per " + Decimals.plain(line.per()) + " " + line.unit())
                .distinct()
                .collect(Collectors.joining(", then "));
    }

    /** Where their prices come from, for a reader. */
    String sourceWords() {
        return lines.stream()
                .map(line -> Objects.requireNonNullElse(line.source(), "no source")
                        + (line.priceAsOf() == null ? "" : ", read on " + line.priceAsOf())
                        + (line.grade() == null ? "" : ", " + line.grade()))
                .distinct()
                .collect(Collectors.joining(", then "));
    }
}
