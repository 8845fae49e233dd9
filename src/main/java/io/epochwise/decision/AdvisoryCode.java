package io.epochwise.decision;

/** What a reader should know before relying on a result. Codes are stable; the texts may improve. */
public enum AdvisoryCode {
    NO_PUBLISHED_COMPARISON(
            "No comparison of base and tuned models on public benchmarks is published, so that a tuned model answers"
                    + " better is a guess until it is measured; an evaluation can be estimated."),
    NO_NEW_ABILITIES(
            "Fine-tuning refines what a model can do; it does not add spatial reasoning or 3D understanding that the"
                    + " base model lacks."),
    MORE_EXAMPLES(
            "Instructions left out of the prompt must be learned from examples: a shorter prompt needs more of them, and"
                    + " none in addition are given."),
    REPLACEMENT_EXISTS(
            "The vendor names a newer model that can be called without tuning, which may cost less than both."),
    SAME_TOKENS_ASSUMED("Models count the same text differently; the workload's tokens are taken for all of them."),
    OPERATIONS_NOT_INCLUDED("Running a model on own GPUs takes people, whose time is not in the costs."),
    SAVINGS_COST_ACCURACY(
            "Fewer tokens, epochs or examples may make answers worse; by how much is published for no dataset but must be"
                    + " measured.");

    private final String meaning;

    AdvisoryCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
