package io.epochwise.api.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long answers take. The platform measures every request ({@code http_server_requests_seconds}); here it gets the buckets that a
 * latency objective needs, and labels with few values that say what was asked: the platform has the path as a client wrote it where a
 * method is not allowed, any word for a method, and no path where an endpoint does not know an offering.
 */
final class HttpTimes {
    private static final String TIMER = "http.server.requests";

    /** From a small estimate to a large upload. */
    private static final double[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000, 60_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** What stands for the methods that HTTP does not have. */
    private static final String OTHER_METHOD = "OTHER";

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(TIMER)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    @Produces
    @Singleton
    HttpServerMetricsTagsContributor labels() {
        return context -> Tags.of(
                "uri", PathTemplates.of(context.request()),
                "method", knownMethod(context.request().method().name()));
    }

    /** The method, if HTTP has it: a client may write any word. */
    static String knownMethod(String method) {
        return METHODS.contains(method) ? method : OTHER_METHOD;
    }
}
