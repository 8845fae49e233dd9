package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.BudgetPlan;
import io.epochwise.decision.BudgetRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is the most that can be had for an amount. */
@Path("/v1/budgets")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public final class BudgetResource {
    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    BudgetResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** The largest plan within a budget. */
    @POST
    @Path("/plan")
    @Operation(
            operationId = "planBudget",
            summary = "The most epochs, examples or months, or the best image detail, that an amount pays for",
            description =
                    "For each alternative the largest plan whose cost is within the budget, the next larger one and what is"
                            + " missing for it, what binds, and levers: changes that save, each estimated on the plan itself, the largest"
                            + " saving first, with the plan that the budget would then pay for. An alternative of which not even the smallest"
                            + " plan is within the budget says what that would cost and which levers would help. An alternative is written as"
                            + " in a comparison; its kind may be left out, and its training takes the examples of dataset.")
    @APIResponse(
            responseCode = "200",
            description = "The plans, the largest first; those over the budget; and those ruled out")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public BudgetPlan plan(@NotNull @Valid BudgetRequest request) {
        BudgetPlan answer = work.decision(() -> BudgetPlan.of(catalog, request, LocalDate.now(clock)));
        String id = identity.of("budget", request.resolved(answer));
        return answer.withIds(id, estimate -> identity.of("budget-estimate", List.of(id, estimate)));
    }
}
