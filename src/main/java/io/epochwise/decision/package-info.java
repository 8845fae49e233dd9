/**
 * Questions over several estimates: when fine-tuning pays back, which way is cheapest, what a budget buys, how two scenarios
 * differ. Made of the same amounts as the estimates: nothing is priced here. Knows nothing of HTTP or documents.
 */
package io.epochwise.decision;
