package io.epochwise.api;

import io.epochwise.catalog.LifeCycleEvent;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import java.time.LocalDate;
import java.util.List;

/**
 * An offering in a list.
 *
 * @param id the offering's id
 * @param name the name a person reads
 * @param provider the provider's id
 * @param kind the way it gets the job done
 * @param vision whether the model takes images
 * @param fineTunable whether the model can be tuned by some method, dates aside
 * @param methods how it can be tuned, dates aside; empty if it cannot
 * @param visionMethods how it can be tuned on images, dates aside
 * @param nextEvent the next change in its life after the day asked for; absent if none is known
 */
public record OfferingSummary(
        String id,
        String name,
        String provider,
        OfferingKind kind,
        boolean vision,
        boolean fineTunable,
        List<Method> methods,
        List<Method> visionMethods,
        LifeCycleEvent nextEvent) {

    static OfferingSummary of(Offering offering, LocalDate asOf) {
        return new OfferingSummary(
                offering.id(),
                offering.name(),
                offering.provider(),
                offering.kind(),
                offering.takesImages(),
                offering.tunable(),
                offering.tunable() ? offering.fineTuning().methods() : List.of(),
                offering.tunable() ? offering.fineTuning().visionMethods() : List.of(),
                offering.lifeCycle().stream()
                        .filter(event -> event.on().isAfter(asOf))
                        .findFirst()
                        .orElse(null));
    }
}
