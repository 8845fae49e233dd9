package io.epochwise.decision.guardrail;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.CostAnswer;
import io.epochwise.money.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Whether what something costs keeps to a policy.
 *
 * @param id digest of the answers' ids and the policy; null until set by {@link #withIds}
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day whose facts were applied
 * @param verdict the worst of all rules
 * @param policyName the name of the policy; null if it was given in the request
 * @param policy what was applied
 * @param currency ISO 4217 code of all amounts
 * @param total what all costs; null if a line is unpriced
 * @param estimateId the id of the answer of the question's own operation
 * @param baselineTotal what the baseline costs; null if there is none, or a line is unpriced
 * @param baselineId the id of its answer; null if there is none
 * @param rules what each rule says, in the order of {@link GuardrailRule}
 */
public record GuardrailEvaluation(
        String id,
        String catalogVersion,
        LocalDate asOf,
        GuardrailVerdict verdict,
        String policyName,
        Policy policy,
        String currency,
        Range total,
        String estimateId,
        Range baselineTotal,
        String baselineId,
        List<GuardrailResult> rules) {
    /** Copies the list. */
    public GuardrailEvaluation {
        rules = List.copyOf(rules);
    }

    /**
     * Evaluates answers.
     *
     * @param catalog where the facts are from
     * @param policyName as above
     * @param policy one that keeps to {@link PolicyChecks}
     * @param answer what is to be paid
     * @param baseline what it is compared with; null for nothing
     * @throws io.epochwise.fault.InvalidInputException if the policy is in another currency, or needs a baseline and there is none
     */
    public static GuardrailEvaluation of(
            Catalog catalog, String policyName, Policy policy, CostAnswer answer, CostAnswer baseline) {
        List<GuardrailResult> rules = new Guarding(catalog, policy, answer, baseline).results();
        return new GuardrailEvaluation(
                null,
                catalog.version(),
                answer.asOf(),
                rules.stream().map(GuardrailResult::verdict).reduce(GuardrailVerdict.ALLOW, GuardrailVerdict::and),
                policyName,
                policy,
                answer.currency(),
                answer.total(),
                null,
                baseline == null ? null : baseline.total(),
                null,
                rules);
    }

    /** The same with its id and those of the answers. */
    public GuardrailEvaluation withIds(String digest, String ofAnswer, String ofBaseline) {
        return new GuardrailEvaluation(
                digest,
                catalogVersion,
                asOf,
                verdict,
                policyName,
                policy,
                currency,
                total,
                Objects.requireNonNull(ofAnswer),
                baselineTotal,
                ofBaseline,
                rules);
    }
}
