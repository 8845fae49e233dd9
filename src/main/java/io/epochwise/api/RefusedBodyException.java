package io.epochwise.api;

import java.io.IOException;

/** The body cannot be taken: broken encoding, too large, absent. Carries the problem to answer with. */
final class RefusedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedBodyException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static RefusedBodyException tooLarge(long maxBytes) {
        return new RefusedBodyException(
                Problem.of(413, "the decoded body exceeds the limit of " + maxBytes + " bytes"));
    }

    static RefusedBodyException expandsTooMuch(int maxExpansion) {
        return new RefusedBodyException(Problem.of(
                413,
                "the body expands to more than " + maxExpansion + " times its compressed size, which is the limit"));
    }

    static RefusedBodyException broken(ContentEncoding encoding) {
        return new RefusedBodyException(Problem.of(400, "the body is no complete " + encoding + " data"));
    }

    static RefusedBodyException missing() {
        return new RefusedBodyException(Problem.of(400, "a JSON body is required"));
    }
}
