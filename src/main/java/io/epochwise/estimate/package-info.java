/**
 * What a job costs: quantities times prices as lines, with what is assumed and what may surprise. Every amount is exact
 * and names its formula and source; a missing price leaves its line unpriced and the total absent. Pure: the same
 * request on the same catalog gives the same estimate. Knows nothing of HTTP, documents or decisions.
 */
package io.epochwise.estimate;
