package io.epochwise.estimate;

import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that makes a total uncertain, and how much: the total with this alone at its low and at its high, all else as
 * expected.
 *
 * @param kind what it is
 * @param name where the number stands in the question, or the code of the line
 * @param low the low of the number; null for a line
 * @param high the high of the number; null for a line
 * @param totalAtLow the total at the low
 * @param totalAtHigh the total at the high
 * @param share the part this has in what all of them do, from 0 to 1, rounded at 4 decimals
 */
public record Driver(
        DriverKind kind,
        String name,
        BigDecimal low,
        BigDecimal high,
        BigDecimal totalAtLow,
        BigDecimal totalAtHigh,
        BigDecimal share) {
    private static final int SHARE_DECIMALS = 4;

    static Driver input(String field, Range range, BigDecimal totalAtLow, BigDecimal totalAtHigh) {
        return new Driver(DriverKind.INPUT, field, range.low(), range.high(), totalAtLow, totalAtHigh, null);
    }

    /** What facts leave open in lines, by the codes of the lines; without shares. */
    public static List<Driver> facts(BigDecimal total, List<EstimateLine> lines) {
        Map<LineCode, Range> ofCodes = new EnumMap<>(LineCode.class);
        lines.stream()
                .filter(line -> !line.amount().exact())
                .forEach(line -> ofCodes.merge(line.code(), line.amount(), Range::plus));
        List<Driver> facts = new ArrayList<>();
        ofCodes.forEach((code, amount) -> facts.add(new Driver(
                DriverKind.FACT,
                code.toString(),
                null,
                null,
                total.subtract(amount.expected()).add(amount.low()),
                total.subtract(amount.expected()).add(amount.high()),
                null)));
        return facts;
    }

    /** Those that do something, with their shares, the greatest first. */
    public static List<Driver> ranked(List<Driver> drivers) {
        BigDecimal all = drivers.stream().map(Driver::swing).reduce(BigDecimal.ZERO, BigDecimal::add);
        return drivers.stream()
                .filter(driver -> driver.swing().signum() > 0)
                .sorted(Comparator.comparing(Driver::swing).reversed().thenComparing(Driver::name))
                .map(driver -> driver.withShareOf(all))
                .toList();
    }

    /** The same where the total has another amount beside. */
    Driver plus(BigDecimal amount) {
        return new Driver(kind, name, low, high, totalAtLow.add(amount), totalAtHigh.add(amount), share);
    }

    private BigDecimal swing() {
        return totalAtHigh.subtract(totalAtLow).abs();
    }

    private Driver withShareOf(BigDecimal all) {
        return new Driver(
                kind,
                name,
                low,
                high,
                Decimals.amount(totalAtLow),
                Decimals.amount(totalAtHigh),
                swing().divide(all, SHARE_DECIMALS, RoundingMode.HALF_EVEN));
    }
}
