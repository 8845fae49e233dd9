package io.epochwise.export;

/** Cells that no spreadsheet takes for a formula. */
final class CsvCells {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCells() {}

    /**
     * A cell with a text: one that a spreadsheet would take for a formula begins with an apostrophe. Numbers stay numbers.
     *
     * @param text null for an empty cell
     */
    static String text(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        boolean formula = STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        return formula ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        return text.charAt(0) == '-'
                && text.length() > 1
                && text.chars().skip(1).allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
