package io.epochwise.api.body;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The content encodings a request body may have; one at a time. */
enum ContentEncoding {
    /** As it is. */
    IDENTITY,
    /** RFC 1952, any number of members. */
    GZIP,
    /** RFC 8878, windows up to 8 MiB. */
    ZSTD;

    private static final int BUFFER = 64 * 1024;

    /** The encoding a {@code Content-Encoding} header names; empty if it names none that is accepted, or several. */
    static Optional<ContentEncoding> of(String header) {
        if (header == null || header.isBlank()) {
            return Optional.of(IDENTITY);
        }
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /** The decoded form of a stream. */
    InputStream decoding(InputStream encoded) throws IOException {
        return switch (this) {
            case IDENTITY -> encoded;
            case GZIP -> new GZIPInputStream(encoded, BUFFER);
            case ZSTD -> new ZstdInputStream(encoded);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
