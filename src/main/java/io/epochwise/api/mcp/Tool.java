package io.epochwise.api.mcp;

/**
 * A tool that an assistant can call.
 *
 * @param <A> its arguments, a record whose components are those of {@code mcp/<name>.json}
 */
interface Tool<A> {
    /** The name it is called by. */
    String name();

    /** The record of its arguments. */
    Class<A> arguments();

    /**
     * Answers.
     *
     * @throws io.epochwise.fault.InvalidInputException if the arguments break a rule
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering
     */
    Brief.Told answer(A arguments);

    /**
     * The argument that a field of the domain's question comes from.
     *
     * @param field as in {@link io.epochwise.fault.Violation#field()}
     */
    default String argument(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
