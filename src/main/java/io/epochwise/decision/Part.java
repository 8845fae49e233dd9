package io.epochwise.decision;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import java.util.function.Supplier;

/** A part of a question that is a question itself: what is wrong with it is told by its place in the whole. */
public final class Part {
    private Part() {}

    /**
     * Answers a part.
     *
     * @param path where it stands: {@code alternatives[2]}
     * @throws InvalidInputException if the part breaks a rule; its fields begin with the path
     * @throws UnknownNameException if there is nothing of a name; it names the field
     */
    public static <T> T at(String path, Supplier<T> answer) {
        try {
            return at(path, null, answer);
        } catch (UnknownNameException fault) {
            throw fault.at(path + "." + (fault.field().isEmpty() ? fault.kind() : fault.field()));
        }
    }

    /**
     * The same for a part of which a piece stands in the whole: what is wrong with that piece is told by its own place.
     *
     * @param path where the part stands
     * @param common the name of the piece, in the part as in the whole; null if the part has its own
     */
    static <T> T at(String path, String common, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (InvalidInputException fault) {
            throw new InvalidInputException(fault.violations().stream()
                    .map(violation ->
                            common != null && violation.field().startsWith(common) ? violation : violation.under(path))
                    .toList());
        }
    }
}
