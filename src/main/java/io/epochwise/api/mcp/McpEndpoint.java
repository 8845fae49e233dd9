package io.epochwise.api.mcp;

import io.epochwise.api.problem.RouterProblems;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What stands before the endpoint: nothing is there unless it is switched on, only the streamable transport is served, and a message
 * is bounded and has the form it must have, because the extension holds all of it in memory and does not answer some it cannot read.
 */
@Singleton
final class McpEndpoint {
    private static final String PATH = "/mcp";

    /** Many times the largest question that makes sense. */
    private static final int MAX_MESSAGE_BYTES = 64 * 1024;

    /** Before the extension's own routes, after what stands around every answer. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    private final McpConfig config;
    private final RouterProblems problems;

    McpEndpoint(McpConfig config, RouterProblems problems) {
        this.config = config;
        this.problems = problems;
    }

    void install(@Observes Router router) {
        if (!config.enabled()) {
            router.route(PATH + "*").order(FIRST).handler(this::refuseAll);
            return;
        }
        router.route(PATH + "/*").order(FIRST).handler(this::refuseOtherTransports);
        router.route(PATH).order(FIRST).failureHandler(problems::failed);
        router.post(PATH)
                .order(FIRST)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_MESSAGE_BYTES))
                .handler(McpMessages::check);
    }

    private void refuseAll(RoutingContext context) {
        if (context.normalizedPath().equals(PATH) || context.normalizedPath().startsWith(PATH + "/")) {
            problems.answer(context, 404);
        } else {
            context.next();
        }
    }

    /** Beside the path itself the extension serves a transport that is no longer part of the protocol. */
    private void refuseOtherTransports(RoutingContext context) {
        if (context.normalizedPath().equals(PATH)) {
            context.next();
        } else {
            problems.answer(context, 404);
        }
    }
}
