package io.epochwise.api.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether assistants may ask. */
@ConfigMapping(prefix = "epochwise.mcp")
public interface McpConfig {
    /** Whether the endpoint {@code /mcp} answers; read at start, so that one build serves both. */
    @WithDefault("false")
    boolean enabled();
}
