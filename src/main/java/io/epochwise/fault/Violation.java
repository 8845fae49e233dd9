package io.epochwise.fault;

/**
 * One thing wrong with an input.
 *
 * @param field where, as a dotted path from the root of the input ({@code images[2].width}); empty for the whole input
 * @param message what is wrong and what would be right, in words fit for the caller; never dataset content
 */
public record Violation(String field, String message) {
    /**
     * The same in an input of which the one that was looked at is a part.
     *
     * @param path where the part is; empty if it is the whole
     */
    public Violation under(String path) {
        boolean apart = !path.isEmpty() && !field.isEmpty() && !field.startsWith("[");
        return new Violation(path + (apart ? "." : "") + field, message);
    }
}
