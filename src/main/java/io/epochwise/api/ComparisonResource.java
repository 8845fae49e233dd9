package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.Comparison;
import io.epochwise.decision.ComparisonRequest;
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

/** Which way costs least. */
@Path("/v1/comparisons")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public final class ComparisonResource {
    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    ComparisonResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** Ways to get a workload done, the cheapest first. */
    @POST
    @Operation(
            operationId = "compareAlternatives",
            summary = "Which way to get a workload done costs least, and which cannot be had",
            description =
                    "Any number of alternatives for one workload: prompting a model as it is, tuning a hosted one, running an"
                            + " open one on own GPUs. An alternative's own workload replaces the common one. Those that last all months"
                            + " are ranked by their total, then those whose model ends before by what 1,000 requests cost. What cannot"
                            + " be had, breaks a requirement or has no known price is ruled out, with all reasons. crossovers are the"
                            + " months in which two of the ranked change places.")
    @APIResponse(responseCode = "200", description = "The ranked alternatives with their months, and those ruled out")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public Comparison compare(@NotNull @Valid ComparisonRequest request) {
        Comparison answer = work.decision(() -> Comparison.of(catalog, request, LocalDate.now(clock)));
        return answer.withId(identity.of("comparison", request.resolved(answer)));
    }
}
