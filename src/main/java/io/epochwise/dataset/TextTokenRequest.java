package io.epochwise.dataset;

import java.time.LocalDate;
import java.util.List;

/**
 * A question for the tokens of texts. Either the offering or the encoding is given.
 *
 * @param offering id of an offering, or null
 * @param encoding name of an encoding, or null
 * @param asOf taken as every question takes it, and without effect: a model counts alike on all days
 * @param texts one to {@value #MAX_TEXTS} texts
 */
public record TextTokenRequest(String offering, String encoding, LocalDate asOf, List<String> texts) {
    /** Most texts of one question. */
    public static final int MAX_TEXTS = 10_000;
}
