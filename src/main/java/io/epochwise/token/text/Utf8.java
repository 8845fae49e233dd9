package io.epochwise.token.text;

/** Text as UTF-8 bytes, in a buffer that is used again. */
final class Utf8 {
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final int FIRST = 1 << 12;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[FIRST];

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
            } else if (c < 0x800) {
                out[length++] = (byte) (0xC0 | c >> 6);
                out[length++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                int codePoint = Character.toCodePoint(c, text.charAt(++i));
                out[length++] = (byte) (0xF0 | codePoint >> 18);
                out[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                out[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                out[length++] = (byte) (0x80 | codePoint & 0x3F);
            } else {
                char known = Character.isSurrogate(c) ? REPLACEMENT : c;
                out[length++] = (byte) (0xE0 | known >> 12);
                out[length++] = (byte) (0x80 | known >> 6 & 0x3F);
                out[length++] = (byte) (0x80 | known & 0x3F);
            }
        }
        return length;
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
