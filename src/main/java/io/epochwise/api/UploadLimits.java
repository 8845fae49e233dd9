package io.epochwise.api;

import io.epochwise.dataset.ProfileLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of a dataset is taken in by one upload. */
@ConfigMapping(prefix = "epochwise.profile")
public interface UploadLimits {
    /** Most bytes of a raw upload after decoding: 64 GiB unless configured. */
    @WithDefault("68719476736")
    long maxBytes();

    /** Most bytes of one line: 192 MiB unless configured. A longer line is a finding. */
    @WithDefault("201326592")
    long maxLineBytes();

    /** Most UTF-16 units of one text; base64 of images is no text. */
    @WithDefault("4194304")
    int maxTextCharacters();

    /** Deepest nesting within an example. */
    @WithDefault("256")
    int maxDepth();

    /** The limits of the reader. */
    default ProfileLimits reading() {
        return new ProfileLimits(maxLineBytes(), maxTextCharacters(), maxDepth());
    }
}
