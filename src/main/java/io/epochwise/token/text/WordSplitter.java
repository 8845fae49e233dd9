package io.epochwise.token.text;

/**
 * Cuts text into the pieces that are encoded one by one, as an encoding's pattern does. A pattern is a list of alternatives tried in
 * order; here each is decided by looking at the characters once, from left to right.
 */
abstract class WordSplitter {
    private static final int LONGEST_NUMBER = 3;

    /** The classes of ASCII characters. */
    private static final byte[] ASCII = ascii();

    private static byte[] ascii() {
        byte[] classes = new byte[0x80];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = CharClass.of(c);
        }
        return classes;
    }

    /**
     * Where the piece ends that begins at a place.
     *
     * @param text well-formed UTF-8
     * @param from where the piece begins, before {@code to}
     * @param to where the text ends
     */
    abstract int end(byte[] text, int from, int to);

    /** The class of the character at a place. */
    static byte classAt(byte[] text, int at) {
        byte lead = text[at];
        return lead >= 0 ? ASCII[lead] : CharClass.of(Utf8.codePoint(text, at));
    }

    private static final long EACH = 0x0101010101010101L;
    private static final long TOP = 0x80 * EACH;

    /**
     * How many of the next eight bytes are ASCII letters of lower case, up to the first that is not.
     *
     * @param either bits that are set in each byte before: none, or the one that makes upper case lower
     */
    static int lowers(byte[] text, int at, long either) {
        long bytes = Vocabulary.eight(text, at) | either;
        long low = bytes & ~TOP;
        long atLeastA = low + (0x80 - 'a') * EACH;
        long aboveZ = low + (0x7F - 'z') * EACH;
        long others = ~(atLeastA & ~aboveZ & ~bytes) & TOP;
        return Long.numberOfTrailingZeros(others) / Byte.SIZE;
    }

    /** What makes upper case ASCII letters lower in {@link #lowers}, and lets no other become a letter. */
    static final long ANY_CASE = 0x20 * EACH;

    static boolean isLetter(byte kind) {
        return kind >= CharClass.UPPER && kind <= CharClass.LETTER;
    }

    /** One to three numbers. */
    static int endOfNumber(byte[] text, int from, int to) {
        int at = from;
        for (int i = 0; i < LONGEST_NUMBER && at < to && classAt(text, at) == CharClass.NUMBER; i++) {
            at += Utf8.width(text[at]);
        }
        return at;
    }

    /** What is neither white space nor letter nor number. */
    static int endOfPunctuation(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            byte kind = classAt(text, at);
            if (kind != CharClass.OTHER && kind != CharClass.MARK) {
                break;
            }
            at += Utf8.width(text[at]);
        }
        return at;
    }

    /**
     * White space: up to its last line break; without one, all but the last character, which belongs to the word that follows; all of
     * it if nothing follows or it is one character.
     */
    static int endOfSpace(byte[] text, int from, int to) {
        int at = from;
        int afterBreak = -1;
        int last = from;
        while (at < to) {
            byte kind = classAt(text, at);
            if (kind != CharClass.SPACE && kind != CharClass.NEWLINE) {
                break;
            }
            last = at;
            at += Utf8.width(text[at]);
            if (kind == CharClass.NEWLINE) {
                afterBreak = at;
            }
        }
        if (afterBreak >= 0) {
            return afterBreak;
        }
        return at == to || last == from ? at : last;
    }

    /** The end of {@code 's}, {@code 't}, {@code 're}, {@code 've}, {@code 'm}, {@code 'll} or {@code 'd}, whatever the case; else where it begins. */
    static int endOfContraction(byte[] text, int from, int to) {
        if (from + 1 >= to || text[from] != '\'') {
            return from;
        }
        int first = text[from + 1] | 0x20;
        if (text[from + 1] < 0) {
            // The long s, which is an s by case folding.
            return from + 2 < to && text[from + 1] == (byte) 0xC5 && text[from + 2] == (byte) 0xBF ? from + 3 : from;
        }
        switch (first) {
            case 's', 't', 'm', 'd':
                return from + 2;
            case 'l', 'v', 'r':
                int second = from + 2 < to ? text[from + 2] | 0x20 : 0;
                return second == (first == 'l' ? 'l' : 'e') ? from + 3 : from;
            default:
                return from;
        }
    }
}
