package io.epochwise.estimate;

import io.epochwise.catalog.Agreement;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Dated;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Price;
import io.epochwise.catalog.PriceQuery;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The prices of one request, put together in this order:
 *
 * <ol>
 *   <li>the list price;
 *   <li>in its place a fixed price: the caller's own of the meter, else the operator's own;
 *   <li>where there is none, the list price less a percent: the caller's, else that of the operator's agreement with the
 *       provider on the day.
 * </ol>
 *
 * <p>Agreed amounts and credits change no price; quotations take them from the sum.
 *
 * @param tier the price class; never null
 * @param region null if not given
 * @param method how the model is tuned; null where that does not matter
 * @param day the day whose prices apply
 * @param asOf the day of the request, from which the age of a price is told
 * @param agreements the operator's with the offering's provider
 * @param staleAfterDays a price whose source is older than so many days gets a warning
 */
record PriceList(
        Offering offering,
        String tier,
        String region,
        Method method,
        LocalDate day,
        LocalDate asOf,
        List<Agreement> agreements,
        int staleAfterDays,
        PriceOverrides overrides) {
    private static final String USUAL_CURRENCY = "USD";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * The prices of the day on which something is asked.
     *
     * @param overrides null for list prices
     */
    static PriceList of(
            Catalog catalog,
            Offering offering,
            String tier,
            String region,
            Method method,
            LocalDate asOf,
            PriceOverrides overrides) {
        return new PriceList(
                offering,
                tier,
                region,
                method,
                asOf,
                asOf,
                catalog.agreements(offering.provider()),
                catalog.staleAfterDays(),
                Objects.requireNonNullElse(overrides, PriceOverrides.NONE));
    }

    /** The currency of an offering's prices. */
    static String currency(Offering offering) {
        return offering.prices().isEmpty()
                ? USUAL_CURRENCY
                : offering.prices().get(0).currency();
    }

    /** How many units an own price of the request buys. */
    static BigDecimal per(OwnPrice price) {
        if (price.per() != null) {
            return price.per();
        }
        return price.meter().units().get(0) == Unit.TOKEN ? MILLION : BigDecimal.ONE;
    }

    /** The same prices on another day. */
    PriceList on(LocalDate otherDay) {
        return new PriceList(offering, tier, region, method, otherDay, asOf, agreements, staleAfterDays, overrides);
    }

    /** The price of a meter; empty, with a warning, if none is known. */
    Optional<UnitPrice> find(Meter meter, String variant, Notes notes) {
        return find(meter, variant, 0, notes);
    }

    /**
     * The price of a meter for requests of so many input tokens, whose bounds may reach other contexts than what is
     * expected; empty, with a warning, if none is known.
     */
    Optional<UnitPrice> findFor(Meter meter, TokenRange inputTokens, Notes notes) {
        Optional<UnitPrice> expected = find(meter, null, inputTokens.expected(), notes);
        if (inputTokens.low() == inputTokens.high() || expected.isEmpty()) {
            return expected;
        }
        Notes untold = new Notes();
        return expected.map(price -> price.spanning(
                find(meter, null, inputTokens.low(), untold).orElse(price),
                find(meter, null, inputTokens.high(), untold).orElse(price)));
    }

    private Optional<UnitPrice> find(Meter meter, String variant, long inputTokens, Notes notes) {
        PriceQuery query = new PriceQuery(meter, tier, region, method, variant, day, inputTokens);
        Optional<UnitPrice> own = own(meter);
        if (own.isPresent()) {
            return own.map(price -> price.besides(listPrice(query)));
        }
        Optional<Price> price = offering.price(query);
        if (price.isEmpty() || price.get().amount() == null) {
            notes.warn(WarningCode.MISSING_PRICE, missing(query, price));
            return Optional.empty();
        }
        noteContext(price.get(), query, notes);
        return Optional.of(applied(price.get(), query, notes));
    }

    /** Whether there is a price of a meter for requests of so many input tokens, be it one that is not found. */
    boolean has(Meter meter, TokenRange inputTokens) {
        return own(meter).isPresent()
                || offering.price(new PriceQuery(meter, tier, region, method, null, day, inputTokens.expected()))
                        .isPresent();
    }

    /** Whether a row of the meter speaks of the price class on some day, or the request has its own price. */
    boolean speaksOf(Meter meter) {
        return own(meter).isPresent() || speakOf(offering.ownPrices(), meter) || speakOf(offering.prices(), meter);
    }

    private boolean speakOf(List<Price> rows, Meter meter) {
        for (Price price : rows) {
            if (price.meter() == meter && price.tiers().contains(tier)) {
                return true;
            }
        }
        return false;
    }

    /** Notes which price class is taken, where the request names none and the meter has several. */
    void assumeTier(Meter meter, Notes notes) {
        if (offering.tiers().size() < 2) {
            return;
        }
        TreeSet<String> tiers = new TreeSet<>();
        offering.prices().stream()
                .filter(price -> price.meter() == meter)
                .forEach(price -> tiers.addAll(price.tiers()));
        if (tiers.size() > 1) {
            notes.assume(
                    AssumptionCode.DEFAULT_TIER,
                    tier,
                    "No price class is given; " + tier + " is taken of " + tiers + ".");
        }
    }

    /** Says that a long context has its price, or that others have one and this price has not. */
    private void noteContext(Price price, PriceQuery query, Notes notes) {
        if (query.inputTokens() == 0) {
            return;
        }
        if (price.fromInputTokens() != null) {
            notes.assume(
                    AssumptionCode.LONG_CONTEXT,
                    price.fromInputTokens().toString(),
                    "A call has " + query.inputTokens() + " input tokens; from " + price.fromInputTokens()
                            + " on all its tokens have other prices, which are taken.");
        } else if (!offering.ownPrices().contains(price)) {
            long longest = longestContext(query.inputTokens());
            if (longest > 0) {
                notes.warn(
                        WarningCode.LONG_CONTEXT_PRICE_UNKNOWN,
                        "No price of " + query.meter() + ", tier " + tier + ", for calls of " + longest
                                + " input tokens and more is known; the usual one is taken, which may be too low.");
            }
        }
    }

    /** The longest context that so many input tokens reach and for which some meter has a price; 0 if there is none. */
    private long longestContext(long inputTokens) {
        long longest = 0;
        for (List<Price> rows : List.of(offering.ownPrices(), offering.prices())) {
            for (Price row : rows) {
                Long from = row.fromInputTokens();
                if (from != null && from <= inputTokens && row.inForce(day)) {
                    longest = Math.max(longest, from);
                }
            }
        }
        return longest;
    }

    /** The caller's own price of a meter. */
    Optional<UnitPrice> own(Meter meter) {
        for (OwnPrice price : overrides.prices()) {
            if (price.meter() == meter) {
                return Optional.of(own(price));
            }
        }
        return Optional.empty();
    }

    private static UnitPrice own(OwnPrice price) {
        return own(price.amount(), per(price), price.meter().units().get(0));
    }

    /** A price of one unit that the caller alone knows. */
    static UnitPrice own(BigDecimal amount, Unit unit) {
        return own(amount, BigDecimal.ONE, unit);
    }

    private static UnitPrice own(BigDecimal amount, BigDecimal per, Unit unit) {
        BigDecimal written = Decimals.amount(amount);
        return new UnitPrice(
                Range.exactly(written),
                null,
                per,
                unit,
                written.toPlainString(),
                EstimateLine.SOURCE_OF_REQUEST,
                null,
                Grade.OWN);
    }

    private UnitPrice applied(Price price, PriceQuery query, Notes notes) {
        boolean operators = offering.ownPrices().contains(price);
        Range range = range(price, query, operators, notes);
        warnOfStatus(price, notes);
        warnOfAge(price, notes);
        String words = Decimals.amount(price.amount()).toPlainString();
        BigDecimal discount = operators ? null : discount(query.meter(), notes);
        if (discount != null && discount.signum() > 0) {
            range = range.times(BigDecimal.ONE.subtract(discount.divide(HUNDRED)));
            words += " x (1 - " + Decimals.plain(discount) + " %)";
        }
        UnitPrice applied = new UnitPrice(
                range.asAmount(),
                Decimals.amount(price.amount()),
                price.per(),
                price.unit(),
                words,
                price.source(),
                price.asOf(),
                price.grade());
        return operators ? applied.besides(listPrice(query)) : applied;
    }

    /** What the list has for as many units as it states; null if it has nothing. */
    private Rate listPrice(PriceQuery query) {
        return offering.listPrice(query)
                .filter(price -> price.amount() != null)
                .map(price -> new Rate(price.amount(), price.per()))
                .orElse(null);
    }

    /** The percent off list prices: the caller's, else the operator's; null for none. */
    private BigDecimal discount(Meter meter, Notes notes) {
        if (overrides.discountPercent() != null) {
            return overrides.discountPercent();
        }
        for (Agreement agreement : agreements) {
            if (agreement.inForce(day)
                    && agreement.discountPercent() != null
                    && agreement.discountPercent().signum() > 0) {
                notes.assume(
                        AssumptionCode.AGREED_DISCOUNT,
                        Decimals.plain(agreement.discountPercent()),
                        "The list price of " + meter + " is taken less " + Decimals.plain(agreement.discountPercent())
                                + " %, as agreed with " + agreement.provider() + " (" + agreement.source() + ").");
                return agreement.discountPercent();
            }
        }
        return null;
    }

    /** The price with the other readings of its sources, and with other regions where none is given. */
    private Range range(Price price, PriceQuery query, boolean operators, Notes notes) {
        Range range = new Range(
                Objects.requireNonNullElse(price.low(), price.amount()),
                price.amount(),
                Objects.requireNonNullElse(price.high(), price.amount()));
        if (!price.regions().isEmpty()) {
            return range;
        }
        List<Price> regional = new ArrayList<>();
        for (Price other : offering.prices(query)) {
            if (!other.regions().isEmpty()
                    && other.amount() != null
                    && offering.ownPrices().contains(other) == operators
                    && Objects.equals(other.fromInputTokens(), price.fromInputTokens())) {
                regional.add(other);
            }
        }
        if (regional.isEmpty()) {
            return range;
        }
        if (region != null) {
            notes.assume(
                    AssumptionCode.REGION_WITHOUT_OWN_PRICE,
                    region,
                    "No price of " + query.meter() + " of its own is known for the region " + region
                            + "; the general one of the tier " + tier + " is taken.");
            return range;
        }
        for (Price other : regional) {
            range = new Range(
                    range.low().min(amountFor(other, other.low(), price.per())),
                    range.expected(),
                    range.high().max(amountFor(other, other.high(), price.per())));
        }
        TreeSet<String> names = new TreeSet<>();
        regional.forEach(other -> names.addAll(other.regions()));
        notes.assume(
                AssumptionCode.REGION_NOT_GIVEN,
                null,
                "The price of " + query.meter() + " differs by region and none is given: expected is the general price "
                        + Decimals.amount(price.amount()).toPlainString() + ", low and high hold those of " + names
                        + ", from " + Decimals.amount(range.low()).toPlainString() + " to "
                        + Decimals.amount(range.high()).toPlainString() + ".");
        return range;
    }

    private static BigDecimal amountFor(Price price, BigDecimal bound, BigDecimal per) {
        return new Rate(Objects.requireNonNullElse(bound, price.amount()), price.per()).cost(per);
    }

    private static void warnOfStatus(Price price, Notes notes) {
        switch (price.status()) {
            case UNVERIFIED -> notes.warn(WarningCode.PRICE_UNVERIFIED, doubt(price, "rests on a weak source."));
            case CONFLICT -> notes.warn(WarningCode.PRICE_IN_CONFLICT, doubt(price, "is disputed among sources."));
            case ASSUMED -> notes.warn(WarningCode.PRICE_ASSUMED, doubt(price, "is concluded from like cases."));
            case STATED, NOT_FOUND -> {
                // Stated prices need no word; those not found never get here.
            }
        }
    }

    private void warnOfAge(Price price, Notes notes) {
        if (price.olderThan(staleAfterDays, asOf)) {
            notes.warn(
                    WarningCode.PRICE_STALE,
                    "The price of " + price.meter() + " was last read on " + price.asOf() + ", "
                            + ChronoUnit.DAYS.between(price.asOf(), asOf) + " days before " + asOf + ".");
        }
    }

    /** The variants for which a meter has a price in force, the plain one (null) first. */
    List<String> variants(Meter meter) {
        return offering.pricesInForce(day).stream()
                .filter(price -> price.meter() == meter && price.amount() != null)
                .map(Price::variant)
                .distinct()
                .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                .toList();
    }

    private static String doubt(Price price, String why) {
        return "The price of " + price.meter() + ", "
                + Decimals.amount(price.amount()).toPlainString() + " per " + Decimals.plain(price.per()) + " "
                + price.unit() + ", " + why + (price.note() == null ? "" : " " + sentence(price.note()));
    }

    private String missing(PriceQuery query, Optional<Price> notFound) {
        String text = "No price of " + query.meter() + " is known for " + offering.id() + ", tier " + tier
                + (query.variant() == null ? "" : ", " + query.variant()) + ", on " + day + ".";
        if (notFound.isPresent() && notFound.get().note() != null) {
            text += " " + sentence(notFound.get().note());
        }
        TreeSet<String> regions = new TreeSet<>();
        offering.prices(query).forEach(price -> regions.addAll(price.regions()));
        if (!regions.isEmpty()) {
            return text + " Prices are known for the regions " + regions + " only.";
        }
        List<Price> known = Stream.concat(offering.ownPrices().stream(), offering.prices().stream())
                .filter(price -> price.meter() == query.meter()
                        && price.amount() != null
                        && price.fromInputTokens() == null
                        && Objects.equals(price.variant(), query.variant()))
                .toList();
        Predicate<Price> ofTier = price -> price.tiers().contains(tier);
        Optional<Price> nearest = known.stream()
                .filter(ofTier)
                .filter(price -> price.methods().isEmpty() || price.methods().contains(query.method()))
                .min(Comparator.comparing(this::daysAway));
        if (nearest.isPresent() && !nearest.get().inForce(asOf)) {
            return text + " The nearest known one, "
                    + Decimals.amount(nearest.get().amount()).toPlainString() + " per "
                    + Decimals.plain(nearest.get().per()) + " " + nearest.get().unit() + ", holds "
                    + interval(nearest.get()) + ".";
        }
        List<String> variants =
                variants(query.meter()).stream().filter(Objects::nonNull).toList();
        if (known.isEmpty() && !variants.isEmpty()) {
            return text + " Prices are known for " + variants + " only.";
        }
        if (known.stream().anyMatch(ofTier)) {
            return text;
        }
        TreeSet<String> tiers = new TreeSet<>();
        known.forEach(price -> tiers.addAll(price.tiers()));
        return tiers.isEmpty() ? text : text + " Prices are known for the tiers " + tiers + ".";
    }

    /** A note of the catalog as a sentence. */
    static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + (note.endsWith(".") ? "" : ".");
    }

    private long daysAway(Price price) {
        if (price.from() != null && price.from().isAfter(day)) {
            return ChronoUnit.DAYS.between(day, price.from());
        }
        return price.to() == null ? 0 : ChronoUnit.DAYS.between(price.to(), day) + 1;
    }

    /** An interval in words: {@code from 2024-08-20 until before 2027-01-14}. */
    private static String interval(Dated dated) {
        String from = dated.from() == null ? "" : "from " + dated.from();
        String to = dated.to() == null ? "" : "until before " + dated.to();
        return (from + " " + to).strip();
    }
}
