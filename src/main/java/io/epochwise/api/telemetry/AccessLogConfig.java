package io.epochwise.api.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether requests are logged. */
@ConfigMapping(prefix = "epochwise.access-log")
public interface AccessLogConfig {
    /** Whether each request to an endpoint leaves a line. */
    @WithDefault("false")
    boolean enabled();
}
