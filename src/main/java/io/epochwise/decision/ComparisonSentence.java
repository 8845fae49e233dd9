package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a comparison answers, said in one go: what costs least, how sure that is, by how much, and what cannot be had. */
final class ComparisonSentence {
    private final LocalDate asOf;
    private final int months;
    private final String currency;
    private final List<RankedAlternative> ranked;
    private final List<RuledOutAlternative> ruledOut;

    ComparisonSentence(
            LocalDate asOf,
            int months,
            String currency,
            List<RankedAlternative> ranked,
            List<RuledOutAlternative> ruledOut) {
        this.asOf = asOf;
        this.months = months;
        this.currency = currency;
        this.ranked = ranked;
        this.ruledOut = ruledOut;
    }

    String text() {
        if (ranked.isEmpty()) {
            return "On " + asOf + " none of the alternatives can be had. " + RuledOutAlternative.words(ruledOut);
        }
        return "On " + asOf + ", " + cheapest() + second() + "." + cannotBeHad();
    }

    private String cheapest() {
        RankedAlternative first = ranked.get(0);
        boolean allLast = ranked.stream().allMatch(RankedAlternative::wholeHorizon);
        String only = ranked.size() == 1
                ? " costs "
                : first.wholeHorizon() && !allLast ? " costs least of what lasts: " : " costs least: ";
        return first.id()
                + only
                + amount(first.compared())
                + (first.wholeHorizon()
                        ? " for " + months(months) + ", "
                                + number(first.perThousandRequests().expected()) + " for 1,000 requests"
                        : " for 1,000 requests until it ends" + day(first)
                                + (ranked.size() == 1 ? "" : "; none lasts all " + months(months)));
    }

    private String second() {
        if (ranked.size() == 1) {
            return "";
        }
        RankedAlternative first = ranked.get(0);
        RankedAlternative next = ranked.get(1);
        if (first.wholeHorizon() != next.wholeHorizon()) {
            return "; " + next.id() + " costs " + amount(next.perThousandRequests())
                    + " for 1,000 requests and does not last: it ends" + day(next);
        }
        Range ofFirst = first.compared();
        Range ofNext = next.compared();
        return "; that is " + number(ofNext.expected().subtract(ofFirst.expected())) + " less than " + next.id()
                + " at "
                + amount(ofNext)
                + (ofFirst.high().compareTo(ofNext.low()) > 0
                        ? ", but what is not known exactly can change their order"
                        : "");
    }

    private static String day(RankedAlternative ending) {
        LocalDate until = ending.callAvailability().until();
        return until == null ? "" : " on " + until;
    }

    private String cannotBeHad() {
        return ruledOut.isEmpty()
                ? ""
                : " Ruled out: "
                        + ruledOut.stream().map(RuledOutAlternative::id).collect(Collectors.joining(", ")) + ".";
    }

    private static String months(int number) {
        return number == 1 ? "1 month" : number + " months";
    }

    private String amount(Range range) {
        String expected = number(range.expected()) + " " + currency;
        String low = number(range.low());
        String high = number(range.high());
        return low.equals(high) ? expected : expected + " (" + low + " to " + high + ")";
    }

    /** Half to even at two decimals; below 1 at two significant digits, so that no price is said to be nothing. */
    private static String number(BigDecimal value) {
        int decimals = value.signum() == 0 || value.abs().compareTo(BigDecimal.ONE) >= 0
                ? 2
                : Math.max(2, value.scale() - value.precision() + 2);
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
