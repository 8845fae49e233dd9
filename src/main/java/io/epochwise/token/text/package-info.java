/** Text to tokens: byte-pair encodings by name, and the estimate for tool definitions. */
package io.epochwise.token.text;
