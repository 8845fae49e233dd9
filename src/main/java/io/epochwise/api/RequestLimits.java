package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a request is taken in. */
@ConfigMapping(prefix = "epochwise.request")
public interface RequestLimits {
    /** Most bytes of a JSON or YAML body after decoding. */
    @WithDefault("33554432")
    long maxJsonBytes();

    /** Most characters of one JSON string; a data URL of an image is the longest that is sensible. */
    @WithDefault("33554432")
    int maxStringCharacters();

    /** Most decoded bytes for each compressed byte, looked at from 64 MiB of decoded bytes on. */
    @WithDefault("500")
    int maxExpansion();
}
