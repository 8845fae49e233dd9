package io.epochwise.api.body;

import io.epochwise.api.problem.ClientGoneException;
import io.epochwise.api.problem.RefusedBodyException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request body, decoded while it is read and bounded while it is decoded. Nothing is buffered beyond the decoder's
 * window, so a reader that pauses makes the client pause.
 *
 * <p>Every read may throw {@link RefusedBodyException} (answer with its problem) or {@link ClientGoneException} (nobody is
 * left to answer).
 */
final class DecodedBody extends InputStream {
    private static final long FREE_EXPANSION = 64L * 1024 * 1024;

    private final WireBytes wire;
    private final ContentEncoding encoding;
    private final boolean required;
    private final long maxBytes;
    private final int maxExpansion;
    private InputStream decoder;
    private long decoded;

    /**
     * @param wire the body as sent
     * @param required whether an empty body is refused
     * @param maxBytes most decoded bytes
     * @param maxExpansion most decoded bytes for each byte sent, looked at from 64 MiB on
     */
    DecodedBody(InputStream wire, ContentEncoding encoding, boolean required, long maxBytes, int maxExpansion) {
        this.wire = new WireBytes(wire);
        this.encoding = encoding;
        this.required = required;
        this.maxBytes = maxBytes;
        this.maxExpansion = maxExpansion;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = decode(target, offset, length);
        if (read < 0) {
            if (required && decoded == 0) {
                throw RefusedBodyException.missing();
            }
            return -1;
        }
        decoded += read;
        if (decoded > maxBytes) {
            throw RefusedBodyException.tooLarge(maxBytes);
        }
        if (decoded > FREE_EXPANSION && decoded / maxExpansion > wire.count()) {
            throw RefusedBodyException.expandsTooMuch(maxExpansion);
        }
        return read;
    }

    private int decode(byte[] target, int offset, int length) throws IOException {
        if (encoding == ContentEncoding.IDENTITY) {
            return wire.read(target, offset, length);
        }
        try {
            if (decoder == null) {
                decoder = encoding.decoding(wire);
            }
            return decoder.read(target, offset, length);
        } catch (ClientGoneException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // decoders tell broken data in many ways, aircompressor by unchecked exceptions
            throw RefusedBodyException.broken(encoding.toString());
        }
    }
}
