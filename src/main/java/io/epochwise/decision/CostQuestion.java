package io.epochwise.decision;

import io.epochwise.estimate.Question;

/**
 * What does this cost, line by line?
 *
 * @param kind what is asked
 * @param request the question as the operation of that kind takes it
 * @param alternative whose costs: of a comparison the id of an alternative, null for the first of the ranking; of prompt shortening
 *     {@code tuned} or {@code baseline}, null for {@code tuned}; of all others null
 */
public record CostQuestion(CostKind kind, Question request, String alternative) {}
