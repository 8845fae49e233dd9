/**
 * What JSON and parameters mean: exactly what they say, read within limits.
 */
package io.epochwise.api.json;
