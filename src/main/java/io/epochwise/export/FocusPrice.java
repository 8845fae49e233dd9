package io.epochwise.export;

import io.epochwise.catalog.Unit;
import java.math.BigDecimal;

/**
 * What FOCUS rows say of a price.
 *
 * @param sku what the price is for; the same whatever it is
 * @param meter what is measured
 * @param unit what a quantity counts, by the specification's format
 * @param per how many units the prices buy
 * @param list the list price, or the contracted one if none is known
 * @param contracted the contracted price
 */
record FocusPrice(String sku, String meter, String unit, BigDecimal per, BigDecimal list, BigDecimal contracted) {
    /** The price of a line that is priced. */
    static FocusPrice of(QuotedLine line) {
        return new FocusPrice(
                line.offering() + "/" + line.code(),
                meter(line.code()),
                unit(line.unit()),
                line.per(),
                line.listUnitPrice() == null ? line.unitPrice() : line.listUnitPrice(),
                line.unitPrice());
    }

    /** Money agreed to be spent at a provider: each unit of the currency costs one. */
    static FocusPrice ofMoney(String provider, String currency) {
        return new FocusPrice(
                provider + "/agreed-spending",
                "Agreed Spending",
                currency,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE);
    }

    /** So many units in quantities of the price. */
    BigDecimal priced(BigDecimal quantity) {
        return quantity.divide(per);
    }

    String pricingUnit() {
        return per.compareTo(BigDecimal.ONE) == 0 ? unit : per.toPlainString() + " " + unit;
    }

    /** A price of its own for each list price, so that one can be looked up by the other. */
    String skuPrice(String currency) {
        return sku + "@" + list.toPlainString() + " " + currency + " per " + pricingUnit();
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case TOKEN -> "Tokens";
            case HOUR -> "Hours";
            case TOKEN_HOUR -> "Token-Hours";
            case IMAGE -> "Images";
            case EXAMPLE -> "Examples";
            case REQUEST -> "Requests";
            case GPU_HOUR -> "GPU-Hours";
            case UNIT_MINUTE -> "Unit-Minutes";
            case UNIT_HOUR -> "Unit-Hours";
            case UNIT_MONTH -> "Unit-Months";
            case UNIT_YEAR -> "Unit-Years";
            case MONTH -> "Months";
            case JOB -> "Jobs";
        };
    }

    /** The words of a code: {@code Training Tokens} for {@code training.tokens}. */
    private static String meter(String code) {
        StringBuilder words = new StringBuilder();
        for (String word : code.split("[.-]")) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.equals("gpu") ? "GPU" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return words.toString();
    }
}
