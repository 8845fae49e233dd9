package io.epochwise.dataset;

import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as it is read, in well-formed UTF-8, used again for the next text. A surrogate without its other half becomes U+FFFD. */
final class TextBuffer {
    private static final int FIRST = 1 << 12;
    private static final int LARGEST_KEPT = 1 << 20;
    private static final char NONE = 0;

    /** Texts of so many bytes, such as keys and roles, are mostly the same again and again. */
    private static final int SHORT = 16;

    private static final int PLACES = 1 << 8;

    private final String[] shorts = new String[PLACES];
    private byte[] bytes = new byte[FIRST];
    private int length;
    private int units;
    private int supplementary;
    private char high;
    private boolean loneSurrogate;

    /** Forgets the text. */
    void clear() {
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[FIRST];
        }
        length = 0;
        units = 0;
        supplementary = 0;
        high = NONE;
        loneSurrogate = false;
    }

    /** How many UTF-16 units were added. */
    int units() {
        return units;
    }

    /** Adds characters of ASCII. */
    void add(byte[] ascii, int from, int to) {
        if (from == to) {
            return;
        }
        endPair();
        int count = to - from;
        ensure(count);
        System.arraycopy(ascii, from, bytes, length, count);
        length += count;
        units += count;
    }

    /** Adds a character, or the half of one if halves are spelled one by one. */
    void add(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            endPair();
            units += 2;
            put(codePoint);
            return;
        }
        units++;
        char unit = (char) codePoint;
        if (high != NONE && Character.isLowSurrogate(unit)) {
            put(Character.toCodePoint(high, unit));
            high = NONE;
            return;
        }
        endPair();
        if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else if (Character.isLowSurrogate(unit)) {
            putLone(unit);
        } else {
            put(unit);
        }
    }

    /** To be called when the text is whole. */
    void finish() {
        endPair();
    }

    private void endPair() {
        if (high != NONE) {
            putLone(high);
            high = NONE;
        }
    }

    private void putLone(char half) {
        loneSurrogate = true;
        put(half);
    }

    private void put(int codePoint) {
        ensure(Utf8.MOST_BYTES);
        length = Utf8.put(codePoint, bytes, length);
        supplementary += Character.isSupplementaryCodePoint(codePoint) ? 1 : 0;
    }

    private void ensure(int more) {
        if (bytes.length - Encoding.PADDING - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more + Encoding.PADDING));
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** How many characters it has; a surrogate without its other half is one. */
    int characters() {
        return units - supplementary;
    }

    /** Whether it has a surrogate without its other half. */
    boolean hasLoneSurrogate() {
        return loneSurrogate;
    }

    /** The tokens of the text. */
    long tokens(Encoding encoding) {
        return encoding.count(bytes, 0, length);
    }

    @Override
    public String toString() {
        if (length > SHORT) {
            return string();
        }
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> Byte.SIZE) & PLACES - 1;
        String last = shorts[place];
        if (last == null || !spells(last)) {
            last = string();
            shorts[place] = last;
        }
        return last;
    }

    private boolean spells(String ascii) {
        if (ascii.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (ascii.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private String string() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
