package io.epochwise.catalog.list;

import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Price;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A list's prices of a model beside the catalog's of an offering on a day.
 *
 * @param day the day on which prices of both must be in force
 */
record Comparison(Offering offering, PriceList list, ListedModel model, LocalDate day) {
    private static final String CURRENCY = "USD";
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Where both have a price and they differ by more than 1 %. */
    List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (ListedPrice listed : model.prices()) {
            if (listed.inForce(day)) {
                ours(listed.place())
                        .filter(ours -> disagree(ours, listed.amount()))
                        .ifPresent(ours -> conflicts.add(conflict(ours, listed)));
            }
        }
        return conflicts;
    }

    /** The catalog's price for the same: that of the region if it has its own, else the general one. */
    private Optional<Price> ours(PricePlace place) {
        String tier = tier(place);
        List<Price> candidates = offering.prices().stream()
                .filter(price -> price.amount() != null
                        && price.meter() == place.meter()
                        && price.inForce(day)
                        && price.unit() == Unit.TOKEN
                        && price.currency().equals(CURRENCY)
                        && price.tiers().contains(tier)
                        && price.variant() == null
                        && sameThreshold(price.fromInputTokens(), place.fromInputTokens()))
                .toList();
        return candidates.stream()
                .filter(price -> place.region() != null && price.regions().contains(place.region()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(price -> price.regions().isEmpty())
                        .findFirst());
    }

    private String tier(PricePlace place) {
        return place.tier() == null ? offering.defaultTier() : place.tier();
    }

    /** Sources differ on whether a price for long requests begins at its threshold or one token above. */
    private static boolean sameThreshold(Long ours, Long listed) {
        return ours == null || listed == null ? Objects.equals(ours, listed) : Math.abs(ours - listed) <= 1;
    }

    /** A disputed price is disagreed with only beyond its low and its high. */
    private static boolean disagree(Price ours, BigDecimal listed) {
        BigDecimal low = perMillion(ours, ours.low());
        BigDecimal high = perMillion(ours, ours.high());
        BigDecimal nearest = listed.min(high).max(low);
        return listed.subtract(nearest).abs().compareTo(nearest.multiply(TOLERANCE)) > 0;
    }

    private static BigDecimal perMillion(Price price, BigDecimal bound) {
        return new Rate(Objects.requireNonNullElse(bound, price.amount()), price.per()).cost(ListedOffering.MILLION);
    }

    private Conflict conflict(Price ours, ListedPrice listed) {
        BigDecimal amount = perMillion(ours, null);
        return new Conflict(
                offering.id(),
                listed.place().meter(),
                tier(listed.place()),
                listed.place().region(),
                listed.place().fromInputTokens(),
                day,
                CURRENCY,
                Decimals.amount(amount),
                ours.source(),
                ours.asOf(),
                ours.grade(),
                list.kind(),
                list.file(),
                model.asOf(),
                model.model(),
                Decimals.amount(listed.amount()),
                amount.signum() == 0
                        ? null
                        : (Double) listed.amount()
                                .subtract(amount)
                                .multiply(HUNDRED)
                                .divide(amount, 2, RoundingMode.HALF_EVEN)
                                .doubleValue());
    }
}
