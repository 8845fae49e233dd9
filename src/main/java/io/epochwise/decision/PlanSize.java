package io.epochwise.decision;

import io.epochwise.token.image.Detail;

/**
 * How much a plan has of everything that can be solved for. What it has none of is null.
 *
 * @param epochs passes over the training examples; null if nothing is trained
 * @param examples training examples; null if nothing is trained
 * @param imageDetail how closely images are looked at; null for as the question says, image by image
 * @param months months of calls; null if nothing is called
 */
public record PlanSize(Integer epochs, Long examples, Detail imageDetail, Integer months) {}
