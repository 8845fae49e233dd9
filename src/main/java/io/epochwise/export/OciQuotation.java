package io.epochwise.export;

import io.epochwise.fault.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A quotation as the fields of a cart of the SAP Open Catalog Interface, as a form that is posted. Quantity and price have at most 11
 * digits before and 3 after the point: a line whose quantity in units of its price and whose price are so, and whose product is its rounded
 * amount, is sold so; any other as quantity 1 at its rounded amount. So all lines add up to what is payable. Deductions have a negative
 * price.
 */
final class OciQuotation {
    private static final int DECIMALS = 3;
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(11);
    private static final int DESCRIPTION = 40;
    private static final int PART = 40;
    private static final int VENDOR = 10;

    private final Quotation quotation;
    private final List<String> fields = new ArrayList<>();

    private OciQuotation(Quotation quotation) {
        this.quotation = quotation;
    }

    static void write(Quotation quotation, OutputStream out) throws IOException {
        OciQuotation cart = new OciQuotation(quotation);
        int number = 0;
        for (QuotedLine line : quotation.lines().toList()) {
            if (line.rounded().signum() != 0 || line.category() == LineCategory.USAGE) {
                cart.add(line, ++number);
            }
        }
        out.write(String.join("&", cart.fields).getBytes(StandardCharsets.US_ASCII));
    }

    private void add(QuotedLine line, int number) {
        DocumentDetails document = quotation.document();
        String text = LineTexts.description(line);
        field("DESCRIPTION", number, LineTexts.cut(line.description(), DESCRIPTION));
        BigDecimal units = line.quantity().divide(line.per()).abs();
        BigDecimal price = line.quantity().signum() < 0 ? line.unitPrice().negate() : line.unitPrice();
        boolean asPriced = fits(units)
                && fits(price)
                && units.signum() > 0
                && units.multiply(price).compareTo(line.rounded()) == 0;
        field("QUANTITY", number, decimal(asPriced ? units : BigDecimal.ONE));
        field("UNIT", number, asPriced ? UnitCode.of(line.unit()) : UnitCode.ONE);
        field("PRICE", number, decimal(asPriced ? price : line.rounded()));
        field("PRICEUNIT", number, "1");
        field("CURRENCY", number, quotation.currency());
        fields.add(encoded("NEW_ITEM-LONGTEXT_" + number + ":132[]") + "="
                + encoded(quotation.notice() + " " + text + ": " + line.formula()));
        field("VENDOR", number, vendor(document.supplier()));
        field("VENDORMAT", number, LineTexts.cut(LineTexts.part(line), PART));
        field("MATGROUP", number, document.unspsc());
        field("SERVICE", number, "X");
        field("EXT_QUOTE_ID", number, document.number());
        field("EXT_QUOTE_ITEM", number, line.id());
        field("EXT_SCHEMA_TYPE", number, "UNSPSC");
        field("EXT_CATEGORY_ID", number, document.unspsc());
        field("CUST_FIELD5", number, document.costCenter());
    }

    /** The buyer's number of the supplier, if it can be one. */
    private static String vendor(Party supplier) {
        return supplier == null || supplier.id() == null || supplier.id().length() > VENDOR ? null : supplier.id();
    }

    private static boolean fits(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= DECIMALS && value.abs().compareTo(TOO_LARGE) < 0;
    }

    private String decimal(BigDecimal value) {
        if (!fits(value)) {
            throw new InvalidInputException(
                    "requests",
                    "have a line of " + value.toPlainString() + " " + quotation.currency()
                            + ", and oci has at most 11 digits before and 3 after the point");
        }
        return value.setScale(DECIMALS).toPlainString();
    }

    private void field(String name, int number, String value) {
        if (value != null) {
            fields.add(encoded("NEW_ITEM-" + name + "[" + number + "]") + "=" + encoded(value.stripLeading()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
