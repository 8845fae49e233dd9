package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Unit;
import io.epochwise.fault.Spelling;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit as bills write it: FOCUS has {@code Tokens}, {@code 1000 Tokens} or {@code Hours}, price lists {@code 1K} or {@code 1M}.
 *
 * @param unit what is counted
 * @param size how many of them one is
 */
record BilledUnit(Unit unit, BigDecimal size) {
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,18})([km]?)\\s+)?([a-z][a-z-]{0,30})");
    private static final int KILO = 3;
    private static final int MEGA = 6;

    /** Reads one; empty if it is none that is known. */
    static Optional<BilledUnit> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal size = matcher.group(1) == null ? BigDecimal.ONE : new BigDecimal(matcher.group(1));
        int power = matcher.group(2) == null || matcher.group(2).isEmpty()
                ? 0
                : matcher.group(2).equals("k") ? KILO : MEGA;
        return unit(matcher.group(3))
                .filter(unit -> size.signum() > 0)
                .map(unit -> new BilledUnit(unit, size.scaleByPowerOfTen(power).setScale(0)));
    }

    private static Optional<Unit> unit(String name) {
        String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return Spelling.parse(Unit.values(), singular);
    }

    /** So many of them in single units. */
    BigDecimal units(BigDecimal quantity) {
        return quantity.multiply(size);
    }
}
