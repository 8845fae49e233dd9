package io.epochwise.catalog;

import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Reads rows of prices. */
final class PriceReader {
    private final Sources sources;

    PriceReader(Sources sources) {
        this.sources = sources;
    }

    /**
     * The prices of an offering; of rows for models of some sizes only those for its own.
     *
     * @param defaultTier the price class of rows that name none
     * @param parameters how large the model is; null if not known
     */
    List<Price> prices(YamlEntry entry, String defaultTier, Parameters parameters) {
        List<Price> rows = DatedRows.read(
                entry,
                "prices",
                row -> price(row, defaultTier),
                (a, b) -> a.meter() == b.meter()
                        && a.unit() == b.unit()
                        && Objects.equals(a.variant(), b.variant())
                        && Objects.equals(a.fromInputTokens(), b.fromInputTokens())
                        && DatedRows.meet(a.tiers(), b.tiers())
                        && a.regions().isEmpty() == b.regions().isEmpty()
                        && DatedRows.meet(a.regions(), b.regions())
                        && DatedRows.meet(a.methods(), b.methods())
                        && meetInSize(a, b));
        return rows.stream()
                .filter(price -> holds(price, parameters == null ? null : parameters.total(), entry))
                .toList();
    }

    private static boolean meetInSize(Price a, Price b) {
        return above(a) < upTo(b) && above(b) < upTo(a);
    }

    private static boolean holds(Price price, Long total, YamlEntry entry) {
        if (price.parametersAbove() == null && price.parametersUpTo() == null) {
            return true;
        }
        if (total == null) {
            throw entry.fault("prices", "a price depends on the number of parameters, which is not given");
        }
        return total > above(price) && total <= upTo(price);
    }

    private static long above(Price price) {
        return price.parametersAbove() == null ? 0 : price.parametersAbove();
    }

    private static long upTo(Price price) {
        return price.parametersUpTo() == null ? Long.MAX_VALUE : price.parametersUpTo();
    }

    private Price price(YamlEntry entry, String defaultTier) {
        Meter meter = entry.constant("meter", Meter.values());
        Unit unit = entry.constant("unit", Unit.values(), meter.units().get(0));
        if (!meter.units().contains(unit)) {
            throw entry.fault("unit", "a price of " + meter + " counts one of " + meter.units());
        }
        List<String> tiers = entry.texts("tiers");
        Price price = new Price(
                meter,
                entry.decimal("amount"),
                entry.decimal("low"),
                entry.decimal("high"),
                Objects.requireNonNullElse(entry.decimal("per"), BigDecimal.ONE),
                unit,
                entry.text("currency", "USD"),
                tiers.isEmpty() ? List.of(defaultTier) : tiers,
                entry.texts("regions").stream().map(Offering::regionKey).toList(),
                entry.constants("methods", Method.values()),
                entry.text("variant", null),
                entry.count("parametersAbove"),
                entry.count("parametersUpTo"),
                entry.count("fromInputTokens"),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        AmountChecks.check(entry, price.amount(), price.low(), price.high(), price.status());
        try {
            new Rate(Objects.requireNonNullElse(price.amount(), BigDecimal.ZERO), price.per());
        } catch (IllegalArgumentException e) {
            throw entry.fault("amount", e.getMessage());
        }
        return price;
    }
}
