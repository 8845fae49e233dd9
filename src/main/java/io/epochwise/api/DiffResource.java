package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.DiffRequest;
import io.epochwise.decision.EstimateDiff;
import io.epochwise.decision.EstimateSummary;
import io.epochwise.estimate.EstimateRequest;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What differs between two estimates. */
@Path(DiffResource.PATH)
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces({MediaType.APPLICATION_JSON, MediaTypes.MARKDOWN})
@Tag(name = "Decisions")
public final class DiffResource {
    static final String PATH = "/v1/diffs";

    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    DiffResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** What differs between two estimates, line by line, and why. */
    @POST
    @Operation(
            operationId = "diffEstimates",
            summary = "What differs between two estimates, line by line, and why",
            description =
                    "Both questions are of the kind named, exactly as the estimate of that kind takes them. Lines of"
                            + " the same code, unit and months are compared with each other, and those whose months differ together;"
                            + " those that are alike are only counted. Each difference has three parts, which add up to it exactly:"
                            + " what is asked to be done, the rules by which it counts, and its price. To tell the first two apart,"
                            + " the question before is asked once more with the offering, day, price class, region and own prices of"
                            + " the one after. Accept: text/markdown asks for the same as a review comment, with whatever the"
                            + " question holds as plain text in it.")
    @APIResponse(
            responseCode = "200",
            description = "The lines that differ, and what else does",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EstimateDiff.class)),
                @Content(mediaType = MediaTypes.MARKDOWN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "404",
            description = "There is no such offering; the problem names the field and near matches")
    @APIResponse(responseCode = "406", description = "Neither JSON nor Markdown is accepted")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public EstimateDiff diff(@NotNull @Valid DiffRequest request) {
        EstimateDiff diff = work.decision(() -> EstimateDiff.of(catalog, request, LocalDate.now(clock)));
        String before = id(request, request.before(), diff.before());
        String after = id(request, request.after(), diff.after());
        return diff.withIds(identity.of("diff", List.of(before, after)), before, after);
    }

    /** The id that the estimate has where it is asked for alone. */
    private String id(DiffRequest request, EstimateRequest question, EstimateSummary estimate) {
        return identity.of(request.kind().toString(), question, estimate.offering(), estimate.asOf());
    }
}
