/**
 * Documents of what things cost: quotations and what they are written as. The same quotation is the same document, byte for byte.
 * Nothing is priced here. Knows nothing of HTTP.
 */
package io.epochwise.export;
