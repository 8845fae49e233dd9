package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Price;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prices of the catalog for a charge, other than the one that was expected. */
final class ListPrices {
    private ListPrices() {}

    /**
     * The other prices, each once, with the words for where they hold.
     *
     * @param wanted which rows
     * @return by the price of one unit
     */
    static Map<BigDecimal, Named> others(BillingCase bill, ComparedCharge charge, Predicate<Price> wanted) {
        Meter meter = charge.estimated().meter().orElse(null);
        BigDecimal expected =
                charge.estimated().rate().map(rate -> rate.cost(BigDecimal.ONE)).orElse(null);
        if (meter == null || expected == null) {
            return Map.of();
        }
        Map<BigDecimal, Named> prices = new TreeMap<>();
        bill.offering(charge).prices().stream()
                .filter(price -> BilledMeter.untuned(price.meter()) == meter
                        && price.unit() == charge.estimated().unit()
                        && price.amount() != null
                        && wanted.test(price))
                .forEach(price -> {
                    Rate rate = new Rate(price.amount(), price.per());
                    BigDecimal one = rate.cost(BigDecimal.ONE);
                    if (one.compareTo(expected) != 0) {
                        prices.merge(one, new Named(rate, words(price)), Named::or);
                    }
                });
        return prices;
    }

    /**
     * A price and where it holds.
     *
     * @param words for a reader: {@code tier global}
     */
    record Named(Rate rate, String words) {
        private Named or(Named other) {
            return words.contains(other.words) ? this : new Named(rate, words + ", or " + other.words);
        }

        /** The price, for a reader. */
        String price() {
            return Decimals.amount(rate.price()).toPlainString() + " per " + Decimals.plain(rate.per());
        }
    }

    private static String words(Price price) {
        String tiers = price.tiers().isEmpty() ? "all tiers" : "tier " + String.join(" and ", price.tiers());
        String regions =
                price.regions().isEmpty() ? "" : price.regions().stream().collect(Collectors.joining(", ", " in ", ""));
        String variant = price.variant() == null ? "" : ", " + price.variant();
        String from = price.from() == null ? "" : " from " + price.from();
        String to = price.to() == null ? "" : " until before " + price.to();
        return price.meter() + " of " + tiers + regions + variant + from + to;
    }
}
