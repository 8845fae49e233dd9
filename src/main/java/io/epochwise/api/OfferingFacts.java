package io.epochwise.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.epochwise.catalog.ImageRuleFact;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Price;
import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of an offering.
 *
 * @param catalogVersion the catalog's version
 * @param asOf the day of the facts in force
 * @param pricesInForce the prices in force on that day, own prices first
 * @param imageRulesInForce the readings of image rules in force on that day, the one billed as best known first
 * @param offering all facts with their sources, past and future ones included, beside the other members
 */
public record OfferingFacts(
        String catalogVersion,
        LocalDate asOf,
        List<Price> pricesInForce,
        List<ImageRuleFact> imageRulesInForce,
        @JsonUnwrapped Offering offering) {

    static OfferingFacts of(String catalogVersion, Offering offering, LocalDate asOf) {
        return new OfferingFacts(
                catalogVersion, asOf, offering.pricesInForce(asOf), offering.imageRulesInForce(asOf), offering);
    }
}
