package io.epochwise.fault;

import java.util.List;

/** The input breaks a rule that it could have kept; the caller can mend it. Never thrown for a fault of the service. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * @param field where, as in {@link Violation#field()}
     * @param message what is wrong, as in {@link Violation#message()}
     */
    public InvalidInputException(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    /** @param violations all that is wrong, at least one */
    public InvalidInputException(List<Violation> violations) {
        super(violations.get(0).field() + ": " + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    /** All that is wrong, at least one, in the order found. */
    public List<Violation> violations() {
        return violations;
    }
}
