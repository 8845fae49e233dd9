package io.epochwise.token.text;

/**
 * Splits as cl100k_base does (tiktoken, openai_public.py): contractions; letters, with one other character before; up to three
 * numbers; punctuation with a space before and line breaks behind; white space.
 */
final class Cl100kSplitter extends WordSplitter {
    @Override
    int end(byte[] text, int from, int to) {
        int contraction = endOfContraction(text, from, to);
        if (contraction > from) {
            return contraction;
        }
        byte kind = classAt(text, from);
        if (isLetter(kind)) {
            return endOfLetters(text, from, to);
        }
        if (kind == CharClass.NUMBER) {
            return endOfNumber(text, from, to);
        }
        if (kind == CharClass.NEWLINE) {
            return endOfSpace(text, from, to);
        }
        int next = from + Utf8.width(text[from]);
        byte following = next < to ? classAt(text, next) : CharClass.SPACE;
        if (isLetter(following)) {
            return endOfLetters(text, next, to);
        }
        if (kind != CharClass.SPACE) {
            return endOfBreaks(text, endOfPunctuation(text, next, to), to);
        }
        if (text[from] == ' ' && (following == CharClass.OTHER || following == CharClass.MARK)) {
            return endOfBreaks(text, endOfPunctuation(text, next, to), to);
        }
        return endOfSpace(text, from, to);
    }

    private static int endOfLetters(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            int letters = lowers(text, at, ANY_CASE);
            if (letters > 0) {
                at += letters;
            } else if (isLetter(classAt(text, at))) {
                at += Utf8.width(text[at]);
            } else {
                return at;
            }
        }
        return Math.min(at, to);
    }

    private static int endOfBreaks(byte[] text, int from, int to) {
        int at = from;
        while (at < to && (text[at] == '\n' || text[at] == '\r')) {
            at++;
        }
        return at;
    }
}
