package io.epochwise.export;

import io.epochwise.money.Decimals;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A quotation as cXML PunchOutOrderMessage: a pending cart, in test mode since a forecast must not become an order by itself. Quantities
 * are in units of the price (in millions of tokens, mostly), so quantity times unit price is the exact amount; with the item that says
 * what rounding leaves they add up to the total. Deductions have a negative price. What is not known of the parties is called by the name
 * of the document's own.
 */
final class CxmlQuotation {
    private static final String VERSION = "1.2.063";
    private static final String DTD = "http://xml.cxml.org/schemas/cXML/" + VERSION + "/cXML.dtd";
    private static final String LANGUAGE = "en-US";
    private static final String USER_AGENT = "Epochwise";
    private static final String CLASSIFICATION = "UNSPSC";
    private static final int SHORT_NAME = 50;

    private final Quotation quotation;
    private final XmlDocument xml;

    private CxmlQuotation(Quotation quotation, XmlDocument xml) {
        this.quotation = quotation;
        this.xml = xml;
    }

    static void write(Quotation quotation, OutputStream out) throws IOException {
        try (XmlDocument xml = new XmlDocument(out)) {
            new CxmlQuotation(quotation, xml).write();
        }
    }

    private void write() throws IOException {
        DocumentDetails document = quotation.document();
        xml.doctype("cXML", DTD);
        xml.start(
                "cXML",
                "payloadID",
                quotation.id() + "@epochwise",
                "timestamp",
                document.issueDate() + "T00:00:00+00:00",
                "version",
                VERSION,
                "xml:lang",
                LANGUAGE);
        xml.start("Header");
        party("From", document.supplier());
        party("To", document.buyer());
        xml.start("Sender");
        credential(document.supplier());
        xml.text("UserAgent", USER_AGENT).end().end();
        xml.start("Message", "deploymentMode", "test").start("PunchOutOrderMessage");
        xml.text("BuyerCookie", Objects.requireNonNullElse(document.buyerCookie(), quotation.id()));
        xml.start("PunchOutOrderMessageHeader", "operationAllowed", "create", "quoteStatus", "pending")
                .start("Total");
        money(quotation.totals().payable());
        xml.end().end();
        int number = 0;
        for (QuotedLine line : quotation.lines().toList()) {
            if (line.amount().expected().signum() != 0 || line.category() == LineCategory.USAGE) {
                item(line, ++number);
            }
        }
        xml.end().end().end();
    }

    private void party(String role, Party party) throws IOException {
        xml.start(role);
        credential(party);
        xml.end();
    }

    private void credential(Party party) throws IOException {
        String identity = party == null ? "not stated" : Objects.requireNonNullElse(party.id(), party.name());
        xml.start("Credential", "domain", party == null || party.id() == null ? "Name" : "NetworkId")
                .text("Identity", identity)
                .end();
    }

    private void item(QuotedLine line, int number) throws IOException {
        BigDecimal units = line.quantity().divide(line.per());
        boolean deduction = units.signum() < 0;
        xml.start("ItemIn", "quantity", Decimals.plain(units.abs()), "lineNumber", Integer.toString(number));
        xml.start("ItemID")
                .text("SupplierPartID", LineTexts.part(line))
                .text("SupplierPartAuxiliaryID", LineTexts.place(quotation, line))
                .end();
        xml.start("ItemDetail").start("UnitPrice");
        money(deduction ? line.unitPrice().negate() : line.unitPrice());
        xml.end();
        xml.start("Description", "xml:lang", LANGUAGE).text("ShortName", LineTexts.cut(line.description(), SHORT_NAME));
        xml.characters(LineTexts.description(line));
        xml.end();
        xml.text("UnitOfMeasure", UnitCode.of(line.unit()));
        xml.text("Classification", quotation.document().unspsc(), "domain", CLASSIFICATION);
        extrinsic("effectiveFrom", line.from().toString());
        extrinsic("effectiveBefore", line.to().toString());
        extrinsic("forecast", quotation.notice());
        extrinsic("formula", line.formula());
        extrinsic("source", line.source());
        extrinsic(
                "priceAsOf", line.priceAsOf() == null ? null : line.priceAsOf().toString());
        extrinsic("grade", line.grade() == null ? null : line.grade().toString());
        extrinsic("costCenter", quotation.document().costCenter());
        xml.end().end();
    }

    private void extrinsic(String name, String value) throws IOException {
        xml.text("Extrinsic", value, "name", name);
    }

    private void money(BigDecimal amount) throws IOException {
        xml.text("Money", amount.toPlainString(), "currency", quotation.currency());
    }
}
