/**
 * Open price lists that others keep, read from files: LiteLLM, genai-prices, models.dev and Portkey. A list widens the
 * catalog by models it does not know and is compared with it where it does; the catalog's own files always win. Knows
 * the lists' formats and their known errors; a row that cannot be trusted is counted and left out, never guessed.
 */
package io.epochwise.catalog.list;
