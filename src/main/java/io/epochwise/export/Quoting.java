package io.epochwise.export;

import io.epochwise.catalog.Agreement;
import io.epochwise.catalog.Catalog;
import io.epochwise.decision.ChargedMonths;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.CostMonth;
import io.epochwise.decision.CostPart;
import io.epochwise.decision.CostPartKind;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Makes a quotation of answers. */
public final class Quoting {
    private static final String DATA_SERVICES = "81112000";

    /** What is not bought from the provider of the model, so that no commitment to it covers it. */
    private static final Set<LineCode> OWN_WORK = EnumSet.of(
            LineCode.TRAINING_LABOR,
            LineCode.UP_FRONT_PREPARATION,
            LineCode.UP_FRONT_EVALUATION,
            LineCode.UP_FRONT_EXTRA,
            LineCode.SERVING_LABOR,
            LineCode.INFERENCE_FALLBACK);

    private final Catalog catalog;
    private final QuotationRequest request;
    private final LocalDate asOf;
    private final List<CostAnswer> answers;
    private final List<String> ids;
    private final DocumentDetails asked;
    private final String listCurrency;
    private final String currency;
    private final BigDecimal rate;
    private final MinorUnits minorUnits;

    /**
     * The answers to all questions of a quotation.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where neither a question nor the quotation names one
     * @throws InvalidInputException if a rule is broken; fields of a question begin with {@code requests[2].}
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering, naming its field
     */
    public static List<CostAnswer> answers(Catalog catalog, QuotationRequest request, LocalDate today) {
        LocalDate day = Objects.requireNonNullElse(request.asOf(), today);
        QuotationChecks.check(request, day);
        List<CostAnswer> answers = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.requests().size(); i++) {
            try {
                answers.add(CostAnswer.of(
                        catalog, "requests[" + i + "]", request.requests().get(i), day));
            } catch (InvalidInputException fault) {
                violations.addAll(fault.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return answers;
    }

    /**
     * The quotation of answers.
     *
     * @param catalog where the facts are from
     * @param request what was asked
     * @param today as for the answers
     * @param answers the answers to its questions
     * @param ids the ids that the questions' own operations give these
     * @return the quotation, without an id
     * @throws InvalidInputException if prices are in several currencies, or not in the document's and no rate is given
     */
    public static Quotation of(
            Catalog catalog, QuotationRequest request, LocalDate today, List<CostAnswer> answers, List<String> ids) {
        return new Quoting(catalog, request, today, answers, ids).quotation();
    }

    private Quoting(
            Catalog catalog, QuotationRequest request, LocalDate today, List<CostAnswer> answers, List<String> ids) {
        this.catalog = catalog;
        this.request = request;
        this.answers = answers;
        this.ids = ids;
        asOf = Objects.requireNonNullElse(request.asOf(), today);
        asked = Objects.requireNonNullElse(request.document(), DocumentDetails.NONE);
        listCurrency = listCurrency();
        currency = Objects.requireNonNullElse(asked.currency(), listCurrency);
        rate = rate();
        minorUnits = MinorUnits.of(currency)
                .orElseThrow(() -> new InvalidInputException(
                        "document.currency",
                        "must be given, since prices are in " + currency + ", in which none pays"));
    }

    private String listCurrency() {
        String first = answers.get(0).currency();
        for (int i = 1; i < answers.size(); i++) {
            String other = answers.get(i).currency();
            if (!other.equals(first)) {
                throw new InvalidInputException(
                        "requests[" + i + "]",
                        "has prices in " + other + " and the first request in " + first
                                + "; one rate of exchange cannot convert both");
            }
        }
        return first;
    }

    private BigDecimal rate() {
        ExchangeRate given = asked.exchangeRate();
        if (currency.equals(listCurrency)) {
            if (given != null) {
                throw new InvalidInputException(
                        "document.exchangeRate", "must be absent: prices are in " + currency + " already");
            }
            return BigDecimal.ONE;
        }
        if (given == null) {
            throw new InvalidInputException(
                    "document.exchangeRate",
                    "must be given: prices are in " + listCurrency + ", and rates of exchange are never looked up");
        }
        return given.rate();
    }

    private Quotation quotation() {
        List<QuotedGroup> groups = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            groups.add(group(i + 1, answers.get(i), ids.get(i)));
        }
        AgreedSpending agreement = agreed(groups);
        Adjusting adjusting = new Adjusting(agreement, groups, minorUnits, rate, asOf);
        return new Quotation(
                null,
                catalog.version(),
                asOf,
                Quotation.FORECAST,
                listCurrency,
                currency,
                Objects.requireNonNullElse(request.focusVersion(), Quotation.USUAL_FOCUS_VERSION),
                completed(groups),
                groups,
                agreement,
                adjusting.lines(),
                adjusting.totals());
    }

    /** What the request says, and what the operator agreed with providers of which the request says nothing. */
    private AgreedSpending agreed(List<QuotedGroup> groups) {
        AgreedSpending said = Objects.requireNonNullElse(request.agreement(), AgreedSpending.NONE);
        List<Commitment> commitments = new ArrayList<>(said.commitments());
        List<Credit> credits = new ArrayList<>(said.credits());
        for (String provider : providers(groups)) {
            boolean committed =
                    said.commitments().stream().anyMatch(one -> one.provider().equals(provider));
            boolean credited = said.credits().stream()
                    .anyMatch(one -> one.provider() == null || one.provider().equals(provider));
            for (Agreement agreement : catalog.agreements(provider)) {
                if (!agreement.inForce(asOf)) {
                    continue;
                }
                if (!committed && agreement.committedAmount() != null) {
                    commitments.add(new Commitment(
                            provider, agreement.committedAmount(), agreement.paid(), agreement.source()));
                }
                if (!credited) {
                    agreement.credits().forEach(one -> credits.add(new Credit(provider, one.amount(), one.note())));
                }
            }
        }
        return new AgreedSpending(commitments, credits);
    }

    private static List<String> providers(List<QuotedGroup> groups) {
        return groups.stream()
                .flatMap(group -> group.lines().stream())
                .map(QuotedLine::provider)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private DocumentDetails completed(List<QuotedGroup> groups) {
        List<String> providers = providers(groups);
        Party supplier = asked.supplier() == null && providers.size() == 1
                ? new Party(providers.get(0), null)
                : asked.supplier();
        return new DocumentDetails(
                asked.number(),
                Objects.requireNonNullElse(asked.issueDate(), asOf),
                asked.validUntil(),
                asked.buyer(),
                supplier,
                currency,
                asked.exchangeRate(),
                asked.notes(),
                asked.costCenter(),
                asked.buyerCookie(),
                Objects.requireNonNullElse(asked.unspsc(), DATA_SERVICES));
    }

    private QuotedGroup group(int number, CostAnswer answer, String id) {
        List<QuotedLine> lines = new ArrayList<>();
        for (CostPart part : answer.parts()) {
            for (EstimateLine line : part.estimate().lines()) {
                lines.add(line(number + "." + (lines.size() + 1), part, line));
            }
        }
        boolean priced = lines.stream().noneMatch(QuotedLine::unpriced);
        return new QuotedGroup(
                number,
                answer.kind(),
                title(answer),
                answer.alternative(),
                id,
                answer.asOf(),
                answer.total() == null ? null : converted(answer.total()),
                priced
                        ? lines.stream()
                                .map(QuotedLine::rounded)
                                .reduce(minorUnits.round(BigDecimal.ZERO), BigDecimal::add)
                        : null,
                lines,
                answer.months().stream().map(this::converted).toList(),
                availabilities(answer),
                notes(answer, Estimate::assumptions),
                notes(answer, Estimate::warnings));
    }

    private static String title(CostAnswer answer) {
        String offering =
                answer.parts().get(answer.parts().size() - 1).estimate().offering();
        String of =
                switch (answer.kind()) {
                    case TRAINING -> "Training of ";
                    case INFERENCE -> "Inference with ";
                    case EVALUATION -> "Evaluation of ";
                    case COMPARISON -> "Alternative " + answer.alternative() + " of a comparison: ";
                    case PROMPT_SHORTENING -> "Prompt shortening, " + answer.alternative() + ": ";
                };
        int months = answer.months().size();
        String span = months == 0 ? "" : months == 1 ? ", 1 month" : ", " + months + " months";
        return of + offering + span;
    }

    private static List<QuotedGroup.PartAvailability> availabilities(CostAnswer answer) {
        return answer.parts().stream()
                .filter(part -> part.kind() != CostPartKind.RETRAINING)
                .map(part -> new QuotedGroup.PartAvailability(
                        part.kind(), part.estimate().offering(), part.estimate().availability()))
                .toList();
    }

    private static <T> List<T> notes(CostAnswer answer, Function<Estimate, List<T>> kind) {
        Set<T> all = new LinkedHashSet<>();
        answer.parts().forEach(part -> all.addAll(kind.apply(part.estimate())));
        return List.copyOf(all);
    }

    private QuotedLine line(String id, CostPart part, EstimateLine line) {
        String offering = part.estimate().offering();
        Range amount = line.unpriced() ? null : converted(line.amount());
        BigDecimal list = line.unpriced() ? null : line.listUnitPrice();
        return new QuotedLine(
                id,
                LineCategory.USAGE,
                part.kind(),
                OWN_WORK.contains(line.code()) ? null : offering.substring(0, offering.indexOf('/')),
                offering,
                line.code().toString(),
                line.description(),
                from(part, line),
                to(part, line),
                line.quantity(),
                line.unit(),
                line.per(),
                list == null ? null : converted(list),
                line.unpriced() ? null : converted(line.unitPrice()),
                list == null ? null : converted(new Rate(list, line.per()).cost(line.quantity())),
                amount,
                amount == null ? null : minorUnits.round(amount.expected()),
                line.formula(),
                line.source(),
                line.priceAsOf(),
                line.grade(),
                line.unpriced());
    }

    private static LocalDate from(CostPart part, EstimateLine line) {
        int first = ChargedMonths.of(line).first();
        return part.estimate().asOf().plusMonths(first == 0 ? 0 : first - 1L);
    }

    /** What is not billed by months is billed on a day. */
    private static LocalDate to(CostPart part, EstimateLine line) {
        int last = ChargedMonths.of(line).last();
        LocalDate asOf = part.estimate().asOf();
        return last == 0 ? asOf.plusDays(1) : asOf.plusMonths(last);
    }

    private CostMonth converted(CostMonth month) {
        return new CostMonth(
                month.month(), month.date(), month.requests(), month.cost() == null ? null : converted(month.cost()));
    }

    private Range converted(Range amount) {
        return amount.times(rate).asAmount();
    }

    private BigDecimal converted(BigDecimal amount) {
        return Decimals.amount(amount.multiply(rate));
    }
}
