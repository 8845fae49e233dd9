package io.epochwise.violations.dataset;

import com.knuddels.jtokkit.api.EncodingType;

/** Sees the library that counts. */
public record SeesJtokkit(EncodingType type) {}
