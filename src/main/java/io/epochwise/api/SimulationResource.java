package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.PromptShortening;
import io.epochwise.decision.PromptShorteningAnswer;
import io.epochwise.decision.PromptShorteningRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens month by month. */
@Path("/v1/simulations")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public final class SimulationResource {
    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    SimulationResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** Whether tuning and a shorter prompt pay back. */
    @POST
    @Path("/prompt-shortening")
    @Operation(
            operationId = "simulatePromptShortening",
            summary = "Whether tuning a model so that its prompt can be shorter pays back, and when",
            description =
                    "The baseline with its long prompt against the tuned model with its short one, month by month. What is"
                            + " saved is told by cause; the causes add up to it. Break-even is the first month at whose end all that"
                            + " tuning and the tuned model have cost is at most what the baseline has cost. Months that begin on or"
                            + " after the end of one of the models do not exist; if it would have paid back after that, the verdict"
                            + " says so. thresholds tell what prompt, traffic, accuracy or prices would make it pay back by a month.")
    @APIResponse(responseCode = "200", description = "The verdict, the months, and what they rest on")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public PromptShorteningAnswer promptShortening(@NotNull @Valid PromptShorteningRequest request) {
        PromptShorteningAnswer answer =
                work.decision(() -> PromptShortening.of(catalog, request, LocalDate.now(clock)));
        return answer.withIds(
                identity.of("prompt-shortening", request.resolved(answer.baseline(), answer.tuned(), answer.asOf())),
                identity.of("up-front", request.training(), answer.tuned(), answer.asOf()));
    }
}
