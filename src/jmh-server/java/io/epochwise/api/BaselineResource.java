package io.epochwise.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What the server's own endpoints are compared with: taking the same bodies on the same kind of thread through the same
 * filters, and doing nothing with them. Only the server that benchmarks build has it.
 */
@Path("/baseline")
@Produces(MediaType.APPLICATION_JSON)
public final class BaselineResource {
    private static final int BUFFER = 1 << 17;

    /** Reads the body to its end and answers its length. */
    @POST
    @Path("/drain")
    @Consumes("application/jsonl")
    @Operation(hidden = true)
    public long drain(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            length += read;
        }
        return length;
    }

    /**
     * Takes a body in one piece and answers spaces.
     *
     * @param bytes how many
     */
    @POST
    @Path("/echo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public byte[] echo(byte[] body, @RestQuery int bytes) {
        byte[] answer = new byte[bytes];
        Arrays.fill(answer, (byte) ' ');
        return answer;
    }
}
