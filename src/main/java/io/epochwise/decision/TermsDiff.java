package io.epochwise.decision;

import io.epochwise.catalog.Offering;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.PriceOverrides;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In what the terms of two questions differ.
 *
 * @param texts the reasons that lie in the terms, own prices apart, in the order of their codes
 * @param before the own prices before
 * @param after the own prices after
 */
record TermsDiff(Map<DiffReason, String> texts, PriceOverrides before, PriceOverrides after) {
    static TermsDiff of(
            EstimateSummary before, PriceOverrides ownBefore, EstimateSummary after, PriceOverrides ownAfter) {
        Map<DiffReason, String> texts = new EnumMap<>(DiffReason.class);
        note(texts, DiffReason.OFFERING, "offering", before.offering(), after.offering());
        note(texts, DiffReason.DATE, "day", before.asOf(), after.asOf());
        note(texts, DiffReason.TIER, "price class", before.tier(), after.tier());
        if (!Offering.regionKey(before.region()).equals(Offering.regionKey(after.region()))) {
            note(texts, DiffReason.REGION, "region", before.region(), after.region());
        }
        return new TermsDiff(
                texts,
                Objects.requireNonNullElse(ownBefore, PriceOverrides.NONE),
                Objects.requireNonNullElse(ownAfter, PriceOverrides.NONE));
    }

    private static void note(
            Map<DiffReason, String> texts, DiffReason reason, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            texts.put(reason, "The " + name + " is " + words(after) + " and was " + words(before) + ".");
        }
    }

    private static String words(Object value) {
        return value == null ? "not given" : value.toString();
    }

    /** What may bear on the quantity of a line. */
    List<LineReason> ofQuantity() {
        return texts.entrySet().stream()
                .filter(text -> text.getKey() != DiffReason.REGION)
                .map(text -> new LineReason(text.getKey(), text.getValue()))
                .toList();
    }

    /** What may bear on the price of a line. */
    List<LineReason> ofPrice(ChargedLines before, ChargedLines after) {
        List<LineReason> reasons = new ArrayList<>();
        texts.forEach((reason, text) -> reasons.add(new LineReason(reason, text)));
        boolean own = isOwn(before) || isOwn(after);
        boolean discounted = percent(this.before).compareTo(percent(this.after)) != 0;
        if (own && !this.before.prices().equals(this.after.prices())) {
            reasons.add(new LineReason(
                    DiffReason.OWN_PRICE, "The price is " + origin(after) + " and was " + origin(before) + "."));
        } else if (discounted) {
            reasons.add(new LineReason(
                    DiffReason.OWN_PRICE,
                    "The discount is " + percent(this.after).toPlainString() + " % and was "
                            + percent(this.before).toPlainString() + " %."));
        }
        return reasons;
    }

    private static boolean isOwn(ChargedLines charged) {
        return charged.lines().stream().anyMatch(EstimateLine::pricedByRequest);
    }

    private static String origin(ChargedLines charged) {
        return isOwn(charged) ? "the question's own" : "that of the catalog";
    }

    private static BigDecimal percent(PriceOverrides overrides) {
        return Objects.requireNonNullElse(overrides.discountPercent(), BigDecimal.ZERO);
    }
}
