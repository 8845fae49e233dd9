/**
 * Who may do what with an offering, and until when; and which requirements it meets. Verdicts follow from the catalog's
 * life cycles, limits and data policies and from what is known of the organization; what is not known narrows no verdict
 * and meets no requirement. Knows nothing of prices, estimates or HTTP.
 */
package io.epochwise.policy;
