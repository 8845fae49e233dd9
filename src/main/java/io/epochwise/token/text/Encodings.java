package io.epochwise.token.text;

public final class Encodings {
    public static Encoding of(String id) {
        return null;
    }

    public static java.util.Set<String> ids() {
        return java.util.Set.of("o200k_base", "cl100k_base");
    }
}
