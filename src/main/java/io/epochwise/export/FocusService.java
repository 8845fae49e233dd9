package io.epochwise.export;

import io.epochwise.catalog.Unit;

/**
 * The service that a FOCUS row belongs to.
 *
 * @param category one that the specification allows
 * @param subcategory one of the category
 * @param name of the service
 */
record FocusService(String category, String subcategory, String name) {
    private static final String AI = "AI and Machine Learning";

    static FocusService of(QuotedLine line, String provider) {
        return switch (line.category()) {
            case USAGE -> ofUsage(line, provider);
            case COMMITMENT, COMMITMENT_USED, CREDIT ->
                new FocusService(AI, "Other (AI and Machine Learning)", provider + " Agreement");
            case ROUNDING -> other("Rounding");
        };
    }

    private static FocusService ofUsage(QuotedLine line, String provider) {
        if (line.provider() == null) {
            return other("Own Work");
        }
        if (line.unit() == Unit.GPU_HOUR) {
            return new FocusService("Compute", "Virtual Machines", provider + " GPUs");
        }
        return switch (line.part()) {
            case TRAINING, RETRAINING -> new FocusService(AI, "Generative AI", provider + " Fine-tuning");
            case CALLS, EVALUATION -> new FocusService(AI, "Generative AI", provider + " Inference");
        };
    }

    private static FocusService other(String name) {
        return new FocusService("Other", "Other (Other)", name);
    }
}
