package io.epochwise.dataset;

/** Who speaks in a message; what providers name differently but treat alike is one role. */
enum Role {
    /** {@code system} or {@code developer}. */
    SYSTEM,
    USER,
    ASSISTANT,
    /** {@code tool} or {@code function}. */
    TOOL,
    /** Any other. */
    UNKNOWN;

    /** The role of that spelling. */
    static Role parse(String text) {
        return switch (text) {
            case "system", "developer" -> SYSTEM;
            case "user" -> USER;
            case "assistant" -> ASSISTANT;
            case "tool", "function" -> TOOL;
            default -> UNKNOWN;
        };
    }
}
