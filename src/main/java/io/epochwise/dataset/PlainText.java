package io.epochwise.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where a JSON string needs a closer look: at a quote, a backslash, a control character, or what is not ASCII. */
final class PlainText {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x80 * EACH;

    private PlainText() {}

    /** Index of the first byte from {@code from} that is none of plain text; {@code to} if all are. */
    static int end(byte[] buffer, int from, int to) {
        int position = from;
        while (position <= to - Long.BYTES) {
            long special = special((long) EIGHT_BYTES.get(buffer, position));
            if (special != 0) {
                return position + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            position += Long.BYTES;
        }
        while (position < to && plain(buffer[position])) {
            position++;
        }
        return position;
    }

    /** The lowest high bit that is set is that of the first of eight bytes that is not plain; those above may be wrong. */
    private static long special(long bytes) {
        long control = bytes - 0x20 * EACH;
        long quote = (bytes ^ '"' * EACH) - EACH;
        long backslash = (bytes ^ '\\' * EACH) - EACH;
        return (control | quote | backslash | bytes) & HIGH_BITS;
    }

    private static boolean plain(byte b) {
        return b >= 0x20 && b != '"' && b != '\\';
    }
}
