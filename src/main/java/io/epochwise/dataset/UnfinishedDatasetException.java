package io.epochwise.dataset;

import java.io.IOException;

/** A dataset could not be read to its end. The cause says why. */
public final class UnfinishedDatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    UnfinishedDatasetException(long line, IOException cause) {
        super("reading stopped in line " + line, cause);
        this.line = line;
    }

    /** The line in which reading stopped, from 1. */
    public long line() {
        return line;
    }
}
