package io.epochwise.export;

/**
 * Text as text in Markdown, whatever it holds: it stays in its cell or line, and is no HTML, link, emphasis or mention. What Markdown could
 * take for more is written by its number, which is how every dialect writes the character and never what it stands for.
 */
final class MarkdownText {
    private static final String SIGNIFICANT = "\\`*_{}[]<>&|~$\"";
    private static final String SIGNIFICANT_BESIDE_ADDRESSES = "\\`*{}[]<>|~$\"";

    /** Keeps apart what would be a link or a mention to those that look for them in the text as shown; has no width. */
    private static final String WORD_JOINER = "&#8288;";

    private MarkdownText() {}

    /** The text of anybody. Line breaks and other control characters are spaces. */
    static String of(String text) {
        return written(text, SIGNIFICANT, true);
    }

    /** A citation of the catalog, whose addresses stay what they are and may be links. */
    static String ofCitation(String text) {
        return written(text, SIGNIFICANT_BESIDE_ADDRESSES, false);
    }

    private static String written(String text, String significant, boolean apart) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isInvisible(character)) {
                out.append(' ');
            } else if (significant.indexOf(character) >= 0) {
                out.append("&#").append((int) character).append(';');
            } else {
                out.append(character);
                if (apart && beginsReference(text, i)) {
                    out.append(WORD_JOINER);
                }
            }
        }
        return out.toString();
    }

    private static boolean isInvisible(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether a reference could begin with the character: {@code @name}, {@code #1}, {@code https://}, {@code www.} */
    private static boolean beginsReference(String text, int at) {
        return switch (text.charAt(at)) {
            case '@', '#' -> true;
            case ':' -> text.startsWith("//", at + 1);
            case '.' -> at >= 3 && text.regionMatches(true, at - 3, "www", 0, 3);
            default -> false;
        };
    }
}
