package io.epochwise.token.image;

import io.epochwise.fault.Spelling;
import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Google's budgets of tokens by media resolution (Gemini 3 and later): the setting alone decides, whatever the size of the
 * image. {@code detail} has no part in it.
 *
 * <p>Parameters: {@code mediaResolution}, the setting chosen: {@code unspecified}, {@code low}, {@code medium}, {@code
 * high} or {@code ultra-high}, in upper or lower case, with hyphens or underscores, or as Google writes it ({@code
 * MEDIA_RESOLUTION_LOW}). {@code unspecified}, {@code low}, {@code medium}, {@code high} and {@code ultraHigh}: tokens of
 * an image at that setting, whole numbers; {@code ultraHigh} is needed only where it is chosen, and is left out of models
 * that do not have it.
 *
 * <p>Low, expected and high are one figure, the documented budget. Budgets are maxima: recorded responses lie slightly
 * below the default one, but by how much is not known.
 *
 * <p>Source: G-MEDIARES.
 */
final class GeminiMediaResolutionRule extends SizeOnlyRule {
    static final String ID = "gemini-media-resolution";

    private static final String GOOGLE_PREFIX = "media-resolution-";

    private final TokenRange tokens;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    GeminiMediaResolutionRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("mediaResolution", "unspecified", "low", "medium", "high", "ultraHigh"));
        int unspecified = parameters.tokens("unspecified");
        int low = parameters.tokens("low");
        int medium = parameters.tokens("medium");
        int high = parameters.tokens("high");
        MediaResolution chosen = MediaResolution.of(parameters.text("mediaResolution"));
        if (chosen == MediaResolution.ULTRA_HIGH && !parameters.has("ultraHigh")) {
            throw new IllegalArgumentException(
                    "parameter mediaResolution must not be ultra-high: this model has no such budget");
        }
        int ultraHigh = parameters.has("ultraHigh") ? parameters.tokens("ultraHigh") : 0;
        tokens = TokenRange.exactly(
                switch (chosen) {
                    case UNSPECIFIED -> unspecified;
                    case LOW -> low;
                    case MEDIUM -> medium;
                    case HIGH -> high;
                    case ULTRA_HIGH -> ultraHigh;
                });
    }

    private enum MediaResolution {
        UNSPECIFIED,
        LOW,
        MEDIUM,
        HIGH,
        ULTRA_HIGH;

        private static MediaResolution of(String text) {
            String plain = text.toLowerCase(Locale.ROOT).replace('_', '-');
            String name = plain.startsWith(GOOGLE_PREFIX) ? plain.substring(GOOGLE_PREFIX.length()) : plain;
            return Spelling.parse(values(), name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "parameter mediaResolution must be one of " + List.of(values()) + ": " + text));
        }

        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    @Override
    ImageTokens tokens(PixelSize size) {
        return new ImageTokens.Counted(tokens);
    }

    @Override
    TokenRange bounds() {
        return tokens;
    }
}
