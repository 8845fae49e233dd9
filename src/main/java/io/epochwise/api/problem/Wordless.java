package io.epochwise.api.problem;

/** A failure fit for the log: classes and stack frames, but no messages, because a message may quote a request. */
public final class Wordless extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 10;

    private Wordless(String name, Throwable cause) {
        super(name, cause);
    }

    /** The same failure without its words. */
    public static Throwable of(Throwable fault) {
        return of(fault, DEEPEST);
    }

    private static Wordless of(Throwable fault, int depth) {
        Throwable cause = fault.getCause() == null || depth == 0 ? null : of(fault.getCause(), depth - 1);
        Wordless wordless = new Wordless(fault.getClass().getName(), cause);
        wordless.setStackTrace(fault.getStackTrace());
        return wordless;
    }
}
