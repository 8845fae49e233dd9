package io.epochwise.catalog;

/** A catalog file breaks a rule; the message starts with file and line: {@code openai.yaml:37: unknown key "pirce"}. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file's name
     * @param line from 1
     * @param message what is wrong
     */
    public CatalogException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
