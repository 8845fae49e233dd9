/**
 * Whether what something costs keeps to a policy, so that a pipeline can stop on it. Nothing is priced here. Knows nothing of HTTP or
 * of where policies are kept.
 */
package io.epochwise.decision.guardrail;
