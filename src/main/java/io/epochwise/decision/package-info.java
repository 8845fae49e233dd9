/**
 * Questions over several estimates: what differs between two of them and why. Compares what {@link io.epochwise.estimate} answers and
 * counts and prices nothing itself. Knows nothing of documents or HTTP.
 */
package io.epochwise.decision;
