package io.epochwise.token.image;

import io.epochwise.fault.Spelling;
import java.util.Optional;

/** How closely the model is asked to look at an image; {@link #AUTO} where the request does not say. */
public enum Detail {
    /** The provider's choice; what it means is part of the rule. */
    AUTO,
    /** The cheap look. */
    LOW,
    /** The close look. */
    HIGH,
    /** No, or hardly any, scaling down. */
    ORIGINAL;

    /** The provider's own spelling: {@code auto}, {@code low}, {@code high}, {@code original}. */
    @Override
    public String toString() {
        return Spelling.of(this);
    }

    /** The detail of that spelling, exactly as the provider writes it; empty if there is none. */
    public static Optional<Detail> parse(String text) {
        return Spelling.parse(values(), text);
    }
}
