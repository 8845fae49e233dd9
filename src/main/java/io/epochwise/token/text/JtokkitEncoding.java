package io.epochwise.token.text;

import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * An encoding that JTokkit counts. Characters newer than the Unicode version of the running Java split as unassigned
 * ones do, so a text in a very young script can count a few tokens off.
 */
final class JtokkitEncoding implements Encoding {
    /** Loads a vocabulary on first demand and keeps it; safe for many threads. */
    private static final EncodingRegistry VOCABULARIES = com.knuddels.jtokkit.Encodings.newLazyEncodingRegistry();

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
        return VOCABULARIES.getEncoding(type).countTokensOrdinary(wellFormed(text));
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
