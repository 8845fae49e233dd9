package io.epochwise.export;

/**
 * Who buys or sells.
 *
 * @param name up to 200 characters
 * @param id a number the other side knows it by, such as a vendor number; null if there is none
 */
public record Party(String name, String id) {}
