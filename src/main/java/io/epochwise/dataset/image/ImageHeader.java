package io.epochwise.dataset.image;

/**
 * What an image's header says of it.
 *
 * @param format the format by the first bytes
 * @param width in pixels, as stored (an EXIF orientation is not applied), from 0 to 2,147,483,647; 0 if not read
 * @param height in pixels, like {@code width}
 * @param colorMode how color is stored; {@link ColorMode#UNKNOWN} if not read
 * @param animated whether the file says that it holds an animation; false where the reading ends before that is told
 * @param problem what is wrong; {@link ImageProblem#NONE} only if both sides are from 1 to {@link #MAX_SIDE}
 */
public record ImageHeader(
        ImageFormat format, int width, int height, ColorMode colorMode, boolean animated, ImageProblem problem) {
    /** Greatest side taken seriously, in pixels: the greatest that JPEG and GIF can express. */
    public static final int MAX_SIDE = 65_535;

    /** Whether nothing is wrong, so that format, size and color mode can be relied on. */
    public boolean isReadable() {
        return problem == ImageProblem.NONE;
    }
}
