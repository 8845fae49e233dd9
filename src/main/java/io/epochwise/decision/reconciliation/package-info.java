/**
 * What was billed against what was estimated: line by line, why it differs where arithmetic shows it, and by what to correct the
 * next estimate. Asks the estimates for what they count and the catalog for what else it could have been; reads bills as FOCUS
 * CSV texts and keeps nothing of them.
 */
package io.epochwise.decision.reconciliation;
