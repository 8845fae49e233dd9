package io.epochwise.api.telemetry;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names requests, so that a line of the log, the caller and other services can speak of the same one: by the caller's
 * {@code X-Request-Id}, else by the trace of its {@code traceparent} (W3C Trace Context), else by a number that no other request of this
 * service has. What a caller sends is taken only if it can hold neither a text nor a line feed.
 */
final class RequestIds {
    private static final Pattern SENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private final String start;
    private final AtomicLong number = new AtomicLong();

    /** @param start when this service started, which tells its requests from those of the others */
    RequestIds(Instant start) {
        this.start = Long.toString(start.getEpochSecond() * 1_000_000_000 + start.getNano(), Character.MAX_RADIX);
    }

    /**
     * The id of a request.
     *
     * @param requestId the header {@code X-Request-Id}; null if there is none
     * @param traceParent the header {@code traceparent}; null if there is none
     */
    String of(String requestId, String traceParent) {
        if (requestId != null && SENT.matcher(requestId).matches()) {
            return requestId;
        }
        if (traceParent != null) {
            Matcher trace = TRACE.matcher(traceParent);
            if (trace.matches()) {
                return trace.group(1);
            }
        }
        return start + "-" + number.incrementAndGet();
    }
}
