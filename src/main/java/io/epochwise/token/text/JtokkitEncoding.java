package io.epochwise.token.text;

import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * An encoding that JTokkit counts. Characters newer than the Unicode version of the running Java split as unassigned
 * ones do, so a text in a very young script can count a few tokens off.
 *
 * <p>JTokkit needs memory of a hundred times the longest run without a word boundary, and time that grows faster than
 * the run, so long texts are counted in pieces, cut behind a letter where both encodings always split. A run of more than
 * {@value #LONGEST_PIECE} characters without such a place is cut anyway, which can add a token or two.
 */
final class JtokkitEncoding implements Encoding {
    /** Loads a vocabulary on first demand and keeps it; safe for many threads. */
    private static final EncodingRegistry VOCABULARIES = com.knuddels.jtokkit.Encodings.newLazyEncodingRegistry();

    private static final int LONGEST_PIECE = 1 << 14;

    private final String id;
    private final EncodingType type;

    JtokkitEncoding(String id, EncodingType type) {
        this.id = id;
        this.type = type;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long count(CharSequence text) {
        String wellFormed = wellFormed(text);
        long tokens = 0;
        int from = 0;
        while (wellFormed.length() - from > LONGEST_PIECE) {
            int to = endOfPiece(wellFormed, from);
            tokens += VOCABULARIES.getEncoding(type).countTokensOrdinary(wellFormed.substring(from, to));
            from = to;
        }
        return tokens + VOCABULARIES.getEncoding(type).countTokensOrdinary(wellFormed.substring(from));
    }

    /** The last place within the longest piece where a word ends; the piece's end if there is none. */
    private static int endOfPiece(String text, int from) {
        int end = from + LONGEST_PIECE;
        for (int i = end; i > from; i--) {
            if (Character.isLetter(text.charAt(i - 1)) && endsWord(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    /** Whether the character never belongs to the word before it: a mark may, and an apostrophe begins a contraction. */
    private static boolean endsWord(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.MATH_SYMBOL -> true;
            case Character.OTHER_PUNCTUATION -> c != '\'';
            default -> false;
        };
    }

    /** Java encodes a lone surrogate as a question mark, the reference encoder as U+FFFD. */
    private static String wellFormed(CharSequence text) {
        String string = text.toString();
        StringBuilder mended = null;
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                if (Character.isSupplementaryCodePoint(string.codePointAt(i))) {
                    i++;
                } else {
                    mended = mended == null ? new StringBuilder(string) : mended;
                    mended.setCharAt(i, '\uFFFD');
                }
            }
        }
        return mended == null ? string : mended.toString();
    }
}
