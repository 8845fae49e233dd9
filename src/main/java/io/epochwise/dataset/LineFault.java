package io.epochwise.dataset;

/** A line cannot be used; thrown while reading it and caught where the next line begins. Carries no content. */
final class LineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FindingCode code;

    LineFault(FindingCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    FindingCode code() {
        return code;
    }
}
