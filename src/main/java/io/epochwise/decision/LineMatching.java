package io.epochwise.decision;

import io.epochwise.catalog.Unit;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines of several estimates that charge for the same. They have the same code and unit. Of several such lines
 * those belong together whose months overlap most; what is left, in order. The sides may be swapped.
 */
final class LineMatching {
    /** What the formula of a charge by months begins with. */
    private static final Pattern MONTHS = Pattern.compile("months? (\\d+)(?: to (\\d+))?:.*", Pattern.DOTALL);

    private LineMatching() {}

    /**
     * Lines that charge for the same, each null where an estimate has none.
     *
     * @param onTerms that of the question before on the terms after
     */
    record Match(EstimateLine before, EstimateLine onTerms, EstimateLine after) {}

    private record Pair(EstimateLine one, EstimateLine other) {
        boolean whole() {
            return one != null && other != null;
        }
    }

    private record Charge(LineCode code, Unit unit) {}

    /** The lines of a charge on either side. */
    private record Sides(List<EstimateLine> one, List<EstimateLine> other) {}

    private record Overlap(EstimateLine one, EstimateLine other, int months, int position) {}

    /** The months a line charges for, both included; those of a line that names none overlap with no others. */
    private record Months(int first, int last) {
        static Months of(EstimateLine line) {
            Matcher words = MONTHS.matcher(line.formula());
            if (!words.matches()) {
                return new Months(0, -1);
            }
            int first = Integer.parseInt(words.group(1));
            return new Months(first, words.group(2) == null ? first : Integer.parseInt(words.group(2)));
        }

        int shared(Months other) {
            return Math.min(last, other.last) - Math.max(first, other.first) + 1;
        }
    }

    /** All lines before and after, each once, in the order of their codes. */
    static List<Match> of(List<EstimateLine> before, List<EstimateLine> onTerms, List<EstimateLine> after) {
        List<Pair> pairs = pairs(before, after);
        Map<EstimateLine, EstimateLine> found = new IdentityHashMap<>();
        List<EstimateLine> rest = new ArrayList<>();
        for (Pair pair : pairs(onTerms, after)) {
            if (pair.whole()) {
                found.put(pair.other(), pair.one());
            } else if (pair.one() != null) {
                rest.add(pair.one());
            }
        }
        List<EstimateLine> removed = pairs.stream()
                .filter(pair -> pair.other() == null)
                .map(Pair::one)
                .toList();
        pairs(rest, removed).stream().filter(Pair::whole).forEach(pair -> found.put(pair.other(), pair.one()));
        return pairs.stream()
                .map(pair -> new Match(
                        pair.one(), found.get(pair.other() == null ? pair.one() : pair.other()), pair.other()))
                .toList();
    }

    private static List<Pair> pairs(List<EstimateLine> one, List<EstimateLine> other) {
        Map<Charge, Sides> charges =
                new TreeMap<>(Comparator.comparing(Charge::code).thenComparing(Charge::unit));
        one.forEach(line -> sides(charges, line).one().add(line));
        other.forEach(line -> sides(charges, line).other().add(line));
        return charges.values().stream().flatMap(sides -> pairs(sides).stream()).toList();
    }

    private static Sides sides(Map<Charge, Sides> charges, EstimateLine line) {
        return charges.computeIfAbsent(
                new Charge(line.code(), line.unit()), charge -> new Sides(new ArrayList<>(), new ArrayList<>()));
    }

    private static List<Pair> pairs(Sides sides) {
        Map<EstimateLine, EstimateLine> partners = new IdentityHashMap<>();
        Map<EstimateLine, EstimateLine> taken = new IdentityHashMap<>();
        for (Overlap overlap : overlaps(sides)) {
            if (!partners.containsKey(overlap.one()) && !taken.containsKey(overlap.other())) {
                partners.put(overlap.one(), overlap.other());
                taken.put(overlap.other(), overlap.one());
            }
        }
        Deque<EstimateLine> left = new ArrayDeque<>(sides.other());
        left.removeIf(taken::containsKey);
        List<Pair> pairs = new ArrayList<>();
        for (EstimateLine line : sides.one()) {
            EstimateLine partner = partners.get(line);
            pairs.add(new Pair(line, partner != null ? partner : left.poll()));
        }
        left.forEach(line -> pairs.add(new Pair(null, line)));
        return pairs;
    }

    /** The lines that share months, those that share most first. */
    private static List<Overlap> overlaps(Sides sides) {
        List<Months> others = sides.other().stream().map(Months::of).toList();
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < sides.one().size(); i++) {
            Months months = Months.of(sides.one().get(i));
            for (int j = 0; j < others.size(); j++) {
                int shared = months.shared(others.get(j));
                if (shared > 0) {
                    overlaps.add(new Overlap(sides.one().get(i), sides.other().get(j), shared, i + j));
                }
            }
        }
        overlaps.sort(Comparator.comparing(Overlap::months).reversed().thenComparing(Overlap::position));
        return overlaps;
    }
}
