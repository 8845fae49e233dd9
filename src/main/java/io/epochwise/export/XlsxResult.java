package io.epochwise.export;

/**
 * What a formula gives.
 *
 * @param value a number as it is written in a file, or a text
 * @param isText which of them
 */
record XlsxResult(String value, boolean isText) {}
