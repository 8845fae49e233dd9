package io.epochwise.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.epochwise.catalog.Catalog;
import io.epochwise.dataset.ImageTokenCount;
import io.epochwise.dataset.ImageTokenRequest;
import io.epochwise.dataset.MessageTokenCount;
import io.epochwise.dataset.TextTokenCount;
import io.epochwise.dataset.TextTokenRequest;
import io.epochwise.fault.InvalidInputException;
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

/** How many tokens a provider counts. */
@Path("/v1/tokens")
@Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public final class TokenResource {
    private final Catalog catalog;
    private final Clock clock;
    private final ObjectMapper json;
    private final UploadLimits limits;

    TokenResource(Catalog catalog, Clock clock, ObjectMapper json, UploadLimits limits) {
        this.catalog = catalog;
        this.clock = clock;
        this.json = json;
        this.limits = limits;
    }

    /** The tokens of images. */
    @POST
    @Path("/images")
    @Operation(
            operationId = "countImageTokens",
            summary = "Tokens of images by size and detail",
            description =
                    "What is billed as best known on the day: the documented rule or, where recorded responses contradict the"
                            + " documentation, what they show. Low and high hold the other readings.")
    @APIResponse(responseCode = "200", description = "The tokens of each image and of all")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    public ImageTokenCount images(@NotNull @Valid ImageTokenRequest request) {
        return ImageTokenCount.of(catalog, request, LocalDate.now(clock));
    }

    /** The tokens of texts. */
    @POST
    @Path("/texts")
    @Operation(
            operationId = "countTextTokens",
            summary = "Tokens of texts by offering or encoding",
            description = "Texts alone, without the packaging of messages.")
    @APIResponse(responseCode = "200", description = "The tokens of each text and of all")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    public TextTokenCount texts(@NotNull @Valid TextTokenRequest request) {
        return TextTokenCount.of(catalog, request);
    }

    /** The input tokens of a request. */
    @POST
    @Path("/messages")
    @Operation(
            operationId = "countMessageTokens",
            summary = "Input tokens of a request in the provider's chat format",
            description = "Images as URL, as data URL, or with explicit width and height; nothing is fetched.")
    @APIResponse(responseCode = "200", description = "Text, image and overhead tokens")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    public MessageTokenCount messages(@NotNull @Valid MessageTokenRequest request) throws JsonProcessingException {
        if (request.offering() == null) {
            throw new InvalidInputException("offering", "is missing");
        }
        ObjectNode body = json.createObjectNode();
        if (request.messages() != null) {
            body.set("messages", request.messages());
        }
        if (request.tools() != null && !request.tools().isNull()) {
            body.set("tools", request.tools());
        }
        LocalDate asOf = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        return MessageTokenCount.of(catalog, request.offering(), json.writeValueAsBytes(body), asOf, limits.reading());
    }
}
