package io.epochwise.estimate;

import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.Serving;
import io.epochwise.catalog.ServingMode;
import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What keeping a tuned model costs, used or not: stored by the month, deployed, on GPUs or in reserved units by the hour. */
final class ServingCharges {
    /** What providers take for a month (730 x 12 = 8760 hours). */
    static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(730);

    /**
     * Time that is charged.
     *
     * @param units GPUs or units of throughput of each month
     * @param ofMonth hours asked for in a month
     * @param hours of each unit, all months together
     * @param price of an hour of one; empty if it is not known
     */
    record TimeCharge(List<BigDecimal> units, BigDecimal ofMonth, BigDecimal hours, Optional<UnitPrice> price) {
        /**
         * The part of a month, so that all months add up: those of each month, and in the last all that is left of a
         * commitment for more.
         *
         * @param month counted from 0
         */
        BigDecimal unitHours(int month) {
            BigDecimal before = ofMonth.multiply(BigDecimal.valueOf(units.size() - 1L));
            BigDecimal share = month < units.size() - 1 ? ofMonth : hours.subtract(before);
            return share.multiply(units.get(month));
        }

        private BigDecimal unitHours() {
            return IntStream.range(0, units.size()).mapToObj(this::unitHours).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** How they come about, ending with them. */
        private String words(String ofUnits) {
            BigDecimal fewest = Collections.min(units);
            BigDecimal most = Collections.max(units);
            String counted = fewest.compareTo(most) == 0
                    ? Decimals.plain(most) + ofUnits + Decimals.plain(hours)
                    : "from " + Decimals.plain(fewest) + " to " + Decimals.plain(most) + ofUnits
                            + Decimals.plain(ofMonth) + " hours a month, summed";
            return counted + (fewest.compareTo(most) == 0 ? " hours = " : " = ") + Decimals.plain(unitHours());
        }
    }

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
    private static final Map<ServingMode, Meter> METERS = new EnumMap<>(Map.of(
            ServingMode.GPU_HOUR, Meter.GPU_HOUR,
            ServingMode.PROVISIONED_THROUGHPUT, Meter.PROVISIONED_THROUGHPUT));
    private static final Map<ServingMode, LineCode> CODES = new EnumMap<>(Map.of(
            ServingMode.GPU_HOUR, LineCode.SERVING_GPU_HOURS,
            ServingMode.PROVISIONED_THROUGHPUT, LineCode.SERVING_UNITS));

    private final Offering offering;
    private final LocalDate asOf;
    private final String tier;
    private final PriceList prices;
    private final Notes notes;
    private final Charges charges;
    private final Function<String, Optional<UnitPrice>> ownGpus;

    /** @param ownGpus the price of an hour of a kind of GPU, null for a common one, where the model runs on one's own */
    ServingCharges(
            Offering offering,
            LocalDate asOf,
            String tier,
            PriceList prices,
            Notes notes,
            Charges charges,
            Function<String, Optional<UnitPrice>> ownGpus) {
        this.offering = offering;
        this.asOf = asOf;
        this.tier = tier;
        this.prices = prices;
        this.notes = notes;
        this.charges = charges;
        this.ownGpus = ownGpus;
    }

    /** The ways billed by time that are in force, one for each mode. */
    static List<ServingMode> timedModes(Offering offering, LocalDate asOf) {
        return offering.serving().stream()
                .filter(way -> way.inForce(asOf))
                .map(Serving::mode)
                .filter(mode -> !mode.byToken())
                .distinct()
                .toList();
    }

    /** Charges what is asked for, and warns of what is not and would be billed all the same. */
    void charge(BigDecimal hostingHours, BigDecimal storageMonths, ServingChoice choice) {
        chargeOrWarn(Meter.HOSTING, LineCode.HOSTING, Unit.HOUR, hostingHours, "hours");
        chargeOrWarn(Meter.STORAGE, LineCode.STORAGE, Unit.MONTH, storageMonths, "months");
        if (choice != null) {
            chargeTime(
                    choice, List.of(units(choice)), Objects.requireNonNullElse(choice.hours(), HOURS_OF_A_MONTH), "");
        } else if (!offering.serving().isEmpty()) {
            warnOfTime();
        }
        warnOfDeploymentsEnd();
    }

    private void chargeOrWarn(Meter meter, LineCode code, Unit unit, BigDecimal quantity, String units) {
        if (quantity != null) {
            charges.add(
                    code,
                    new Quantity(Range.exactly(quantity), Decimals.plain(quantity) + " " + units),
                    unit,
                    prices.find(meter, null, notes));
            return;
        }
        // What is not charged needs no notes about its price.
        prices.find(meter, null, new Notes())
                .map(price -> price.price().expected())
                .filter(price -> price.signum() > 0)
                .ifPresent(price -> warnOfMissing(meter, price));
    }

    private void warnOfMissing(Meter meter, BigDecimal price) {
        if (meter == Meter.STORAGE) {
            notes.warn(
                    WarningCode.STORAGE_NOT_INCLUDED,
                    "Keeping the tuned model stored costs " + price.toPlainString()
                            + " a month, deployed or not; it is not in the total.");
        } else {
            notes.warn(
                    WarningCode.HOSTING_NOT_INCLUDED,
                    "Keeping the tuned model deployed costs " + price.toPlainString() + " an hour, " + month(price)
                            + " a month of 730 hours, used or not; it is not in the total.");
        }
    }

    /**
     * Charges the hours asked for, or all of a commitment where that is more.
     *
     * @param needed GPUs or units of throughput of each month
     * @param ofMonth hours of each month
     * @param when what the formula begins with
     */
    TimeCharge chargeTime(ServingChoice choice, List<BigDecimal> needed, BigDecimal ofMonth, String when) {
        ServingMode mode = mode(choice);
        BigDecimal fewest =
                BigDecimal.valueOf(way(mode).map(Serving::minimumUnits).orElse(1L));
        List<BigDecimal> units = needed.stream().map(fewest::max).toList();
        BigDecimal least = HOURS_OF_A_MONTH.multiply(BigDecimal.valueOf(months(mode, choice.variant())));
        BigDecimal asked = ofMonth.multiply(BigDecimal.valueOf(needed.size()));
        BigDecimal hours = asked.max(least);
        boolean more = choice.units() != null && !units.equals(needed);
        if (more || hours.compareTo(asked) > 0) {
            notes.assume(
                    AssumptionCode.MINIMUM_COMMITMENT,
                    null,
                    "Less cannot be had: " + Decimals.plain(Collections.max(units)) + " units for "
                            + Decimals.plain(hours) + " hours are billed.");
        }
        TimeCharge charge = new TimeCharge(units, ofMonth, hours, price(mode, choice.variant(), notes));
        charges.add(
                CODES.get(mode),
                new Quantity(
                        Range.exactly(charge.unitHours()),
                        when + charge.words(mode == ServingMode.GPU_HOUR ? " GPUs x " : " units x ")),
                METERS.get(mode).units().get(0),
                charge.price());
        return charge;
    }

    /** Those asked for, or one. */
    static BigDecimal units(ServingChoice choice) {
        return choice.units() == null ? BigDecimal.ONE : BigDecimal.valueOf(choice.units());
    }

    /** Whether GPUs are billed, and not units of throughput. */
    boolean onGpus(ServingChoice choice) {
        return mode(choice) == ServingMode.GPU_HOUR;
    }

    /** The price of an hour; that of a minute times 60 where only minutes have one. */
    private Optional<UnitPrice> price(ServingMode mode, String variant, Notes toldIn) {
        if (offering.kind() == OfferingKind.SELF_HOSTED
                && prices.own(Meter.GPU_HOUR).isEmpty()) {
            return ownGpus.apply(variant);
        }
        return prices.find(METERS.get(mode), variant, toldIn)
                .map(price -> price.unit() == Unit.UNIT_MINUTE
                        ? price.times(MINUTES_OF_AN_HOUR, " x 60 minutes", Unit.UNIT_HOUR)
                        : price);
    }

    private ServingMode mode(ServingChoice choice) {
        return choice.mode() != null
                ? choice.mode()
                : timedModes(offering, asOf).stream().findFirst().orElse(ServingMode.PROVISIONED_THROUGHPUT);
    }

    private Optional<Serving> way(ServingMode mode) {
        return offering.serving().stream()
                .filter(way -> way.mode() == mode && way.inForce(asOf))
                .findFirst();
    }

    /** The months of a commitment, of the way of serving that names the variant. */
    private long months(ServingMode mode, String variant) {
        return offering.serving().stream()
                .filter(way -> way.mode() == mode && way.inForce(asOf))
                .filter(way -> Objects.equals(way.variant(), variant) && way.minimumMonths() != null)
                .mapToLong(Serving::minimumMonths)
                .findFirst()
                .orElse(0);
    }

    /** Where tokens of tuned inference are not billed, time is, and that is easily forgotten. */
    private void warnOfTime() {
        if (offering.kind() == OfferingKind.SELF_HOSTED) {
            notes.warn(
                    WarningCode.SERVING_NOT_INCLUDED,
                    "The GPUs that serve the model cost by the hour, used or not; they are not in the total.");
            return;
        }
        boolean byToken = offering.serving().stream()
                .anyMatch(way -> way.inForce(asOf) && way.mode().byToken());
        if (byToken) {
            return;
        }
        for (ServingMode mode : timedModes(offering, asOf)) {
            List<String> variants = prices.variants(METERS.get(mode));
            String hour = variants.stream()
                    .map(variant -> price(mode, variant, new Notes())
                            .map(price -> (variant == null ? "" : variant + " ")
                                    + price.price().expected().toPlainString())
                            .orElse(null))
                    .filter(Objects::nonNull)
                    .reduce((a, b) -> a + ", " + b)
                    .map(list -> ", an hour of each: " + list)
                    .orElse("");
            notes.warn(
                    WarningCode.SERVING_NOT_INCLUDED,
                    "The tuned model is served by " + mode + ", billed whether used or not" + hour
                            + "; it is not in the total.");
        }
    }

    /** Whether the choice binds for months, at the price of the day on which it is made. */
    boolean commits(ServingChoice choice) {
        return months(mode(choice), choice.variant()) > 0;
    }

    /** What the choice is billed by. */
    Meter meter(ServingChoice choice) {
        return METERS.get(mode(choice));
    }

    void warnOfDeploymentsEnd() {
        offering.limit(LimitName.DEPLOYMENT_HOURS, tier, asOf)
                .filter(limit -> limit.max() != null)
                .ifPresent(limit -> notes.warn(
                        WarningCode.DEPLOYMENT_REMOVED,
                        "Deployments of the tier " + tier + " are removed after " + Decimals.plain(limit.max())
                                + " hours, used or not. " + limit.source()));
    }

    private static String month(BigDecimal hour) {
        return Decimals.amount(hour.multiply(HOURS_OF_A_MONTH)).toPlainString();
    }
}
