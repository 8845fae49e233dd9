package io.epochwise.decision.guardrail;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Grade;
import io.epochwise.dataset.Severity;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.money.Range;
import io.epochwise.policy.Requirements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.decision.guardrail.GuardrailVerdict.ALLOW;
import static io.epochwise.decision.guardrail.GuardrailVerdict.DENY;
import static io.epochwise.decision.guardrail.GuardrailVerdict.NOT_APPLICABLE;
import static io.epochwise.decision.guardrail.GuardrailVerdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Each rule below, at and above its limit, and where it is not known. */
class GuardrailEvaluationTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    /** A million tokens cost 2 and 10; the model ends on 2026-07-01. Of {@code acme/secret} the price of output is not known. */
    private static final Catalog CATALOG =
            CatalogLoader.load(List.of(new CatalogFile("acme.yaml", """
            provider: acme
            sources:
              PAGE: { citation: "https://acme.example", asOf: 2025-12-01, grade: official }
              BLOG: { citation: "https://blog.example", asOf: 2025-06-01, grade: secondary }
            offerings:
              - id: acme/seer
                name: Seer
                kind: hosted
                messageTokens: { perMessage: 0, perName: 0, perRequest: 0, perExample: { low: 0, expected: 0, high: 0 }, source: PAGE }
                prices:
                  - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                  - { meter: output, amount: "10.00", per: 1000000, source: BLOG }
                lifeCycle:
                  - { event: launch, on: 2025-01-01, source: PAGE }
                  - { event: shutdown, on: 2026-07-01, source: PAGE }
              - id: acme/secret
                name: Secret
                kind: hosted
                messageTokens: { perMessage: 0, perName: 0, perRequest: 0, perExample: { low: 0, expected: 0, high: 0 }, source: PAGE }
                prices:
                  - { meter: input, amount: "2.00", per: 1000000, source: PAGE }
                lifeCycle: [ { event: launch, on: 2025-01-01, source: PAGE } ]
            """)), List.of(), 10_000);

    /** Rules as they are named outside, with their limits; all else is not said. */
    private static final class PolicyBuilder {
        private Bound bound;
        private OnUnknown onUnknown;
        private List<GuardrailRule> warnOnly;
        private String currency;
        private BigDecimal maxTotal;
        private BigDecimal maxMonthly;
        private BigDecimal maxUpFront;
        private BigDecimal maxPerThousandRequests;
        private BigDecimal maxIncreasePercent;
        private LocalDate availableUntil;
        private Grade minimumGrade;
        private Integer maxPriceAgeDays;
        private Boolean noUnpricedLines;
        private Severity maxSeverity;
        private List<String> providers;
        private Requirements requirements;

        PolicyBuilder with(GuardrailRule rule, String limit) {
            switch (rule) {
                case MAX_TOTAL -> maxTotal = new BigDecimal(limit);
                case MAX_MONTHLY -> maxMonthly = new BigDecimal(limit);
                case MAX_UP_FRONT -> maxUpFront = new BigDecimal(limit);
                case MAX_PER_THOUSAND_REQUESTS -> maxPerThousandRequests = new BigDecimal(limit);
                case MAX_INCREASE_PERCENT -> maxIncreasePercent = new BigDecimal(limit);
                case AVAILABLE_UNTIL -> availableUntil = LocalDate.parse(limit);
                case MINIMUM_GRADE -> minimumGrade = Grade.valueOf(limit);
                case MAX_PRICE_AGE_DAYS -> maxPriceAgeDays = Integer.valueOf(limit);
                case NO_UNPRICED_LINES -> noUnpricedLines = Boolean.valueOf(limit);
                case MAX_SEVERITY -> maxSeverity = Severity.valueOf(limit);
                case PROVIDERS -> providers = List.of(limit);
                case REQUIREMENTS ->
                    requirements = new Requirements(true, null, null, null, null, null, null, null, null, null, null);
            }
            return this;
        }

        Policy build() {
            return new Policy(
                    currency,
                    bound,
                    onUnknown,
                    warnOnly,
                    maxTotal,
                    maxMonthly,
                    maxUpFront,
                    maxPerThousandRequests,
                    maxIncreasePercent,
                    availableUntil,
                    minimumGrade,
                    maxPriceAgeDays,
                    noUnpricedLines,
                    maxSeverity,
                    providers,
                    requirements);
        }
    }

    private static PolicyBuilder policy(GuardrailRule rule, String limit) {
        return new PolicyBuilder().with(rule, limit);
    }

    /** So many requests a month, which grow by the half, of 1,000 tokens in and so many out. */
    private static CostAnswer cost(String offering, Range requests, Range output) {
        Workload workload = new Workload(
                requests,
                Range.exactly(new BigDecimal("0.5")),
                Range.exactly(1_000),
                null,
                Range.exactly(0),
                List.of(),
                output,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        InferenceRequest request =
                new InferenceRequest(offering, null, workload, 2, null, null, null, null, null, null, null);
        return CostAnswer.of(CATALOG, new CostQuestion(CostKind.INFERENCE, request, null), TODAY);
    }

    /** 1,000 and 1,500 requests of 0.012: 12 and 18, 30 in all. */
    private static final CostAnswer SURE = cost("acme/seer", Range.exactly(1_000), Range.exactly(1_000));

    /** The same, from 500 to 2,000 requests in the first month: 15, 30, 60. */
    private static final CostAnswer OPEN = cost(
            "acme/seer",
            new Range(BigDecimal.valueOf(500), BigDecimal.valueOf(1_000), BigDecimal.valueOf(2_000)),
            Range.exactly(1_000));

    private static final CostAnswer UNPRICED = cost("acme/secret", Range.exactly(1_000), Range.exactly(1_000));

    private static GuardrailEvaluation evaluate(PolicyBuilder policy, CostAnswer answer) {
        Policy built = policy.build();
        PolicyChecks.check(built);
        return GuardrailEvaluation.of(CATALOG, null, built, answer, SURE);
    }

    private static GuardrailResult only(GuardrailEvaluation evaluation) {
        assertThat(evaluation.rules()).hasSize(1);
        assertThat(evaluation.verdict())
                .isEqualTo(
                        evaluation.rules().get(0).verdict() == NOT_APPLICABLE
                                ? ALLOW
                                : evaluation.rules().get(0).verdict());
        return evaluation.rules().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_TOTAL, 30.01, ALLOW, 30.00",
        "MAX_TOTAL, 30, ALLOW, 30.00",
        "MAX_TOTAL, 29.99, DENY, 30.00",
        "MAX_MONTHLY, 18, ALLOW, 18.00",
        "MAX_MONTHLY, 17.999999, DENY, 18.00",
        "MAX_UP_FRONT, 0, NOT_APPLICABLE,",
        "MAX_PER_THOUSAND_REQUESTS, 12, ALLOW, 12.00",
        "MAX_PER_THOUSAND_REQUESTS, 11.999999999999, DENY, 12.00",
        "MAX_INCREASE_PERCENT, 0, ALLOW, 0",
        "AVAILABLE_UNTIL, 2026-07-01, ALLOW, 2026-07-01",
        "AVAILABLE_UNTIL, 2026-07-02, DENY, 2026-07-01",
        "MINIMUM_GRADE, SECONDARY, ALLOW, secondary",
        "MINIMUM_GRADE, OFFICIAL_COPY, DENY, secondary",
        "MAX_PRICE_AGE_DAYS, 214, ALLOW, 214",
        "MAX_PRICE_AGE_DAYS, 213, DENY, 214",
        "NO_UNPRICED_LINES, true, ALLOW, 0",
        "MAX_SEVERITY, WARNING, ALLOW,",
        "PROVIDERS, acme, ALLOW, acme",
        "PROVIDERS, openai, DENY, acme",
        "REQUIREMENTS, zeroDataRetention, DENY, zeroDataRetention: unknown",
    })
    void rulesHoldFiguresAgainstLimits(GuardrailRule rule, String limit, GuardrailVerdict verdict, String actual) {
        GuardrailResult result = only(evaluate(policy(rule, limit), SURE));
        assertThat(result.verdict()).as(result.text()).isEqualTo(verdict);
        assertThat(result.actual()).isEqualTo(actual);
    }

    /** 15, 30 or 60 in all; 9, 18 or 36 in the second month. */
    @ParameterizedTest
    @CsvSource({
        "MAX_TOTAL, 60, EXPECTED, ALLOW",
        "MAX_TOTAL, 59.99, EXPECTED, WARN",
        "MAX_TOTAL, 29.99, EXPECTED, DENY",
        "MAX_TOTAL, 59.99, HIGH, DENY",
        "MAX_TOTAL, 60, HIGH, ALLOW",
        "MAX_TOTAL, 14.99, LOW, DENY",
        "MAX_TOTAL, 15, LOW, WARN",
        "MAX_MONTHLY, 36, EXPECTED, ALLOW",
        "MAX_MONTHLY, 35.99, EXPECTED, WARN",
        "MAX_INCREASE_PERCENT, 100, EXPECTED, ALLOW",
        "MAX_INCREASE_PERCENT, 99.99, EXPECTED, WARN",
        "MAX_INCREASE_PERCENT, 99.99, HIGH, DENY",
    })
    void whatIsNotSureWarns(GuardrailRule rule, String limit, Bound bound, GuardrailVerdict verdict) {
        PolicyBuilder policy = policy(rule, limit);
        policy.bound = bound;
        assertThat(only(evaluate(policy, OPEN)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"MAX_TOTAL", "MAX_MONTHLY", "MAX_PER_THOUSAND_REQUESTS", "MAX_INCREASE_PERCENT"})
    void whatIsNotKnownNeverPassesSilently(GuardrailRule rule) {
        PolicyBuilder policy = policy(rule, "1000000");
        assertThat(only(evaluate(policy, UNPRICED)).verdict()).isEqualTo(DENY);
        policy.onUnknown = OnUnknown.WARN;
        GuardrailResult result = only(evaluate(policy, UNPRICED));
        assertThat(result.verdict()).isEqualTo(WARN);
        assertThat(result.actual()).isNull();
    }

    @Test
    void linesThatAreMeantAreNamed() {
        assertThat(only(evaluate(policy(GuardrailRule.MINIMUM_GRADE, "OFFICIAL"), SURE))
                        .lines())
                .containsExactly("inference.output");
        GuardrailResult unpriced = only(evaluate(policy(GuardrailRule.NO_UNPRICED_LINES, "true"), UNPRICED));
        assertThat(unpriced.verdict()).isEqualTo(DENY);
        assertThat(unpriced.lines()).containsExactly("inference.output");
    }

    @Test
    void aRuleThatOnlyWarnsNeverDenies() {
        PolicyBuilder policy = policy(GuardrailRule.MAX_TOTAL, "1").with(GuardrailRule.MAX_MONTHLY, "18");
        policy.warnOnly = List.of(GuardrailRule.MAX_TOTAL);
        GuardrailEvaluation evaluation = evaluate(policy, SURE);
        assertThat(evaluation.rules()).extracting(GuardrailResult::verdict).containsExactly(WARN, ALLOW);
        assertThat(evaluation.verdict()).isEqualTo(WARN);
    }

    @Test
    void raisingALimitNeverMakesItWorse() {
        Random random = new Random(6);
        List<GuardrailRule> money = List.of(
                GuardrailRule.MAX_TOTAL,
                GuardrailRule.MAX_MONTHLY,
                GuardrailRule.MAX_PER_THOUSAND_REQUESTS,
                GuardrailRule.MAX_INCREASE_PERCENT);
        for (int i = 0; i < 500; i++) {
            BigDecimal limit = BigDecimal.valueOf(random.nextInt(8_000), 2);
            BigDecimal higher = limit.add(BigDecimal.valueOf(random.nextInt(3_000), 2));
            GuardrailRule rule = money.get(random.nextInt(money.size()));
            Bound bound = Bound.values()[random.nextInt(3)];
            List<GuardrailVerdict> verdicts = new ArrayList<>();
            for (BigDecimal each : List.of(limit, higher)) {
                PolicyBuilder policy = policy(rule, each.toPlainString());
                policy.bound = bound;
                verdicts.add(evaluate(policy, OPEN).verdict());
            }
            assertThat(verdicts.get(1)).as("%s %s %s", rule, limit, higher).isLessThanOrEqualTo(verdicts.get(0));
        }
    }

    private static List<String> faults(PolicyBuilder policy) {
        return catchThrowableOfType(InvalidInputException.class, () -> evaluate(policy, SURE)).violations().stream()
                .map(violation -> violation.field())
                .toList();
    }

    @Test
    void policiesThatMakeNoSenseAreRefused() {
        assertThat(faults(new PolicyBuilder())).containsExactly("");
        assertThat(faults(policy(GuardrailRule.MAX_TOTAL, "-1"))).containsExactly("maxTotal");
        PolicyBuilder warns = policy(GuardrailRule.MAX_TOTAL, "1");
        warns.warnOnly = List.of(GuardrailRule.MAX_MONTHLY);
        assertThat(faults(warns)).containsExactly("warnOnly[0]");
        PolicyBuilder euros = policy(GuardrailRule.MAX_TOTAL, "1");
        euros.currency = "EUR";
        assertThat(faults(euros)).containsExactly("policy.currency");
    }

    @Test
    void anIncreaseNeedsABaseline() {
        Policy policy = policy(GuardrailRule.MAX_INCREASE_PERCENT, "1").build();
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> GuardrailEvaluation.of(CATALOG, null, policy, SURE, null))
                        .violations())
                .extracting(violation -> violation.field())
                .containsExactly("baseline");
    }
}
