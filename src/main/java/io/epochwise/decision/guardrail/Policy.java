package io.epochwise.decision.guardrail;

import io.epochwise.catalog.Grade;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Bound;
import io.epochwise.policy.Requirements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What costs must keep to. At least one rule is given; every part may be null.
 *
 * @param currency ISO 4217 code of the limits; null for that of the prices
 * @param bound which figure is held against limits of money; null for expected. If a figure keeps to its limit and its high does not,
 *     the rule warns
 * @param onUnknown what follows where a figure is not known, {@code deny} or {@code warn}; null for deny
 * @param warnOnly rules that warn where they would deny
 * @param maxTotal what all may cost, from 0 to 1,000,000,000,000, as all limits of money
 * @param maxMonthly what the dearest month of calls may cost, a job made again in it included
 * @param maxUpFront what may be paid beside calls before or at the beginning: training, evaluation
 * @param maxPerThousandRequests what 1,000 requests may cost, all included
 * @param maxIncreasePercent how much more than the baseline all may cost, from 0 to 1,000,000
 * @param availableUntil the day until which all must be possible: a job on its day, calls until before this day
 * @param minimumGrade the worst grade of a price's source; own prices are as good as official ones
 * @param maxPriceAgeDays how long before the day a price may have been read, from 0; own prices do not age
 * @param noUnpricedLines true to deny what has a line without a price
 * @param maxSeverity the worst warning that is allowed
 * @param providers those that are allowed, the first parts of offerings' ids
 * @param requirements what each offering must meet, as due diligence takes it
 */
public record Policy(
        String currency,
        Bound bound,
        OnUnknown onUnknown,
        List<GuardrailRule> warnOnly,
        BigDecimal maxTotal,
        BigDecimal maxMonthly,
        BigDecimal maxUpFront,
        BigDecimal maxPerThousandRequests,
        BigDecimal maxIncreasePercent,
        LocalDate availableUntil,
        Grade minimumGrade,
        Integer maxPriceAgeDays,
        Boolean noUnpricedLines,
        Severity maxSeverity,
        List<String> providers,
        Requirements requirements) {
    /** Copies the lists; elements that are null are left for the checks to name. */
    public Policy {
        warnOnly = warnOnly == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(warnOnly));
        providers = providers == null ? null : Collections.unmodifiableList(new ArrayList<>(providers));
    }

    /** Whether a rule is given. */
    boolean has(GuardrailRule rule) {
        return switch (rule) {
            case MAX_TOTAL -> maxTotal != null;
            case MAX_MONTHLY -> maxMonthly != null;
            case MAX_UP_FRONT -> maxUpFront != null;
            case MAX_PER_THOUSAND_REQUESTS -> maxPerThousandRequests != null;
            case MAX_INCREASE_PERCENT -> maxIncreasePercent != null;
            case AVAILABLE_UNTIL -> availableUntil != null;
            case MINIMUM_GRADE -> minimumGrade != null;
            case MAX_PRICE_AGE_DAYS -> maxPriceAgeDays != null;
            case NO_UNPRICED_LINES -> Boolean.TRUE.equals(noUnpricedLines);
            case MAX_SEVERITY -> maxSeverity != null;
            case PROVIDERS -> providers != null;
            case REQUIREMENTS -> requirements != null;
        };
    }

    Bound figure() {
        return bound == null ? Bound.EXPECTED : bound;
    }

    GuardrailVerdict ofUnknown() {
        return onUnknown == OnUnknown.WARN ? GuardrailVerdict.WARN : GuardrailVerdict.DENY;
    }
}
