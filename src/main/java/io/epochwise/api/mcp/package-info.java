/**
 * Tools for assistants and pipelines, by the Model Context Protocol: each asks what a resource of {@code io.epochwise.api} answers,
 * by flat arguments, and gives back the answer cut down to one sentence and the few numbers that matter. Only counts come in. What a
 * tool takes is in {@code mcp/<tool>.json}, word for word as an assistant reads it.
 */
package io.epochwise.api.mcp;
