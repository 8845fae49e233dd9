package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives answers that rest on nothing but the catalog and a day, which callers may therefore keep. */
@Singleton
final class CatalogAnswers {
    private static final int REVALIDATE_AFTER_SECONDS = 300;

    private final Catalog catalog;
    private final Clock clock;

    CatalogAnswers(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The day asked for; today if none is. */
    LocalDate day(LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    /** The tag names version and day, which with the address decide the whole answer. */
    <T> RestResponse<T> cached(Request request, LocalDate day, Supplier<T> answer) {
        EntityTag tag =
                new EntityTag(catalog.version().substring(catalog.version().indexOf(':') + 1) + "-" + day);
        CacheControl caching = new CacheControl();
        caching.setNoTransform(false);
        caching.setMaxAge(REVALIDATE_AFTER_SECONDS);
        boolean unchanged = request.evaluatePreconditions(tag) != null;
        return (unchanged
                        ? RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                        : RestResponse.ResponseBuilder.ok(answer.get()))
                .tag(tag)
                .cacheControl(caching)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }
}
