package io.epochwise.dataset.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes written one field after another. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes text(String latin1) {
        return raw(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes zeros(int count) {
        return raw(new byte[count]);
    }

    Bytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes be16(int value) {
        return u8(value >> 8, value);
    }

    Bytes be32(long value) {
        return be16((int) (value >> 16)).be16((int) value);
    }

    Bytes le16(int value) {
        return u8(value, value >> 8);
    }

    Bytes le24(int value) {
        return le16(value).u8(value >> 16);
    }

    Bytes le32(long value) {
        return le16((int) value).le16((int) (value >> 16));
    }

    byte[] done() {
        return out.toByteArray();
    }
}
