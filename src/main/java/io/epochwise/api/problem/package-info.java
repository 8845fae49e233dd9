/**
 * How failures are told: every one as a problem document (RFC 9457), never more than the caller may know.
 */
package io.epochwise.api.problem;
