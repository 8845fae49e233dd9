package io.epochwise.dataset.image;

/**
 * GIF: the logical screen gives the size; a second image makes an animation. To see whether there is one, the blocks up
 * to it are walked through, their data skipped. If the stream ends, or makes no sense, after a first image, that image
 * is all there is.
 */
final class GifHeader {
    private static final int VERSION = 6;
    private static final int SCREEN = 7;
    private static final int IMAGE = 9;
    private static final int CODE_SIZE = 1;

    private GifHeader() {}

    /** Begins with the version, {@code GIF87a} or {@code GIF89a}. */
    static void begin(HeaderWindow window) {
        window.skip(VERSION);
        window.expect(SCREEN, GifHeader::screen);
    }

    private static void screen(HeaderWindow window) {
        window.size(window.littleEndian16(0), window.littleEndian16(2), ColorMode.PALETTE);
        window.skip(colorTableBytes(window.unsigned8(4)));
        window.expect(1, GifHeader::blockBeforeImage);
    }

    /** The bytes of the color table that such packed fields announce, 0 if none. */
    private static int colorTableBytes(int packedFields) {
        boolean present = (packedFields & 0x80) != 0;
        return present ? 3 << (packedFields & 7) + 1 : 0;
    }

    private static void blockBeforeImage(HeaderWindow window) {
        switch (window.unsigned8(0)) {
            case ',' -> window.expect(IMAGE, GifHeader::firstImage);
            case '!' -> window.expect(1, GifHeader::extensionBeforeImage);
            case 0 -> {} // a stray block terminator, which some encoders write
            default -> window.finish(ImageProblem.CORRUPT_HEADER);
        }
    }

    private static void extensionBeforeImage(HeaderWindow window) {
        window.expect(1, GifHeader::dataBeforeImage);
    }

    private static void dataBeforeImage(HeaderWindow window) {
        int length = window.unsigned8(0);
        window.skip(length);
        if (length == 0) {
            window.expect(1, GifHeader::blockBeforeImage);
        }
    }

    private static void firstImage(HeaderWindow window) {
        window.endMeans(ImageProblem.NONE);
        window.skip(colorTableBytes(window.unsigned8(8)) + CODE_SIZE);
        window.expect(1, GifHeader::dataAfterImage);
    }

    private static void dataAfterImage(HeaderWindow window) {
        int length = window.unsigned8(0);
        window.skip(length);
        if (length == 0) {
            window.expect(1, GifHeader::blockAfterImage);
        }
    }

    private static void blockAfterImage(HeaderWindow window) {
        switch (window.unsigned8(0)) {
            case ',' -> {
                window.animated(true);
                window.finish(ImageProblem.NONE);
            }
            case '!' -> window.expect(1, GifHeader::extensionAfterImage);
            case 0 -> {} // as before the first image
            default -> window.finish(ImageProblem.NONE);
        }
    }

    private static void extensionAfterImage(HeaderWindow window) {
        window.expect(1, GifHeader::dataAfterImage);
    }
}
