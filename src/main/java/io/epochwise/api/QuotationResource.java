package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.decision.CostAnswer;
import io.epochwise.export.Quotation;
import io.epochwise.export.QuotationFormat;
import io.epochwise.export.QuotationRequest;
import io.epochwise.export.Quoting;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Spelling;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What things cost, as a document. */
@Path(QuotationResource.PATH)
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Tag(name = "Documents")
public final class QuotationResource {
    static final String PATH = "/v1/quotations";

    /** What Accept can name; JSON is written unless another is. */
    static final List<String> FORMS = Stream.concat(
                    Stream.of(MediaType.APPLICATION_JSON),
                    Arrays.stream(QuotationFormat.values()).map(QuotationResource::form))
            .distinct()
            .toList();

    private static final String JSON = "json";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Catalog catalog;
    private final Clock clock;
    private final Identity identity;
    private final HeavyWork work;

    QuotationResource(Catalog catalog, Clock clock, Identity identity, HeavyWork work) {
        this.catalog = catalog;
        this.clock = clock;
        this.identity = identity;
        this.work = work;
    }

    /** Several costs as one document. */
    @POST
    @Produces({
        MediaType.APPLICATION_JSON,
        "text/csv",
        XLSX,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML,
        MediaType.APPLICATION_FORM_URLENCODED
    })
    @Operation(
            operationId = "quote",
            summary = "What several things cost together, as a document of procurement",
            description =
                    "Each request is a question as the operation of its kind takes it; of a comparison and of prompt shortening"
                            + " one alternative is quoted. The document is a forecast and no offer, and the same request gives the same"
                            + " document, byte for byte. Amounts are exact; rounded holds whole minor units of the currency, and a"
                            + " line says what rounding leaves, so that lines and payable agree. A commitment covers what is charged"
                            + " at its provider; credits cover what is left. format goes before Accept."
                            + " format=focus gives rows of FOCUS as text/csv, of which Accept gives the lines of the quotation.")
    @APIResponse(
            responseCode = "200",
            description = "The quotation",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Quotation.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_FORM_URLENCODED, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = Asked.TOO_MANY_DECISIONS)
    public Response quote(
            @Parameter(
                            description = "What to write it as; what Accept says if absent",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {JSON, "csv", "xlsx", "focus", "ubl", "cxml", "oci"}),
                            example = JSON)
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers,
            @NotNull @Valid QuotationRequest request) {
        Optional<QuotationFormat> document = format == null ? accepted(headers) : named(format);
        Quotation quotation = work.decision(() -> quotation(request));
        if (document.isEmpty()) {
            return Response.ok(quotation, MediaType.APPLICATION_JSON_TYPE).build();
        }
        return Response.ok(document.get().write(quotation), document.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + document.get().fileName(quotation) + '"')
                .build();
    }

    private Quotation quotation(QuotationRequest request) {
        LocalDate today = LocalDate.now(clock);
        List<CostAnswer> answers = Quoting.answers(catalog, request, today);
        List<String> ids = answers.stream().map(identity::of).toList();
        Quotation quotation = Quoting.of(catalog, request, today, answers, ids);
        return quotation.withId(identity.of("quotation", List.of(ids, named(quotation), agreement(request))));
    }

    private static Object named(Quotation quotation) {
        return List.of(quotation.asOf(), quotation.document());
    }

    private static Object agreement(QuotationRequest request) {
        return request.agreement() == null ? List.of() : request.agreement();
    }

    /** The document that a format names; empty for JSON. */
    private static Optional<QuotationFormat> named(String format) {
        if (format.equals(JSON)) {
            return Optional.empty();
        }
        Optional<QuotationFormat> named = Spelling.parse(QuotationFormat.values(), format);
        if (named.isEmpty()) {
            throw new InvalidInputException(
                    "format",
                    "must be one of " + JSON + ", "
                            + Arrays.stream(QuotationFormat.values())
                                    .map(QuotationFormat::toString)
                                    .collect(Collectors.joining(", ")));
        }
        return named;
    }

    /** The document that the caller accepts most, which {@link AcceptedForms} leaves alone in the header; empty for JSON. */
    private static Optional<QuotationFormat> accepted(HttpHeaders headers) {
        return Arrays.stream(QuotationFormat.values())
                .filter(format -> form(format).equals(headers.getHeaderString(HttpHeaders.ACCEPT)))
                .findFirst();
    }

    /** The media type of a format without parameters. */
    private static String form(QuotationFormat format) {
        return format.mediaType().split(";", 2)[0];
    }
}
