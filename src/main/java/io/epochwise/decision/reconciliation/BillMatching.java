package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which lines of an estimate the rows of a bill stand for. Lines of the same code are one charge; lines of a meter are one where the
 * bill has the meter and not the lines.
 *
 * @param charges all charges of the estimate
 * @param unmatched rows that none stands for
 */
record BillMatching(List<ComparedCharge> charges, List<UnmatchedActual> unmatched) {

    /** What charges are together: a meter, or the code of a line. */
    private record Key(Meter meter, LineCode code) {}

    /**
     * Matches rows.
     *
     * @param lines all lines of the estimate
     * @param rows all rows of the bill
     * @param together meters whose lines are one charge in any case
     */
    static BillMatching of(List<EstimateLine> lines, List<BilledRow> rows, Set<Meter> together) {
        Set<Meter> meters = EnumSet.noneOf(Meter.class);
        meters.addAll(together);
        rows.stream()
                .filter(row -> line(row).isEmpty())
                .flatMap(row -> BilledMeter.named(row.names()).stream())
                .forEach(meters::add);
        Map<Key, List<EstimateLine>> charges = new LinkedHashMap<>();
        lines.forEach(line -> charges.computeIfAbsent(key(line.code(), meters), key -> new ArrayList<>())
                .add(line));
        Map<Key, List<BilledRow>> billed = new LinkedHashMap<>();
        List<UnmatchedActual> unmatched = new ArrayList<>();
        for (BilledRow row : rows) {
            Optional<Key> key = line(row).map(code -> key(code, meters)).or(() -> BilledMeter.named(row.names())
                    .map(meter -> new Key(meter, null)));
            String reason = key.map(known -> reason(row, charges.get(known)))
                    .orElse("its names do not say for certain which meter it is of");
            if (reason.isEmpty()) {
                billed.computeIfAbsent(key.get(), known -> new ArrayList<>()).add(row);
            } else {
                unmatched.add(new UnmatchedActual(
                        row.place(),
                        row.quantity(),
                        row.amount() == null ? null : Decimals.amount(row.amount()),
                        reason));
            }
        }
        List<ComparedCharge> compared = new ArrayList<>();
        charges.forEach((key, same) -> compared.add(charge(same, billed.getOrDefault(key, List.of()))));
        return new BillMatching(List.copyOf(compared), List.copyOf(unmatched));
    }

    /** The line that a row names; empty if it names none. */
    static Optional<LineCode> line(BilledRow row) {
        return row.line() != null ? Optional.of(row.line()) : BilledMeter.line(row.names());
    }

    private static Key key(LineCode code, Set<Meter> meters) {
        return BilledMeter.of(code)
                .filter(meters::contains)
                .map(meter -> new Key(meter, null))
                .orElse(new Key(null, code));
    }

    /** Why a row does not stand for lines; empty if it does. */
    private static String reason(BilledRow row, List<EstimateLine> lines) {
        if (lines == null) {
            return "the estimate has no such line";
        }
        boolean counts = row.unit() == null || row.unit() == lines.get(0).unit();
        return counts
                ? ""
                : "it counts " + row.unit() + ", and the line " + lines.get(0).unit();
    }

    private static ComparedCharge charge(List<EstimateLine> lines, List<BilledRow> rows) {
        return new ComparedCharge(
                new EstimatedCharge(List.copyOf(lines)),
                List.copyOf(rows),
                sum(rows, BilledRow::quantity),
                sum(rows, BilledRow::amount));
    }

    /** The sum of a figure of all rows; null if one lacks it or there are none. */
    static BigDecimal sum(List<BilledRow> rows, Function<BilledRow, BigDecimal> figure) {
        List<BigDecimal> figures = rows.stream().map(figure).toList();
        return figures.isEmpty() || figures.stream().anyMatch(Objects::isNull)
                ? null
                : figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
