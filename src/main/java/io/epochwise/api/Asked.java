package io.epochwise.api;

/** Words that several operations use to describe their parameters. */
final class Asked {
    static final String AS_OF = "The day whose prices, rules, limits and dates apply, ISO 8601; today (UTC) if absent";

    static final String EXAMPLE_DAY = "2026-11-23";

    private Asked() {}
}
