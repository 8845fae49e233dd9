package io.epochwise.fault;

import java.util.List;

/** The caller asked for something by a name that nothing has. The caller can mend it, most often by a near name. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final transient List<String> nearest;

    /**
     * @param kind what was asked for, as a noun: {@code offering}
     * @param name the name that nothing has
     * @param nearest names that exist and look like it, nearest first; may be empty. See {@link NearMatches}.
     */
    public UnknownNameException(String kind, String name, List<String> nearest) {
        super("no such " + kind);
        this.kind = kind;
        this.name = name;
        this.nearest = List.copyOf(nearest);
    }

    /** What was asked for, as a noun: {@code offering}. */
    public String kind() {
        return kind;
    }

    /** The name that nothing has, as the caller wrote it. */
    public String name() {
        return name;
    }

    /** Names that exist and look like it, nearest first; may be empty. */
    public List<String> nearest() {
        return nearest;
    }
}
