/**
 * Who may do what with an offering, and until when. Verdicts follow from the catalog's life cycles and from what is
 * known of the organization; what is not known narrows no verdict. Knows nothing of prices, estimates or HTTP.
 */
package io.epochwise.policy;
