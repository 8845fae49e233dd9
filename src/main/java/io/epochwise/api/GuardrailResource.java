package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.guardrail.GuardrailEvaluation;
import io.epochwise.decision.guardrail.GuardrailRequest;
import io.epochwise.decision.guardrail.Policy;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether costs keep to policies. */
@Path("/v1/guardrails")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public final class GuardrailResource {
    private final Catalog catalog;
    private final Policies policies;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    GuardrailResource(Catalog catalog, Policies policies, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.policies = policies;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** The policies that the service keeps. */
    record PolicyList(List<Policies.NamedPolicy> policies) {}

    /** The policies that the service keeps. */
    @GET
    @Path("/policies")
    @Operation(
            operationId = "listPolicies",
            summary = "The policies that the service keeps, by name",
            description = "They are read at start-up from the folder epochwise.guardrails.directory.")
    @APIResponse(responseCode = "200", description = "The policies in order of their names")
    public PolicyList policies() {
        return new PolicyList(policies.all());
    }

    /** Whether a cost keeps to a policy. */
    @POST
    @Path("/evaluate")
    @Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
    @Operation(
            operationId = "evaluateGuardrails",
            summary = "Whether what something costs keeps to a policy, rule by rule",
            description =
                    "The request is a question as the operation of its kind takes it. Each rule of the policy says allow, warn or"
                            + " deny with the figure it rests on; the verdict is the worst of them. A figure within its limit whose"
                            + " high is beyond it warns; what is not known denies unless the policy says that it warns, and never"
                            + " passes silently. The status is 200 for all verdicts: a pipeline stops on the verdict.")
    @APIResponse(responseCode = "200", description = "The verdict, and that of each rule with its figure")
    @APIResponse(
            responseCode = "404",
            description = "There is no such offering or policy; the problem names the field and near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public GuardrailEvaluation evaluate(@NotNull @Valid GuardrailRequest request) {
        Policy policy = policy(request);
        return work.decision(() -> evaluate(request, policy));
    }

    private Policy policy(GuardrailRequest request) {
        List<Violation> violations = new ArrayList<>();
        if ((request.policy() == null) == (request.policyName() == null)) {
            violations.add(new Violation("policy", "must be given, or policyName in its place, and not both"));
        }
        if (request.request() == null) {
            violations.add(new Violation("request", "must be given"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        if (request.policyName() != null) {
            return policies.require(request.policyName());
        }
        request.checkPolicy();
        return request.policy();
    }

    private GuardrailEvaluation evaluate(GuardrailRequest request, Policy policy) {
        LocalDate day = Objects.requireNonNullElseGet(request.asOf(), () -> LocalDate.now(clock));
        CostAnswer answer = CostAnswer.of(catalog, "request", request.request(), day);
        CostAnswer baseline =
                request.baseline() == null ? null : CostAnswer.of(catalog, "baseline", request.baseline(), day);
        GuardrailEvaluation evaluation =
                GuardrailEvaluation.of(catalog, request.policyName(), policy, answer, baseline);
        String id = identity.of(answer);
        String baselineId = baseline == null ? null : identity.of(baseline);
        List<Object> named = new ArrayList<>(List.of(id, policy, answer.asOf()));
        if (baseline != null) {
            named.add(baselineId);
        }
        return evaluation.withIds(identity.of("guardrails", named), id, baselineId);
    }
}
