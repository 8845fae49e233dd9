package io.epochwise.estimate;

import io.epochwise.dataset.Severity;

import static io.epochwise.dataset.Severity.ERROR;
import static io.epochwise.dataset.Severity.INFO;
import static io.epochwise.dataset.Severity.WARNING;

/** What may make an estimate wrong or the job impossible. Codes are stable; the texts may improve. */
public enum WarningCode {
    NOT_TUNABLE(ERROR, "The model cannot be fine-tuned."),
    IMAGES_NOT_TRAINABLE(ERROR, "The dataset has images and the model cannot be tuned on them by this method."),
    TRAINING_CLOSED(ERROR, "The organization cannot create this job on this date."),
    TRAINING_RESTRICTED(WARNING, "Only some organizations can create this job on this date."),
    TRAINING_UNKNOWN(WARNING, "Whether this job can be created on this date is not known."),
    INFERENCE_CLOSED(ERROR, "The organization cannot call the model on this date."),
    INFERENCE_RESTRICTED(WARNING, "Only some organizations can call the model on this date."),
    INFERENCE_REROUTED(WARNING, "Another model answers, and its price is billed."),
    INFERENCE_UNKNOWN(WARNING, "Whether the model can be called on this date is not known."),
    HORIZON_CUT(WARNING, "The model ends within the months asked for; those that begin later are not counted."),
    MISSING_PRICE(WARNING, "No price is known, so a line is unpriced and the total absent."),
    TOKENS_UNKNOWN(WARNING, "The tokens are not known, so a line is unpriced and the total absent."),
    PRICE_UNVERIFIED(WARNING, "The price rests on a weak source that no other supports."),
    PRICE_IN_CONFLICT(WARNING, "Sources differ on the price; the range holds their readings."),
    PRICE_ASSUMED(WARNING, "The price is concluded from like cases."),
    LONG_CONTEXT_PRICE_UNKNOWN(
            WARNING,
            "Other prices of the offering are different for calls of so many input tokens; this one is not known to."),
    PRICE_STALE(WARNING, "The price was last read long before the date; it may have changed."),
    PROFILE_OF_OTHER_FACTS(WARNING, "The profile was made with another catalog or for another day."),
    ENCODING_DIFFERS(WARNING, "The profile's text was counted in another encoding than the model's."),
    OVERHEAD_UNKNOWN(WARNING, "The tokens around messages are not known; those of most chat models are expected."),
    EXAMPLES_CUT(WARNING, "Examples are longer than the training context; the provider cuts their ends."),
    IMAGES_REJECTED(WARNING, "The provider rejects images of this size or detail; they are not counted."),
    IMAGE_TOKENS_DISPUTED(WARNING, "Sources differ on the tokens of images; the range holds their readings."),
    REGION_NOT_OFFERED(WARNING, "The provider does not train in this region."),
    DATASET_ERRORS(WARNING, "The dataset breaks rules of the provider, which may refuse or drop parts of it."),
    TOO_MANY_TOKENS(WARNING, "The job has more tokens than the provider takes in one."),
    NOTHING_CACHED(WARNING, "Calls are said to hit the prompt cache, but nothing is taken to be cached."),
    CACHE_EXPIRES(WARNING, "Calls come too seldom for so many of them to find their prefix cached."),
    CACHE_STORAGE_NOT_INCLUDED(WARNING, "Keeping a prompt cache costs by token and hour and is not in the total."),
    CONTEXT_EXCEEDED(WARNING, "A call has more tokens than fit into the model's context."),
    TOO_MANY_IMAGES(WARNING, "A call has more images than the provider takes in one."),
    CAPACITY_EXCEEDED(WARNING, "The GPUs that are kept ready cannot answer the calls of some month at their peak."),
    CAPACITY_NOT_CHECKED(INFO, "Whether the GPUs or units can serve the workload is not checked."),
    HOSTING_NOT_INCLUDED(WARNING, "Keeping the tuned model deployed costs by the hour and is not in the total."),
    STORAGE_NOT_INCLUDED(WARNING, "Keeping the tuned model stored costs by the month and is not in the total."),
    SERVING_NOT_INCLUDED(WARNING, "Serving the tuned model is billed by time, used or not, and is not in the total."),
    DEPLOYMENT_REMOVED(WARNING, "Deployments of this price class are removed after some hours."),
    JOB_MINIMUM(WARNING, "A job costs a least amount, whatever it trains."),
    COMPUTE_PARTIAL(WARNING, "A part of the compute is not known and not counted."),
    COMPUTE_UNTESTED(WARNING, "No published time of such a training is near enough to check the estimate against."),
    MEMORY_EXCEEDED(WARNING, "The GPUs cannot hold the training, as far as known."),
    MEMORY_NOT_CHECKED(INFO, "Whether the GPUs can hold the training is not known."),
    LABOR_NOT_INCLUDED(INFO, "The work of people that own infrastructure demands is not in the total."),
    JOB_PAUSES(INFO, "The job pauses when its cost reaches a limit of the provider."),
    GRADERS_NOT_INCLUDED(WARNING, "The tokens of model graders are billed on top and are not in the total."),
    PAIR_COUNTING_UNPUBLISHED(WARNING, "How the two answers of a preference pair count is not published."),
    RETRAINING_CLOSED(WARNING, "The job cannot be made again in a month in which it is to be."),
    NO_PUBLISHED_COMPARISON(
            INFO,
            "No comparison of base and tuned models on public benchmarks is published; what tuning gains must be measured."),
    HARNESS_CHANGES_SCORE(INFO, "The same model scores differently in different harnesses; compare within one only."),
    HARNESS_LACKS_BENCHMARK(WARNING, "The harness is not known to have the benchmark."),
    JUDGE_NOT_INCLUDED(WARNING, "Answers are judged by a language model, whose calls are not in the total."),
    ANSWERS_NOT_PUBLIC(WARNING, "The right answers of the split are not public, or not known to be."),
    RUN_TIME_UNKNOWN(WARNING, "The model is billed by the hour, and how long the run takes is not known."),
    SAMPLE_TOO_SMALL(WARNING, "The run asks fewer questions than the asked precision needs."),
    SAMPLE_EXCEEDS_SET(WARNING, "The asked precision needs more questions than there are."),
    INPUT_NOT_USED(INFO, "A part of the request has no bearing on the estimate.");

    private final Severity severity;
    private final String meaning;

    WarningCode(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** How much it matters, unless the estimate has reason to say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
