package io.epochwise.decision.guardrail;

import io.epochwise.decision.CostQuestion;
import io.epochwise.decision.Part;
import java.time.LocalDate;

/**
 * Does what this costs keep to a policy? {@code request} is needed, and one of {@code policy} and {@code policyName}.
 *
 * @param policy what it must keep to
 * @param policyName the name of a policy that the service keeps
 * @param request what is to be paid
 * @param baseline what it is compared with; needed where the policy limits an increase, null else
 * @param asOf the day for questions that name none; null for today
 */
public record GuardrailRequest(
        Policy policy, String policyName, CostQuestion request, CostQuestion baseline, LocalDate asOf) {
    /** @throws io.epochwise.fault.InvalidInputException naming all that is wrong with the policy */
    public void checkPolicy() {
        Part.at("policy", () -> {
            PolicyChecks.check(policy);
            return policy;
        });
    }
}
