package io.epochwise.decision;

import io.epochwise.catalog.Unit;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the lines of two estimates that charge for the same: those of the same code and unit. Where they stand for months,
 * lines of the same months are compared with each other; the others of the charge all together, because what is in one line of
 * one estimate is in several of the other. The sides may be swapped.
 */
final class LineMatching {
    private LineMatching() {}

    /**
     * Lines that charge for the same.
     *
     * @param onTerms those of the question before on the terms after; those before if that is not known of these months
     * @param parted whether that is known
     */
    record Match(
            LineCode code,
            Unit unit,
            List<EstimateLine> before,
            List<EstimateLine> onTerms,
            List<EstimateLine> after,
            boolean parted) {}

    private record Charge(LineCode code, Unit unit) {
        Charge(EstimateLine line) {
            this(line.code(), line.unit());
        }
    }

    /**
     * All lines before and after, each once, in the order of their codes.
     *
     * @param onTerms the lines of the question before on the terms after; null if it cannot be asked there
     */
    static List<Match> of(List<EstimateLine> before, List<EstimateLine> onTerms, List<EstimateLine> after) {
        Map<Charge, Match> charges =
                new TreeMap<>(Comparator.comparing(Charge::code).thenComparing(Charge::unit));
        Stream.concat(before.stream(), after.stream())
                .map(Charge::new)
                .forEach(charge -> charges.computeIfAbsent(
                        charge,
                        same -> new Match(
                                same.code(),
                                same.unit(),
                                of(before, same),
                                of(onTerms == null ? before : onTerms, same),
                                of(after, same),
                                onTerms != null)));
        return charges.values().stream().flatMap(LineMatching::byMonths).toList();
    }

    private static List<EstimateLine> of(List<EstimateLine> lines, Charge charge) {
        return where(lines, line -> new Charge(line).equals(charge));
    }

    private static List<EstimateLine> where(List<EstimateLine> lines, Predicate<EstimateLine> wanted) {
        return lines.stream().filter(wanted).toList();
    }

    private static Stream<Match> byMonths(Match charge) {
        TreeSet<ChargedMonths> shared = months(charge.before());
        shared.retainAll(months(charge.after()));
        boolean parted = charge.parted()
                && (charge.onTerms().isEmpty() || months(charge.onTerms()).containsAll(shared));
        List<Match> matches = new ArrayList<>();
        shared.forEach(months ->
                matches.add(part(charge, parted, line -> ChargedMonths.of(line).equals(months))));
        matches.add(part(charge, parted, line -> !shared.contains(ChargedMonths.of(line))));
        return matches.stream()
                .filter(match -> !match.before().isEmpty() || !match.after().isEmpty());
    }

    private static TreeSet<ChargedMonths> months(List<EstimateLine> lines) {
        TreeSet<ChargedMonths> months = new TreeSet<>();
        lines.forEach(line -> months.add(ChargedMonths.of(line)));
        return months;
    }

    private static Match part(Match charge, boolean parted, Predicate<EstimateLine> wanted) {
        return new Match(
                charge.code(),
                charge.unit(),
                where(charge.before(), wanted),
                where(parted ? charge.onTerms() : charge.before(), wanted),
                where(charge.after(), wanted),
                parted);
    }
}
