package io.epochwise.api;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.epochwise.export.CsvFile;
import io.epochwise.export.FocusRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Quotations as CSV and as FOCUS over HTTP. */
@QuarkusTest
class CsvDocumentsTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");
    private static final String QUOTATIONS = "/v1/quotations";
    private static final String CSV = "text/csv;charset=UTF-8";

    /** OA-PRICE-25: 1,872 x 1,000 x 3 = 5,616,000 tokens at 25.00 are 140.40. */
    private static final String TRAINING = "'kind':'training','request':{'offering':'openai/gpt-4o-2024-08-06',"
            + "'dataset':{'examples':1872,'textTokensPerExample':1000},'epochs':3}";

    /** Prices of Alibaba's vision models were not found. */
    private static final String UNPRICED = "'kind':'training','request':{'offering':'alibaba/qwen3-vl-8b-instruct',"
            + "'dataset':{'examples':1000,'textTokensPerExample':1000},'epochs':1}";

    private static String quotation(String more, String... requests) {
        return ("{'asOf':'2026-11-23','requests':[{" + String.join("},{", requests) + "}]" + more + "}")
                .replace('\'', '"');
    }

    private static String example() throws IOException {
        return Files.readString(EXAMPLES.resolve("quote.request.json"));
    }

    private static Response post(RequestSpecification request, String body) {
        return request.contentType("application/json").body(body).post(QUOTATIONS);
    }

    private static ValidatableResponse focus(String body) {
        return post(right().queryParam("format", "focus"), body).then();
    }

    private static List<List<String>> rows(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    private static String cell(List<List<String>> rows, int row, String column) {
        return rows.get(row).get(rows.get(0).indexOf(column));
    }

    @Test
    void aQuotationIsWrittenAsFocus() {
        Response answer = focus(quotation("", TRAINING))
                .statusCode(200)
                .contentType(CSV)
                .header(
                        "Content-Disposition",
                        allOf(startsWith("attachment; "), containsString("-forecast.focus.csv\"")))
                .extract()
                .response();
        List<List<String>> rows = rows(answer.asString());
        assertThat(rows).hasSize(2);
        assertThat(cell(rows, 1, "BilledCost")).isEqualTo("140.40");
        assertThat(cell(rows, 1, "PricingQuantity")).isEqualTo("5.616");
        assertThat(cell(rows, 1, "PricingUnit")).isEqualTo("1000000 Tokens");
        assertThat(cell(rows, 1, "ProviderName")).isEqualTo("OpenAI");
        assertThat(cell(rows, 1, "x_RecordType")).isEqualTo("Forecast");
    }

    @Test
    void theVersionOfFocusIsAsAsked() {
        List<List<String>> rows = rows(focus(quotation(",'focusVersion':'1.4'", TRAINING))
                .statusCode(200)
                .extract()
                .asString());
        assertThat(rows.get(0))
                .contains("ServiceProviderName", "HostProviderName")
                .doesNotContain("ProviderName");
        assertThat(cell(rows, 1, "ServiceProviderName")).isEqualTo("OpenAI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3", "2", "", "1.2 "})
    void anUnknownVersionIsAProblem(String version) {
        post(wrong().queryParam("format", "focus"), quotation(",'focusVersion':'" + version + "'", TRAINING))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("focusVersion"));
    }

    @Test
    void aLineWithoutAPriceIsRefusedAndNamed() {
        focus(quotation("", TRAINING, UNPRICED))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", equalTo(List.of("requests[1]")))
                .body("violations[0].message", allOf(containsString("training.tokens"), containsString("focus")));
    }

    @Test
    void csvSaysThatAPriceIsNotKnown() {
        String csv = post(right().accept("text/csv"), quotation("", UNPRICED))
                .then()
                .statusCode(200)
                .contentType(CSV)
                .extract()
                .asString();
        List<List<String>> rows = rows(csv);
        assertThat(cell(rows, rows.size() - 1, "category")).isEqualTo("total");
        assertThat(cell(rows, rows.size() - 1, "rounded")).isEmpty();
        assertThat(cell(rows, rows.size() - 1, "unpriced")).isEqualTo("true");
    }

    @Test
    void anUnknownFormatIsAProblemThatNamesAll() {
        post(wrong().queryParam("format", "pdf"), quotation("", TRAINING))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("format")))
                .body("violations[0].message", containsString("json, csv, xlsx, focus, ubl, cxml, oci"));
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, , quotation",
        "text/csv, focus, BilledCost",
        "application/json, csv, quotation",
        "application/json, focus, BilledCost",
    })
    void formatGoesBeforeAcceptWhichNeverGivesFocus(String accept, String format, String begins) {
        RequestSpecification request = right().accept(accept);
        if (format != null) {
            request.queryParam("format", format);
        }
        post(request, quotation("", TRAINING))
                .then()
                .statusCode(200)
                .contentType(CSV)
                .body(startsWith(begins + ","));
    }

    @Test
    void jsonIsGivenToWhoAcceptsAnything() {
        post(right().accept("*/*"), quotation("", TRAINING))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", equalTo(null))
                .body("totals.payable", equalTo("140.40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "focus"})
    void theSameQuestionHasTheSameAnswerToTheByte(String format) throws IOException {
        byte[] one = post(right().queryParam("format", format), example()).asByteArray();
        byte[] other = post(right().queryParam("format", format), example()).asByteArray();
        assertThat(one).isEqualTo(other).isNotEmpty();
    }

    /** 430.00 of the agreed amount is paid already, and 86.00 are a credit. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.4"})
    void theDocumentedExampleKeepsTheRulesAndAddsUp(String version) throws IOException {
        String request = example().replaceFirst("\\{", "{\"focusVersion\": \"" + version + "\",");
        CsvFile file = keepsTheRules(request, version);
        assertThat(file.sum("EffectiveCost", "CommitmentDiscountStatus", "Used"))
                .isEqualByComparingTo("430");
        assertThat(file.sum("BilledCost", "ChargeCategory", "Credit")).isEqualByComparingTo("-86");
    }

    /** Each kind of question, as its own operation documents it. */
    @ParameterizedTest
    @CsvSource({
        "training, estimateTraining",
        "training, estimateTraining.ui-screenshots",
        "training, estimateTraining.chest-x-ray-reports",
        "inference, estimateInference",
        "inference, estimateInference.chest-x-ray-reports",
        "evaluation, estimateEvaluation",
        "comparison, compareAlternatives",
        "comparison, compareAlternatives.ui-screenshots",
        "comparison, compareAlternatives.chest-x-ray-reports",
        "prompt-shortening, simulatePromptShortening",
        "prompt-shortening, simulatePromptShortening.chest-x-ray-reports",
    })
    void everyKindKeepsTheRulesAndAddsUp(String kind, String name) throws IOException {
        String question = Files.readString(EXAMPLES.resolve(name + ".request.json"));
        keepsTheRules(
                "{\"requests\":[{\"kind\":\"" + kind + "\",\"request\":" + question + "}],\"agreement\":{"
                        + "\"commitments\":[{\"provider\":\"openai\",\"amount\":\"77.77\"}],\"credits\":[{\"amount\":\"1\"}]}}",
                "1.2");
    }

    private static CsvFile keepsTheRules(String request, String version) {
        JsonPath quotation =
                post(right(), request).then().statusCode(200).extract().jsonPath();
        CsvFile file = CsvFile.read(focus(request).statusCode(200).extract().asString());
        assertThat(FocusRules.violations(version, file)).isEmpty();
        assertThat(file.sum("BilledCost")).isEqualByComparingTo(quotation.getString("totals.payable"));
        assertThat(file.sum("ContractedCost", "x_LineCategory", "usage"))
                .isEqualByComparingTo(quotation.getString("totals.contracted.expected"));
        assertThat(file.sum("EffectiveCost").subtract(file.sum("EffectiveCost", "x_LineCategory", "rounding")))
                .isEqualByComparingTo(quotation.getString("totals.effective"));
        return file;
    }

    @Test
    void aTextIsNoFormulaAndTheNameOfTheFileIsOne() {
        post(
                        right().accept("text/csv"),
                        quotation(
                                ",'document':{'number':'=1+1;\\u00fc/..','costCenter':'@x','buyer':{'name':' +1'}}",
                                TRAINING))
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"_1_1___..-forecast.csv\""))
                .body(containsString("\r\n'=1+1;\u00fc/..,"))
                .body(containsString(",' +1,"))
                .body(containsString(",'@x,"))
                .body(not(containsString(",=")));
    }
}
