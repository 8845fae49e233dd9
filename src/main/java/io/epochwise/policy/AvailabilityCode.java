package io.epochwise.policy;

/** Why something can or cannot be done. Codes are stable; the texts may improve. */
public enum AvailabilityCode {
    NOT_TUNABLE("The model cannot be fine-tuned."),
    TUNING_UNKNOWN("No source says whether the model can be fine-tuned."),
    TUNING_DISPUTED("Sources contradict each other on whether the model can be fine-tuned."),
    METHOD_NOT_OFFERED("The model cannot be fine-tuned by this method."),
    IMAGES_NOT_TRAINABLE("The model cannot be fine-tuned on images by this method."),
    IMAGES_UNKNOWN("No source says whether the model can be fine-tuned on images."),
    NOT_LAUNCHED("The model is not launched before the date."),
    LAUNCH_UNKNOWN("The model was in service on the date; since when is not known."),
    TRAINING_NOT_STARTED("The model cannot be fine-tuned before the date."),
    VISION_TRAINING_NOT_STARTED("The model cannot be fine-tuned on images before the date."),
    CLOSED_TO_NEW_ORGANIZATIONS("Organizations that never fine-tuned cannot create training jobs from the date."),
    CLOSED_TO_INACTIVE_ORGANIZATIONS(
            "Organizations without recent inference on a tuned model cannot create training jobs from the date."),
    TRAINING_ENDS("Training jobs can no longer be created from the date."),
    BASE_MODEL_SHUTDOWN("The base model takes no requests from the date."),
    REROUTED("Requests are answered by another model at its price from the date."),
    SHUTDOWN("The model takes no requests from the date."),
    LIFE_CYCLE_UNKNOWN("No date of the model's life is known.");

    private final String meaning;

    AvailabilityCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
