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
 * @param drivers what makes the total uncertain, the greatest first; empty if it is exact or not known
 * @param uncertainty what the total comes to when it is drawn many times; null if that is not asked for, or it is not known
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
        Availability availability,
        List<Driver> drivers,
        Uncertainty uncertainty) {
    /** Copies the lists. */
    public Estimate {
        lines = List.copyOf(lines);
        assumptions = List.copyOf(assumptions);
        warnings = List.copyOf(warnings);
        drivers = List.copyOf(drivers);
    }

    /** The estimate of lines: their total, and what facts leave open in it. */
    static Estimate of(
            String catalogVersion,
            LocalDate asOf,
            String offering,
            String currency,
            List<EstimateLine> lines,
            List<Assumption> assumptions,
            List<Warning> warnings,
            Availability availability) {
        Range total = total(lines);
        return new Estimate(
                null,
                catalogVersion,
                asOf,
                offering,
                currency,
                total,
                lines,
                assumptions,
                warnings,
                availability,
                total == null || total.exact() ? List.of() : Driver.ranked(Driver.facts(total.expected(), lines)),
                null);
    }

    /** The same estimate with its id. */
    public Estimate withId(String digest) {
        return with(digest, total, lines, warnings, drivers, uncertainty);
    }

    /** The same estimate with what makes its total uncertain. */
    Estimate with(List<Driver> all, Uncertainty drawn) {
        return with(id, total, lines, warnings, all, drawn);
    }

    /** The same estimate with more lines, of which all is known, without an id. */
    public Estimate with(List<OwnCost> costs) {
        List<EstimateLine> own = costs.stream().map(OwnCost::line).toList();
        List<EstimateLine> all = Stream.concat(lines.stream(), own.stream()).toList();
        BigDecimal more = total(own).expected();
        return with(
                null,
                total(all),
                all,
                warnings,
                drivers.stream().map(driver -> driver.plus(more)).toList(),
                null);
    }

    /** The same estimate without warnings that do not hold where it stands. */
    public Estimate without(Set<WarningCode> codes) {
        List<Warning> left = warnings.stream()
                .filter(warning -> !codes.contains(warning.code()))
                .toList();
        return with(id, total, lines, left, drivers, uncertainty);
    }

    private Estimate with(
            String digest,
            Range sum,
            List<EstimateLine> all,
            List<Warning> told,
            List<Driver> uncertain,
            Uncertainty drawn) {
        return new Estimate(
                digest,
                catalogVersion,
                asOf,
                offering,
                currency,
                sum,
                all,
                assumptions,
                told,
                availability,
                uncertain,
                drawn);
    }

    /**
     * The same estimate with the bounds of another where they go beyond its own, line by line; lines are told by their codes and
     * order. What only the other charges has no expected amount here and is left to the total.
     */
    public Estimate spanning(Estimate other) {
        Map<LineCode, Deque<EstimateLine>> others = new EnumMap<>(LineCode.class);
        other.lines.forEach(line ->
                others.computeIfAbsent(line.code(), code -> new ArrayDeque<>()).add(line));
        List<EstimateLine> spanned = lines.stream()
                .map(line -> {
                    Deque<EstimateLine> same = others.getOrDefault(line.code(), new ArrayDeque<>());
                    return line.spanning(same.poll());
                })
                .toList();
        return with(
                id,
                total == null || other.total == null ? null : total.spanning(other.total),
                spanned,
                warnings,
                drivers,
                uncertainty);
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
