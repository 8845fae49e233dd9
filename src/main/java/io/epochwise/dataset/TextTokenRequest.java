package io.epochwise.dataset;

import java.util.List;

/**
 * A question for the tokens of texts. Either the offering or the encoding is given.
 *
 * @param offering id of an offering, or null
 * @param encoding name of an encoding, or null
 * @param texts one to {@value #MAX_TEXTS} texts
 */
public record TextTokenRequest(String offering, String encoding, List<String> texts) {
    /** Most texts of one question. */
    public static final int MAX_TEXTS = 10_000;
}
