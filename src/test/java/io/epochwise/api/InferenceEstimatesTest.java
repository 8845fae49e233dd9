package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class InferenceEstimatesTest {
    private static final String INFERENCE = "/v1/estimates/inference";

    /** A million requests of 1,200 + 80 tokens in two messages, answered in 250. */
    private static final String MILLION =
            "'offering':'openai/gpt-4o','asOf':'2026-11-23','workload':{'requestsPerMonth':1000000,"
                    + "'staticPromptTokens':1200,'variablePromptTokens':80,'outputTokens':250}";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String id(String single) {
        return ask(INFERENCE, json(single)).statusCode(200).extract().path("id");
    }

    /** OA-PRICE-25, OA-PRICE-26: 1,291 x 2.50 + 250 x 10.00, and 1,291 x 3.75 + 250 x 15.00. */
    @ParameterizedTest(name = "tuned {0}: {1}")
    @CsvSource({"false, 5727.50", "true, 8591.25"})
    void gpt4oBaseAndTuned(boolean tuned, String total) {
        ask(INFERENCE, json("'tuned':" + tuned + "," + MILLION))
                .statusCode(200)
                .body("offering", equalTo("openai/gpt-4o-2024-08-06"))
                .body("currency", equalTo("USD"))
                .body("total.low", equalTo(total))
                .body("total.expected", equalTo(total))
                .body("total.high", equalTo(total))
                .body("lines.code", hasItem("inference.static-prompt"))
                .body("availability.verdict", equalTo("available"));
    }

    /**
     * The documented example, once more by hand. Each of 2 months' (100,000 + 105,000) requests takes 1.1 calls. OA-IMG-NEW:
     * a page counts 765 tokens. The prompt has 1,200 + 3 x 150 + 3 x 765 = 3,945 tokens, of which 3,840 are cached, and 6 of
     * 10 calls read them: 2,304 at 1.25. The rest, 3,945 - 2,304 + 80 + 765 + 35 = 2,521, costs 2.50, and 250 cost 10.00.
     */
    @Test
    void theDocumentedExampleCostsWhatItsDefinitionsSay() throws Exception {
        ask(INFERENCE, Files.readString(Path.of("src/main/resources/openapi/examples/estimateInference.request.json")))
                .statusCode(200)
                // 225,500 calls x (2,304 x 1.25 + 2,521 x 2.50 + 250 x 10.00) / 1,000,000
                .body("total.expected", equalTo("2634.40375"))
                .body("warnings.code", hasItem("HORIZON_CUT"))
                .body("availability.until", equalTo("2027-01-14"));
    }

    @Test
    void decimalsAreNumbersOrStrings() {
        String parts = "'monthlyGrowth':%s,'cacheHitRate':%s,'batchShare':%s,'firstPassAccuracy':%s,'maxAttempts':3,";
        String asked = MILLION.replace("'requestsPerMonth'", parts + "'requestsPerMonth'");
        String numbers = asked.formatted("0.05", "0.5", "0.25", "0.9");
        String strings = asked.formatted("'0.05'", "'0.5'", "'0.250'", "'0.9'");
        assertThat(id(numbers)).isEqualTo(id(strings)).isNotEqualTo(id(MILLION));
    }

    @Test
    void theIdIsThatOfInference() {
        assertThat(id(MILLION)).matches("sha256:[0-9a-f]{64}").isEqualTo(id(MILLION));
        assertThat(id("'months':2," + MILLION)).isNotEqualTo(id(MILLION));
    }

    /** F-OCT07: an hour of an H100 costs 8.00. */
    @Test
    void gpusThatServeAreBilledByTheHour() {
        ask(
                        INFERENCE,
                        json("'tuned':true,'serving':{'mode':'gpu-hour','variant':'h100','hours':100},"
                                + MILLION.replace("openai/gpt-4o", "fireworks/qwen3-vl-8b-instruct")))
                .statusCode(200)
                .body("total.expected", equalTo("800.00"))
                .body("lines.code", equalTo(List.of("serving.gpu-hours")));
    }

    @Test
    void whatHasNoPriceHasNoTotal() {
        ask(
                        INFERENCE,
                        json("'tuned':true,'tier':'global',"
                                + MILLION.replace("openai/gpt-4o", "azure/gpt-4o")
                                        .replace("'outputTokens'", "'batchShare':0.5,'outputTokens'")))
                .statusCode(200)
                .body("total", nullValue())
                .body("warnings.code", hasItem("MISSING_PRICE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'asOf' | 'months':0,'asOf' | months",
                "'asOf' | 'months':121,'asOf' | months",
                "'asOf' | 'months':1.5,'asOf' | months",
                "'asOf' | 'month':1,'asOf' | month",
                "'asOf' | 'tuned':'yes','asOf' | tuned",
                "'asOf' | 'tuned':1,'asOf' | tuned",
                "'asOf' | 'tier':'world','asOf' | tier",
                "'asOf' | 'overrides':{'discountPercent':101},'asOf' | overrides.discountPercent",
                "'asOf' | 'overrides':{'prices':[{'meter':'gold','amount':1}]},'asOf' | overrides.prices[0].meter",
                "'asOf' | 'serving':{'mode':'gpu-hour'},'asOf' | serving",
                "'asOf' | 'serving':{'mode':'free'},'asOf' | serving.mode",
                "'asOf' | 'organization':{'hasFineTuned':'yes'},'asOf' | organization.hasFineTuned",
                "'asOf':'2026-11-23' | 'asOf':'today' | asOf",
                "'offering':'openai/gpt-4o' | 'offering':null | offering",
                "'workload' | 'workload':null,'load' | load",
                "'requestsPerMonth':1000000 | 'requestsPerMonth':0 | workload.requestsPerMonth",
                "'requestsPerMonth':1000000 | 'requestsPerMonth':1.5 | workload.requestsPerMonth",
                "'requestsPerMonth':1000000 | 'requestsPerMonth':null | workload.requestsPerMonth",
                "'outputTokens':250 | 'outputTokens':-1 | workload.outputTokens",
                "'outputTokens':250 | 'outputToken':1 | workload.outputToken",
                "'outputTokens' | 'monthlyGrowth':-2,'outputTokens' | workload.monthlyGrowth",
                "'outputTokens' | 'cacheHitRate':1.5,'outputTokens' | workload.cacheHitRate",
                "'outputTokens' | 'batchShare':-1,'outputTokens' | workload.batchShare",
                "'outputTokens' | 'firstPassAccuracy':0,'outputTokens' | workload.firstPassAccuracy",
                "'outputTokens' | 'maxAttempts':0,'outputTokens' | workload.maxAttempts",
                "'outputTokens' | 'messages':0,'outputTokens' | workload.messages",
                "'outputTokens' | 'images':[{'width':1}],'outputTokens' | workload.images[0].height",
                "'outputTokens' | 'images':[{'width':1,'height':1,'count':0}],'outputTokens' | workload.images[0].count",
                "'outputTokens' | 'images':[{'width':1,'height':1,'detail':'x'}],'outputTokens' | workload.images[0].detail",
                "'outputTokens' | 'images':[null],'outputTokens' | workload.images[0]",
                "'outputTokens' | 'fewShotExamples':{'tokensEach':1},'outputTokens' | workload.fewShotExamples.count",
                "'outputTokens' | 'fewShotExamples':{'count':1},'outputTokens' | workload.fewShotExamples.tokensEach"
            })
    void aWrongFieldIsNamedByItsPath(String part, String otherPart, String field) {
        assertThat(MILLION).contains(part);
        askWrong(INFERENCE, json(MILLION.replace(part, otherPart)))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "'1e999999999'", "1e-999999999", "1e400"})
    void aNumberThatWouldNeverEndIsRefused(String bomb) {
        askWrong(INFERENCE, json(MILLION.replace("'outputTokens'", "'monthlyGrowth':" + bomb + ",'outputTokens'")))
                .statusCode(400)
                .body("violations[0].field", equalTo("workload.monthlyGrowth"));
    }

    @Test
    void anUnknownOfferingIsAProblemThatNamesNearOnes() {
        ask(INFERENCE, json(MILLION.replace("openai/gpt-4o", "openai/gpt-4oo")))
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("openai/gpt-4o"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}"})
    void whatIsNoQuestionIsAProblem(String body) {
        askWrong(INFERENCE, body).statusCode(400).body("type", equalTo("/problems/invalid-input"));
    }
}
