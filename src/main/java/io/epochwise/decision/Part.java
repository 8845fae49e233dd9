package io.epochwise.decision;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import java.util.function.Supplier;

/** A part of a question that is a question itself: what is wrong with it is told by its place in the whole. */
final class Part {
    private Part() {}

    /**
     * Answers a part.
     *
     * @param path where it stands: {@code alternatives[2]}
     * @throws InvalidInputException if the part breaks a rule; its fields begin with the path
     * @throws UnknownNameException if there is no such offering; it names the field
     */
    static <T> T at(String path, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (InvalidInputException fault) {
            throw new InvalidInputException(fault.violations().stream()
                    .map(violation -> violation.under(path))
                    .toList());
        } catch (UnknownNameException fault) {
            throw fault.at(path + ".offering");
        }
    }
}
