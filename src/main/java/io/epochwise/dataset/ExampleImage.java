package io.epochwise.dataset;

import io.epochwise.dataset.image.ColorMode;
import io.epochwise.dataset.image.ImageFormat;
import io.epochwise.token.image.Detail;

/**
 * An image of an example, as far as its bytes or its URL tell.
 *
 * @param role who shows it
 * @param detail the detail asked for
 * @param width pixels; 0 if not known
 * @param height pixels; 0 if not known
 * @param format by the bytes; {@link ImageFormat#UNKNOWN} if there are none
 * @param colorMode by the bytes; {@link ColorMode#UNKNOWN} if there are none
 * @param bytes decoded bytes; 0 if there are none
 * @param readable false if it has bytes that give no size, or nothing at all
 */
record ExampleImage(
        Role role,
        ImageSource source,
        Detail detail,
        int width,
        int height,
        ImageFormat format,
        ColorMode colorMode,
        long bytes,
        boolean readable) {

    /** Whether its size is known. */
    boolean sized() {
        return width > 0;
    }

    ExampleImage by(Role speaker) {
        return new ExampleImage(speaker, source, detail, width, height, format, colorMode, bytes, readable);
    }
}
