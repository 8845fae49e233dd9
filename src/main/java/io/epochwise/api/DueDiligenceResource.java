package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.policy.DueDiligence;
import io.epochwise.policy.DueDiligenceRequest;
import io.epochwise.policy.OfferingDueDiligence;
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

/** Whether offerings meet what an organization requires. */
@Path("/v1/due-diligence")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Due diligence")
public final class DueDiligenceResource {
    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;

    DueDiligenceResource(Catalog catalog, Clock clock, Identity identity) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
    }

    /** Which requirements offerings meet. */
    @POST
    @Operation(
            operationId = "checkDueDiligence",
            summary = "Which requirements offerings meet, and until when they can be had",
            description = "Each requirement has a result for each offering: pass, fail or unknown, with the source it"
                    + " rests on. What no source tells is unknown, never a pass. Beside the results stand what can be"
                    + " done with the offering on the day, what remains in its place, and what its limits say of the"
                    + " dataset.")
    @APIResponse(responseCode = "200", description = "Results, availability and findings for each offering")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    public DueDiligence check(@NotNull @Valid DueDiligenceRequest request) {
        DueDiligence answer = DueDiligence.of(catalog, request, LocalDate.now(clock));
        List<String> ids =
                answer.offerings().stream().map(OfferingDueDiligence::offering).toList();
        return answer.withId(identity.of("due-diligence", request.resolved(ids, answer.asOf())));
    }
}
