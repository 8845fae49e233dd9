package io.epochwise.api;

/** The service has as much to do as it takes on; the caller may ask again soon. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** After how many seconds asking again makes sense: most uploads and all decisions end within it. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** @param message what there is too much of */
    OverloadedException(String message) {
        super(message, null, false, false);
    }
}
