package io.epochwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that ship with the service. */
public final class Resources {
    private Resources() {}

    /** The text of a file that is there. */
    public static String text(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("no resource " + path));
    }

    /** The text of a file, if it is there. */
    public static Optional<String> find(String path) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
