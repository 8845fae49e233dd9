package io.epochwise.dataset.image;

/**
 * How an image stores color, as far as its header says; pixels are never looked at, so an RGB image may still look gray.
 */
public enum ColorMode {
    /** Three channels: PNG color type 2, JPEG of three components whatever their color space, WebP without alpha. */
    RGB("rgb"),
    /** Three channels and alpha: PNG color type 6, WebP with its alpha flag set. */
    RGBA("rgba"),
    /** One channel: PNG color type 0, JPEG of one component. */
    GRAYSCALE("grayscale"),
    /** One channel and alpha: PNG color type 4. */
    GRAYSCALE_ALPHA("grayscale-alpha"),
    /** Indexes into a table of colors, transparent ones (PNG's tRNS) included: PNG color type 3 and every GIF. */
    PALETTE("palette"),
    /** Four channels: JPEG of four components, be they CMYK or YCCK. */
    CMYK("cmyk"),
    /** Not read, or a number of channels without a name. */
    UNKNOWN("unknown");

    private final String label;

    ColorMode(String label) {
        this.label = label;
    }

    /** The name in lower case, words joined by a hyphen: {@code grayscale-alpha}. */
    @Override
    public String toString() {
        return label;
    }
}
