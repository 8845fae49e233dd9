package io.epochwise.api.problem;

import java.io.IOException;

/** The body cannot be taken: broken encoding, too large, absent. Carries the problem to answer with. */
public final class RefusedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedBodyException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** The problem to answer with. */
    public Problem problem() {
        return problem;
    }

    /** The body is larger than may be taken in. */
    public static RefusedBodyException tooLarge(long maxBytes) {
        return new RefusedBodyException(
                Problem.of(413, "the decoded body exceeds the limit of " + maxBytes + " bytes"));
    }

    /** The body grows beyond reason when it is decompressed. */
    public static RefusedBodyException expandsTooMuch(int maxExpansion) {
        return new RefusedBodyException(Problem.of(
                413,
                "the body expands to more than " + maxExpansion + " times its compressed size, which is the limit"));
    }

    /** The body is not what its content encoding says. */
    public static RefusedBodyException broken(String encoding) {
        return new RefusedBodyException(Problem.of(400, "the body is no complete " + encoding + " data"));
    }

    /** There is no body where one is needed. */
    public static RefusedBodyException missing() {
        return new RefusedBodyException(Problem.of(400, "a body is required"));
    }
}
