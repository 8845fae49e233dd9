package io.epochwise.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.token.image.Detail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jboss.resteasy.reactive.RestQuery;

/** Stands in for endpoints: takes and gives every kind of value the rim has rules for. */
@Path("/test")
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {
    static final CountDownLatch HELD = new CountDownLatch(1);

    private final Clock clock;

    ProbeResource(Clock clock) {
        this.clock = clock;
    }

    /** One of each. */
    public record Probe(
            String name,
            int count,
            Long big,
            Double ratio,
            BigDecimal price,
            Boolean tuned,
            LocalDate asOf,
            Detail detail,
            Optional<String> note,
            List<@Valid Size> images,
            JsonNode tree) {}

    /** A part with rules of its own: by annotation, and by its constructor. */
    public record Size(@Positive int width, int height) {
        public Size {
            if (height == 13) {
                throw new InvalidInputException("height", "must not be 13");
            }
        }
    }

    @POST
    @Path("/echo")
    @Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
    public Probe echo(@NotNull @Valid Probe probe) {
        return probe;
    }

    @POST
    @Path("/list")
    @Consumes({MediaType.APPLICATION_JSON, MediaTypes.YAML})
    public int list(@NotNull List<@NotNull @Valid Size> sizes) {
        return sizes.size();
    }

    @POST
    @Path("/upload")
    @Consumes({"application/jsonl", "application/x-ndjson", "application/octet-stream"})
    public Map<String, Long> upload(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
    }

    /** Reads one byte and then nothing until {@link #HELD} is released. */
    @POST
    @Path("/held")
    @Consumes("application/octet-stream")
    public int held(InputStream body) throws IOException, InterruptedException {
        int first = body.read();
        HELD.await();
        return first;
    }

    @GET
    @Path("/query")
    public String query(
            @RestQuery LocalDate asOf,
            @RestQuery Detail detail,
            @RestQuery List<Integer> sizes,
            @RestQuery @Min(1) Integer months) {
        return "[\"" + asOf + "\",\"" + detail + "\",\"" + sizes + "\"]";
    }

    @GET
    @Path("/named/{name}")
    public String named(@PathParam("name") String name) {
        throw new UnknownNameException("offering", name, List.of("openai/gpt-4o"));
    }

    @POST
    @Path("/fail")
    public String fail(@NotNull Map<String, String> body) {
        throw new IllegalStateException("cannot handle " + body);
    }

    @GET
    @Path("/today")
    public String today() {
        return '"' + clock.instant().toString() + '"';
    }
}
