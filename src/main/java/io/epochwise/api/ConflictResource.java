package io.epochwise.api;

import io.epochwise.catalog.list.PricedCatalog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the price lists of others disagree with the catalog. */
@Path("/v1/catalog/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog")
public final class ConflictResource {
    private final PricedCatalog priced;
    private final CatalogAnswers answers;

    ConflictResource(PricedCatalog priced, CatalogAnswers answers) {
        this.priced = priced;
        this.answers = answers;
    }

    /** The prices that differ by more than 1 %, and what was read of each list. */
    @GET
    @Operation(
            operationId = "listConflicts",
            summary = "Where price lists disagree with the catalog",
            description =
                    "Prices of 1,000,000 tokens that differ by more than 1 %, and what each list gave and what of it was rejected. The lists are those of epochwise.catalog.price-lists; without any, both are empty. Negotiated prices are not compared.")
    @APIResponse(
            responseCode = "200",
            description = "The lists, and the prices that differ",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Names catalog version and day; send it as If-None-Match",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the answer that If-None-Match names")
    public RestResponse<ConflictList> list(
            @RestQuery
                    @Parameter(
                            description =
                                    "The day on which all lists are compared with the catalog, ISO 8601; if absent each on its own day, an undated one today (UTC)",
                            example = Asked.EXAMPLE_DAY)
                    LocalDate asOf,
            @Context Request request) {
        LocalDate day = answers.day(asOf);
        return answers.cached(
                request,
                day,
                () -> new ConflictList(priced.catalog().version(), priced.lists(), priced.conflicts(asOf, day)));
    }
}
