package io.epochwise.dataset;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.token.image.ImageRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of an image in pixels.
 *
 * @param width from 1 to {@link ImageRule#MAX_SIDE}
 * @param height from 1 to {@link ImageRule#MAX_SIDE}
 */
public record ImageSize(int width, int height) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})x(\\d{1,7})");

    /**
     * Reads {@code 1275x1650}.
     *
     * @param field the field to name in the fault
     * @throws InvalidInputException if the text is no size or a side is out of range
     */
    public static ImageSize parse(String field, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int width = Integer.parseInt(matcher.group(1));
            int height = Integer.parseInt(matcher.group(2));
            if (inRange(width) && inRange(height)) {
                return new ImageSize(width, height);
            }
        }
        throw new InvalidInputException(
                field, "must be WIDTHxHEIGHT in pixels, each from 1 to " + ImageRule.MAX_SIDE + ", such as 1275x1650");
    }

    static boolean inRange(int side) {
        return side >= 1 && side <= ImageRule.MAX_SIDE;
    }
}
