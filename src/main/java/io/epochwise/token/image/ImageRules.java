package io.epochwise.token.image;

public final class ImageRules {
    public static ImageRule create(String id, RuleParameters p) {
        return null;
    }
}
