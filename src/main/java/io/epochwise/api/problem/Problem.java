package io.epochwise.api.problem;

import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * An error as RFC 9457 tells it.
 *
 * @param type what kind of problem, a URI reference such as {@code /problems/invalid-input}; stable
 * @param title the kind in words; the same for every problem of a type
 * @param status the HTTP status, 400 to 599
 * @param detail what is wrong this time; absent where nothing safe can be said
 * @param violations each thing wrong with the input; absent if there is none to name
 * @param line the line of a JSONL input, from 1; absent for other inputs
 */
@RegisterForReflection(targets = {Problem.class, Violation.class})
public record Problem(String type, String title, int status, String detail, List<Violation> violations, Long line) {
    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem that an HTTP status stands for. */
    public static Problem of(int status, String detail) {
        return switch (status) {
            case 400 -> of("invalid-input", "Invalid input", status, detail);
            case 404 -> of("not-found", "Not found", status, detail);
            case 405 -> of("method-not-allowed", "Method not allowed", status, detail);
            case 406 -> of("not-acceptable", "Not acceptable", status, detail);
            case 413 -> of("body-too-large", "Body too large", status, detail);
            case 414 -> of("uri-too-long", "URI too long", status, detail);
            case 415 -> of("unsupported-media-type", "Unsupported media type", status, detail);
            case 500 -> of("internal-error", "Internal error", status, detail);
            case 503 -> of("overloaded", "Overloaded", status, detail);
            default -> of("status-" + status, "Status " + status, status, detail);
        };
    }

    /** A problem of a type of its own. */
    public static Problem of(String slug, String title, int status, String detail) {
        return new Problem("/problems/" + slug, title, status, detail, null, null);
    }

    /** The same problem, met in a line of a JSONL input. */
    Problem inLine(long number) {
        return new Problem(type, title, status, detail, violations, number);
    }

    /** What is wrong with a name that nothing has; its field is empty unless the input has several. */
    public static Violation violation(UnknownNameException fault) {
        String near = fault.nearest().isEmpty() ? "" : "; near: " + String.join(", ", fault.nearest());
        return new Violation(fault.field(), "no such " + fault.kind() + near);
    }

    /** A name that nothing has: a 404 problem that names the field where the input has several. */
    static Problem unknownName(UnknownNameException fault) {
        Violation unknown = violation(fault);
        if (unknown.field().isEmpty()) {
            return of("unknown-name", "Unknown name", 404, unknown.message());
        }
        String detail = unknown.field() + ": " + unknown.message();
        return new Problem("/problems/unknown-name", "Unknown name", 404, detail, List.of(unknown), null);
    }

    /** Input that breaks rules: a 400 problem that names each. */
    public static Problem invalid(List<Violation> violations) {
        Violation first = violations.get(0);
        String detail = first.field().isEmpty() ? first.message() : first.field() + ": " + first.message();
        return new Problem("/problems/invalid-input", "Invalid input", 400, detail, violations, null);
    }
}
