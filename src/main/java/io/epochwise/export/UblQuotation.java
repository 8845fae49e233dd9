package io.epochwise.export;

import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * A quotation as UBL 2.1 Quotation; it is as valid by 2.3 and 2.4. Each line has its quantity, the price of a base quantity (of 1,000,000
 * tokens, mostly) and its amount in minor units. Commitments that are not paid are charges, what they cover and credits are
 * allowances, and the payable rounding amount is what rounding leaves: line amounts, charges less allowances and rounding are the payable
 * amount. There is no tax in it, since none is known.
 */
final class UblQuotation {
    private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String VERSION = "2.1";
    private static final String CLASSIFICATION = "UNSPSC";

    private final Quotation quotation;
    private final List<QuotedLine> usage;
    private final XmlDocument xml;

    private UblQuotation(Quotation quotation, XmlDocument xml) {
        this.quotation = quotation;
        usage = quotation.usage().toList();
        this.xml = xml;
    }

    static void write(Quotation quotation, OutputStream out) throws IOException {
        try (XmlDocument xml = new XmlDocument(out)) {
            new UblQuotation(quotation, xml).write();
        }
    }

    private void write() throws IOException {
        DocumentDetails document = quotation.document();
        xml.start(
                "Quotation",
                "xmlns",
                NAMESPACE + "Quotation-2",
                "xmlns:cac",
                NAMESPACE + "CommonAggregateComponents-2",
                "xmlns:cbc",
                NAMESPACE + "CommonBasicComponents-2");
        xml.text("cbc:UBLVersionID", VERSION)
                .text("cbc:ID", document.number())
                .text("cbc:IssueDate", document.issueDate().toString())
                .text("cbc:Note", quotation.notice())
                .text("cbc:Note", document.notes())
                .text("cbc:Note", exchange(document.exchangeRate()))
                .text("cbc:Note", "Catalog " + quotation.catalogVersion() + ", prices as of " + quotation.asOf())
                .text("cbc:PricingCurrencyCode", quotation.currency())
                .text("cbc:LineCountNumeric", Integer.toString(usage.size()));
        xml.start("cac:ValidityPeriod")
                .text("cbc:StartDate", document.issueDate().toString())
                .text(
                        "cbc:EndDate",
                        document.validUntil() == null
                                ? null
                                : document.validUntil().toString())
                .end();
        reference("quotation", quotation.id());
        for (QuotedGroup group : quotation.groups()) {
            reference("estimate " + group.number() + ": " + group.title(), group.estimateId());
        }
        party("cac:SellerSupplierParty", document.supplier());
        if (document.buyer() != null) {
            party("cac:BuyerCustomerParty", document.buyer());
        }
        for (QuotedLine line : quotation.adjustments()) {
            if (line.category() != LineCategory.ROUNDING) {
                allowanceOrCharge(line);
            }
        }
        total();
        for (QuotedLine line : usage) {
            line(line);
        }
        xml.end();
    }

    private String exchange(ExchangeRate rate) {
        return rate == null
                ? null
                : "List prices in " + quotation.listCurrency() + ", converted at " + Decimals.plain(rate.rate()) + " "
                        + quotation.currency() + " for 1 " + quotation.listCurrency() + ", as of " + rate.asOf() + ": "
                        + rate.source();
    }

    private void reference(String type, String id) throws IOException {
        xml.start("cac:AdditionalDocumentReference")
                .text("cbc:ID", id)
                .text("cbc:DocumentType", type)
                .end();
    }

    private void party(String role, Party party) throws IOException {
        xml.start(role);
        if (party != null) {
            xml.start("cac:Party");
            if (party.id() != null) {
                xml.start("cac:PartyIdentification").text("cbc:ID", party.id()).end();
            }
            xml.start("cac:PartyName").text("cbc:Name", party.name()).end();
            xml.end();
        }
        xml.end();
    }

    private void allowanceOrCharge(QuotedLine line) throws IOException {
        xml.start("cac:AllowanceCharge")
                .text("cbc:ID", line.id())
                .text("cbc:ChargeIndicator", Boolean.toString(isCharge(line)))
                .text("cbc:AllowanceChargeReason", line.description());
        amount("cbc:Amount", line.rounded().abs());
        xml.end();
    }

    private static boolean isCharge(QuotedLine line) {
        return line.category() == LineCategory.COMMITMENT;
    }

    private void total() throws IOException {
        xml.start("cac:QuotedMonetaryTotal");
        amount("cbc:LineExtensionAmount", sum(usage));
        BigDecimal allowances = sum(adjustments(false)).negate();
        BigDecimal charges = sum(adjustments(true));
        if (allowances.signum() != 0) {
            amount("cbc:AllowanceTotalAmount", allowances);
        }
        if (charges.signum() != 0) {
            amount("cbc:ChargeTotalAmount", charges);
        }
        if (quotation.totals().rounding().signum() != 0) {
            amount("cbc:PayableRoundingAmount", quotation.totals().rounding());
        }
        amount("cbc:PayableAmount", quotation.totals().payable());
        xml.end();
    }

    private List<QuotedLine> adjustments(boolean charges) {
        return quotation.adjustments().stream()
                .filter(line -> line.category() != LineCategory.ROUNDING && isCharge(line) == charges)
                .toList();
    }

    private BigDecimal sum(List<QuotedLine> lines) {
        BigDecimal zero = BigDecimal.ZERO.setScale(quotation.totals().payable().scale());
        return lines.stream().map(QuotedLine::rounded).reduce(zero, BigDecimal::add);
    }

    private void line(QuotedLine line) throws IOException {
        String unit = UnitCode.of(line.unit());
        xml.start("cac:QuotationLine").text("cbc:ID", line.id()).text("cbc:Note", line.formula());
        quantity("cbc:Quantity", line.quantity(), unit);
        amount("cbc:LineExtensionAmount", line.rounded());
        xml.start("cac:LineItem").text("cbc:ID", line.id());
        quantity("cbc:Quantity", line.quantity(), unit);
        amount("cbc:LineExtensionAmount", line.rounded());
        xml.text("cbc:AccountingCost", quotation.document().costCenter());
        xml.start("cac:Price");
        amount("cbc:PriceAmount", line.unitPrice());
        quantity("cbc:BaseQuantity", line.per(), unit);
        xml.end();
        item(line);
        xml.end().end();
    }

    private void item(QuotedLine line) throws IOException {
        xml.start("cac:Item")
                .text("cbc:Description", LineTexts.description(line))
                .text("cbc:Name", line.code());
        xml.start("cac:SellersItemIdentification")
                .text("cbc:ID", LineTexts.part(line))
                .end();
        xml.start("cac:CommodityClassification")
                .text("cbc:ItemClassificationCode", quotation.document().unspsc(), "listID", CLASSIFICATION)
                .end();
        Range amount = line.amount();
        property("unit", line.unit().toString());
        property("period", line.from() + " to before " + line.to());
        property("exact amount", amount.expected().toPlainString());
        property("low", amount.low().toPlainString());
        property("high", amount.high().toPlainString());
        property(
                "list price",
                line.listUnitPrice() == null ? null : line.listUnitPrice().toPlainString());
        property("source", line.source());
        property(
                "price as of",
                line.priceAsOf() == null ? null : line.priceAsOf().toString());
        property("grade", line.grade() == null ? null : line.grade().toString());
        xml.end();
    }

    private void property(String name, String value) throws IOException {
        if (value != null) {
            xml.start("cac:AdditionalItemProperty")
                    .text("cbc:Name", name)
                    .text("cbc:Value", value)
                    .end();
        }
    }

    private void amount(String name, BigDecimal amount) throws IOException {
        xml.text(name, amount.toPlainString(), "currencyID", quotation.currency());
    }

    private void quantity(String name, BigDecimal quantity, String unit) throws IOException {
        xml.text(name, Decimals.plain(quantity), "unitCode", unit);
    }
}
