/**
 * Documents of what things cost: quotations and what they are written as, and a diff in Markdown. Made of the amounts of estimates and
 * decisions; nothing is priced here. The same answer is the same document, byte for byte. Knows nothing of HTTP or JSON.
 */
package io.epochwise.export;
