package io.epochwise.catalog.list;

/**
 * A row of a list that is not taken.
 *
 * @param model the model as the list names it
 * @param key the price's key in the list
 * @param reason why
 */
public record RejectedRow(String model, String key, Rejection reason) {}
