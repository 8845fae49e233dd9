package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a dataset is taken in by one upload. */
@ConfigMapping(prefix = "epochwise.profile")
public interface ProfileLimits {
    /** Most bytes of a raw upload after decoding: 64 GiB unless configured. */
    @WithDefault("68719476736")
    long maxBytes();
}
