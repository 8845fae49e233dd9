package io.epochwise.fault;

import java.util.List;

/** The caller asked for something by a name that nothing has. The caller can mend it, most often by a near name. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final String field;
    private final transient List<String> nearest;

    /**
     * @param kind what was asked for, as a noun: {@code offering}
     * @param name the name that nothing has
     * @param nearest names that exist and look like it, nearest first; may be empty. See {@link NearMatches}.
     */
    public UnknownNameException(String kind, String name, List<String> nearest) {
        this(kind, name, nearest, "");
    }

    private UnknownNameException(String kind, String name, List<String> nearest, String field) {
        super("no such " + kind);
        this.kind = kind;
        this.name = name;
        this.field = field;
        this.nearest = List.copyOf(nearest);
    }

    /** The same with the place of the name in the input, where it has several. */
    public UnknownNameException at(String field) {
        return new UnknownNameException(kind, name, nearest, field);
    }

    /** Where the name stands, as in {@link Violation#field()}; empty if that needs no saying. */
    public String field() {
        return field;
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
