package io.epochwise.catalog;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Prices of tuned inference that follow from those of the base model, where a provider bills the base price or a multiple
 * of it and no row of the file states the tuned price itself. Only input and output follow: that batches or caches are
 * cheaper for tuned models too is nowhere assumed.
 */
final class ServingPrices {
    private static final Map<Meter, Meter> TUNED = Map.of(
            Meter.INPUT, Meter.TUNED_INPUT,
            Meter.OUTPUT, Meter.TUNED_OUTPUT);

    private ServingPrices() {}

    /** The prices that follow from the rows of an offering and its ways of serving. */
    static List<Price> of(List<Price> prices, List<Serving> serving) {
        List<Price> derived = new ArrayList<>();
        for (Serving way : serving) {
            if (way.mode() == ServingMode.BASE_PRICE || way.mode() == ServingMode.MULTIPLIER) {
                prices.stream()
                        .filter(base -> TUNED.containsKey(base.meter()) && base.overlaps(way))
                        .filter(base -> Stream.concat(prices.stream(), derived.stream())
                                .noneMatch(other -> states(other, base)))
                        .map(base -> derived(base, way))
                        .toList()
                        .forEach(derived::add);
            }
        }
        return derived;
    }

    /** Whether a row states what would follow from the base price for one of its tiers on some day. */
    private static boolean states(Price other, Price base) {
        return other.meter() == TUNED.get(base.meter())
                && Objects.equals(other.fromInputTokens(), base.fromInputTokens())
                && other.regions().equals(base.regions())
                && other.tiers().stream().anyMatch(base.tiers()::contains)
                && other.overlaps(base);
    }

    private static Price derived(Price base, Serving way) {
        BigDecimal factor = Objects.requireNonNullElse(way.multiplier(), BigDecimal.ONE);
        boolean doubtful = base.status() == FactStatus.STATED || base.status() == FactStatus.ASSUMED;
        String words = way.mode() == ServingMode.BASE_PRICE
                ? "the price of the base model"
                : factor.toPlainString() + " x the price of the base model";
        return new Price(
                TUNED.get(base.meter()),
                times(base.amount(), factor),
                times(base.low(), factor),
                times(base.high(), factor),
                base.per(),
                base.unit(),
                base.currency(),
                base.tiers(),
                base.regions(),
                base.methods(),
                base.variant(),
                base.parametersAbove(),
                base.parametersUpTo(),
                base.fromInputTokens(),
                later(base.from(), way.from()),
                earlier(base.to(), way.to()),
                base.source() + "; " + way.source(),
                base.asOf(),
                Grade.DERIVED,
                doubtful && way.status() != FactStatus.CONFLICT ? way.status() : base.status(),
                way.note() == null ? words : words + "; " + way.note());
    }

    private static BigDecimal times(BigDecimal amount, BigDecimal factor) {
        return amount == null ? null : Decimals.amount(amount.multiply(factor));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
