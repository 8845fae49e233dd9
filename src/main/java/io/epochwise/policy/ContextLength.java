package io.epochwise.policy;

import io.epochwise.catalog.ContextTokens;
import java.util.List;

/**
 * An example of so many tokens must fit whole: into training, or into a request where the model cannot be tuned.
 *
 * @param tokens from 1
 */
record ContextLength(long tokens) implements Requirement {
    @Override
    public String field() {
        return "minimumContextTokens";
    }

    @Override
    public List<Answer> answers(IntendedUse use) {
        boolean tunable = use.offering().tunable();
        ContextTokens context = use.offering().contextTokens();
        Long most = context == null ? null : tunable ? context.training() : context.inference();
        String what = tunable ? "A training example" : "A request with its answer";
        return List.of(
                most == null
                        ? Answer.none("No source says how many tokens fit.")
                        : Answer.of(
                                most >= tokens ? Outcome.PASS : Outcome.FAIL,
                                what + " may have " + most + " tokens"
                                        + (most >= tokens ? "" : ", less than " + tokens),
                                context));
    }
}
