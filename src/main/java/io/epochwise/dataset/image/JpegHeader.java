package io.epochwise.dataset.image;

/**
 * JPEG: marker segments until the frame header, which holds the size. Segments before it (EXIF, ICC profiles in several
 * segments, tables) are skipped by their lengths. Like the common decoders, this passes over stray bytes between
 * segments.
 */
final class JpegHeader {
    private static final int START_OF_IMAGE = 2;
    private static final int FILL = 0xff;
    private static final int LENGTH = 2;
    private static final int FRAME_HEADER = 8;
    private static final int COMPONENT = 3;

    private JpegHeader() {}

    /** Begins with the marker SOI. */
    static void begin(HeaderWindow window) {
        window.skip(START_OF_IMAGE);
        window.expect(1, JpegHeader::prefix);
    }

    private static void prefix(HeaderWindow window) {
        if (window.unsigned8(0) == FILL) {
            window.expect(1, JpegHeader::code);
        }
    }

    private static void code(HeaderWindow window) {
        int code = window.unsigned8(0);
        if (code == FILL) {
            return;
        }
        if (code == 0x00 || code == 0x01 || code >= 0xd0 && code <= 0xd7) {
            // a stuffed zero, TEM and RSTn stand alone
            window.expect(1, JpegHeader::prefix);
        } else if (isFrameHeader(code)) {
            window.expect(FRAME_HEADER, JpegHeader::frame);
        } else if (code < 0xc0 || code >= 0xd8 && code <= 0xda) {
            // reserved; or SOI, EOI, SOS, which cannot come before a frame header
            window.finish(ImageProblem.CORRUPT_HEADER);
        } else {
            window.expect(LENGTH, JpegHeader::segment);
        }
    }

    /**
     * SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie between them; and DHP, which gives the full size
     * of a hierarchical image in the same layout.
     */
    private static boolean isFrameHeader(int code) {
        return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc || code == 0xde;
    }

    private static void segment(HeaderWindow window) {
        int length = window.unsigned16(0);
        if (length < LENGTH) {
            window.finish(ImageProblem.CORRUPT_HEADER);
            return;
        }
        window.skip(length - LENGTH);
        window.expect(1, JpegHeader::prefix);
    }

    private static void frame(HeaderWindow window) {
        int components = window.unsigned8(7);
        if (components == 0 || window.unsigned16(0) != FRAME_HEADER + COMPONENT * components) {
            window.finish(ImageProblem.CORRUPT_HEADER);
            return;
        }
        ColorMode mode =
                switch (components) {
                    case 1 -> ColorMode.GRAYSCALE;
                    case 3 -> ColorMode.RGB;
                    case 4 -> ColorMode.CMYK;
                    default -> ColorMode.UNKNOWN;
                };
        window.size(window.unsigned16(5), window.unsigned16(3), mode);
        window.finish(ImageProblem.NONE);
    }
}
