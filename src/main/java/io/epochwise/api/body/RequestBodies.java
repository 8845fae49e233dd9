package io.epochwise.api.body;

import io.epochwise.api.RequestLimits;
import io.epochwise.api.UploadLimits;
import io.epochwise.api.problem.Problem;
import io.epochwise.api.problem.RefusedBodyException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Decodes and bounds the body of every request, whether an endpoint takes it as JSON or as a stream. A stream has the
 * limit of an upload, all else the limit of JSON and must not be empty.
 *
 * <p>Works for endpoints on worker threads, that is, for all that return plain values: decoding waits for the client.
 */
final class RequestBodies {
    private static final String ACCEPTED = "gzip, zstd, identity";
    private static final int MAX_LENGTH_DIGITS = 18;

    private final RequestLimits limits;
    private final UploadLimits uploads;

    RequestBodies(RequestLimits limits, UploadLimits uploads) {
        this.limits = limits;
        this.uploads = uploads;
    }

    @ServerRequestFilter
    Optional<Response> bound(ContainerRequestContext request, SimpleResourceInfo endpoint) {
        if (List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
            return Optional.empty();
        }
        Optional<ContentEncoding> encoding = ContentEncoding.of(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (encoding.isEmpty()) {
            return Optional.of(unsupportedEncoding());
        }
        boolean upload = Arrays.asList(endpoint.parameterTypes()).contains(InputStream.class);
        long maxBytes = upload ? uploads.maxBytes() : limits.maxJsonBytes();
        if (announced(request) > maxBytes) {
            return Optional.of(refused(RefusedBodyException.tooLarge(maxBytes).problem()));
        }
        request.setEntityStream(
                new DecodedBody(request.getEntityStream(), encoding.get(), !upload, maxBytes, limits.maxExpansion()));
        return Optional.empty();
    }

    private static long announced(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return -1;
        }
        return length.length() > MAX_LENGTH_DIGITS ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private static Response unsupportedEncoding() {
        Problem problem = Problem.of(
                "unsupported-encoding", "Unsupported content encoding", 415, "accepted, one at a time: " + ACCEPTED);
        return Response.fromResponse(refused(problem))
                .header(HttpHeaders.ACCEPT_ENCODING, ACCEPTED)
                .build();
    }

    private static Response refused(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
