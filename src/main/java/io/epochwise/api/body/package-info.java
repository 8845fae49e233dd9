/**
 * How bodies come in: decoded, bounded, and given up cleanly where a client sends what cannot be taken.
 */
package io.epochwise.api.body;
