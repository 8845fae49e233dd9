package io.epochwise.export;

/** Texts in JSON, where a document holds a small object of it. */
final class JsonText {
    private JsonText() {}

    /** The text in quotes; what JSON does not allow within them is escaped. */
    static String of(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
