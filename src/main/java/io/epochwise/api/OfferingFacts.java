package io.epochwise.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.ImageRuleFact;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Price;
import io.epochwise.policy.OfferingAvailability;
import io.epochwise.policy.Organization;
import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of an offering.
 *
 * @param catalogVersion the catalog's version
 * @param asOf the day of the facts in force
 * @param pricesInForce the prices in force on that day, own prices first
 * @param imageRulesInForce the readings of image rules in force on that day, the one billed as best known first
 * @param availability what an organization of which nothing is known can do with it on that day; training is on images
 *     where the model can be tuned on them
 * @param offering all facts with their sources, past and future ones included, beside the other members
 */
public record OfferingFacts(
        String catalogVersion,
        LocalDate asOf,
        List<Price> pricesInForce,
        List<ImageRuleFact> imageRulesInForce,
        OfferingAvailability availability,
        @JsonUnwrapped Offering offering) {

    static OfferingFacts of(Catalog catalog, Offering offering, LocalDate asOf) {
        Method method = offering.usualMethod();
        boolean onImages =
                offering.tunable() && offering.fineTuning().visionMethods().contains(method);
        return new OfferingFacts(
                catalog.version(),
                asOf,
                offering.pricesInForce(asOf),
                offering.imageRulesInForce(asOf),
                OfferingAvailability.of(catalog, offering, method, onImages, Organization.UNKNOWN, asOf),
                offering);
    }
}
