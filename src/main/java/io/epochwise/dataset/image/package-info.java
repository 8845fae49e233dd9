/**
 * What an image's first bytes say: format, size, color mode, animation; read from a stream of bytes or of base64
 * characters without holding either. Knows nothing of JSON, examples, models or prices.
 *
 * <p>The layouts are those of the formats' own specifications: PNG (W3C, third edition, which includes APNG), JPEG (ITU-T
 * T.81), WebP (RFC 9649, with RFC 6386 for the lossy bit stream), GIF (CompuServe 87a and 89a).
 */
package io.epochwise.dataset.image;
