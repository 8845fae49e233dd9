package io.epochwise.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Problems where no endpoint is: a path nobody serves or a URI nobody can read is answered with a problem, not with HTML.
 * And every problem, wherever it comes from, is compressed like other answers; the platform compresses only what an
 * endpoint returns.
 */
@Singleton
public final class RouterProblems {
    private static final List<Integer> STATUSES = List.of(400, 404, 405, 406, 413, 414, 415);

    private static final Logger LOG = Logger.getLogger(RouterProblems.class);

    private final ObjectMapper json;

    RouterProblems(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, context -> answer(context, status));
        }
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            context.addHeadersEndHandler(
                    ended -> HttpCompressionHandler.compressIfNeeded(context, Set.of(Problem.MEDIA_TYPE)));
            context.next();
        });
        router.route().last().handler(context -> answer(context, 404));
    }

    /** Answers a request that failed in a route of no endpoint, and logs what was not foreseen. */
    public void failed(RoutingContext context) {
        if (context.failure() != null && context.statusCode() >= 500) {
            LOG.error("request failed", Wordless.of(context.failure()));
        }
        answer(context, context.statusCode());
    }

    /** Answers with the problem that a status stands for, unless there is an answer already. */
    public void answer(RoutingContext context, int status) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(written(Problem.of(status, null)));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
