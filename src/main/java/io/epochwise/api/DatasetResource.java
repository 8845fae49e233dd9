package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.ImageSize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What a dataset is, in numbers. */
@Path("/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public final class DatasetResource {
    private final DatasetProfiler profiler;
    private final HeavyWork work;
    private final Clock clock;

    DatasetResource(Catalog catalog, UploadLimits limits, HeavyWork work, Clock clock) {
        this.profiler = new DatasetProfiler(catalog, limits.reading(), work.sharing());
        this.work = work;
        this.clock = clock;
    }

    /** Profiles a dataset. */
    @POST
    @Path("/profile")
    @Consumes({"application/jsonl", "application/x-ndjson", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "profileDataset",
            summary = "Profile a JSONL dataset",
            description = "The body is the file itself, examples in OpenAI's chat format, also compressed"
                    + " (Content-Encoding gzip or zstd). It is read once, as it arrives, and not kept. To choose a file in the"
                    + " explorer, take application/octet-stream as the body's type.")
    @RequestBody(
            required = true,
            description = "The file: one example a line",
            content = {
                @Content(mediaType = "application/jsonl", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "Counts, sizes, tokens and findings; never content")
    @APIResponse(responseCode = "404", description = "There is no such offering; the problem names near matches")
    @APIResponse(responseCode = "503", description = "Too many uploads at once; Retry-After says when to ask again")
    public DatasetProfile profile(
            InputStream body,
            @RestQuery
                    @Parameter(
                            description = "An offering to count for; may be repeated",
                            example = "[\"openai/gpt-4o-2024-08-06\"]")
                    List<String> offering,
            @RestQuery
                    @Parameter(
                            description = "Width and height of images given by URL, which are never fetched",
                            example = "1275x1650")
                    String imageSize,
            @RestQuery @Parameter(description = Asked.AS_OF, example = Asked.EXAMPLE_DAY) LocalDate asOf)
            throws IOException {
        return work.upload(() -> profiler.profile(
                body,
                offering == null ? List.of() : offering,
                asOf == null ? LocalDate.now(clock) : asOf,
                imageSize == null ? null : ImageSize.parse("imageSize", imageSize)));
    }

    /** Merges profiles. */
    @POST
    @Path("/profiles/merge")
    @Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
    @Operation(
            operationId = "mergeProfiles",
            summary = "Merge the profiles of consecutive parts of a file",
            description = "The result is what profiling the parts one behind the other gives.")
    @APIResponse(responseCode = "200", description = "The profile of the whole")
    @APIResponse(responseCode = "404", description = "A profile names an offering that the catalog does not have")
    public DatasetProfile merge(@NotNull List<@NotNull @Valid DatasetProfile> profiles) {
        return profiler.merge(profiles);
    }
}
