package io.epochwise.estimate;

/** What an estimate may take for granted. Codes are stable; the texts may improve. */
public enum AssumptionCode {
    DEFAULT_EPOCHS("No number of epochs is given, so the published cookbook's estimate is taken."),
    AGREED_DISCOUNT("The operator agreed on a discount with the provider, and the request names none."),
    DEFAULT_TIER("No price class is given, so the provider's usual one is taken."),
    REGION_NOT_GIVEN("No region is given and prices differ by region: expected is the general price."),
    REGION_WITHOUT_OWN_PRICE("The region has no price of its own, so the general one is taken."),
    TOKENS_WITHOUT_OFFERING("The profile was not made for the offering, so its tokens are put together from its sums."),
    TEXT_ESTIMATED("The model's tokenizer is not public or not here, so its text tokens are an estimate."),
    NO_EXAMPLE_CUT("No example is taken to be longer than the training context."),
    UNRESOLVED_IMAGES("Images of unknown size count as the midpoint of what the rule allows."),
    UNREADABLE_IMAGES("Images whose bytes give no size are not counted."),
    ROUNDED_IMAGE_SIZES("The profile holds image sizes rounded up, so their tokens may be too many."),
    SKIPPED_IMAGES("Images that the provider leaves out of training cost what the profile counts for them."),
    INVALID_LINES("Lines that are no usable example are not counted."),
    VALIDATION_FREE("The provider does not bill the tokens of a validation file."),
    VALIDATION_UNSTATED("No source says whether validation is billed: expected is no, high is yes."),
    EVALUATIONS("No number of evaluations is given, so one pass over the validation file is billed."),
    EVALUATION_RUNS("Evaluation runs are billed as batch inference if a job is told to make them; none is expected."),
    DEFAULT_ADAPTER("No adapter is given, so the provider's usual one is taken."),
    STEPS_AS_EPOCHS("The provider's jobs run in steps; epochs x tokens of the dataset are taken for them."),
    MINIMUM_COMMITMENT("Less cannot be had, so the least is billed."),
    DEFAULT_GPU("No GPU is given, so a common one is taken."),
    GPU_PRICES("No provider of GPUs is given: expected is the middle of the prices known, low and high hold all."),
    GPUS_BY_MEMORY("No number of GPUs is given, so the fewest that hold the training are taken."),
    MULTI_NODE("GPUs of several machines are a little slower each than in one."),
    TRAINING_DURATION("How long the job takes with as many GPUs at once."),
    COMPUTE("The time of GPUs is estimated from the floating-point operations of the model."),
    FREE_TOKENS("A promotion gives free tokens for every day on which the job runs."),
    LONG_CONTEXT("The input tokens of a call reach those from which the provider's other prices hold."),
    CACHE_MINIMUM_UNKNOWN("The shortest prefix that is cached is not known: expected is that it is reached."),
    BATCHES_NOT_CACHED(
            "No price of reading from the cache in batches is known, so all input of batches has the usual one."),
    NEVER_ANSWERED("Some requests get no answer that can be used, however often they are tried."),
    MEASURED_THROUGHPUT("How many calls a GPU answers is taken from a measurement with other calls."),
    REPLICA_SIZE("How many GPUs hold a copy of the model is told from the size of its weights."),
    EVEN_LOAD("No peak is given, so calls are taken to come evenly."),
    FULL_UTILIZATION("No target is given, so GPUs are planned to be used fully at the peak."),
    SERVING_SIZE("How many GPUs the calls of a month need, and how much of them is idle."),
    ALWAYS_ON("No hours of serving are given, so all 730 hours of each month are billed."),
    HOURS_ROUNDED("Billed hours are rounded to two decimals."),
    DEFAULT_SPLIT("No split is given, so the one that is usually evaluated is taken."),
    SPLIT_SIZE_DISPUTED("Sources differ on how many questions the split has."),
    QUESTION_TOKENS("The tokens of questions are estimated from their characters."),
    BENCHMARK_IMAGES("Of a benchmark's images only the smallest, the largest and perhaps a typical size are known."),
    IMAGES_SPREAD("Some questions have an image more than others; how many have how many is not known."),
    ANSWER_TOKENS("The tokens of answers are estimated from their form; high is the most that a harness allows."),
    REASONING_TOKENS("Of answers with reasoning only the most tokens that a harness allows are known."),
    ACCURACY_UNKNOWN("No accuracy is given, so the one is taken for which the most questions are needed."),
    DISAGREEMENT_UNKNOWN(
            "How often base and tuned model differ on a question is not given, so they are taken to be unrelated.");

    private final String meaning;

    AssumptionCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
