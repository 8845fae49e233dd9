package io.epochwise.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What an organization requires of an offering. Each part may be null; one that is null or false asks for nothing.
 *
 * @param zeroDataRetention the provider keeps nothing at all
 * @param maxRetentionDays the provider keeps nothing longer than this, from 0
 * @param regions data stay within one of these: regions of providers, countries or {@code EU}
 * @param noTrainingOnData the provider does not train its own models on the data
 * @param customerManagedKeys stored data can be encrypted with the customer's keys
 * @param peopleInImages images show people, and must be taken
 * @param imageUrls images are given by URL, and must be taken
 * @param imageFormats images are of these formats, and must be taken
 * @param fineTuning the model can be tuned on text
 * @param visionFineTuning the model can be tuned on images
 * @param minimumContextTokens tokens of an example that must fit whole, from 1
 */
public record Requirements(
        Boolean zeroDataRetention,
        Integer maxRetentionDays,
        List<String> regions,
        Boolean noTrainingOnData,
        Boolean customerManagedKeys,
        Boolean peopleInImages,
        Boolean imageUrls,
        List<String> imageFormats,
        Boolean fineTuning,
        Boolean visionFineTuning,
        Long minimumContextTokens) {

    /** Copies the lists. */
    public Requirements {
        regions = regions == null ? null : List.copyOf(regions);
        imageFormats = imageFormats == null ? null : List.copyOf(imageFormats);
    }

    /** Whether one of them is about images. */
    boolean concernImages() {
        return asked(peopleInImages) || asked(imageUrls) || imageFormats != null || asked(visionFineTuning);
    }

    /** A result for each requirement asked for, in the order of the components. */
    public List<RequirementResult> check(IntendedUse use) {
        return asked().stream().map(requirement -> requirement.check(use)).toList();
    }

    private List<Requirement> asked() {
        List<Requirement> asked = new ArrayList<>();
        add(asked, zeroDataRetention, DataPolicy.ZERO_DATA_RETENTION);
        if (maxRetentionDays != null) {
            asked.add(new RetentionLimit(maxRetentionDays));
        }
        if (regions != null) {
            asked.add(new DataRegions(regions));
        }
        add(asked, noTrainingOnData, DataPolicy.NO_TRAINING_ON_DATA);
        add(asked, customerManagedKeys, DataPolicy.CUSTOMER_MANAGED_KEYS);
        add(asked, peopleInImages, DataPolicy.PEOPLE_IN_IMAGES);
        add(asked, imageUrls, AcceptedImages.byUrl());
        if (imageFormats != null) {
            asked.add(AcceptedImages.of(imageFormats));
        }
        add(asked, fineTuning, new TrainingPossible(false));
        add(asked, visionFineTuning, new TrainingPossible(true));
        if (minimumContextTokens != null) {
            asked.add(new ContextLength(minimumContextTokens));
        }
        return asked;
    }

    private static void add(List<Requirement> asked, Boolean wanted, Requirement requirement) {
        if (asked(wanted)) {
            asked.add(requirement);
        }
    }

    private static boolean asked(Boolean wanted) {
        return Boolean.TRUE.equals(wanted);
    }
}
