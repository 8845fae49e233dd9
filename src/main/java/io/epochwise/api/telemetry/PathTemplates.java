package io.epochwise.api.telemetry;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import java.util.regex.Pattern;

/**
 * The path of an endpoint as it is documented, {@code /v1/catalog/offerings/{provider}/{model}}, in place of the path that was asked
 * for. The platform leaves it with the request once it has found the endpoint.
 */
final class PathTemplates {
    /** Of what no endpoint took. */
    static final String UNMATCHED = "/unmatched";

    /** Where probes, metrics and documents are. */
    static final String PLATFORM = "/q/";

    private static final String KEY = "UrlPathTemplate";
    private static final Pattern PATTERN_OF_PART = Pattern.compile(": [^}]*");

    private PathTemplates() {}

    /** The template of the endpoint that took the request. */
    static String of(HttpServerRequest request) {
        String template = ((HttpServerRequestInternal) request).context().getLocal(KEY);
        if (template == null) {
            return UNMATCHED;
        }
        return template.indexOf(':') < 0
                ? template
                : PATTERN_OF_PART.matcher(template).replaceAll("");
    }
}
