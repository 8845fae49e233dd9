/** Epochwise: what fine-tuning a vision model costs, where and until when it is possible, and when it pays back. */
package io.epochwise;
