package io.epochwise.decision;

/**
 * A month in which two alternatives change places.
 *
 * @param a an alternative's id
 * @param b another's, which is ranked after it
 * @param month the month, counted from 1, at whose end the one that had cost more before has cost at most as much as the other
 * @param cheaper which of the two that is
 */
public record Crossover(String a, String b, int month, String cheaper) {}
