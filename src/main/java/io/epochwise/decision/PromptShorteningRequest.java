package io.epochwise.decision;

import io.epochwise.estimate.Question;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.estimate.Workload;
import io.epochwise.money.RangeChoice;
import io.epochwise.policy.Organization;
import java.time.LocalDate;

/**
 * Does a tuned model, asked with a shorter prompt, pay back what tuning it costs? Both workloads are complete and have the same
 * requests. {@code baseline}, {@code tuned}, {@code training} and {@code months} are needed; every other part may be null.
 *
 * @param baseline the model that answers now, with its long prompt
 * @param tuned the model that is to be tuned, with its prompt after that
 * @param training how it is tuned
 * @param months how many months are looked at, from 1 to 120, the first beginning on {@code asOf}
 * @param retrainEveryMonths after how many months the job and its evaluation are made again, from 1 to 120; null for never
 * @param breakEvenBy the month, from 1 to 120, by which the thresholds are to make it pay back; null for the last
 * @param organization who tunes and calls; null for not said
 * @param asOf the day of the job and the first day of month 1; null for today
 * @param uncertainty how the saving is to be drawn many times; null for not at all
 */
public record PromptShorteningRequest(
        ModelUse baseline,
        ModelUse tuned,
        TrainingPlan training,
        Integer months,
        Integer retrainEveryMonths,
        Integer breakEvenBy,
        Organization organization,
        LocalDate asOf,
        UncertaintyChoice uncertainty)
        implements Question {
    private static final String TUNED = "tuned.workload.";

    /** The same question with one value chosen of each number; both models get the same requests. */
    PromptShorteningRequest resolved(RangeChoice choice) {
        Workload before = baseline.workload().resolved("baseline.workload.", choice);
        RangeChoice sameRequests = (field, range) -> switch (field) {
            case TUNED + "requestsPerMonth" -> before.requestsPerMonth();
            case TUNED + "monthlyGrowth" -> before.monthlyGrowth();
            default -> choice.choose(field, range);
        };
        return with(
                baseline.with(before),
                tuned.with(tuned.workload().resolved(TUNED, sameRequests)),
                training.resolved("training.", choice));
    }

    /** The same question with the offerings' ids in place of names, and with the day that is taken. */
    public PromptShorteningRequest resolved(String baselineId, String tunedId, LocalDate day) {
        return new PromptShorteningRequest(
                baseline.named(baselineId),
                tuned.named(tunedId),
                training,
                months,
                retrainEveryMonths,
                breakEvenBy,
                organization,
                day,
                uncertainty);
    }

    PromptShorteningRequest with(ModelUse before, ModelUse after, TrainingPlan plan) {
        return new PromptShorteningRequest(
                before, after, plan, months, retrainEveryMonths, breakEvenBy, organization, asOf, uncertainty);
    }
}
