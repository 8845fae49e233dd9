package io.epochwise.decision.guardrail;

/** A rule of a policy, named as its field. */
public enum GuardrailRule {
    MAX_TOTAL("maxTotal"),
    MAX_MONTHLY("maxMonthly"),
    MAX_UP_FRONT("maxUpFront"),
    MAX_PER_THOUSAND_REQUESTS("maxPerThousandRequests"),
    MAX_INCREASE_PERCENT("maxIncreasePercent"),
    AVAILABLE_UNTIL("availableUntil"),
    MINIMUM_GRADE("minimumGrade"),
    MAX_PRICE_AGE_DAYS("maxPriceAgeDays"),
    NO_UNPRICED_LINES("noUnpricedLines"),
    MAX_SEVERITY("maxSeverity"),
    PROVIDERS("providers"),
    REQUIREMENTS("requirements");

    private final String field;

    GuardrailRule(String field) {
        this.field = field;
    }

    /** The field of the policy. */
    @Override
    public String toString() {
        return field;
    }
}
