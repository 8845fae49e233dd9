package io.epochwise.export;

/** Cells that no spreadsheet takes for a formula. */
final class CsvCells {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String QUOTES = "\"'";

    private CsvCells() {}

    /**
     * A cell with a text: one that a spreadsheet would take for a formula begins with an apostrophe, also if spaces, quotes or
     * invisible characters stand before what makes it one. Numbers are no texts and stay as they are.
     *
     * @param text null for an empty cell
     */
    static String text(String text) {
        if (text == null) {
            return "";
        }
        boolean formula = text.codePoints()
                .dropWhile(c -> STARTS_A_FORMULA.indexOf(c) < 0 && isLookedPast(c))
                .limit(1)
                .anyMatch(c -> STARTS_A_FORMULA.indexOf(c) >= 0);
        return formula ? "'" + text : text;
    }

    /** Importers trim spaces, some drop quotes, and what has no shape cannot be seen. */
    private static boolean isLookedPast(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || QUOTES.indexOf(c) >= 0;
    }
}
