package io.epochwise.decision;

/**
 * Why a line differs.
 *
 * @param code what it is
 * @param text the same for this line, for a reader
 */
public record LineReason(DiffReason code, String text) {}
