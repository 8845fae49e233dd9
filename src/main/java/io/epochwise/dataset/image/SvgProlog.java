package io.epochwise.dataset.image;

/** Text that may be an SVG document: what precedes the root element passes, the root element's name decides. */
final class SvgProlog {
    private static final int MAX_CHARACTERS = 4096;
    private static final int NAME = 3;

    private SvgProlog() {}

    /** Begins with the first byte of the text. */
    static void begin(HeaderWindow window) {
        window.endMeans(ImageProblem.UNKNOWN_FORMAT);
        window.budget(MAX_CHARACTERS);
        window.expect(1, SvgProlog::text);
    }

    private static void text(HeaderWindow window) {
        if (next(window) == '<') {
            window.expect(NAME, SvgProlog::name);
        }
    }

    private static void name(HeaderWindow window) {
        int first = window.unsigned8(0);
        if (window.matches(0, "!--")) {
            window.expect(1, SvgProlog::comment);
        } else if (first == '!' || first == '?') {
            // a declaration or an instruction
            window.expect(1, SvgProlog::text);
        } else if (window.matches(0, "svg")) {
            window.format(ImageFormat.SVG);
            window.finish(ImageProblem.UNSUPPORTED_FORMAT);
        } else {
            window.finish(ImageProblem.UNKNOWN_FORMAT);
        }
    }

    private static void comment(HeaderWindow window) {
        if (next(window) == '-') {
            window.expect(1, SvgProlog::commentAfterHyphen);
        }
    }

    private static void commentAfterHyphen(HeaderWindow window) {
        window.expect(1, next(window) == '-' ? SvgProlog::commentAfterHyphens : SvgProlog::comment);
    }

    private static void commentAfterHyphens(HeaderWindow window) {
        int character = next(window);
        if (character != '-') {
            window.expect(1, character == '>' ? SvgProlog::text : SvgProlog::comment);
        }
    }

    /** The character read; the search ends with the last that is allowed. */
    private static int next(HeaderWindow window) {
        if (!window.spend()) {
            window.finish(ImageProblem.UNKNOWN_FORMAT);
        }
        return window.unsigned8(0);
    }
}
