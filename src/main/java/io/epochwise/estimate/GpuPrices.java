package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.GpuPrice;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What an hour of a GPU costs, as far as the request says whose. */
final class GpuPrices {
    /** GPU prices moved within weeks in 2026, so they are old sooner than those of tokens. */
    private static final int STALE_AFTER_DAYS = 30;

    /** The kind taken where none is named. */
    static final String USUAL_GPU = "a100-80";

    private static final String ON_DEMAND = "on-demand";

    private GpuPrices() {}

    /**
     * The price of a GPU-hour: of one provider where the request names it, else the middle of all known, with the lowest and
     * the highest.
     */
    static Optional<UnitPrice> find(
            Catalog catalog,
            ComputeChoice choice,
            String gpu,
            String region,
            LocalDate day,
            LocalDate asOf,
            Notes notes) {
        String term = Objects.requireNonNullElse(choice.term(), ON_DEMAND);
        List<GpuPrice> prices = catalog.gpuPrices().stream()
                .filter(price -> price.gpu().equals(gpu) && price.inForce(day) && price.amount() != null)
                .filter(price -> price.term().equals(term))
                .filter(price -> choice.provider() == null || price.provider().equals(choice.provider()))
                .filter(price -> price.holdsIn(region))
                .sorted(Comparator.comparing(GpuPrice::amount))
                .toList();
        if (prices.isEmpty()) {
            notes.warn(
                    WarningCode.MISSING_PRICE,
                    "No price of an hour of " + gpu + " is known, " + term
                            + (choice.provider() == null ? "" : ", at " + choice.provider()) + ", on " + day + ".");
            return Optional.empty();
        }
        GpuPrice middle = prices.get((prices.size() - 1) / 2);
        if (prices.size() > 1) {
            notes.assume(
                    AssumptionCode.GPU_PRICES,
                    null,
                    "An hour of " + gpu + " costs from " + words(prices.get(0)) + " to "
                            + words(prices.get(prices.size() - 1)) + "; expected is the middle of "
                            + prices.size() + " prices, " + words(middle) + ".");
        }
        warnOfStatus(middle, notes);
        warnOfAge(middle, asOf, notes);
        Range range = new Range(
                prices.stream()
                        .map(price -> Objects.requireNonNullElse(price.low(), price.amount()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                middle.amount(),
                prices.stream()
                        .map(price -> Objects.requireNonNullElse(price.high(), price.amount()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        return Optional.of(new UnitPrice(
                range.asAmount(),
                Decimals.amount(middle.amount()),
                BigDecimal.ONE,
                Unit.GPU_HOUR,
                Decimals.amount(middle.amount()).toPlainString(),
                middle.source(),
                middle.asOf(),
                middle.grade()));
    }

    /** All prices of a kind of GPU, whenever they hold. */
    static Stream<GpuPrice> of(Catalog catalog, String gpu) {
        return catalog.gpuPrices().stream().filter(price -> price.gpu().equals(gpu));
    }

    private static void warnOfStatus(GpuPrice price, Notes notes) {
        switch (price.status()) {
            case UNVERIFIED -> notes.warn(WarningCode.PRICE_UNVERIFIED, doubt(price, "rests on a weak source."));
            case CONFLICT -> notes.warn(WarningCode.PRICE_IN_CONFLICT, doubt(price, "is disputed among sources."));
            case ASSUMED -> notes.warn(WarningCode.PRICE_ASSUMED, doubt(price, "is concluded from like cases."));
            case STATED, NOT_FOUND -> {
                // Stated prices need no word; those not found never get here.
            }
        }
    }

    private static String doubt(GpuPrice price, String why) {
        return "The price of an hour of " + price.gpu() + " at " + price.provider() + ", "
                + Decimals.amount(price.amount()).toPlainString() + ", " + why
                + (price.note() == null ? "" : " " + PriceList.sentence(price.note()));
    }

    private static void warnOfAge(GpuPrice price, LocalDate asOf, Notes notes) {
        if (price.asOf() != null && price.asOf().plusDays(STALE_AFTER_DAYS).isBefore(asOf)) {
            notes.warn(
                    WarningCode.PRICE_STALE,
                    "The price of an hour of " + price.gpu() + " at " + price.provider() + " was last read on "
                            + price.asOf() + ", " + ChronoUnit.DAYS.between(price.asOf(), asOf) + " days before " + asOf
                            + "; prices of GPUs move within weeks.");
        }
    }

    private static String words(GpuPrice price) {
        return Decimals.amount(price.amount()).toPlainString() + " (" + price.provider() + ")";
    }
}
