package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.TextEncoding;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The tokens of texts, without any packaging.
 *
 * @param encoding the encoding counted with
 * @param exact whether it is the one the model really uses; if not, low and high span all encodings known here, or the ratio
 *     to the encoding that the catalog estimates for the model
 * @param counts tokens of each text as best known, in the order of the question
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
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) == null) {
                throw new InvalidInputException("texts[" + i + "]", "must be a text");
            }
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
        List<Encoding> encodings = encodings(fact);
        List<List<Long>> counts =
                encodings.stream().map(encoding -> counts(encoding, texts)).toList();
        if (fact != null && fact.ratio() != null) {
            List<TokenRange> ranges = counts.get(0).stream().map(fact::tokens).toList();
            return new TextTokenCount(
                    fact.encoding(),
                    false,
                    ranges.stream().map(TokenRange::expected).toList(),
                    ranges.stream().reduce(TokenRange.ZERO, TokenRange::plus));
        }
        return new TextTokenCount(
                encodings.get(0).id(),
                encodings.size() == 1,
                counts.get(0),
                spanning(counts.stream().mapToLong(TextTokenCount::sum).toArray()));
    }

    /**
     * The encoding a model is best known to count with, and if that is not certain, all others after it; alone if the model
     * counts in a ratio to it.
     */
    static List<Encoding> encodings(TextEncoding fact) {
        String best = fact == null ? OfferingCounter.USUAL_ENCODING : fact.encoding();
        boolean certain = fact != null && (fact.exact() || fact.ratio() != null);
        Stream<String> others =
                certain ? Stream.empty() : Encodings.ids().stream().filter(other -> !other.equals(best));
        return Stream.concat(Stream.of(best), others).map(Encodings::of).toList();
    }

    /** The first count as expected value, within the least and the most of all. */
    static TokenRange spanning(long[] counts) {
        return new TokenRange(
                LongStream.of(counts).min().orElseThrow(),
                counts[0],
                LongStream.of(counts).max().orElseThrow());
    }

    private static List<Long> counts(Encoding encoding, List<String> texts) {
        List<Long> counts = new ArrayList<>(texts.size());
        texts.forEach(text -> counts.add(encoding.count(text)));
        return counts;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
