package io.epochwise.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How often each finding occurs and on which lines first. Lines are added in order. */
final class Tally {
    private static final class Count {
        private long count;
        private final List<Long> lines = new ArrayList<>();
    }

    private final Map<FindingCode, Count> counts = new EnumMap<>(FindingCode.class);

    void add(FindingCode code, long line) {
        add(code, 1, List.of(line));
    }

    void add(FindingCode code, long count, List<Long> lines) {
        Count entry = counts.computeIfAbsent(code, key -> new Count());
        entry.count = Math.addExact(entry.count, count);
        for (long line : lines) {
            boolean isNew = entry.lines.isEmpty() || entry.lines.get(entry.lines.size() - 1) != line;
            if (isNew && entry.lines.size() < Finding.MAX_LINES) {
                entry.lines.add(line);
            }
        }
    }

    /** What a profile found line by line; what concerns the whole file is left out. */
    static Tally of(List<Finding> findings) {
        Tally tally = new Tally();
        for (Finding finding : findings) {
            if (!finding.code().concernsWholeFile()) {
                tally.add(finding.code(), finding.count(), finding.firstLines());
            }
        }
        return tally;
    }

    /** Adds what was found in a later part of the file. */
    void merge(Tally later, long lineOffset) {
        later.counts.forEach((code, of) -> add(
                code,
                of.count,
                of.lines.stream().map(line -> Math.addExact(line, lineOffset)).toList()));
    }

    long count(FindingCode code) {
        Count entry = counts.get(code);
        return entry == null ? 0 : entry.count;
    }

    /** The findings so far, in order of their codes. */
    List<Finding> findings(Function<FindingCode, LimitText> limits) {
        List<Finding> findings = new ArrayList<>();
        counts.forEach((code, entry) -> {
            LimitText limit = limits.apply(code);
            findings.add(Finding.of(code, entry.count, List.copyOf(entry.lines), limit.limit(), limit.source()));
        });
        return findings;
    }

    /** A limit and where it comes from. */
    record LimitText(String limit, String source) {
        /** The format itself is the limit. */
        static final LimitText NONE = new LimitText(null, null);
    }
}
