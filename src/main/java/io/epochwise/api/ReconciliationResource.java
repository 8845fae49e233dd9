package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.reconciliation.Reconciliation;
import io.epochwise.decision.reconciliation.ReconciliationRequest;
import io.epochwise.decision.reconciliation.Reconciling;
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

/** What was billed against what was estimated. */
@Path("/v1/reconciliations")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public final class ReconciliationResource {
    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    ReconciliationResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** An estimate against the bill, line by line, and why they differ. */
    @POST
    @Operation(
            operationId = "reconcileActuals",
            summary = "An estimate against the bill, line by line, why they differ, and by what to correct the next",
            description =
                    "Give the question of the estimate with the day it was made for, and what was billed: tokens, an amount, rows,"
                            + " or the text of a FOCUS file. A difference is split exactly into what quantity and what price make"
                            + " of it. Causes are told only where arithmetic shows them: counted or priced that way, the estimate"
                            + " meets the bill to the token or the cent (exact) or within 0.5 % (near); several may be possible."
                            + " Rows that no line stands for are listed. Nothing of the bill is kept.")
    @APIResponse(responseCode = "200", description = "The comparison, the causes, and the calibration")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public Reconciliation reconcile(@NotNull @Valid ReconciliationRequest request) {
        Reconciling.Compared compared = work.decision(() -> Reconciling.of(catalog, request, LocalDate.now(clock)));
        String estimate = identity.of(compared.estimate());
        return compared.reconciliation()
                .withIds(identity.of("reconciliation", List.of(estimate, request.actual())), estimate);
    }
}
