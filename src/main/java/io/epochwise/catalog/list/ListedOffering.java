package io.epochwise.catalog.list;

import io.epochwise.catalog.ContextTokens;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.Price;
import io.epochwise.catalog.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a list knows of a model, as an offering that can only be prompted. That images are taken is left open, since no
 * list says how they are counted. Each fact is {@link FactStatus#UNVERIFIED}: a third party says so, and nobody else.
 */
final class ListedOffering {
    static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final String CURRENCY = "USD";
    private static final String USUAL_TIER = "standard";
    private static final Set<Meter> METERS = EnumSet.of(
            Meter.INPUT,
            Meter.CACHED_INPUT,
            Meter.CACHE_WRITE,
            Meter.OUTPUT,
            Meter.BATCH_INPUT,
            Meter.BATCH_CACHED_INPUT,
            Meter.BATCH_CACHE_WRITE,
            Meter.BATCH_OUTPUT);

    private ListedOffering() {}

    /** Whether the list knows enough of the model to offer it: what is read and what is written must have a price. */
    static boolean possible(ListedModel model) {
        return Stream.of(Meter.INPUT, Meter.OUTPUT).allMatch(meter -> model.prices().stream()
                .anyMatch(price -> price.place().meter() == meter));
    }

    /**
     * The offering.
     *
     * @param aliases the other ids of the model that no other offering has
     */
    static Offering of(ListedModel model, PriceList list, List<String> aliases) {
        List<Price> prices = model.prices().stream()
                .filter(price -> METERS.contains(price.place().meter()))
                .map(price -> price(price, list.source(), model.asOf()))
                .toList();
        return new Offering(
                model.id(),
                model.provider(),
                model.name(),
                aliases,
                OfferingKind.PROMPT_ONLY,
                USUAL_TIER,
                prices.stream()
                        .flatMap(price -> price.tiers().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                null,
                null,
                List.of(),
                contextTokens(model, list),
                null,
                prices,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static Price price(ListedPrice price, String source, LocalDate asOf) {
        PricePlace place = price.place();
        return new Price(
                place.meter(),
                price.amount(),
                null,
                null,
                MILLION,
                Unit.TOKEN,
                CURRENCY,
                List.of(place.tier() == null ? USUAL_TIER : place.tier()),
                place.region() == null ? List.of() : List.of(place.region()),
                List.of(),
                null,
                null,
                null,
                place.fromInputTokens(),
                price.from(),
                price.to(),
                source,
                asOf,
                Grade.SECONDARY,
                FactStatus.UNVERIFIED,
                price.note());
    }

    private static ContextTokens contextTokens(ListedModel model, PriceList list) {
        return model.contextTokens() == null
                ? null
                : new ContextTokens(
                        null,
                        model.contextTokens(),
                        list.source(),
                        model.asOf(),
                        Grade.SECONDARY,
                        FactStatus.UNVERIFIED,
                        null);
    }
}
