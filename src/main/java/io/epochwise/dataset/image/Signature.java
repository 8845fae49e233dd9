package io.epochwise.dataset.image;

/** The first bytes of a file, by which formats are told apart. */
final class Signature {
    /** The bytes that suffice to tell. */
    static final int LENGTH = 12;

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final byte[] bytes = new byte[LENGTH];
    private int held;

    void reset() {
        held = 0;
    }

    int held() {
        return held;
    }

    boolean isComplete() {
        return held == LENGTH;
    }

    /** Takes what is missing from the bytes from {@code from} to before {@code to}; returns how many it took. */
    int accept(byte[] buffer, int from, int to) {
        int taken = Math.min(LENGTH - held, to - from);
        System.arraycopy(buffer, from, bytes, held, taken);
        held += taken;
        return taken;
    }

    /** Gives all bytes held to the window. */
    void replay(HeaderWindow window) {
        window.accept(bytes, 0, held);
    }

    /** The format whose own signature stands here in full; unknown also where more than these bytes must tell. */
    ImageFormat format() {
        if (startsWith("\u0089PNG")) {
            return ImageFormat.PNG;
        }
        if (startsWith("\u00ff\u00d8\u00ff")) {
            return ImageFormat.JPEG;
        }
        if (startsWith("RIFF") && matches(8, "WEBP")) {
            return ImageFormat.WEBP;
        }
        if (startsWith("GIF87a") || startsWith("GIF89a")) {
            return ImageFormat.GIF;
        }
        if (startsWith("BM") && matches(6, "\0\0\0\0")) {
            return ImageFormat.BMP;
        }
        if (startsWith("II*\0") || startsWith("MM\0*") || startsWith("II+\0") || startsWith("MM\0+")) {
            return ImageFormat.TIFF;
        }
        return startsWith("%PDF-") ? ImageFormat.PDF : ImageFormat.UNKNOWN;
    }

    /** Whether this is the start of an ISO base media file: AVIF, HEIC, but also videos. */
    boolean isFileTypeBox() {
        return matches(4, "ftyp");
    }

    /** Whether this is the start of markup, be it after a byte order mark or white space. */
    boolean isMarkup() {
        int at = startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (at < held && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return matches(at, "<");
    }

    private boolean startsWith(String text) {
        return matches(0, text);
    }

    private boolean matches(int at, String text) {
        return at + text.length() <= held && HeaderWindow.matches(bytes, at, text);
    }
}
