/**
 * What is wrong with an input, said so that any rim (HTTP, batch, function) can render it. Knows nothing of the other
 * packages; all of them may use it.
 */
package io.epochwise.fault;
