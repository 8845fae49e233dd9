package io.epochwise.dataset.image;

/**
 * WebP: a RIFF file whose first chunk tells everything: VP8 (lossy), VP8L (lossless) or VP8X (extended: canvas size and
 * flags for alpha and animation).
 */
final class WebpHeader {
    private static final int FILE_START = 12;
    private static final int CHUNK_START = 8;
    private static final int LOSSY = 10;
    private static final int LOSSLESS = 5;
    private static final int EXTENDED = 10;
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int ALPHA_FLAG = 0x10;
    private static final int ANIMATION_FLAG = 0x02;

    private WebpHeader() {}

    /** Begins with {@code RIFF}; the file's length, {@code WEBP} and the first chunk follow. */
    static void begin(HeaderWindow window) {
        window.skip(FILE_START);
        window.expect(CHUNK_START, WebpHeader::chunk);
    }

    private static void chunk(HeaderWindow window) {
        long length = window.littleEndian32(4);
        if (window.matches(0, "VP8 ") && length >= LOSSY) {
            window.expect(LOSSY, WebpHeader::lossy);
        } else if (window.matches(0, "VP8L") && length >= LOSSLESS) {
            window.expect(LOSSLESS, WebpHeader::lossless);
        } else if (window.matches(0, "VP8X") && length >= EXTENDED) {
            window.expect(EXTENDED, WebpHeader::extended);
        } else {
            window.finish(ImageProblem.CORRUPT_HEADER);
        }
    }

    private static void lossy(HeaderWindow window) {
        boolean keyFrame = (window.unsigned8(0) & 1) == 0;
        if (!keyFrame || !window.matches(3, "\u009d\u0001\u002a")) {
            window.finish(ImageProblem.CORRUPT_HEADER);
            return;
        }
        // the two bits above each side ask for upscaling, which WebP does not do
        window.size(window.littleEndian16(6) & FOURTEEN_BITS, window.littleEndian16(8) & FOURTEEN_BITS, ColorMode.RGB);
        window.finish(ImageProblem.NONE);
    }

    private static void lossless(HeaderWindow window) {
        long bits = window.littleEndian32(1);
        long version = bits >>> 29;
        if (window.unsigned8(0) != 0x2f || version != 0) {
            window.finish(ImageProblem.CORRUPT_HEADER);
            return;
        }
        boolean alpha = (bits >>> 28 & 1) == 1;
        window.size(
                (bits & FOURTEEN_BITS) + 1, (bits >>> 14 & FOURTEEN_BITS) + 1, alpha ? ColorMode.RGBA : ColorMode.RGB);
        window.finish(ImageProblem.NONE);
    }

    private static void extended(HeaderWindow window) {
        int flags = window.unsigned8(0);
        window.animated((flags & ANIMATION_FLAG) != 0);
        window.size(
                window.littleEndian24(4) + 1L,
                window.littleEndian24(7) + 1L,
                (flags & ALPHA_FLAG) != 0 ? ColorMode.RGBA : ColorMode.RGB);
        window.finish(ImageProblem.NONE);
    }
}
