package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Meter;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.Part;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares a bill with the estimate it is for. */
public final class Reconciling {
    private static final int CENTS = 2;

    private final ReconciliationRequest request;
    private final CostAnswer answer;
    private final Catalog catalog;
    private final List<BilledRow> rows = new ArrayList<>();
    private final List<ReconciliationWarning> warnings = new ArrayList<>();
    private FocusTotals focus;

    private Reconciling(Catalog catalog, ReconciliationRequest request, CostAnswer answer) {
        this.catalog = catalog;
        this.request = request;
        this.answer = answer;
    }

    /**
     * An answer and the estimate that it is about.
     *
     * @param reconciliation the answer, without ids
     * @param estimate what the estimate says
     */
    public record Compared(Reconciliation reconciliation, CostAnswer estimate) {}

    /**
     * Answers a question.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the question names none
     * @throws InvalidInputException if the question breaks a rule; of FOCUS rows the message names the line
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering, benchmark or harness, naming its field
     */
    public static Compared of(Catalog catalog, ReconciliationRequest request, LocalDate today) {
        ActualChecks.check(request);
        LocalDate day = Objects.requireNonNullElse(request.asOf(), today);
        CostAnswer answer = Part.at("request", () -> CostAnswer.of(catalog, request.request(), day));
        return new Compared(new Reconciling(catalog, request, answer).answer(), answer);
    }

    private Reconciliation answer() {
        checkCurrency();
        readRows();
        BillMatching matching = BillMatching.of(answer.lines().toList(), rows, together());
        List<ComparedCharge> charges = withTotals(matching.charges(), amount(), tokens(matching.charges()));
        BillingCase bill = new BillingCase(
                catalog, answer, charges, !rows.isEmpty(), amount(), tokens(matching.charges()), focus, job(charges));
        List<BillingCause> causes = BillingCauses.of(bill);
        warn(bill, matching, causes);
        Calibration calibration = Calibrating.of(bill, request.request());
        List<ReconciledLine> notBilled = rows.isEmpty()
                ? List.of()
                : charges.stream()
                        .filter(charge -> !charge.billed())
                        .map(ComparedCharge::line)
                        .toList();
        return new Reconciliation(
                null,
                answer.catalogVersion(),
                answer.asOf(),
                null,
                answer.currency(),
                total(bill),
                tokens(bill),
                charges.stream()
                        .filter(charge -> rows.isEmpty() || charge.billed())
                        .map(ComparedCharge::line)
                        .toList(),
                matching.unmatched(),
                notBilled,
                causes,
                calibration,
                focus,
                warnings);
    }

    private void checkCurrency() {
        String currency = request.actual().currency();
        if (currency != null && !currency.equals(answer.currency())) {
            throw new InvalidInputException(
                    "actual.currency", "must be " + answer.currency() + ", the currency of the estimate");
        }
    }

    private void readRows() {
        List<ActualUsage> usage = request.actual().usage();
        for (int i = 0; i < usage.size(); i++) {
            rows.add(row("actual.usage[" + i + "]", usage.get(i)));
        }
        if (request.actual().focus() != null) {
            FocusBill bill = FocusBillReader.read(request.actual().focus(), answer.currency());
            rows.addAll(bill.rows());
            focus = bill.totals();
            if (!bill.unknownUnits().isEmpty()) {
                warn(
                        ReconciliationWarningCode.UNIT_UNKNOWN,
                        "The unit of a quantity is not known, so it is left out: " + places(bill.unknownUnits()) + ".");
            }
            if (focus.billedCost().compareTo(focus.effectiveCost()) != 0) {
                warn(
                        ReconciliationWarningCode.COST_COLUMNS_DISAGREE,
                        "BilledCost comes to " + focus.billedCost().toPlainString() + " and EffectiveCost to "
                                + focus.effectiveCost().toPlainString() + "; BilledCost is compared.");
            }
        }
    }

    private static BilledRow row(String place, ActualUsage usage) {
        BilledUnit unit =
                usage.unit() == null ? null : BilledUnit.parse(usage.unit()).orElseThrow();
        return new BilledRow(
                place,
                usage.line(),
                usage.meter() == null ? List.of() : List.of(usage.meter()),
                usage.quantity() == null || unit == null ? usage.quantity() : unit.units(usage.quantity()),
                unit == null ? null : unit.unit(),
                usage.amount(),
                usage.from(),
                usage.to());
    }

    /** What a job is billed for are all its tokens, those of validation included and free ones not, unless rows tell them apart. */
    private Set<Meter> together() {
        boolean toldApart = rows.stream()
                .flatMap(row -> BillMatching.line(row).stream())
                .anyMatch(code ->
                        BilledMeter.of(code).filter(Meter.TRAINING::equals).isPresent());
        return toldApart ? Set.of() : Set.of(Meter.TRAINING);
    }

    /** All money billed: the amount given, else that of the rows; null if not known. */
    private BigDecimal amount() {
        return request.actual().amount() != null
                ? request.actual().amount()
                : BillMatching.sum(rows, BilledRow::amount);
    }

    /** All tokens billed: those given, else those of the charges; null if not known. */
    private BigDecimal tokens(List<ComparedCharge> charges) {
        if (request.actual().billedTokens() != null) {
            return BigDecimal.valueOf(request.actual().billedTokens());
        }
        return BillMatching.sum(
                charges.stream()
                        .filter(charge -> charge.estimated().tokens())
                        .flatMap(charge -> charge.rows().stream())
                        .toList(),
                BilledRow::quantity);
    }

    /** What is known of all together is known of the only charge that it can be of. */
    private List<ComparedCharge> withTotals(List<ComparedCharge> charges, BigDecimal amount, BigDecimal tokens) {
        boolean oneOfTokens =
                charges.stream().filter(charge -> charge.estimated().tokens()).count() == 1;
        return charges.stream()
                .map(charge -> new ComparedCharge(
                        charge.estimated(),
                        charge.rows(),
                        charge.quantity() == null
                                        && oneOfTokens
                                        && charge.estimated().tokens()
                                ? tokens
                                : charge.quantity(),
                        rows.isEmpty() && charges.size() == 1 ? amount : charge.amount()))
                .toList();
    }

    private BilledJob job(List<ComparedCharge> charges) {
        if (request.request().kind() != CostKind.TRAINING) {
            return null;
        }
        return ComparedCharge.together(charges, Meter.TRAINING)
                .map(ComparedCharge::estimated)
                .flatMap(charge -> BilledJob.of(
                        (TrainingRequest) request.request().request(),
                        catalog.require(answer.parts().get(0).estimate().offering()),
                        answer.asOf(),
                        request.actual().fileBytes(),
                        charge.quantity()))
                .orElse(null);
    }

    private static ReconciledTotal total(BillingCase bill) {
        Range estimated = bill.answer().total();
        BigDecimal difference = Figures.difference(bill.amount(), bill.expected());
        return new ReconciledTotal(
                estimated,
                bill.amount() == null ? null : Decimals.amount(bill.amount()),
                difference == null ? null : Decimals.amount(difference),
                Figures.percent(difference, bill.expected()),
                difference == null ? null : within(estimated, bill.amount()));
    }

    private static boolean within(Range estimated, BigDecimal amount) {
        return amount.compareTo(estimated.low().setScale(CENTS, RoundingMode.FLOOR)) >= 0
                && amount.compareTo(estimated.high().setScale(CENTS, RoundingMode.CEILING)) <= 0;
    }

    private static ReconciledTokens tokens(BillingCase bill) {
        BigDecimal expected = bill.expectedTokens();
        if (expected == null || bill.tokens() == null) {
            return null;
        }
        BigDecimal difference = bill.tokens().subtract(expected);
        return new ReconciledTokens(
                plain(expected), plain(bill.tokens()), plain(difference), Figures.percent(difference, expected));
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }

    private void warn(BillingCase bill, BillMatching matching, List<BillingCause> causes) {
        if (bill.expected() == null) {
            warn(
                    ReconciliationWarningCode.ESTIMATE_UNPRICED,
                    "The estimate has a line without a price: "
                            + String.join(
                                    ", ",
                                    answer.lines()
                                            .filter(EstimateLine::unpriced)
                                            .map(line -> line.code().toString())
                                            .distinct()
                                            .toList())
                            + ".");
        }
        if (!matching.unmatched().isEmpty()) {
            warn(
                    ReconciliationWarningCode.UNMATCHED_ROWS,
                    matching.unmatched().size()
                            + " rows of the bill stand for no line of the estimate; their amounts are in"
                            + " the total.");
        }
        BigDecimal sum = BillMatching.sum(rows, BilledRow::amount);
        boolean explained = causes.stream().anyMatch(cause -> cause.code() == BillingCauseCode.TAX);
        if (!explained
                && request.actual().amount() != null
                && sum != null
                && request.actual().amount().compareTo(sum) != 0) {
            warn(
                    ReconciliationWarningCode.AMOUNTS_DISAGREE,
                    "The amount given is "
                            + Decimals.amount(request.actual().amount()).toPlainString() + ", and the rows come to "
                            + Decimals.amount(sum).toPlainString() + ".");
        }
        warnOfTokens(matching);
        boolean training =
                bill.charge(Meter.TRAINING).isPresent() && request.request().kind() == CostKind.TRAINING;
        if (training && bill.job() == null) {
            warn(
                    ReconciliationWarningCode.PARTS_UNKNOWN,
                    "What the tokens of the job are made of is not known, so epochs, images, overhead and validation are"
                            + " not tried as causes. Give a summary, or a profile made for the offering.");
        }
        if (causes.isEmpty() && differs(bill)) {
            warn(
                    ReconciliationWarningCode.NOTHING_EXPLAINS,
                    "No cause that is known explains the difference: none meets what was billed exactly or within 0.5 %.");
        }
    }

    private void warnOfTokens(BillMatching matching) {
        BigDecimal ofRows = BillMatching.sum(
                matching.charges().stream()
                        .filter(charge -> charge.estimated().tokens())
                        .flatMap(charge -> charge.rows().stream())
                        .toList(),
                BilledRow::quantity);
        Long given = request.actual().billedTokens();
        if (given != null && ofRows != null && ofRows.compareTo(BigDecimal.valueOf(given)) != 0) {
            warn(
                    ReconciliationWarningCode.TOKENS_DISAGREE,
                    "The billed tokens given are " + given + ", and the rows come to " + Decimals.plain(ofRows) + ".");
        }
    }

    private static boolean differs(BillingCase bill) {
        boolean ofTokens = bill.tokens() != null
                && bill.expectedTokens() != null
                && bill.tokens().compareTo(bill.expectedTokens()) != 0;
        boolean ofAmount = bill.amount() != null
                && bill.expected() != null
                && bill.amount().compareTo(bill.expected()) != 0;
        return ofTokens || ofAmount;
    }

    private static String places(List<String> places) {
        int most = 5;
        String named = String.join(", ", places.stream().limit(most).toList());
        return places.size() > most ? named + " and " + (places.size() - most) + " more" : named;
    }

    private void warn(ReconciliationWarningCode code, String text) {
        warnings.add(new ReconciliationWarning(code, text));
    }
}
