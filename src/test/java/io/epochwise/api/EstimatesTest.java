package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class EstimatesTest {
    private static final String TRAINING = "/v1/estimates/training";

    /** A million tokens in one epoch. */
    private static final String MILLION =
            "'offering':'azure/gpt-4o','dataset':{'examples':1000,'textTokensPerExample':1000},'epochs':1";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String id(String json) {
        return ask(TRAINING, json).statusCode(200).extract().path("id");
    }

    /** MS-BREED: the job of 2025-09-09 was billed 5,725,000 tokens, 157.4375 USD. */
    @Test
    void theVisionJobThatWasBilledCostsWhatWasBilled() throws Exception {
        ask(TRAINING, Files.readString(Path.of("src/main/resources/openapi/examples/estimateTraining.request.json")))
                .statusCode(200)
                .body("offering", equalTo("azure/gpt-4o-2024-08-06"))
                .body("lines[0].quantity", equalTo("5725000"))
                .body("lines[0].unitPrice", equalTo("27.50"))
                .body("total.low", equalTo("157.4375"))
                .body("total.expected", equalTo("157.4375"))
                .body("total.high", equalTo("157.4375"))
                .body("availability.verdict", equalTo("available"));
    }

    /** AZ-RETAIL: per 1,000,000 tokens. */
    @ParameterizedTest
    @CsvSource({
        "global, , 25.00",
        "data-zone, , 27.50",
        "regional, eastus2, 27.50",
        "regional, Southeast Asia, 33.00",
        "regional, southeastasia, 33.00",
        "developer, , 12.50",
        ", , 25.00"
    })
    void everyPriceClassOfAzureHasItsPrice(String tier, String region, String total) {
        String asked = MILLION + ",'asOf':'2026-11-23'" + (tier == null ? "" : ",'tier':'" + tier + "'")
                + (region == null ? "" : ",'region':'" + region + "'");
        ask(TRAINING, json(asked)).statusCode(200).body("total.expected", equalTo(total));
    }

    @Test
    void aPriceClassThatIsNotSoldYetHasNoPrice() {
        ask(TRAINING, json(MILLION + ",'tier':'data-zone','asOf':'2026-04-30'"))
                .statusCode(200)
                .body("total", nullValue())
                .body("lines[0].unpriced", equalTo(true))
                .body("warnings.code", hasItem("MISSING_PRICE"));
    }

    @Test
    void aProfileIsPricedAsItComes() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("samples/invoices-and-charts.jsonl"));
        String profile = right().contentType("application/octet-stream")
                .queryParam("offering", "azure/gpt-4o")
                .queryParam("asOf", "2026-11-23")
                .body(sample)
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        int tokens = JsonPath.from(profile).getInt("offerings[0].tokensPerEpoch.expected");
        String quantity = ask(
                        TRAINING,
                        "{\"offering\":\"azure/gpt-4o\",\"epochs\":3,\"asOf\":\"2026-11-23\",\"dataset\":" + profile
                                + "}")
                .statusCode(200)
                .body("warnings.code.count { it == 'PROFILE_OF_OTHER_FACTS' }", equalTo(0))
                .extract()
                .path("lines[0].quantity");
        BigDecimal billed = new BigDecimal((tokens * 3 + 999) / 1000 * 1000);
        assertThat(new BigDecimal(quantity)).isEqualByComparingTo(billed);
    }

    @Test
    void ownPricesAndDiscountsReplaceListPrices() {
        ask(TRAINING, json(MILLION + ",'asOf':'2026-11-23','overrides':{'discountPercent':10}"))
                .body("total.expected", equalTo("22.50"));
        ask(
                        TRAINING,
                        json(MILLION
                                + ",'asOf':'2026-11-23','overrides':{'prices':[{'meter':'training','amount':'7.5'}]}"))
                .body("total.expected", equalTo("7.50"))
                .body("lines[0].source", equalTo("request"));
    }

    @Test
    void anOfferingThatCannotBeTunedHasAnAnswerWithoutATotal() {
        ask(
                        TRAINING,
                        json("'offering':'azure/gpt-4o-2024-11-20','asOf':'2026-11-23',"
                                + "'dataset':{'examples':10,'textTokensPerExample':10}"))
                .statusCode(200)
                .body("total", nullValue())
                .body("availability.verdict", equalTo("closed"))
                .body("warnings.code", hasItem("NOT_TUNABLE"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void epochsWithinTheLimitArePriced(int epochs) {
        ask(TRAINING, json(MILLION.replace("'epochs':1", "'epochs':" + epochs) + ",'asOf':'2026-11-23'"))
                .statusCode(200)
                .body("lines[0].quantity", equalTo(epochs + "000000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'epochs':1 | 'epochs':0 | epochs",
                "'epochs':1 | 'epochs':51 | epochs",
                "'epochs':1 | 'epochs':1.5 | epochs",
                "'epochs':1 | 'epochs':'1' | epochs",
                "'epochs':1 | 'epoch':1 | epoch",
                "'epochs':1 | 'tier':'world' | tier",
                "'epochs':1 | 'method':'rft' | method",
                "'epochs':1 | 'method':'magic' | method",
                "'epochs':1 | 'adapter':'lora' | adapter",
                "'epochs':1 | 'currency':'EUR' | currency",
                "'epochs':1 | 'asOf':'23.11.2026' | asOf",
                "'epochs':1 | 'jobDays':0 | jobDays",
                "'epochs':1 | 'hostingHours':-1 | hostingHours",
                "'epochs':1 | 'overrides':{'discountPercent':101} | overrides.discountPercent",
                "'epochs':1 | 'overrides':{'prices':[{'meter':'training','amount':-1}]} | overrides.prices[0].amount",
                "'epochs':1 | 'overrides':{'prices':[{'meter':'training','amount':1,'per':3}]} | overrides.prices[0].per",
                "'epochs':1 | 'overrides':{'prices':[{'meter':'gold','amount':1}]} | overrides.prices[0].meter",
                "'epochs':1 | 'organization':{'hasFineTuned':'yes'} | organization.hasFineTuned",
                "'epochs':1 | 'validation':{'examples':0,'textTokensPerExample':1} | validation.examples",
                "'examples':1000 | 'examples':0 | dataset.examples",
                "'examples':1000 | 'examples':1000000001 | dataset.examples",
                "'examples':1000 | 'examples':1000,'exampels':1 | dataset.exampels",
                "'examples':1000 | 'examples':1000,'imagesPerExample':1 | dataset.imageWidth",
                "'examples':1000 | 'examples':1000,'imageWidth':0 | dataset.imageWidth",
                "'examples':1000 | 'examples':1000,'imageDetail':'medium' | dataset.imageDetail",
                "'textTokensPerExample':1000 | 'textTokensPerExample':-1 | dataset.textTokensPerExample",
                "'textTokensPerExample':1000 | 'textTokensPerExample':null | dataset.textTokensPerExample",
                "'offering':'azure/gpt-4o' | 'offering':null | offering"
            })
    void aWrongFieldIsNamedByItsPath(String part, String otherPart, String field) {
        assertThat(MILLION).contains(part);
        askWrong(TRAINING, json(MILLION.replace(part, otherPart)))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", hasItem(field));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        askWrong(TRAINING, json(MILLION.replace("'epochs':1", "'epochs':99,'tier':'world','jobDays':367")))
                .body("violations.field.sort()", equalTo(List.of("epochs", "jobDays", "tier")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "'1e999999999'",
                "1e-999999999",
                "'1e99999'",
                "1e400",
                "'9999999999999999999999999999999'"
            })
    void aNumberThatWouldNeverEndIsRefused(String bomb) {
        askWrong(TRAINING, json(MILLION + ",'overrides':{'prices':[{'meter':'training','amount':" + bomb + "}]}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("overrides.prices[0].amount"));
        askWrong(TRAINING, json(MILLION.replace("'textTokensPerExample':1000", "'textTokensPerExample':" + bomb)))
                .statusCode(400)
                .body("violations[0].field", containsString("dataset"));
        askWrong(TRAINING, json(MILLION + ",'hostingHours':" + bomb))
                .statusCode(400)
                .body("violations[0].field", equalTo("hostingHours"));
    }

    @Test
    void theIdNamesTheQuestionAndNotHowItIsSpelled() {
        String id = id(json(MILLION + ",'asOf':'2026-11-23'"));
        assertThat(id).matches("sha256:[0-9a-f]{64}");
        assertThat(id(json("'asOf':'2026-11-23','epochs':1,'dataset':{'textTokensPerExample':'1000.0','examples':1000},"
                        + "'offering':'azure/gpt-4o-2024-08-06'")))
                .isEqualTo(id);
        assertThat(id(json(MILLION + ",'asOf':'2026-11-24'"))).isNotEqualTo(id);
        assertThat(id(json(MILLION.replace("'epochs':1", "'epochs':2") + ",'asOf':'2026-11-23'")))
                .isNotEqualTo(id);
        assertThat(id(json(MILLION + ",'asOf':'2026-11-23','region':'eastus2'")))
                .isNotEqualTo(id);
    }

    @Test
    void anUnknownOfferingIsAProblemThatNamesNearOnes() {
        ValidatableResponse answer = ask(TRAINING, json(MILLION.replace("azure/gpt-4o", "azure/gpt-4o-2024-08-6")))
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/unknown-name"))
                .body("detail", containsString("azure/gpt-4o-2024-08-06"));
        assertThat(answer.extract().jsonPath().<String>get("title")).isEqualTo("Unknown name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "{\"epochs\":1,\"epochs\":1}"})
    void whatIsNoQuestionIsAProblem(String body) {
        askWrong(TRAINING, body).statusCode(400).body("type", equalTo("/problems/invalid-input"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        wrong().contentType("text/plain")
                .body("offering = 1")
                .post(TRAINING)
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void aMissingNumberIsSaidToBeMissing() {
        askWrong(TRAINING, json("'offering':'openai/gpt-4o','dataset':{'textTokensPerExample':1}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("dataset.examples"))
                .body("violations[0].message", equalTo("must be given"));
    }

    @Test
    void aRangeIsGivenInItsOrderAndWhole() {
        String training = "'offering':'azure/gpt-4o-2024-08-06','dataset':{'textTokensPerExample':1,'examples':";
        String order = "must have low at most as high as expected, and expected as high";
        askWrong(TRAINING, json(training + "{'low':3,'expected':2,'high':4}}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("dataset.examples"))
                .body("violations[0].message", equalTo(order));
        askWrong(TRAINING, json(training + "{'low':3,'expected':4}}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("dataset.examples"))
                .body("violations[0].message", equalTo("must have low, expected and high"));
        askWrong(TRAINING, json(training + "{'low':3,'expected':4,'heigh':5}}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("dataset.examples.heigh"))
                .body("violations[0].message", equalTo("unknown field; near: high"));
        askWrong(TRAINING, json(training + "{'low':3,'expected':'x','high':5}}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("dataset.examples.expected"));
        askWrong(TRAINING, json(training + "{'low':3,'expected':4.5,'high':5}}"))
                .statusCode(400)
                .body("violations[0].message", equalTo("must be a whole number from 1 to 1000000000"));
        askWrong(TRAINING, json(training + "[1]}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("dataset.examples"));
    }
}
