package io.epochwise.token.text;

/**
 * What the splitting patterns of both encodings tell apart: letters by case, marks, numbers, white space and line breaks. By the
 * Unicode version of the running Java.
 */
final class CharClass {
    /** Punctuation, symbols, control characters, what is not assigned. */
    static final byte OTHER = 0;
    /** Upper and title case letters. */
    static final byte UPPER = 1;
    /** Lower case letters. */
    static final byte LOWER = 2;
    /** Modifier letters and letters without case. */
    static final byte LETTER = 3;
    /** Marks that belong to the letter before. */
    static final byte MARK = 4;
    /** Digits and other numbers. */
    static final byte NUMBER = 5;
    /** White space but for line feed and carriage return. */
    static final byte SPACE = 6;
    /** Line feed and carriage return. */
    static final byte NEWLINE = 7;

    private static final int BMP = 0x10000;

    private CharClass() {}

    /** The classes of all characters of two bytes, found when they are first asked for. */
    private static final class Table {
        private static final byte[] CLASSES = classes();

        private static byte[] classes() {
            byte[] classes = new byte[BMP];
            for (int c = 0; c < BMP; c++) {
                classes[c] = find(c);
            }
            return classes;
        }
    }

    /** The class of a code point. */
    static byte of(int codePoint) {
        return codePoint < BMP ? Table.CLASSES[codePoint] : find(codePoint);
    }

    private static byte find(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r') {
            return NEWLINE;
        }
        if (isWhiteSpace(codePoint)) {
            return SPACE;
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
            case Character.LOWERCASE_LETTER -> LOWER;
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> LETTER;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> MARK;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            default -> OTHER;
        };
    }

    /** The property White_Space of Unicode. */
    private static boolean isWhiteSpace(int codePoint) {
        return codePoint >= '\t' && codePoint <= '\r'
                || codePoint == 0x85
                || switch (Character.getType(codePoint)) {
                    case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }
}
