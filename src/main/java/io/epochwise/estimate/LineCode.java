package io.epochwise.estimate;

/** What a line charges for. Codes are stable; the texts may improve. */
public enum LineCode {
    TRAINING_TOKENS("training.tokens", "Training: tokens of the dataset x epochs"),
    TRAINING_VALIDATION_TOKENS("training.validation-tokens", "Training: tokens of the validation file, once an epoch"),
    TRAINING_FREE_TOKENS("training.free-tokens", "Training: tokens free by a promotion"),
    TRAINING_EVALUATION_TOKENS(
            "training.evaluation-tokens", "Training: evaluation runs on the validation file, as batch inference"),
    TRAINING_IMAGES("training.images", "Training: images of the dataset x epochs"),
    TRAINING_MINIMUM("training.minimum", "Training: what is missing to the least a job costs"),
    TRAINING_DISPUTED_MINIMUM(
            "training.disputed-minimum", "Training: what is missing to the least a job costs by some sources only"),
    TRAINING_GPU_HOURS("training.gpu-hours", "Training: time of own or rented GPUs"),
    TRAINING_LABOR("training.labor", "Training: work of people"),
    TRAINING_HOURS("training.hours", "Training: wall-clock time of the training loop"),
    UP_FRONT_PREPARATION("up-front.preparation", "Up front: collecting and labeling examples"),
    UP_FRONT_EVALUATION("up-front.evaluation", "Up front: evaluating base and tuned model"),
    UP_FRONT_EXTRA("up-front.extra", "Up front: what else is paid once"),
    INFERENCE_STATIC_PROMPT("inference.static-prompt", "Inference: static prompt"),
    INFERENCE_FEW_SHOT_TEXT("inference.few-shot-text", "Inference: text of few-shot examples"),
    INFERENCE_FEW_SHOT_IMAGES("inference.few-shot-images", "Inference: images of few-shot examples"),
    INFERENCE_VARIABLE_PROMPT("inference.variable-prompt", "Inference: variable prompt"),
    INFERENCE_IMAGES("inference.images", "Inference: images"),
    INFERENCE_OVERHEAD("inference.overhead", "Inference: what the packaging of messages counts"),
    INFERENCE_CACHED_INPUT("inference.cached-input", "Inference: prefix read from the prompt cache"),
    INFERENCE_CACHE_WRITE("inference.cache-write", "Inference: prefix written to the prompt cache"),
    INFERENCE_OUTPUT("inference.output", "Inference: output"),
    INFERENCE_STATIC_PROMPT_BATCH("inference.static-prompt.batch", "Inference in batches: static prompt"),
    INFERENCE_FEW_SHOT_TEXT_BATCH("inference.few-shot-text.batch", "Inference in batches: text of few-shot examples"),
    INFERENCE_FEW_SHOT_IMAGES_BATCH(
            "inference.few-shot-images.batch", "Inference in batches: images of few-shot examples"),
    INFERENCE_VARIABLE_PROMPT_BATCH("inference.variable-prompt.batch", "Inference in batches: variable prompt"),
    INFERENCE_IMAGES_BATCH("inference.images.batch", "Inference in batches: images"),
    INFERENCE_OVERHEAD_BATCH("inference.overhead.batch", "Inference in batches: what the packaging of messages counts"),
    INFERENCE_CACHED_INPUT_BATCH(
            "inference.cached-input.batch", "Inference in batches: prefix read from the prompt cache"),
    INFERENCE_CACHE_WRITE_BATCH(
            "inference.cache-write.batch", "Inference in batches: prefix written to the prompt cache"),
    INFERENCE_OUTPUT_BATCH("inference.output.batch", "Inference in batches: output"),
    INFERENCE_CACHE_STORAGE("inference.cache-storage", "Inference: keeping a prompt cache"),
    INFERENCE_FALLBACK("inference.fallback", "Requests that no call answers: what takes its place"),
    EVALUATION_STATIC_PROMPT("evaluation.static-prompt", "Evaluation: static prompt"),
    EVALUATION_FEW_SHOT_TEXT("evaluation.few-shot-text", "Evaluation: text of few-shot examples"),
    EVALUATION_FEW_SHOT_IMAGES("evaluation.few-shot-images", "Evaluation: images of few-shot examples"),
    EVALUATION_QUESTIONS("evaluation.questions", "Evaluation: questions with what is added to them"),
    EVALUATION_IMAGES("evaluation.images", "Evaluation: images"),
    EVALUATION_OVERHEAD("evaluation.overhead", "Evaluation: what the packaging of messages counts"),
    EVALUATION_CACHED_INPUT("evaluation.cached-input", "Evaluation: prefix read from the prompt cache"),
    EVALUATION_CACHE_WRITE("evaluation.cache-write", "Evaluation: prefix written to the prompt cache"),
    EVALUATION_OUTPUT("evaluation.output", "Evaluation: answers"),
    EVALUATION_JUDGE_INPUT("evaluation.judge.input", "Judging answers: what the judge reads"),
    EVALUATION_JUDGE_OVERHEAD("evaluation.judge.overhead", "Judging answers: what the packaging of messages counts"),
    EVALUATION_JUDGE_OUTPUT("evaluation.judge.output", "Judging answers: what the judge writes"),
    HOSTING("hosting", "Keeping the tuned model deployed, used or not"),
    SERVING_GPU_HOURS("serving.gpu-hours", "GPUs that serve the model, used or not"),
    SERVING_LABOR("serving.labor", "Work of people that keeps the model running"),
    SERVING_UNITS("serving.units", "Reserved units of throughput that serve the model, used or not"),
    STORAGE("storage", "Keeping the tuned model stored, deployed or not");

    private final String code;
    private final String description;

    LineCode(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** What is charged, in words. */
    public String description() {
        return description;
    }

    /** Whether it charges for the hours for which GPUs or units are kept to serve a model. */
    public boolean servesByTime() {
        return this == SERVING_GPU_HOURS || this == SERVING_UNITS;
    }

    /** Whether its amount is the smaller, the greater the charges are that it stands beside. */
    boolean opposed() {
        return this == TRAINING_MINIMUM;
    }

    /** The code outside the program: {@code training.tokens}. */
    @Override
    public String toString() {
        return code;
    }
}
