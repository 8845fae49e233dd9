package io.epochwise.token.image;

import io.epochwise.token.TokenRange;

/** What a rule says of one image: counted, or rejected as the provider would reject it. */
public sealed interface ImageTokens {
    /**
     * The image counts.
     *
     * @param tokens the rule's figure as expected value; low and high where the provider may differ from it
     */
    record Counted(TokenRange tokens) implements ImageTokens {}

    /**
     * The provider rejects the image.
     *
     * @param reason why, in words fit for the caller
     */
    record Rejected(String reason) implements ImageTokens {
        /** The model does not take that detail at any size. */
        static Rejected unsupported(Detail detail) {
            return new Rejected("detail " + detail + " is not supported by this rule");
        }
    }
}
