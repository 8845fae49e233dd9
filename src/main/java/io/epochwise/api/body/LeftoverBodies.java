package io.epochwise.api.body;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Discards what a client still sends after its answer is out. Most clients read nothing until they have sent everything,
 * so a refusal in the middle of a body would otherwise leave both sides waiting for each other. Who sends more than 64 MiB
 * beyond the answer is cut off.
 */
@Singleton
final class LeftoverBodies {
    private static final long MOST_DISCARDED = 64L * 1024 * 1024;

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            context.addEndHandler(ended -> {
                // not if the client is gone: a reader still waiting for its bytes has to hear of that itself
                if (ended.succeeded()) {
                    discard(context.request());
                }
            });
            context.next();
        });
    }

    private static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] left = {MOST_DISCARDED};
        request.exceptionHandler(gone -> {});
        request.handler(bytes -> {
            left[0] -= bytes.length();
            if (left[0] < 0) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
