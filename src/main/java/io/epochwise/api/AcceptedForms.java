package io.epochwise.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides, where an answer has several forms, which of them the caller accepts most, as RFC 9110 says in 12.5.1, and tells the platform
 * that alone: the platform looks past quality zero and ranges such as {@code text/*}, and answers with parameters that were meant for it.
 */
@Singleton
final class AcceptedForms {
    /** The forms of the answers to POSTs, the usual one first, as the endpoint's {@code @Produces} has them. */
    private static final Map<String, List<String>> FORMS = Map.of(
            DiffResource.PATH,
            List.of(MediaType.APPLICATION_JSON, MediaTypes.MARKDOWN),
            QuotationResource.PATH,
            QuotationResource.FORMS);

    /** What no answer has as its type, so that the platform refuses to answer. */
    private static final String NO_FORM = "no/form";

    void install(@Observes Router router) {
        FORMS.forEach(
                (path, forms) -> router.post(path).order(Integer.MIN_VALUE).handler(context -> {
                    List<String> accepted = context.request().headers().getAll(HttpHeaders.ACCEPT);
                    if (!accepted.isEmpty()) {
                        context.request()
                                .headers()
                                .set(HttpHeaders.ACCEPT, best(forms, accepted).orElse(NO_FORM));
                    }
                    context.next();
                }));
    }

    /** A media range that is accepted, and how much, from 0 to 1. */
    private record Accepted(String type, String subtype, double quality) {
        /** Reads a range; a quality that is no number is none. */
        static Accepted of(String range) {
            String[] parts = range.toLowerCase(Locale.ROOT).split(";");
            String[] name = parts[0].strip().split("/", 2);
            double quality = Stream.of(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(parameter -> parameter.startsWith("q="))
                    .findFirst()
                    .map(parameter -> quality(parameter.substring(2)))
                    .orElse(1.0);
            return new Accepted(name[0], name.length > 1 ? name[1] : "", quality);
        }

        private static double quality(String text) {
            return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
        }

        /** How close it comes to a form: 2 for its very name, 0 for any; less if it does not hold it. */
        int closeness(String form) {
            if (form.equals(type + "/" + subtype)) {
                return 2;
            }
            if (subtype.equals("*")) {
                return form.startsWith(type + "/") ? 1 : type.equals("*") ? 0 : -1;
            }
            return -1;
        }
    }

    /** The form whose closest range has the highest quality, the first of several; empty if none is accepted. */
    static Optional<String> best(List<String> forms, List<String> headers) {
        List<Accepted> ranges = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(Accepted::of)
                .toList();
        String best = null;
        double most = 0;
        for (String form : forms) {
            double quality = quality(form, ranges);
            if (quality > most) {
                best = form;
                most = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double quality(String form, List<Accepted> ranges) {
        int closest = -1;
        double quality = 0;
        for (Accepted range : ranges) {
            if (range.closeness(form) > closest) {
                closest = range.closeness(form);
                quality = range.quality();
            }
        }
        return quality;
    }
}
