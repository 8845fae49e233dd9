package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.TextEncoding;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The tokens of texts, without any packaging.
 *
 * @param encoding the encoding counted with
 * @param exact whether it is the one the model really uses; if not, low and high span all encodings known here
 * @param counts tokens of each text, in the order of the question
 * @param total tokens of all texts
 */
public record TextTokenCount(String encoding, boolean exact, List<Long> counts, TokenRange total) {
    /**
     * Counts texts.
     *
     * @throws io.epochwise.fault.UnknownNameException if the offering is unknown
     * @throws InvalidInputException naming the field that is wrong
     */
    public static TextTokenCount of(Catalog catalog, TextTokenRequest request) {
        List<String> texts = request.texts();
        if (texts == null || texts.isEmpty() || texts.size() > TextTokenRequest.MAX_TEXTS) {
            throw new InvalidInputException("texts", "must be one to " + TextTokenRequest.MAX_TEXTS + " texts");
        }
        int missing = texts.indexOf(null);
        if (missing >= 0) {
            throw new InvalidInputException("texts[" + missing + "]", "must be a text");
        }
        if ((request.offering() == null) == (request.encoding() == null)) {
            throw new InvalidInputException("offering", "give either an offering or an encoding");
        }
        return request.offering() == null
                ? exactly(request.encoding(), texts)
                : byOffering(catalog.require(request.offering()).textEncoding(), texts);
    }

    private static TextTokenCount exactly(String encoding, List<String> texts) {
        if (!Encodings.ids().contains(encoding)) {
            throw new InvalidInputException("encoding", "must be one of " + Encodings.ids());
        }
        List<Long> counts = counts(Encodings.of(encoding), texts);
        return new TextTokenCount(encoding, true, counts, TokenRange.exactly(sum(counts)));
    }

    private static TextTokenCount byOffering(TextEncoding fact, List<String> texts) {
        String encoding = fact == null ? OfferingCounter.USUAL_ENCODING : fact.encoding();
        boolean exact = fact != null && fact.status() == FactStatus.STATED;
        List<Long> counts = counts(Encodings.of(encoding), texts);
        long expected = sum(counts);
        long low = expected;
        long high = expected;
        if (!exact) {
            for (String other : Encodings.ids()) {
                long tokens = sum(counts(Encodings.of(other), texts));
                low = Math.min(low, tokens);
                high = Math.max(high, tokens);
            }
        }
        return new TextTokenCount(encoding, exact, counts, new TokenRange(low, expected, high));
    }

    private static List<Long> counts(Encoding encoding, List<String> texts) {
        List<Long> counts = new ArrayList<>(texts.size());
        texts.forEach(text -> counts.add(encoding.count(Objects.requireNonNull(text))));
        return counts;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
