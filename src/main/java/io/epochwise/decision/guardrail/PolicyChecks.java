package io.epochwise.decision.guardrail;

import io.epochwise.estimate.Faults;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a policy must keep to itself. */
public final class PolicyChecks {
    private static final BigDecimal MAX_MONEY = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MAX_PERCENT = BigDecimal.valueOf(1_000_000);
    private static final int MAX_DAYS = 36_500;
    private static final int MAX_PROVIDERS = 100;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Faults faults = new Faults();

    private PolicyChecks() {}

    /** @throws InvalidInputException naming all that is wrong; fields are those of the policy */
    public static void check(Policy policy) {
        PolicyChecks checks = new PolicyChecks();
        checks.all(policy);
        checks.faults.end();
    }

    private void all(Policy policy) {
        if (Arrays.stream(GuardrailRule.values()).noneMatch(policy::has)) {
            faults.add(
                    "",
                    "must have at least one of "
                            + Arrays.stream(GuardrailRule.values())
                                    .map(GuardrailRule::toString)
                                    .collect(Collectors.joining(", ")));
        }
        if (policy.currency() != null && !CURRENCY.matcher(policy.currency()).matches()) {
            faults.add("currency", "must be an ISO 4217 code such as USD");
        }
        upTo("maxTotal", policy.maxTotal(), MAX_MONEY);
        upTo("maxMonthly", policy.maxMonthly(), MAX_MONEY);
        upTo("maxUpFront", policy.maxUpFront(), MAX_MONEY);
        upTo("maxPerThousandRequests", policy.maxPerThousandRequests(), MAX_MONEY);
        upTo("maxIncreasePercent", policy.maxIncreasePercent(), MAX_PERCENT);
        faults.range("maxPriceAgeDays", policy.maxPriceAgeDays(), 0, MAX_DAYS);
        for (int i = 0; i < policy.warnOnly().size(); i++) {
            GuardrailRule rule = policy.warnOnly().get(i);
            if (faults.given("warnOnly[" + i + "]", rule) && !policy.has(rule)) {
                faults.add("warnOnly[" + i + "]", rule + " is no rule of the policy");
            }
        }
        if (policy.providers() != null) {
            if (policy.providers().isEmpty() || policy.providers().size() > MAX_PROVIDERS) {
                faults.add("providers", "must be from 1 to " + MAX_PROVIDERS);
            }
            for (int i = 0; i < policy.providers().size(); i++) {
                faults.given("providers[" + i + "]", policy.providers().get(i));
            }
        }
    }

    private void upTo(String field, BigDecimal value, BigDecimal most) {
        faults.decimal(field, value == null ? null : Range.exactly(value), BigDecimal.ZERO, most);
    }
}
