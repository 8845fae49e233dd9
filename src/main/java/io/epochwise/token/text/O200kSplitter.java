package io.epochwise.token.text;

/**
 * Splits as o200k_base does (tiktoken, openai_public.py): words by case, marks counting as letters, with one other character before and
 * a contraction behind; up to three numbers; punctuation with a space before and line breaks and slashes behind; white space.
 */
final class O200kSplitter extends WordSplitter {
    @Override
    int end(byte[] text, int from, int to) {
        byte kind = classAt(text, from);
        if (isLetter(kind)) {
            return endOfWord(text, from, to);
        }
        if (kind == CharClass.NUMBER) {
            return endOfNumber(text, from, to);
        }
        if (kind == CharClass.NEWLINE) {
            return endOfSpace(text, from, to);
        }
        int next = from + Utf8.width(text[from]);
        byte following = next < to ? classAt(text, next) : CharClass.SPACE;
        if (isLetter(following) || following == CharClass.MARK) {
            int end = endOfLowerWord(text, next, to);
            if (end < 0 && kind == CharClass.MARK) {
                // The mark itself is a word that need not be upper case.
                end = next;
            }
            return endOfContraction(text, end < 0 ? endOfUppers(text, next, to) : end, to);
        }
        if (kind == CharClass.MARK) {
            return endOfContraction(text, next, to);
        }
        if (kind == CharClass.OTHER || text[from] == ' ' && following == CharClass.OTHER) {
            return endOfBreaks(text, endOfPunctuation(text, next, to), to);
        }
        return endOfSpace(text, from, to);
    }

    private static int endOfWord(byte[] text, int from, int to) {
        int end = endOfLowerWord(text, from, to);
        return endOfContraction(text, end < 0 ? endOfUppers(text, from, to) : end, to);
    }

    /**
     * Upper case or caseless letters, then at least one that is lower case or caseless, as many as there are. A caseless letter can be
     * either, so without a lower case letter the word ends behind its last caseless one.
     *
     * @return -1 if all are upper case
     */
    private static int endOfLowerWord(byte[] text, int from, int to) {
        int at = from;
        int afterCaseless = -1;
        while (at < to) {
            byte kind = classAt(text, at);
            if (kind == CharClass.LOWER) {
                return endOfLowers(text, at, to);
            }
            if (kind != CharClass.UPPER && kind != CharClass.LETTER && kind != CharClass.MARK) {
                break;
            }
            at += Utf8.width(text[at]);
            if (kind != CharClass.UPPER) {
                afterCaseless = at;
            }
        }
        return afterCaseless;
    }

    private static int endOfLowers(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            int letters = lowers(text, at, 0);
            if (letters > 0) {
                at += letters;
                continue;
            }
            byte kind = classAt(text, at);
            if (kind != CharClass.LOWER && kind != CharClass.LETTER && kind != CharClass.MARK) {
                return at;
            }
            at += Utf8.width(text[at]);
        }
        return Math.min(at, to);
    }

    private static int endOfUppers(byte[] text, int from, int to) {
        int at = from;
        while (at < to && classAt(text, at) == CharClass.UPPER) {
            at += Utf8.width(text[at]);
        }
        return at;
    }

    private static int endOfBreaks(byte[] text, int from, int to) {
        int at = from;
        while (at < to && (text[at] == '\n' || text[at] == '\r' || text[at] == '/')) {
            at++;
        }
        return at;
    }
}
