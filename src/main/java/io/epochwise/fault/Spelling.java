package io.epochwise.fault;

import java.util.Locale;
import java.util.Optional;

/** How the constants of the code are spelled outside it: lower case, words joined by hyphens. */
public final class Spelling {
    private Spelling() {}

    /** The outside spelling of a constant: {@code PROMPT_ONLY} gives {@code "prompt-only"}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that is spelled so.
     *
     * @param constants all constants to choose from
     * @param text the outside spelling, exactly
     * @return empty if none is spelled so
     */
    public static <E extends Enum<E>> Optional<E> parse(E[] constants, String text) {
        for (E constant : constants) {
            if (constant.toString().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
