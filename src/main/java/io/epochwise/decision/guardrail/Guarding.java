package io.epochwise.decision.guardrail;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Grade;
import io.epochwise.dataset.Severity;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.CostMonth;
import io.epochwise.decision.CostPart;
import io.epochwise.decision.CostPartKind;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.Warning;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.DueDiligence;
import io.epochwise.policy.DueDiligenceRequest;
import io.epochwise.policy.Outcome;
import io.epochwise.policy.Reason;
import io.epochwise.policy.RequirementResult;
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.epochwise.decision.guardrail.GuardrailVerdict.ALLOW;
import static io.epochwise.decision.guardrail.GuardrailVerdict.DENY;
import static io.epochwise.decision.guardrail.GuardrailVerdict.NOT_APPLICABLE;
import static io.epochwise.decision.guardrail.GuardrailVerdict.WARN;

/** Holds an answer against the rules of a policy. */
final class Guarding {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 20;
    private static final int PERCENT_SCALE = 4;
    private static final String MAY = " It may be more than allowed.";

    private final Catalog catalog;
    private final Policy policy;
    private final CostAnswer answer;
    private final CostAnswer baseline;

    Guarding(Catalog catalog, Policy policy, CostAnswer answer, CostAnswer baseline) {
        this.catalog = catalog;
        this.policy = policy;
        this.answer = answer;
        this.baseline = baseline;
        if (policy.currency() != null && !policy.currency().equals(answer.currency())) {
            throw new InvalidInputException(
                    "policy.currency",
                    "must be " + answer.currency() + ", in which prices are; limits are not converted");
        }
        if (policy.maxIncreasePercent() != null && baseline == null) {
            throw new InvalidInputException("baseline", "must be given: the policy limits an increase");
        }
        if (baseline != null && !baseline.currency().equals(answer.currency())) {
            throw new InvalidInputException(
                    "baseline",
                    "has prices in " + baseline.currency() + " and the request in " + answer.currency()
                            + "; amounts are not converted");
        }
    }

    List<GuardrailResult> results() {
        return Arrays.stream(GuardrailRule.values())
                .filter(policy::has)
                .map(rule -> policy.warnOnly().contains(rule) ? of(rule).warning() : of(rule))
                .toList();
    }

    private GuardrailResult of(GuardrailRule rule) {
        return switch (rule) {
            case MAX_TOTAL -> money(rule, policy.maxTotal(), "All", answer.total());
            case MAX_MONTHLY -> monthly();
            case MAX_UP_FRONT -> upFront();
            case MAX_PER_THOUSAND_REQUESTS -> perThousand();
            case MAX_INCREASE_PERCENT -> increase();
            case AVAILABLE_UNTIL -> available();
            case MINIMUM_GRADE -> grades();
            case MAX_PRICE_AGE_DAYS -> ages();
            case NO_UNPRICED_LINES -> unpriced();
            case MAX_SEVERITY -> severity();
            case PROVIDERS -> providers();
            case REQUIREMENTS -> requirements();
        };
    }

    private GuardrailResult monthly() {
        if (answer.months().isEmpty()) {
            return notApplicable(
                    GuardrailRule.MAX_MONTHLY, amount(policy.maxMonthly()), "There are no months of calls.");
        }
        Range dearest = Range.ZERO;
        for (CostMonth month : answer.months()) {
            dearest = dearest == null || month.cost() == null ? null : greatest(dearest, month.cost());
        }
        return money(GuardrailRule.MAX_MONTHLY, policy.maxMonthly(), "The dearest month", dearest);
    }

    private static Range greatest(Range one, Range other) {
        return new Range(
                one.low().max(other.low()),
                one.expected().max(other.expected()),
                one.high().max(other.high()));
    }

    private GuardrailResult upFront() {
        List<CostPart> parts = answer.parts().stream()
                .filter(part -> part.kind() == CostPartKind.TRAINING || part.kind() == CostPartKind.EVALUATION)
                .toList();
        if (parts.isEmpty()) {
            return notApplicable(
                    GuardrailRule.MAX_UP_FRONT, amount(policy.maxUpFront()), "Nothing is trained or evaluated.");
        }
        Range sum = Range.ZERO;
        for (CostPart part : parts) {
            Range total = part.estimate().total();
            sum = sum == null || total == null ? null : sum.plus(total);
        }
        return money(GuardrailRule.MAX_UP_FRONT, policy.maxUpFront(), "What is paid beside calls", sum);
    }

    private GuardrailResult perThousand() {
        BigDecimal requests = answer.requests();
        if (requests.signum() == 0) {
            return notApplicable(
                    GuardrailRule.MAX_PER_THOUSAND_REQUESTS,
                    amount(policy.maxPerThousandRequests()),
                    "There are no requests.");
        }
        Range total = answer.total();
        Range each = total == null
                ? null
                : each(total, bound -> bound.multiply(THOUSAND).divide(requests, SCALE, RoundingMode.HALF_EVEN));
        // Compared before the division, so that rounding decides nothing.
        return money(
                GuardrailRule.MAX_PER_THOUSAND_REQUESTS,
                policy.maxPerThousandRequests(),
                "1,000 requests",
                each,
                total == null ? null : total.times(THOUSAND),
                policy.maxPerThousandRequests().multiply(requests));
    }

    private GuardrailResult increase() {
        GuardrailRule rule = GuardrailRule.MAX_INCREASE_PERCENT;
        String limit = Decimals.plain(policy.maxIncreasePercent());
        if (answer.total() == null || baseline.total() == null) {
            return unknown(rule, limit, "How much more it costs than the baseline is not known: a line has no price.");
        }
        boolean over = over(policy.figure());
        boolean maybe = over(Bound.HIGH) || over(Bound.EXPECTED);
        BigDecimal now = policy.figure().of(answer.total());
        BigDecimal before = policy.figure().of(baseline.total());
        BigDecimal more = now.subtract(before);
        String percent = before.signum() == 0
                ? null
                : Decimals.plain(more.multiply(HUNDRED).divide(before, PERCENT_SCALE, RoundingMode.HALF_EVEN));
        String text = "It costs " + amount(now) + " in place of " + amount(before) + ".";
        return new GuardrailResult(
                rule,
                over ? DENY : maybe ? WARN : ALLOW,
                limit,
                percent,
                null,
                text + (over || !maybe ? "" : MAY),
                List.of());
    }

    /** Whether it costs more than allowed, with all that is not sure taken alike on both sides. */
    private boolean over(Bound bound) {
        BigDecimal before = bound.of(baseline.total());
        BigDecimal more = bound.of(answer.total()).subtract(before);
        return more.multiply(HUNDRED).compareTo(policy.maxIncreasePercent().multiply(before)) > 0;
    }

    private GuardrailResult available() {
        GuardrailVerdict verdict = ALLOW;
        List<String> texts = new ArrayList<>();
        LocalDate earliest = null;
        for (CostPart part : answer.parts()) {
            Availability availability = part.estimate().availability();
            GuardrailVerdict ofPart = available(part, availability);
            verdict = verdict.and(ofPart);
            if (ofPart != ALLOW) {
                texts.add(part.kind().description() + ", " + part.estimate().offering() + ": " + availability.verdict()
                        + (availability.until() == null ? "" : " until " + availability.until()) + ". "
                        + availability.reasons().stream().map(Reason::text).collect(Collectors.joining(" ")));
            }
            boolean lasting = part.kind() == CostPartKind.CALLS && availability.until() != null;
            if (lasting && (earliest == null || availability.until().isBefore(earliest))) {
                earliest = availability.until();
            }
        }
        return new GuardrailResult(
                GuardrailRule.AVAILABLE_UNTIL,
                verdict,
                policy.availableUntil().toString(),
                earliest == null ? null : earliest.toString(),
                null,
                texts.isEmpty()
                        ? "All is possible, and no end before " + policy.availableUntil() + " is known."
                        : String.join(" ", texts).strip(),
                List.of());
    }

    private GuardrailVerdict available(CostPart part, Availability availability) {
        Verdict verdict = availability.verdict();
        if (verdict == Verdict.CLOSED || verdict == Verdict.RETIRED) {
            return DENY;
        }
        boolean ends = part.kind() == CostPartKind.CALLS
                && availability.until() != null
                && availability.until().isBefore(policy.availableUntil());
        return ends ? DENY : verdict == Verdict.AVAILABLE ? ALLOW : policy.ofUnknown();
    }

    /** How good a source is: what is concluded is worse than what is reported, and own prices are as good as official ones. */
    private static int rank(Grade grade) {
        return grade == Grade.OWN ? 0 : grade.ordinal();
    }

    private GuardrailResult grades() {
        List<EstimateLine> priced =
                answer.lines().filter(line -> !line.unpriced()).toList();
        List<EstimateLine> worse = priced.stream()
                .filter(line -> line.grade() != null && rank(line.grade()) > rank(policy.minimumGrade()))
                .toList();
        List<EstimateLine> ungraded =
                priced.stream().filter(line -> line.grade() == null).toList();
        String worst = priced.stream()
                .map(EstimateLine::grade)
                .filter(grade -> grade != null)
                .max(Comparator.comparing(Guarding::rank))
                .map(Grade::toString)
                .orElse(null);
        return ofLines(
                GuardrailRule.MINIMUM_GRADE,
                policy.minimumGrade().toString(),
                worst,
                worse,
                ungraded,
                "have a price of a worse grade",
                "have a price without a grade",
                "All prices are of that grade or better.");
    }

    private GuardrailResult ages() {
        List<EstimateLine> dated = answer.lines()
                .filter(line -> !line.unpriced() && line.grade() != Grade.OWN)
                .toList();
        List<EstimateLine> old = dated.stream()
                .filter(line -> line.priceAsOf() != null && age(line) > policy.maxPriceAgeDays())
                .toList();
        List<EstimateLine> undated =
                dated.stream().filter(line -> line.priceAsOf() == null).toList();
        String oldest = dated.stream()
                .filter(line -> line.priceAsOf() != null)
                .map(this::age)
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse(null);
        return ofLines(
                GuardrailRule.MAX_PRICE_AGE_DAYS,
                policy.maxPriceAgeDays().toString(),
                oldest,
                old,
                undated,
                "have a price that was read before that",
                "have a price without a date",
                "All prices were read within so many days.");
    }

    private long age(EstimateLine line) {
        return Math.max(0, ChronoUnit.DAYS.between(line.priceAsOf(), answer.asOf()));
    }

    private GuardrailResult unpriced() {
        List<EstimateLine> lines = answer.lines().filter(EstimateLine::unpriced).toList();
        return ofLines(
                GuardrailRule.NO_UNPRICED_LINES,
                "0",
                Integer.toString(lines.size()),
                lines,
                List.of(),
                "have no price",
                "",
                "All lines have a price.");
    }

    private GuardrailResult ofLines(
            GuardrailRule rule,
            String limit,
            String actual,
            List<EstimateLine> bad,
            List<EstimateLine> unknown,
            String why,
            String whyUnknown,
            String good) {
        GuardrailVerdict verdict = (bad.isEmpty() ? ALLOW : DENY).and(unknown.isEmpty() ? ALLOW : policy.ofUnknown());
        List<String> texts = new ArrayList<>();
        if (!bad.isEmpty()) {
            texts.add(codes(bad) + " " + why + ".");
        }
        if (!unknown.isEmpty()) {
            texts.add(codes(unknown) + " " + whyUnknown + ".");
        }
        return new GuardrailResult(
                rule,
                verdict,
                limit,
                actual,
                null,
                texts.isEmpty() ? good : String.join(" ", texts),
                Stream.concat(bad.stream(), unknown.stream())
                        .map(line -> line.code().toString())
                        .distinct()
                        .toList());
    }

    private static String codes(List<EstimateLine> lines) {
        return lines.stream().map(line -> line.code().toString()).distinct().collect(Collectors.joining(", "));
    }

    private GuardrailResult severity() {
        List<Warning> warnings = answer.parts().stream()
                .flatMap(part -> part.estimate().warnings().stream())
                .distinct()
                .toList();
        List<Warning> worse = warnings.stream()
                .filter(warning -> warning.severity().compareTo(policy.maxSeverity()) > 0)
                .toList();
        return new GuardrailResult(
                GuardrailRule.MAX_SEVERITY,
                worse.isEmpty() ? ALLOW : DENY,
                policy.maxSeverity().toString(),
                warnings.stream()
                        .map(Warning::severity)
                        .max(Comparator.naturalOrder())
                        .map(Severity::toString)
                        .orElse(null),
                null,
                worse.isEmpty()
                        ? "No warning is worse."
                        : worse.stream()
                                .map(warning -> warning.code() + ": " + warning.text())
                                .collect(Collectors.joining(" ")),
                List.of());
    }

    private GuardrailResult providers() {
        List<String> others = offerings().stream()
                .filter(id -> !policy.providers().contains(id.substring(0, id.indexOf('/'))))
                .toList();
        return new GuardrailResult(
                GuardrailRule.PROVIDERS,
                others.isEmpty() ? ALLOW : DENY,
                String.join(", ", policy.providers()),
                offerings().stream()
                        .map(id -> id.substring(0, id.indexOf('/')))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                null,
                others.isEmpty()
                        ? "All is of providers that are allowed."
                        : "Of another provider: " + String.join(", ", others) + ".",
                List.of());
    }

    private List<String> offerings() {
        return answer.parts().stream()
                .map(part -> part.estimate().offering())
                .distinct()
                .toList();
    }

    private GuardrailResult requirements() {
        DueDiligenceRequest question = new DueDiligenceRequest(
                null,
                offerings(),
                null,
                policy.requirements(),
                answer.question().organization(),
                null,
                null,
                answer.asOf());
        List<RequirementResult> results = DueDiligence.of(catalog, question, answer.asOf()).offerings().stream()
                .flatMap(one -> one.results().stream())
                .toList();
        boolean fails = results.stream().anyMatch(result -> result.verdict() == Outcome.FAIL);
        boolean unknown = results.stream().anyMatch(result -> result.verdict() == Outcome.UNKNOWN);
        List<RequirementResult> open = results.stream()
                .filter(result -> result.verdict() != Outcome.PASS)
                .toList();
        return new GuardrailResult(
                GuardrailRule.REQUIREMENTS,
                fails ? DENY : unknown ? policy.ofUnknown() : ALLOW,
                results.stream().map(RequirementResult::requirement).distinct().collect(Collectors.joining(", ")),
                open.stream()
                        .map(result -> result.requirement() + ": " + result.verdict())
                        .distinct()
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "), words -> words.isEmpty() ? null : words)),
                null,
                open.isEmpty()
                        ? "All requirements are met."
                        : open.stream()
                                .map(result -> result.requirement() + ": " + result.text())
                                .distinct()
                                .collect(Collectors.joining(" ")),
                List.of());
    }

    private GuardrailResult money(GuardrailRule rule, BigDecimal limit, String what, Range figure) {
        return money(rule, limit, what, figure, figure, limit);
    }

    /**
     * Holds an amount against a limit.
     *
     * @param figure what is shown; null if it is not known
     * @param exact what is compared; null if it is not known
     * @param most what it is compared with
     */
    private GuardrailResult money(
            GuardrailRule rule, BigDecimal limit, String what, Range figure, Range exact, BigDecimal most) {
        if (exact == null) {
            return unknown(rule, amount(limit), what + " costs what is not known: a line has no price.");
        }
        boolean over = policy.figure().of(exact).compareTo(most) > 0;
        boolean maybe = exact.high().compareTo(most) > 0;
        Range shown = figure.asAmount();
        String text = what + (what.endsWith("s") ? " cost " : " costs ")
                + policy.figure().of(shown).toPlainString()
                + (shown.exact()
                        ? ""
                        : ", from " + shown.low().toPlainString() + " to "
                                + shown.high().toPlainString())
                + " " + answer.currency() + "; " + amount(limit) + " is allowed.";
        return new GuardrailResult(
                rule,
                over ? DENY : maybe ? WARN : ALLOW,
                amount(limit),
                policy.figure().of(shown).toPlainString(),
                shown,
                text,
                List.of());
    }

    private static Range each(Range range, Function<BigDecimal, BigDecimal> function) {
        return new Range(function.apply(range.low()), function.apply(range.expected()), function.apply(range.high()));
    }

    private GuardrailResult unknown(GuardrailRule rule, String limit, String text) {
        return new GuardrailResult(rule, policy.ofUnknown(), limit, null, null, text, List.of());
    }

    private static GuardrailResult notApplicable(GuardrailRule rule, String limit, String text) {
        return new GuardrailResult(rule, NOT_APPLICABLE, limit, null, null, text, List.of());
    }

    private static String amount(BigDecimal value) {
        return Decimals.amount(value).toPlainString();
    }
}
