package io.epochwise.dataset.image;

/**
 * What a base64 payload holds.
 *
 * @param decodedBytes the whole bytes that the characters before any problem encode, zero or more
 * @param problem what is wrong with the base64
 * @param header what those bytes say of the image; with a base64 problem it may still be readable
 */
public record Base64Image(long decodedBytes, Base64Problem problem, ImageHeader header) {}
