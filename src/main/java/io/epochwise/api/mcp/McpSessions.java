package io.epochwise.api.mcp;

import io.quarkiverse.mcp.server.InitialCheck;
import io.quarkiverse.mcp.server.InitialRequest;
import io.quarkiverse.mcp.server.runtime.ConnectionManager;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Iterator;

/** Bounds the sessions that are open at once, so that memory has a limit; those that are idle end by themselves. */
@Singleton
final class McpSessions implements InitialCheck {
    private static final int MOST = 10_000;

    private final ConnectionManager open;

    McpSessions(ConnectionManager open) {
        this.open = open;
    }

    @Override
    public Uni<CheckResult> perform(InitialRequest request) {
        int count = 0;
        for (Iterator<?> sessions = open.iterator(); sessions.hasNext() && count <= MOST; sessions.next()) {
            count++;
        }
        return count > MOST
                ? CheckResult.error("as many sessions are open as may be; try again in a few minutes")
                : CheckResult.success();
    }
}
