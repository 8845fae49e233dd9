package io.epochwise.token.text;

/** Text as UTF-8 bytes, in a buffer that is used again. */
public final class Utf8 {
    /** Most bytes of a code point. */
    public static final int MOST_BYTES = 4;

    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final int FIRST = 1 << 12;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[FIRST];

    /** An empty buffer. */
    Utf8() {}

    /**
     * Encodes a text; a lone surrogate becomes U+FFFD.
     *
     * @return how many bytes it has
     */
    int encode(CharSequence text, int from, int to) {
        long most = (long) (to - from) * MOST_BYTES_OF_A_CHAR + Encoding.PADDING;
        if (most > bytes.length) {
            bytes = new byte[(int) Math.min(Integer.MAX_VALUE - Encoding.PADDING, Math.max(most, 2L * bytes.length))];
        }
        byte[] out = bytes;
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out[length++] = (byte) c;
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                length = put(Character.toCodePoint(c, text.charAt(++i)), out, length);
            } else {
                length = put(c, out, length);
            }
        }
        return length;
    }

    /**
     * Writes a code point; a surrogate becomes U+FFFD.
     *
     * @param out with room for {@value #MOST_BYTES} bytes
     * @param at where it begins
     * @return index behind its last byte
     */
    public static int put(int codePoint, byte[] out, int at) {
        int c = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? REPLACEMENT : codePoint;
        int end = at;
        if (c < 0x80) {
            out[end++] = (byte) c;
        } else if (c < 0x800) {
            out[end++] = (byte) (0xC0 | c >> 6);
            out[end++] = continuation(c);
        } else if (c <= Character.MAX_VALUE) {
            out[end++] = (byte) (0xE0 | c >> 12);
            out[end++] = continuation(c >> 6);
            out[end++] = continuation(c);
        } else {
            out[end++] = (byte) (0xF0 | c >> 18);
            out[end++] = continuation(c >> 12);
            out[end++] = continuation(c >> 6);
            out[end++] = continuation(c);
        }
        return end;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }

    /** The buffer, good until the next text. */
    byte[] bytes() {
        return bytes;
    }

    /** Gives back a buffer that one large text has left. */
    void shrink() {
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[FIRST];
        }
    }

    /** The code point that begins at a place of well-formed bytes. */
    static int codePoint(byte[] text, int at) {
        int lead = text[at];
        if (lead >= 0) {
            return lead;
        }
        if (lead < (byte) 0xE0) {
            return (lead & 0x1F) << 6 | text[at + 1] & 0x3F;
        }
        if (lead < (byte) 0xF0) {
            return (lead & 0x0F) << 12 | (text[at + 1] & 0x3F) << 6 | text[at + 2] & 0x3F;
        }
        return (lead & 0x07) << 18 | (text[at + 1] & 0x3F) << 12 | (text[at + 2] & 0x3F) << 6 | text[at + 3] & 0x3F;
    }

    /** How many bytes the code point has whose first byte this is. */
    static int width(byte lead) {
        if (lead >= 0) {
            return 1;
        }
        if (lead < (byte) 0xE0) {
            return 2;
        }
        return lead < (byte) 0xF0 ? 3 : 4;
    }
}
