package io.epochwise.export;

import org.dhatim.fastexcel.StyleSetter;

/**
 * How a cell looks.
 *
 * @param format of its number, null for none
 * @param fill ARGB, null for none
 * @param color of the text, ARGB, null for black
 * @param bold whether the text is bold
 * @param wrapped whether long text goes on in a further line
 * @param size of the text in points
 * @param side on which it stands, null for the usual one
 */
record XlsxLook(String format, String fill, String color, boolean bold, boolean wrapped, int size, String side) {
    /** Behind a number, so that a text in the next column stands apart. */
    static final String SPACE = "_ ";

    static final XlsxLook PLAIN = new XlsxLook(null, null, null, false, false, 11, null);
    static final XlsxLook WRAPPED = PLAIN.asWrapped();
    static final XlsxLook BOLD = PLAIN.asBold();
    static final XlsxLook TITLE = new XlsxLook(null, null, "FF1F3864", true, false, 18, null);
    static final XlsxLook SECTION = new XlsxLook(null, null, "FF1F3864", true, false, 13, null);
    static final XlsxLook NOTICE = new XlsxLook(null, null, "FFC00000", true, false, 12, null);
    static final XlsxLook HEADER = new XlsxLook(null, "FF1F3864", "FFFFFFFF", true, true, 11, "center");
    static final XlsxLook DATE = PLAIN.with("yyyy-mm-dd");
    static final XlsxLook COUNT = PLAIN.with("#,##0" + SPACE);

    private static final String OF_TOTALS = "FFDDE3EE";
    private static final String OF_INPUTS = "FF0000C0";

    XlsxLook with(String numberFormat) {
        return new XlsxLook(numberFormat, fill, color, bold, wrapped, size, side);
    }

    XlsxLook asBold() {
        return new XlsxLook(format, fill, color, true, wrapped, size, side);
    }

    XlsxLook asWrapped() {
        return new XlsxLook(format, fill, color, bold, true, size, side);
    }

    XlsxLook asLarge() {
        return new XlsxLook(format, fill, color, true, wrapped, TITLE.size, side);
    }

    XlsxLook toTheLeft() {
        return new XlsxLook(format, fill, color, bold, wrapped, size, "left");
    }

    XlsxLook toTheRight() {
        return new XlsxLook(format, fill, color, bold, wrapped, size, "right");
    }

    /** What a planner may change is blue, as is usual. */
    XlsxLook asInput() {
        return new XlsxLook(format, fill, OF_INPUTS, bold, wrapped, size, side);
    }

    XlsxLook asTotal() {
        return new XlsxLook(format, OF_TOTALS, color, true, wrapped, size, side);
    }

    void apply(StyleSetter style) {
        style.verticalAlignment("top").fontSize(size);
        if (format != null) {
            style.format(format);
        }
        if (fill != null) {
            style.fillColor(fill);
        }
        if (color != null) {
            style.fontColor(color);
        }
        if (bold) {
            style.bold();
        }
        if (wrapped) {
            style.wrapText(true);
        }
        if (side != null) {
            style.horizontalAlignment(side);
        }
        style.set();
    }
}
