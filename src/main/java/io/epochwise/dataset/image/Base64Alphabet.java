package io.epochwise.dataset.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The standard alphabet of base64: RFC 4648, section 4. */
final class Base64Alphabet {
    /** The padding character, which is not of the alphabet. */
    static final byte PADDING = '=';

    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = values();

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x80 * EACH;

    private Base64Alphabet() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < CHARACTERS.length(); i++) {
            values[CHARACTERS.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** The character's six bits, 0 to 63; negative if it is not of the alphabet. */
    static int value(byte character) {
        return VALUES[character & 0xff];
    }

    /** Index of the first character from {@code from} that is not of the alphabet; {@code to} if all are. */
    static int end(byte[] buffer, int from, int to) {
        int position = from;
        while (position <= to - 2 * Long.BYTES
                && (valid((long) EIGHT_BYTES.get(buffer, position))
                                & valid((long) EIGHT_BYTES.get(buffer, position + Long.BYTES))
                                & HIGH_BITS)
                        == HIGH_BITS) {
            position += 2 * Long.BYTES;
        }
        while (position < to && value(buffer[position]) >= 0) {
            position++;
        }
        return position;
    }

    /**
     * Judges eight characters at once: the high bit of each byte is set if it is of the alphabet; the lower bits mean
     * nothing. With a byte's high bit clear, adding 0x80 - n sets it if the byte is at least n, and carries nothing into
     * the next byte; a byte that had it set is no ASCII, and whatever is carried then, the eight do not pass as valid.
     */
    private static long valid(long characters) {
        long lowerCase = characters | 0x20 * EACH;
        long letter = atLeast(lowerCase, 'a') & ~atLeast(lowerCase, 'z' + 1);
        long slashOrDigit = atLeast(characters, '/') & ~atLeast(characters, '9' + 1);
        long plus = ~((characters ^ '+' * EACH) + 0x7f * EACH);
        return (letter | slashOrDigit | plus) & ~characters;
    }

    private static long atLeast(long characters, int least) {
        return characters + (0x80 - least) * EACH;
    }
}
