package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.OfferingKind;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What is known: offerings, prices, limits, dates, each with its source. */
@Path("/v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalog")
public final class CatalogResource {
    private final Catalog catalog;
    private final CatalogAnswers answers;

    CatalogResource(Catalog catalog, CatalogAnswers answers) {
        this.catalog = catalog;
        this.answers = answers;
    }

    /** The catalog's version and size. */
    @GET
    @Operation(
            operationId = "getCatalog",
            summary = "The catalog's version and size",
            description = "Answers rest on the catalog: as long as its version is the same, so are they.")
    @APIResponse(
            responseCode = "200",
            description = "The catalog at a glance",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Names catalog version and day; send it as If-None-Match",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the answer that If-None-Match names")
    public RestResponse<CatalogSummary> get(
            @RestQuery @Parameter(description = Asked.AS_OF, example = Asked.EXAMPLE_DAY) LocalDate asOf,
            @Context Request request) {
        LocalDate day = answers.day(asOf);
        return answers.cached(
                request,
                day,
                () -> new CatalogSummary(
                        catalog.version(), day, catalog.offerings().size(), catalog.providers()));
    }

    /** The offerings that match. */
    @GET
    @Path("/offerings")
    @Operation(
            operationId = "listOfferings",
            summary = "Offerings by provider, kind and ability",
            description =
                    "Without parameters all offerings. Retired ones stay in the list; nextEvent says what comes next.")
    @APIResponse(
            responseCode = "200",
            description = "The offerings that match, in order of their ids",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Names catalog version and day; send it as If-None-Match",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the answer that If-None-Match names")
    public RestResponse<OfferingList> list(
            @RestQuery @Parameter(description = "Only this provider", example = "azure") String provider,
            @RestQuery @Parameter(description = "Only this way to get the job done", example = "hosted")
                    OfferingKind kind,
            @RestQuery @Parameter(description = "Only models that do, or do not, take images", example = "true")
                    Boolean vision,
            @RestQuery
                    @Parameter(
                            description = "Only models that can, or cannot, be fine-tuned, dates aside",
                            example = "true")
                    Boolean fineTunable,
            @RestQuery @Parameter(description = Asked.AS_OF, example = Asked.EXAMPLE_DAY) LocalDate asOf,
            @Context Request request) {
        LocalDate day = answers.day(asOf);
        return answers.cached(
                request,
                day,
                () -> new OfferingList(
                        catalog.version(),
                        day,
                        catalog.offerings().stream()
                                .filter(offering ->
                                        provider == null || offering.provider().equals(provider))
                                .filter(offering -> kind == null || offering.kind() == kind)
                                .filter(offering -> vision == null || offering.takesImages() == vision)
                                .filter(offering -> fineTunable == null || offering.tunable() == fineTunable)
                                .map(offering -> OfferingSummary.of(offering, day))
                                .toList()));
    }

    /** All facts of an offering. */
    @GET
    @Path("/offerings/{provider}/{model: .+}")
    @Operation(
            operationId = "getOffering",
            summary = "All facts of an offering with their sources",
            description =
                    "Prices in force on the day, and the full history with past and future prices, dates, limits and data policies. An alias does as well as the id.")
    @APIResponse(
            responseCode = "200",
            description = "All facts, and the prices and image rules in force on the day",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Names catalog version and day; send it as If-None-Match",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the answer that If-None-Match names")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    public RestResponse<OfferingFacts> offering(
            @RestPath @Parameter(description = "The provider's id", example = "openai") String provider,
            @RestPath @Parameter(description = "The vendor's own model id", example = "gpt-4o-2024-05-13") String model,
            @RestQuery @Parameter(description = Asked.AS_OF, example = Asked.EXAMPLE_DAY) LocalDate asOf,
            @Context Request request) {
        LocalDate day = answers.day(asOf);
        return answers.cached(
                request, day, () -> OfferingFacts.of(catalog, catalog.require(provider + "/" + model), day));
    }

    /** Kinds of GPUs and their prices. */
    @GET
    @Path("/gpus")
    @Operation(
            operationId = "listGpus",
            summary = "Kinds of GPUs and what they cost by the hour",
            description =
                    "Own or rented GPUs train and serve open models. Peaks are dense, never with sparsity; prices are those of providers, with their dates.")
    @APIResponse(
            responseCode = "200",
            description = "The kinds in order of their ids, and the prices in force on the day",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Names catalog version and day; send it as If-None-Match",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the answer that If-None-Match names")
    public RestResponse<GpuList> gpus(
            @RestQuery @Parameter(description = Asked.AS_OF, example = Asked.EXAMPLE_DAY) LocalDate asOf,
            @Context Request request) {
        LocalDate day = answers.day(asOf);
        return answers.cached(request, day, () -> GpuList.of(catalog, day));
    }

    /** Public sets of questions and the harnesses that run them. */
    @GET
    @Path("/benchmarks")
    @Operation(
            operationId = "listBenchmarks",
            summary = "Public sets of questions on images, and the harnesses that run them",
            description =
                    "Sizes, images, prompts, answers and licenses, each with its source; what no source says is absent. estimateEvaluation takes the ids.")
    @APIResponse(
            responseCode = "200",
            description = "Both in order of their ids",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Names catalog version and day; send it as If-None-Match",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the answer that If-None-Match names")
    public RestResponse<BenchmarkList> benchmarks(@Context Request request) {
        return answers.cached(
                request,
                answers.day(null),
                () -> new BenchmarkList(catalog.version(), catalog.benchmarks(), catalog.harnesses()));
    }
}
