package io.epochwise.api;

import io.epochwise.export.CsvFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

/** Quotations over HTTP: one total in all formats, and what is refused. */
@QuarkusTest
class QuotationFormatsTest {
    private static final String QUOTATIONS = "/v1/quotations";

    private static String example() throws IOException {
        return Files.readString(Path.of("src/main/resources/openapi/examples/quote.request.json"));
    }

    private static ValidatableResponse written(String format, String body) {
        return right().queryParam("format", format)
                .contentType("application/json")
                .body(body)
                .post(QUOTATIONS)
                .then();
    }

    private static List<BigDecimal> numbers(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> new BigDecimal(match.group(1)))
                .toList();
    }

    /** Three estimates, a commitment and a credit in EUR: 357.33 + 1,280.58 + 2.65 - 430 - 86, and a cent that rounding leaves. */
    @Test
    void allFormatsHaveTheSameTotal() throws IOException {
        BigDecimal payable = new BigDecimal(
                ask(QUOTATIONS, example()).statusCode(200).extract().<String>path("totals.payable"));
        assertThat(payable).isEqualByComparingTo("1124.57");
        String ubl = written("ubl", example()).statusCode(200).extract().asString();
        assertThat(numbers(ubl, "PayableAmount currencyID=\"EUR\">([0-9.]+)<")).containsExactly(payable);
        String cxml = written("cxml", example()).statusCode(200).extract().asString();
        assertThat(numbers(cxml, "<Total>\\s*<Money currency=\"EUR\">([0-9.]+)<"))
                .containsExactly(payable);
        String oci = URLDecoder.decode(
                written("oci", example()).statusCode(200).extract().asString(), StandardCharsets.UTF_8);
        List<BigDecimal> quantities = numbers(oci, "NEW_ITEM-QUANTITY\\[\\d+]=([0-9.]+)");
        List<BigDecimal> prices = numbers(oci, "NEW_ITEM-PRICE\\[\\d+]=(-?[0-9.]+)");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            sum = sum.add(prices.get(i).multiply(quantities.get(i)));
        }
        assertThat(sum).isEqualByComparingTo(payable);
        CsvFile focus = CsvFile.read(
                written("focus", example()).statusCode(200).extract().asString());
        assertThat(focus.rows().stream()
                        .map(row -> new BigDecimal(row.get("BilledCost")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(payable);
        String csv = written("csv", example()).statusCode(200).extract().asString();
        assertThat(csv.lines().filter(line -> line.contains(",total,")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(payable.toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "ubl, application/xml, Q-2026-0001-forecast.ubl.xml",
        "cxml, text/xml, Q-2026-0001-forecast.cxml.xml",
        "oci, application/x-www-form-urlencoded, Q-2026-0001-forecast.oci.txt",
        "csv, text/csv, Q-2026-0001-forecast.csv",
    })
    void aFormatIsNamedOrAccepted(String format, String type, String file) throws IOException {
        byte[] named = written(format, example())
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Content-Disposition", equalTo("attachment; filename=\"" + file + '"'))
                .extract()
                .asByteArray();
        byte[] accepted = right().accept(type)
                .contentType("application/json")
                .body(example())
                .post(QUOTATIONS)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .extract()
                .asByteArray();
        assertThat(accepted).isEqualTo(named);
    }

    private static String one(String more) {
        return ("{'asOf':'2026-11-23','requests':[{'kind':'training','request':{'offering':'openai/gpt-4o','epochs':1,"
                        + "'dataset':{'examples':1000,'textTokensPerExample':1000}}}]" + more + "}")
                .replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubl", "cxml", "oci", "focus"})
    void whatHasNoPriceIsRefusedWhereItCannotBeSaid(String format) {
        written(format, one("").replace("openai/gpt-4o", "alibaba/qwen3-vl-8b-instruct"))
                .statusCode(400)
                .body("violations.field", hasItem("requests[0]"))
                .body("detail", containsString(format));
    }

    @Test
    void theOfferingsPriceIsConvertedAtTheRateThatIsStated() {
        ask(
                        QUOTATIONS,
                        one(
                                ",'document':{'currency':'JPY','exchangeRate':{'rate':150.5,'asOf':'2026-11-20','source':'ECB'}}"))
                .statusCode(200)
                .body("listCurrency", equalTo("USD"))
                .body("currency", equalTo("JPY"))
                .body("totals.total.expected", equalTo("3762.50"))
                .body("totals.payable", equalTo("3762"))
                .body("groups[0].lines[0].unitPrice", equalTo("3762.50"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",'document':{'currency':'EUR'}|document.exchangeRate",
                ",'document':{'currency':'XAU'}|document.currency",
                ",'document':{'currency':'EURO'}|document.currency",
                ",'document':{'exchangeRate':{'rate':1,'asOf':'2026-11-20','source':'x'}}|document.exchangeRate",
                ",'document':{'currency':'USD','exchangeRate':{'rate':1,'asOf':'2026-11-20','source':'x'}}|document.exchangeRate",
                ",'document':{'currency':'EUR','exchangeRate':{'rate':-1,'asOf':'2026-11-20','source':'x'}}|document.exchangeRate.rate",
                ",'document':{'currency':'EUR','exchangeRate':{'rate':0,'asOf':'2026-11-20','source':'x'}}|document.exchangeRate.rate",
                ",'document':{'currency':'EUR','exchangeRate':{'rate':1}}|document.exchangeRate.source",
                ",'document':{'unspsc':'123'}|document.unspsc",
                ",'document':{'number':'12345678901234567890123456789012345X'}|document.number",
                ",'document':{'number':'a\\u0000b'}|document.number",
                ",'document':{'notes':'\\ud800'}|document.notes",
                ",'document':{'validUntil':'2026-11-22'}|document.validUntil",
                ",'document':{'buyer':{'name':' '}}|document.buyer.name",
                ",'agreement':{'commitments':[{'provider':'openai','amount':-1}]}|agreement.commitments[0].amount",
                ",'agreement':{'commitments':[{'provider':'openai','amount':1},{'provider':'openai','amount':1}]}|agreement.commitments[1].provider",
                ",'agreement':{'credits':[null]}|agreement.credits[0]",
                ",'focusVersion':'1.3'|focusVersion",
                ",'total':1|total",
            })
    void faultsNameTheirField(String more, String field) {
        askWrong(QUOTATIONS, one(more)).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void faultsOfARequestNameItsPlace() {
        askWrong(QUOTATIONS, one("").replace("\"epochs\":1", "\"epochs\":0"))
                .statusCode(400)
                .body("violations.field", hasItem("requests[0].request.epochs"));
        askWrong(QUOTATIONS, one("").replace("gpt-4o", "gpt-4oo"))
                .statusCode(404)
                .body("violations.field", hasItem("requests[0].request.offering"));
        askWrong(QUOTATIONS, "{\"requests\":[]}").statusCode(400).body("violations.field", hasItem("requests"));
        askWrong(QUOTATIONS, "{\"requests\":[null]}").statusCode(400);
        String request = one("").substring(one("").indexOf("{\"kind"), one("").length() - 2);
        String many = "{\"requests\":[" + (request + ",").repeat(10_000) + request + "]}";
        askWrong(QUOTATIONS, many).statusCode(400).body("violations.field", hasItem("requests"));
        wrong().queryParam("format", "pdf")
                .contentType("application/json")
                .body(one(""))
                .post(QUOTATIONS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("format"));
    }

    @Test
    void theSameRequestIsTheSameDocument() throws IOException {
        String first = ask(QUOTATIONS, example()).extract().asString();
        assertThat(ask(QUOTATIONS, example()).extract().asString()).isEqualTo(first);
        String id = ask(QUOTATIONS, one("")).extract().path("id");
        String number = ask(QUOTATIONS, one("")).extract().path("document.number");
        assertThat(number).isEqualTo("EW-20261123-" + id.substring("sha256:".length(), "sha256:".length() + 12));
        assertThat(ask(QUOTATIONS, one(",'document':{'notes':'x'}")).extract().<String>path("id"))
                .isNotEqualTo(id);
    }
}
