/**
 * A JSONL dataset becomes a profile: counts, sizes, tokens and findings, never content. Profiling is a fold over lines
 * in bounded memory, and profiles of consecutive parts of a file merge into the profile of the whole. Knows the
 * catalog's rules and limits; knows nothing of prices, decisions or HTTP.
 */
package io.epochwise.dataset;
