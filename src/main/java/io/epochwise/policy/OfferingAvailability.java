package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import java.time.LocalDate;

/**
 * What can be done with an offering on a day.
 *
 * @param training whether a training job can be created
 * @param tunedInference whether a model that was tuned can be called
 * @param baseInference whether the base model can be called
 */
public record OfferingAvailability(Availability training, Availability tunedInference, Availability baseInference) {

    /** Each with what remains in its place where it is not to be had; the parameters are those of {@link Alternatives#of}. */
    public static OfferingAvailability of(
            Catalog catalog,
            Offering offering,
            Method method,
            boolean withImages,
            Organization organization,
            LocalDate asOf) {
        return new OfferingAvailability(
                AvailabilityRules.training(offering, method, withImages, organization, asOf)
                        .or(() -> Alternatives.of(catalog, offering, method, withImages, organization, asOf)),
                AvailabilityRules.tunedInference(offering, organization, asOf)
                        .or(() -> Alternatives.of(catalog, offering, method, withImages, organization, asOf)),
                AvailabilityRules.baseInference(offering, organization, asOf)
                        .or(() -> Alternatives.replacements(catalog, offering, organization, asOf)));
    }
}
