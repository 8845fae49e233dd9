package io.epochwise.decision.reconciliation;

import io.epochwise.estimate.Faults;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What a question for a reconciliation must keep; all faults at once. */
final class ActualChecks {
    private static final String ACTUAL = "actual";
    private static final long MOST_TOKENS = 1_000_000_000_000_000L;
    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_METER = 200;
    private static final BigDecimal MOST_AMOUNT = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MOST_QUANTITY = BigDecimal.valueOf(1_000_000_000_000_000_000L);

    private ActualChecks() {}

    /** @throws io.epochwise.fault.InvalidInputException if anything is wrong */
    static void check(ReconciliationRequest request) {
        Faults faults = new Faults();
        faults.given("request", request.request());
        if (faults.given(ACTUAL, request.actual())) {
            check(faults, request.actual());
        }
        faults.end();
    }

    private static void check(Faults faults, Actual actual) {
        if (actual.billedTokens() == null
                && actual.amount() == null
                && actual.usage().isEmpty()
                && actual.focus() == null) {
            faults.add(ACTUAL, "must have billedTokens, amount, usage or focus");
        }
        faults.range(ACTUAL + ".billedTokens", actual.billedTokens(), 0, MOST_TOKENS);
        faults.range(ACTUAL + ".fileBytes", actual.fileBytes(), 1, MOST_TOKENS);
        decimal(faults, ACTUAL + ".amount", actual.amount(), MOST_AMOUNT.negate(), MOST_AMOUNT);
        if (actual.usage().size() > MOST_ROWS) {
            faults.add(ACTUAL + ".usage", "must have at most " + MOST_ROWS + " rows");
            return;
        }
        for (int i = 0; i < actual.usage().size(); i++) {
            String row = ACTUAL + ".usage[" + i + "]";
            if (faults.given(row, actual.usage().get(i))) {
                check(faults, row, actual.usage().get(i));
            }
        }
        sameFigures(faults, "quantity", actual.usage(), ActualUsage::quantity);
        sameFigures(faults, "amount", actual.usage(), ActualUsage::amount);
    }

    private static void check(Faults faults, String row, ActualUsage usage) {
        if (usage.line() == null == (usage.meter() == null)) {
            faults.add(row, "must have either line or meter");
        }
        if (usage.meter() != null && (usage.meter().isBlank() || usage.meter().length() > LONGEST_METER)) {
            faults.add(row + ".meter", "must have from 1 to " + LONGEST_METER + " characters");
        }
        if (usage.quantity() == null && usage.amount() == null) {
            faults.add(row, "must have quantity or amount");
        }
        decimal(faults, row + ".quantity", usage.quantity(), MOST_QUANTITY.negate(), MOST_QUANTITY);
        decimal(faults, row + ".amount", usage.amount(), MOST_AMOUNT.negate(), MOST_AMOUNT);
        if (usage.unit() != null && BilledUnit.parse(usage.unit()).isEmpty()) {
            faults.add(row + ".unit", "must be a unit such as token, 1000 Tokens, 1M tokens or Hours");
        }
        if (usage.from() != null && usage.to() != null && !usage.from().isBefore(usage.to())) {
            faults.add(row + ".to", "must be after from: it is the first day after the period");
        }
    }

    /** Rows are summed, so what one of them says, all must say. */
    private static void sameFigures(
            Faults faults, String name, List<ActualUsage> rows, Function<ActualUsage, BigDecimal> figure) {
        boolean some = rows.stream().anyMatch(row -> row != null && figure.apply(row) != null);
        boolean all = rows.stream().allMatch(row -> row == null || figure.apply(row) != null);
        if (some && !all) {
            faults.add(ACTUAL + ".usage", "must have " + name + " in every row or in none, so that rows can be summed");
        }
    }

    private static void decimal(Faults faults, String field, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value != null) {
            faults.decimal(field, Range.exactly(value), min, max);
        }
    }
}
