package io.epochwise.api;

/** Words that several operations use to describe what they take and refuse. */
final class Asked {
    static final String AS_OF = "The day whose prices, rules, limits and dates apply, ISO 8601; today (UTC) if absent";

    static final String EXAMPLE_DAY = "2026-11-23";

    static final String TOO_MANY_DECISIONS = "Too many decisions at once; Retry-After says when to ask again";

    static final String TOO_MANY_DRAWS =
            "Too many draws of estimates and decisions at once; Retry-After says when to ask again";

    private Asked() {}
}
