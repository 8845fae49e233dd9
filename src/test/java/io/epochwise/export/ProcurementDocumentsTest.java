package io.epochwise.export;

import io.epochwise.fault.InvalidInputException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** UBL, cXML and OCI: valid by their schemas and rules, with one total in all of them. */
class ProcurementDocumentsTest {
    private static final Schema UBL = XmlValidity.ublQuotation("2.1");
    private static final Path CXML = Path.of("src/test/resources/export/cxml-punch-out-order.dtd");
    private static final int SEEDS = 200;

    private static BigDecimal sum(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> new BigDecimal(found.item(i).getTextContent()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal payable(Quotation quotation) {
        return quotation.totals().payable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "2.3", "2.4"})
    void ublIsValidByTheOfficialSchemas(String version) {
        Schema schema = XmlValidity.ublQuotation(version);
        assertThat(XmlValidity.faults(schema, Quotations.written(QuotationFormat.UBL, Quotations.whole("1.2"))))
                .isEmpty();
    }

    /** Line amounts, charges less allowances, and rounding are what is payable. */
    @Test
    void ublAddsUpWhateverIsQuoted() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Quotation quotation = Quotations.drawn(seed);
            String xml = Quotations.written(QuotationFormat.UBL, quotation);
            assertThat(XmlValidity.faults(UBL, xml))
                    .as("seed %d: %s", seed, xml)
                    .isEmpty();
            Document document = XmlValidity.parse(xml);
            BigDecimal lines = quotation.groups().stream()
                    .flatMap(group -> group.lines().stream())
                    .map(QuotedLine::rounded)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(lines.subtract(sum(document, "cbc:AllowanceTotalAmount"))
                            .add(sum(document, "cbc:ChargeTotalAmount"))
                            .add(sum(document, "cbc:PayableRoundingAmount")))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(payable(quotation));
            assertThat(sum(document, "cbc:PayableAmount")).isEqualByComparingTo(payable(quotation));
            assertThat(Quotations.written(QuotationFormat.UBL, Quotations.drawn(seed)))
                    .isEqualTo(xml);
        }
    }

    /** UBL 2.2 of the fact sheet: each of these is required. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cbc:IssueDate",
                "cac:SellerSupplierParty",
                "cac:QuotedMonetaryTotal",
                "cbc:PayableAmount",
                "cac:LineItem",
                "cac:Item",
            })
    void ublWithoutWhatIsRequiredIsInvalid(String element) {
        String xml = Quotations.written(QuotationFormat.UBL, Quotations.whole("1.2"));
        String without = xml.replaceAll("(?s)<" + element + "[ >].*?</" + element + ">", "")
                .replaceAll("<" + element + "( [^>]*)?/>", "");
        assertThat(without).isNotEqualTo(xml);
        assertThat(XmlValidity.faults(UBL, without)).isNotEmpty();
        assertThat(XmlValidity.faults(UBL, xml.replaceFirst(" currencyID=\"USD\"", "")))
                .isNotEmpty();
    }

    /** Quantity times unit price, item by item, is the total. */
    @Test
    void cxmlAddsUpWhateverIsQuoted() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Quotation quotation = Quotations.drawn(seed);
            String xml = Quotations.written(QuotationFormat.CXML, quotation);
            assertThat(XmlValidity.dtdFaults(CXML, xml))
                    .as("seed %d: %s", seed, xml)
                    .isEmpty();
            NodeList items = XmlValidity.parse(xml).getElementsByTagName("ItemIn");
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < items.getLength(); i++) {
                Element item = (Element) items.item(i);
                BigDecimal quantity = new BigDecimal(item.getAttribute("quantity"));
                assertThat(quantity).isNotNegative();
                sum = sum.add(quantity.multiply(new BigDecimal(
                        item.getElementsByTagName("Money").item(0).getTextContent())));
            }
            assertThat(sum).as("seed %d", seed).isEqualByComparingTo(payable(quotation));
            Element total = (Element)
                    XmlValidity.parse(xml).getElementsByTagName("Total").item(0);
            assertThat(new BigDecimal(total.getTextContent().strip())).isEqualTo(payable(quotation));
            assertThat(Quotations.written(QuotationFormat.CXML, Quotations.drawn(seed)))
                    .isEqualTo(xml);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UnitOfMeasure", "Classification", "UserAgent", "BuyerCookie", "Total", "SupplierPartID"})
    void cxmlWithoutWhatIsRequiredIsInvalid(String element) {
        String xml = Quotations.written(QuotationFormat.CXML, Quotations.whole("1.2"));
        String without = xml.replaceAll("(?s)<" + element + "[ >].*?</" + element + ">", "");
        assertThat(without).isNotEqualTo(xml);
        assertThat(XmlValidity.dtdFaults(CXML, without)).isNotEmpty();
    }

    /** The official DTD is not shipped, since its license does not travel with it: {@code -Dcxml.dtd=…/cXML.dtd} names a copy. */
    @Test
    void cxmlIsValidByTheOfficialDtd() {
        String dtd = System.getProperty("cxml.dtd");
        Assumptions.assumeTrue(dtd != null, "no copy of the official cXML.dtd is named by -Dcxml.dtd");
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(XmlValidity.dtdFaults(
                            Path.of(dtd), Quotations.written(QuotationFormat.CXML, Quotations.drawn(seed))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static final Pattern FIELD = Pattern.compile("NEW_ITEM-([A-Z_]+[0-9]?)\\[(\\d+)]");
    private static final Pattern LONG_TEXT = Pattern.compile("NEW_ITEM-LONGTEXT_(\\d+):132\\[]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,11}\\.\\d{3}");
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("DESCRIPTION", 40),
            Map.entry("QUANTITY", 15),
            Map.entry("UNIT", 3),
            Map.entry("PRICE", 16),
            Map.entry("CURRENCY", 5),
            Map.entry("PRICEUNIT", 5),
            Map.entry("VENDOR", 10),
            Map.entry("VENDORMAT", 40),
            Map.entry("MATGROUP", 9),
            Map.entry("SERVICE", 1),
            Map.entry("EXT_QUOTE_ID", 35),
            Map.entry("EXT_QUOTE_ITEM", 10),
            Map.entry("EXT_SCHEMA_TYPE", 10),
            Map.entry("EXT_CATEGORY_ID", 60),
            Map.entry("CUST_FIELD5", 50));

    /** The fields of each item, with every rule of lengths and numbers checked. */
    private static List<Map<String, String>> cart(String form) {
        List<Map<String, String>> items = new ArrayList<>();
        for (String pair : form.split("&")) {
            String name = URLDecoder.decode(pair.substring(0, pair.indexOf('=')), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            Matcher longText = LONG_TEXT.matcher(name);
            if (longText.matches()) {
                assertThat(Integer.parseInt(longText.group(1))).isEqualTo(items.size());
                items.get(items.size() - 1).put("LONGTEXT", value);
                continue;
            }
            Matcher field = FIELD.matcher(name);
            assertThat(field.matches()).as(name).isTrue();
            int number = Integer.parseInt(field.group(2));
            if (number > items.size()) {
                assertThat(number).isEqualTo(items.size() + 1);
                items.add(new LinkedHashMap<>());
            }
            assertThat(LENGTHS).containsKey(field.group(1));
            assertThat(value.length()).as(name).isLessThanOrEqualTo(LENGTHS.get(field.group(1)));
            assertThat(value).as(name).isNotEmpty().isEqualTo(value.stripLeading());
            items.get(number - 1).put(field.group(1), value);
        }
        items.forEach(item -> {
            assertThat(item).containsKeys("DESCRIPTION", "QUANTITY", "UNIT", "PRICE", "CURRENCY", "LONGTEXT");
            assertThat(item.get("QUANTITY")).matches(NUMBER).doesNotStartWith("-");
            assertThat(item.get("PRICE")).matches(NUMBER);
        });
        return items;
    }

    @Test
    void ociAddsUpWhateverIsQuotedAndRefusesWhatDoesNotFit() {
        int refused = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Quotation quotation = Quotations.drawn(seed);
            boolean fits =
                    quotation.lines().allMatch(line -> line.rounded().abs().compareTo(BigDecimal.TEN.pow(11)) < 0);
            if (!fits) {
                refused++;
                assertThatThrownBy(() -> Quotations.written(QuotationFormat.OCI, quotation))
                        .isInstanceOf(InvalidInputException.class);
                continue;
            }
            String form = Quotations.written(QuotationFormat.OCI, quotation);
            BigDecimal sum = cart(form).stream()
                    .map(item -> new BigDecimal(item.get("QUANTITY")).multiply(new BigDecimal(item.get("PRICE"))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("seed %d", seed).isEqualByComparingTo(payable(quotation));
            assertThat(Quotations.written(QuotationFormat.OCI, Quotations.drawn(seed)))
                    .isEqualTo(form);
        }
        assertThat(refused).isBetween(1, SEEDS - 20);
    }

    /** 5.616 million tokens at 25.00 fit; 1.5 hours at 80.003 do not come to whole cents, so they are sold for 120.00. */
    @Test
    void ociKeepsThePriceWhereItCan() {
        List<Map<String, String>> items = cart(Quotations.written(QuotationFormat.OCI, Quotations.whole("1.2")));
        assertThat(items.get(0))
                .containsEntry("QUANTITY", "5.616")
                .containsEntry("PRICE", "25.000")
                .containsEntry("UNIT", "C62")
                .containsEntry("SERVICE", "X")
                .containsEntry("EXT_QUOTE_ID", "Q-1")
                .containsEntry("EXT_QUOTE_ITEM", "1.1");
        assertThat(items.get(2)).containsEntry("QUANTITY", "1.000").containsEntry("PRICE", "120.000");
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(LineTexts.cut("abc", 3)).isEqualTo("abc");
        assertThat(LineTexts.cut("abc", 2)).isEqualTo("ab");
        assertThat(LineTexts.cut("a\uD83D\uDE00b", 2)).isEqualTo("a");
        assertThat(LineTexts.cut("a\uD83D\uDE00b", 3)).isEqualTo("a\uD83D\uDE00");
    }
}
