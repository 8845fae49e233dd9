package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** What a limit restricts. */
public enum LimitName {
    /** Examples (lines) in a training file. */
    EXAMPLES,
    /** Examples with at least one image in a training file. */
    EXAMPLES_WITH_IMAGES,
    IMAGES_PER_EXAMPLE,
    /** Decoded bytes of one image in training. */
    IMAGE_BYTES,
    /** Image formats taken in training: {@code png}, {@code jpeg}, … */
    IMAGE_FORMAT,
    /** Color modes taken in training: {@code rgb}, {@code rgba}, … */
    IMAGE_COLOR_MODE,
    /** Roles whose messages may hold images in training. */
    IMAGE_ROLE,
    /** Where training images may come from: {@code url}, {@code base64}. */
    IMAGE_SOURCE,
    /** Bytes of one training file. */
    FILE_BYTES,
    /** Bytes of all files of a project. */
    PROJECT_FILE_BYTES,
    /** Formats of a training file: {@code jsonl}. */
    FILE_FORMAT,
    /** Files one user may upload in a minute. */
    UPLOADS_PER_MINUTE,
    EPOCHS,
    /** Tokens of one training job: those of the training file x epochs. */
    JOB_TOKENS,
    BATCH_SIZE,
    /** Factor on the learning rate. */
    LEARNING_RATE_MULTIPLIER,
    /** Weight of the penalty in direct preference optimization. */
    DPO_BETA,
    /** Factor on the compute spent on exploring in reinforcement tuning. */
    COMPUTE_MULTIPLIER,
    /** Services a job can report to. */
    INTEGRATION,
    /** Characters of the suffix of a tuned model's name. */
    SUFFIX_CHARACTERS,
    /** Examples (lines) in a validation file. */
    VALIDATION_EXAMPLES,
    /** Bytes of a validation file. */
    VALIDATION_BYTES,
    /** Percent of the training examples that validation examples may be. */
    VALIDATION_PERCENT,
    /** How an example is written: {@code openai-chat}, {@code bedrock-conversation-2024}, … */
    EXAMPLE_FORMAT,
    /** Words that make a job fail where an example has them. */
    RESERVED_WORD,
    /** Videos of one training example. */
    VIDEOS_PER_EXAMPLE,
    /** Rank of the adapter. */
    ADAPTER_SIZE,
    /** Factor of a step in training. */
    LEARNING_RATE,
    WARM_UP_STEPS,
    /** Regions where jobs run. */
    TRAINING_REGION,
    /** Regions where tuned models answer. */
    SERVING_REGION,
    /** Jobs that run at once. */
    CONCURRENT_JOBS,
    /** Adapters that one deployment serves. */
    ADAPTERS_PER_DEPLOYMENT,
    /** Bytes of one inference request. */
    REQUEST_BYTES,
    IMAGES_PER_REQUEST,
    /** Image formats taken in inference. */
    REQUEST_IMAGE_FORMAT,
    /** Where images may come from in inference: {@code url}, {@code base64}, {@code file-id}, … */
    REQUEST_IMAGE_SOURCE,
    /** Bytes of one image in inference. */
    REQUEST_IMAGE_BYTES,
    /** Pixels of a side of an image in inference. */
    REQUEST_IMAGE_SIDE,
    /** Patches of one image in inference, before any multiplier. */
    PATCHES_PER_IMAGE,
    /** Money after which a job pauses, in the currency of the prices. */
    JOB_COST,
    /** Days without a call after which a deployment is deleted. */
    IDLE_DEPLOYMENT_DAYS,
    /** Hours after which a deployment is removed, used or not. */
    DEPLOYMENT_HOURS,
    /** Fewest units of reserved throughput. */
    PROVISIONED_UNITS,
    /** Checkpoints kept after a job: those of the last epochs. */
    CHECKPOINTS;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
