package io.epochwise.dataset.image;

/** The file type box of AVIF and HEIC: a major brand, a version, compatible brands; one of them names the format. */
final class HeifBrands {
    private static final int BRAND = 4;
    private static final int VERSION = 4;
    private static final int BOX_START = 12;
    private static final int MAX_BRANDS = 64;

    private HeifBrands() {}

    /** Begins with the box's length. */
    static void begin(HeaderWindow window) {
        window.expect(BOX_START, HeifBrands::majorBrand);
    }

    private static void majorBrand(HeaderWindow window) {
        ImageFormat named = named(window, 8);
        if (named != ImageFormat.UNKNOWN) {
            finish(window, named);
            return;
        }
        long compatibleBrands = (window.unsigned32(0) - BOX_START - VERSION) / BRAND;
        if (!window.matches(8, "mif1") && !window.matches(8, "msf1")) {
            window.finish(ImageProblem.UNKNOWN_FORMAT);
        } else if (compatibleBrands <= 0) {
            finish(window, ImageFormat.HEIC);
        } else {
            window.format(ImageFormat.HEIC);
            window.endMeans(ImageProblem.UNSUPPORTED_FORMAT);
            window.budget((int) Math.min(compatibleBrands, MAX_BRANDS));
            window.skip(VERSION);
            window.expect(BRAND, HeifBrands::compatibleBrand);
        }
    }

    private static void compatibleBrand(HeaderWindow window) {
        ImageFormat named = named(window, 0);
        if (named != ImageFormat.UNKNOWN) {
            finish(window, named);
        } else if (!window.spend()) {
            finish(window, ImageFormat.HEIC);
        }
    }

    private static ImageFormat named(HeaderWindow window, int at) {
        if (window.matches(at, "avif") || window.matches(at, "avis")) {
            return ImageFormat.AVIF;
        }
        boolean hevc = window.matches(at, "hei") || window.matches(at, "hev");
        boolean variant = "cxms".indexOf(window.unsigned8(at + 3)) >= 0;
        return hevc && variant ? ImageFormat.HEIC : ImageFormat.UNKNOWN;
    }

    private static void finish(HeaderWindow window, ImageFormat format) {
        window.format(format);
        window.finish(ImageProblem.UNSUPPORTED_FORMAT);
    }
}
