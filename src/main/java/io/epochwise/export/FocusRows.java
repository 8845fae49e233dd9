package io.epochwise.export;

import io.epochwise.catalog.Unit;
import io.epochwise.decision.CostMonth;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of FOCUS that a quotation makes.
 *
 * <p>A line for months has a row for each, in proportion to the month's requests where it charges for calls; any other has one in the
 * calendar month of its day. Agreed amounts cover rows in the order of time. A deduction is a credit: it is granted, and no usage.
 * What is left of an agreed amount counts as unused in the last billing period of its provider, as nothing is known beyond it.
 */
final class FocusRows {
    private static final Set<Unit> OF_CALLS = EnumSet.of(Unit.TOKEN, Unit.IMAGE, Unit.EXAMPLE, Unit.REQUEST);

    private final Quotation quotation;
    private final BigDecimal rate;
    private List<FocusRow> rows;

    /**
     * The rows of a quotation: usage in the order of time, then what is agreed, and what rounding leaves.
     *
     * @param quotation of which all lines are priced
     */
    static List<FocusRow> of(Quotation quotation) {
        return new FocusRows(quotation).all();
    }

    private FocusRows(Quotation quotation) {
        this.quotation = quotation;
        rate = quotation.rate();
    }

    private List<FocusRow> all() {
        rows = quotation.groups().stream()
                .flatMap(group -> group.lines().stream().flatMap(line -> usage(group, line)))
                .sorted(Comparator.comparing(row -> row.charged().start()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (QuotedLine line : quotation.adjustments()) {
            switch (line.category()) {
                case COMMITMENT -> purchase(line);
                case COMMITMENT_USED -> use(line);
                case CREDIT -> credit(line);
                case ROUNDING ->
                    rows.add(adjustment(
                            FocusRow.Kind.ADJUSTMENT,
                            firstProvider(),
                            line,
                            line.amount().expected(),
                            line.amount()));
                case USAGE -> throw new IllegalStateException("usage among adjustments: " + line.id());
            }
        }
        return rows;
    }

    private Stream<FocusRow> usage(QuotedGroup group, QuotedLine line) {
        List<FocusPeriod> months = months(group, line);
        if (months.isEmpty()) {
            return Stream.of(usage(
                    group,
                    line,
                    FocusPeriod.monthOf(line.from()),
                    new FocusPeriod(line.from(), line.to()),
                    line.quantity(),
                    line.amount()));
        }
        List<BigDecimal> quantities = ExactParts.of(line.quantity(), weights(group, line, months));
        List<FocusRow> parts = IntStream.range(0, months.size())
                .mapToObj(i -> usage(group, line, months.get(i), months.get(i), quantities.get(i), line.amount()))
                .toList();
        List<Range> amounts = FocusRow.shared(line.amount(), parts);
        return IntStream.range(0, parts.size()).mapToObj(i -> parts.get(i).with(amounts.get(i)));
    }

    private static FocusRow usage(
            QuotedGroup group,
            QuotedLine line,
            FocusPeriod billing,
            FocusPeriod charged,
            BigDecimal quantity,
            Range amount) {
        FocusPrice price = FocusPrice.of(line);
        BigDecimal cost = price.contracted().multiply(price.priced(quantity));
        FocusRow.Kind kind = line.quantity().signum() < 0 ? FocusRow.Kind.CREDIT : FocusRow.Kind.USAGE;
        return new FocusRow(
                group, line, line.provider(), kind, billing, charged, price, quantity, cost, cost, amount, null);
    }

    /** The months of the group that a line charges for; none for what is charged on a day. */
    private static List<FocusPeriod> months(QuotedGroup group, QuotedLine line) {
        List<FocusPeriod> months = new ArrayList<>();
        if (line.from().plusDays(1).isBefore(line.to())) {
            LocalDate asOf = group.asOf();
            for (int month = 0; asOf.plusMonths(month).isBefore(line.to()); month++) {
                if (!asOf.plusMonths(month).isBefore(line.from())) {
                    months.add(new FocusPeriod(asOf.plusMonths(month), asOf.plusMonths(month + 1L)));
                }
            }
        }
        return months;
    }

    private static List<BigDecimal> weights(QuotedGroup group, QuotedLine line, List<FocusPeriod> months) {
        Map<LocalDate, BigDecimal> requests =
                group.months().stream().collect(Collectors.toMap(CostMonth::date, CostMonth::requests));
        boolean ofCalls = OF_CALLS.contains(line.unit())
                && months.stream().map(FocusPeriod::start).allMatch(requests::containsKey);
        return months.stream()
                .map(month -> ofCalls ? requests.get(month.start()) : BigDecimal.ONE)
                .toList();
    }

    private void purchase(QuotedLine line) {
        BigDecimal amount = line.amount().expected();
        rows.add(agreed(
                line,
                FocusRow.Kind.PURCHASE,
                FocusPeriod.monthOf(line.from()),
                new FocusPeriod(line.from(), line.to()),
                amount,
                amount,
                BigDecimal.ZERO,
                line.amount(),
                null));
    }

    private void use(QuotedLine line) {
        Commitment commitment = commitment(line);
        BigDecimal left = line.amount().expected().negate();
        BigDecimal unused = commitment.amount().multiply(rate).subtract(left);
        List<FocusRow> after = new ArrayList<>();
        for (FocusRow row : rows) {
            BigDecimal part = row.coverable() && line.provider().equals(row.provider())
                    ? left.min(row.billed())
                    : BigDecimal.ZERO;
            after.addAll(part.signum() == 0 ? List.of(row) : row.covered(commitment, part));
            left = left.subtract(part);
        }
        rows = after;
        if (unused.signum() > 0) {
            FocusPeriod last = lastPeriod(line);
            Range amount = line.amount()
                    .plus(Range.exactly(commitment.amount().multiply(rate)))
                    .asAmount();
            rows.add(agreed(
                    line,
                    FocusRow.Kind.USAGE,
                    last,
                    last,
                    unused,
                    BigDecimal.ZERO,
                    unused,
                    amount,
                    FocusRow.Coverage.UNUSED));
        }
    }

    /** A provider has one at most. */
    private Commitment commitment(QuotedLine line) {
        return quotation.agreement().commitments().stream()
                .filter(one -> one.provider().equals(line.provider()))
                .findFirst()
                .orElseThrow();
    }

    private FocusPeriod lastPeriod(QuotedLine line) {
        return rows.stream()
                .filter(row -> line.provider().equals(row.provider()))
                .map(FocusRow::billing)
                .max(Comparator.comparing(FocusPeriod::end))
                .orElse(FocusPeriod.monthOf(line.from()));
    }

    private FocusRow agreed(
            QuotedLine line,
            FocusRow.Kind kind,
            FocusPeriod billing,
            FocusPeriod charged,
            BigDecimal money,
            BigDecimal billed,
            BigDecimal effective,
            Range amount,
            String status) {
        FocusRow.Coverage coverage = new FocusRow.Coverage(commitment(line), money, status);
        FocusPrice price = FocusPrice.ofMoney(line.provider(), quotation.currency());
        return new FocusRow(
                null, line, line.provider(), kind, billing, charged, price, money, billed, effective, amount, coverage);
    }

    /** A credit for all providers is a row for each at which it is taken. */
    private void credit(QuotedLine line) {
        BigDecimal left = line.amount().expected().negate();
        List<String> providers =
                rows.stream().map(FocusRow::provider).distinct().toList();
        for (String provider : providers) {
            if (line.provider() == null || line.provider().equals(provider)) {
                BigDecimal taken = left.min(open(provider)).max(BigDecimal.ZERO);
                if (taken.signum() > 0) {
                    boolean whole = taken.compareTo(line.amount().expected().negate()) == 0;
                    rows.add(adjustment(
                            FocusRow.Kind.CREDIT, provider, line, taken.negate(), whole ? line.amount() : null));
                }
                left = left.subtract(taken);
            }
        }
    }

    /** What is still to be paid for what is used. */
    private BigDecimal open(String provider) {
        return rows.stream()
                .filter(row -> Objects.equals(row.provider(), provider))
                .filter(row -> row.kind() != FocusRow.Kind.PURCHASE)
                .map(FocusRow::billed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static FocusRow adjustment(
            FocusRow.Kind kind, String provider, QuotedLine line, BigDecimal cost, Range amount) {
        return new FocusRow(
                null,
                line,
                provider,
                kind,
                FocusPeriod.monthOf(line.from()),
                new FocusPeriod(line.from(), line.to()),
                null,
                null,
                cost,
                cost,
                amount,
                null);
    }

    /** A whole document rounds once, and its row stands with the first that is paid. */
    private String firstProvider() {
        return quotation
                .lines()
                .map(QuotedLine::provider)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
