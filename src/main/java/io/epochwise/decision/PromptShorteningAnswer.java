package io.epochwise.decision;

import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.Uncertainty;
import io.epochwise.estimate.Warning;
import io.epochwise.policy.Availability;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether tuning and a shorter prompt pay back, and why.
 *
 * @param id digest of the normalized request and the catalog version; null until set by {@link #withIds}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day of the job and the first day of month 1
 * @param currency ISO 4217 code of all amounts
 * @param baseline the id of the offering that answers now
 * @param tuned the id of the offering that is tuned
 * @param horizon the months looked at
 * @param breakEven when it pays back
 * @param perRequest what a request of the first month costs, what is billed by time spread over its requests; null if a cost is
 *     not known or no month exists
 * @param causes the saving by cause; empty if a cost is not known or no month exists
 * @param total all months, and of the tuned model all that is paid first; null if a cost is not known
 * @param upFront what is paid before the first request
 * @param months the months, with what has come together by the end of each
 * @param additionalExamples what examples cost that the shorter prompt makes necessary; null if none are given
 * @param thresholds what one number would have to be for it to pay back; empty if a cost is not known or no month exists
 * @param uncertainty what the saving in all comes to when it is drawn many times; null if that is not asked for, or a cost is
 *     not known
 * @param paidBackShare the part of the draws in which tuning has paid back by the end of the last month, from 0 to 1, rounded
 *     at 4 decimals; null if nothing is drawn
 * @param sensitivities which numbers matter most, the greatest first; empty if a cost is not known
 * @param availability whether the job can be created on the day
 * @param tunedAvailability whether a tuned model can be called on the day, and until when
 * @param baselineAvailability whether the baseline can be called on the day, and until when
 * @param warnings what may make the amounts wrong or the plan impossible, beginning with the part they are about
 * @param assumptions what the amounts rest on beyond stated facts, beginning with the part they are about
 * @param advisories what the answer does not tell
 */
public record PromptShorteningAnswer(
        String id,
        String catalogVersion,
        LocalDate asOf,
        String currency,
        String baseline,
        String tuned,
        Horizon horizon,
        BreakEven breakEven,
        Difference perRequest,
        List<CauseSaving> causes,
        Difference total,
        Estimate upFront,
        List<SimulatedMonth> months,
        AdditionalExamples additionalExamples,
        List<Threshold> thresholds,
        Uncertainty uncertainty,
        BigDecimal paidBackShare,
        List<Sensitivity> sensitivities,
        Availability availability,
        Availability tunedAvailability,
        Availability baselineAvailability,
        List<Warning> warnings,
        List<Assumption> assumptions,
        List<Advisory> advisories) {
    /** Copies the lists. */
    public PromptShorteningAnswer {
        causes = List.copyOf(causes);
        months = List.copyOf(months);
        thresholds = List.copyOf(thresholds);
        sensitivities = List.copyOf(sensitivities);
        warnings = List.copyOf(warnings);
        assumptions = List.copyOf(assumptions);
        advisories = List.copyOf(advisories);
    }

    /** The same answer with its id, and that of what is paid first. */
    public PromptShorteningAnswer withIds(String digest, String digestOfUpFront) {
        return new PromptShorteningAnswer(
                digest,
                catalogVersion,
                asOf,
                currency,
                baseline,
                tuned,
                horizon,
                breakEven,
                perRequest,
                causes,
                total,
                upFront.withId(digestOfUpFront),
                months,
                additionalExamples,
                thresholds,
                uncertainty,
                paidBackShare,
                sensitivities,
                availability,
                tunedAvailability,
                baselineAvailability,
                warnings,
                assumptions,
                advisories);
    }
}
