package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What something costs, how sure that is, and whether it can be had at all.
 *
 * @param id digest of the normalized request and the catalog version; null until set by {@link #withId}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day whose facts were applied
 * @param offering the offering's id
 * @param currency ISO 4217 code of all amounts
 * @param total the sum of the lines; null if a line is unpriced. Where numbers of the question are ranges, low and high are those
 *     of the cheapest and the dearest case as a whole. Its low is the sum of the charges' lows and the
 *     deductions' highs, its high the other way round: a deduction grows with the charge it is taken from, and what is
 *     missing to a least charge shrinks as the charge grows
 * @param lines what is charged and deducted
 * @param assumptions what the amounts rest on beyond stated facts
 * @param warnings what may make the amounts wrong or the job impossible
 * @param availability whether it can be had, and until when
 */
public record Estimate(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String offering,
        String currency,
        Range total,
        List<EstimateLine> lines,
        List<Assumption> assumptions,
        List<Warning> warnings,
        Availability availability) {
    /** Copies the lists. */
    public Estimate {
        lines = List.copyOf(lines);
        assumptions = List.copyOf(assumptions);
        warnings = List.copyOf(warnings);
    }

    /** The same estimate with its id. */
    public Estimate withId(String id) {
        return new Estimate(
                id, catalogVersion, asOf, offering, currency, total, lines, assumptions, warnings, availability);
    }

    /** The same estimate with more lines, without an id. */
    public Estimate with(List<OwnCost> costs) {
        List<EstimateLine> all =
                Stream.concat(lines.stream(), costs.stream().map(OwnCost::line)).toList();
        return new Estimate(
                null, catalogVersion, asOf, offering, currency, total(all), all, assumptions, warnings, availability);
    }

    /** The same estimate without warnings that do not hold where it stands. */
    public Estimate without(Set<WarningCode> codes) {
        List<Warning> left = warnings.stream()
                .filter(warning -> !codes.contains(warning.code()))
                .toList();
        return new Estimate(
                id, catalogVersion, asOf, offering, currency, total, lines, assumptions, left, availability);
    }

    /**
     * The same estimate with the bounds of another where they go beyond its own, line by line; lines are told by their codes and
     * order. What only the other charges has no expected amount here and is left to the total.
     */
    Estimate spanning(Estimate other) {
        Map<LineCode, Deque<EstimateLine>> others = new EnumMap<>(LineCode.class);
        other.lines.forEach(line ->
                others.computeIfAbsent(line.code(), code -> new ArrayDeque<>()).add(line));
        List<EstimateLine> spanned = lines.stream()
                .map(line -> {
                    Deque<EstimateLine> same = others.getOrDefault(line.code(), new ArrayDeque<>());
                    return line.spanning(same.poll());
                })
                .toList();
        return new Estimate(
                id,
                catalogVersion,
                asOf,
                offering,
                currency,
                total == null || other.total == null ? null : total.spanning(other.total),
                spanned,
                assumptions,
                warnings,
                availability);
    }

    /** The sum of lines as {@link #total} defines it; null if one of them is unpriced. */
    public static Range total(List<EstimateLine> lines) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal expected = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (EstimateLine line : lines) {
            if (line.unpriced()) {
                return null;
            }
            Range amount = line.amount();
            boolean opposed = line.code().opposed() || amount.expected().signum() < 0;
            low = low.add(opposed ? amount.high() : amount.low());
            expected = expected.add(amount.expected());
            high = high.add(opposed ? amount.low() : amount.high());
        }
        return new Range(low, expected, high).asAmount();
    }
}
