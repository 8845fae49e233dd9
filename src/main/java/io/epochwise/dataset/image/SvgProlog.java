package io.epochwise.dataset.image;

/** Text that may be an SVG document: what precedes the root element passes, the root element's name decides. */
final class SvgProlog {
    private static final int MAX_BYTES = 4096;
    private static final int NAME = 3;

    private SvgProlog() {}

    /** Begins with the first byte of the text. */
    static void begin(HeaderWindow window) {
        window.endMeans(ImageProblem.UNKNOWN_FORMAT);
        window.budget(MAX_BYTES);
        window.expect(1, SvgProlog::text);
    }

    private static void text(HeaderWindow window) {
        if (window.unsigned8(0) == '<') {
            window.expect(NAME, SvgProlog::name);
        } else if (!window.spend()) {
            window.finish(ImageProblem.UNKNOWN_FORMAT);
        }
    }

    private static void name(HeaderWindow window) {
        int first = window.unsigned8(0);
        if (first == '!' || first == '?') {
            // a declaration, a comment, an instruction
            window.expect(1, SvgProlog::text);
        } else if (window.matches(0, "svg")) {
            window.format(ImageFormat.SVG);
            window.finish(ImageProblem.UNSUPPORTED_FORMAT);
        } else {
            window.finish(ImageProblem.UNKNOWN_FORMAT);
        }
    }
}
