package io.epochwise.dataset.image;

/**
 * PNG: after the signature chunks of length, type, data, checksum; IHDR first. An animation announces itself by an acTL
 * chunk before the first IDAT. Checksums are not verified: this measures, it does not decode.
 */
final class PngHeader {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final int CHUNK_START = 8;
    private static final int IHDR_DATA = 13;
    private static final int CHECKSUM = 4;

    private PngHeader() {}

    /** Begins with the signature's first byte. */
    static void begin(HeaderWindow window) {
        window.expect(SIGNATURE.length(), PngHeader::signature);
    }

    private static void signature(HeaderWindow window) {
        if (!window.matches(0, SIGNATURE)) {
            // a transfer as text has changed the line ends that the signature contains on purpose
            window.finish(ImageProblem.CORRUPT_HEADER);
            return;
        }
        window.expect(CHUNK_START + IHDR_DATA, PngHeader::imageHeader);
    }

    private static void imageHeader(HeaderWindow window) {
        long width = window.unsigned32(8);
        long height = window.unsigned32(12);
        ColorMode mode = mode(window.unsigned8(17), window.unsigned8(16));
        boolean methodsDefined = window.unsigned16(18) == 0 && window.unsigned8(20) <= 1;
        if (window.unsigned32(0) != IHDR_DATA
                || !window.matches(4, "IHDR")
                || width > Integer.MAX_VALUE
                || height > Integer.MAX_VALUE
                || mode == ColorMode.UNKNOWN
                || !methodsDefined) {
            window.finish(ImageProblem.CORRUPT_HEADER);
            return;
        }
        window.size(width, height, mode);
        window.skip(CHECKSUM);
        window.expect(CHUNK_START, PngHeader::chunk);
    }

    /** The mode of a color type, unknown where the specification does not allow the type or its bit depth. */
    private static ColorMode mode(int colorType, int bitDepth) {
        boolean byteOrTwo = bitDepth == 8 || bitDepth == 16;
        boolean partOfByte = bitDepth == 1 || bitDepth == 2 || bitDepth == 4;
        return switch (colorType) {
            case 0 -> byteOrTwo || partOfByte ? ColorMode.GRAYSCALE : ColorMode.UNKNOWN;
            case 2 -> byteOrTwo ? ColorMode.RGB : ColorMode.UNKNOWN;
            case 3 -> bitDepth == 8 || partOfByte ? ColorMode.PALETTE : ColorMode.UNKNOWN;
            case 4 -> byteOrTwo ? ColorMode.GRAYSCALE_ALPHA : ColorMode.UNKNOWN;
            case 6 -> byteOrTwo ? ColorMode.RGBA : ColorMode.UNKNOWN;
            default -> ColorMode.UNKNOWN;
        };
    }

    private static void chunk(HeaderWindow window) {
        long length = window.unsigned32(0);
        if (window.matches(4, "IDAT")) {
            window.finish(ImageProblem.NONE);
        } else if (window.matches(4, "acTL")) {
            window.animated(true);
            window.finish(ImageProblem.NONE);
        } else if (length > Integer.MAX_VALUE || !isChunkType(window) || window.matches(4, "IEND")) {
            window.finish(ImageProblem.CORRUPT_HEADER);
        } else {
            window.skip(length + CHECKSUM);
        }
    }

    private static boolean isChunkType(HeaderWindow window) {
        for (int i = 4; i < CHUNK_START; i++) {
            int lowerCase = window.unsigned8(i) | 0x20;
            if (lowerCase < 'a' || lowerCase > 'z') {
                return false;
            }
        }
        return true;
    }
}
