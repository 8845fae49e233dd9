/**
 * What an operator sees: metrics at {@code /q/metrics} and lines in the log. Both tell how much, how long and of what kind, never
 * content: a label or a field has one of few values, which are named here, or is an id of the catalog.
 */
package io.epochwise.api.telemetry;
