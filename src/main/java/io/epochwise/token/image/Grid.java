package io.epochwise.token.image;

/**
 * Rows and columns of a grid, be it of tiles or of tokens.
 *
 * @param rows zero or more
 * @param columns zero or more
 */
record Grid(long rows, long columns) {
    long cells() {
        return rows * columns;
    }

    /** Every cell and one more for the end of each row. */
    long cellsAndRowEnds() {
        return cells() + rows;
    }
}
