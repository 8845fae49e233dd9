package io.epochwise.api.telemetry;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Gives each request an id, which its answer and all its lines in the log have, and if it is switched on a line when it is over:
 * what was asked, by the template of the path, how it ended, how many bytes went over the wire and how long it took. A line has no path,
 * query, header or body as a client wrote it.
 */
@Singleton
final class AccessLog {
    private static final Logger LOG = Logger.getLogger("io.epochwise.access");
    private static final String ID = "requestId";
    private static final String ID_HEADER = "X-Request-Id";

    /** What stands for the status where the client did not wait for an answer. */
    private static final String BROKEN_OFF = "broken-off";

    private final RequestIds ids;
    private final boolean enabled;

    AccessLog(AccessLogConfig config, Clock clock) {
        ids = new RequestIds(clock.instant());
        enabled = config.enabled();
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            if (!context.normalizedPath().startsWith(PathTemplates.PLATFORM)) {
                begin(context);
            }
            context.next();
        });
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        String id = ids.of(request.getHeader(ID_HEADER), request.getHeader("traceparent"));
        context.response().putHeader(ID_HEADER, id);
        MDC.put(ID, id);
        if (enabled) {
            long start = System.nanoTime();
            context.addEndHandler(ended -> log(request, context.response(), id, ended.succeeded(), start));
        }
    }

    private static void log(
            HttpServerRequest request, HttpServerResponse response, String id, boolean answered, long start) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", HttpTimes.knownMethod(request.method().name()));
        fields.put("path", PathTemplates.of(request));
        fields.put("status", answered ? Integer.toString(response.getStatusCode()) : BROKEN_OFF);
        fields.put("bytesIn", request.bytesRead());
        fields.put("bytesOut", response.bytesWritten());
        fields.put("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        fields.put(ID, id);
        fields.forEach(MDC::put);
        LOG.infof("%s %s %s in=%d out=%d ms=%d id=%s", fields.values().toArray());
        fields.keySet().forEach(MDC::remove);
    }
}
