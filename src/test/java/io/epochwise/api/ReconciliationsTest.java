package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class ReconciliationsTest {
    private static final String RECONCILIATIONS = "/v1/reconciliations";
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");

    private static final String JOB =
            "'offering':'azure/gpt-4o-2024-08-06','tier':'regional','region':'eastus2','epochs':2,"
                    + "'asOf':'2025-09-09','dataset':{'examples':1000,'textTokensPerExample':500}";

    private static String json(String single) {
        return single.replace('\'', '"');
    }

    private static String question(String actual) {
        return json("{'request':{'kind':'training','request':{" + JOB + "}},'actual':" + actual + "}");
    }

    private static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name));
    }

    /** MS-BREED: 5,725,000 tokens and 157.44; 14 tokens an example are not in the text given. */
    @Test
    void theBilledVisionJobIsExplained() throws IOException {
        ask(RECONCILIATIONS, example("reconcileActuals.billed-vision-job.request.json"))
                .statusCode(200)
                .body("tokens.estimated", equalTo("5591000"))
                .body("tokens.difference", equalTo("134000"))
                .body("total.actual", equalTo("157.44"))
                .body("lines[0].quantityDifference", equalTo("3.685"))
                .body("lines[0].priceDifference", equalTo("0.0025"))
                .body("causes.code", equalTo(List.of("message-overhead", "rounded-amount")))
                .body("causes.confidence", equalTo(List.of("exact", "exact")))
                .body("calibration.use[0].field", equalTo("dataset.textTokensPerExample"))
                .body("warnings", equalTo(List.of()));
    }

    /** 1,200 x (420 + 85) x 3 = 1,818,000 tokens at 25.00 and 96 hours at 1.70 are billed; 19 % tax is in the amount. */
    @Test
    void aFocusTextIsRead() throws IOException {
        ask(RECONCILIATIONS, example("reconcileActuals.request.json"))
                .statusCode(200)
                .body("lines.code", equalTo(List.of("training.tokens", "hosting")))
                .body("lines[0].actual.quantity", equalTo("1818000"))
                .body("lines[0].difference", equalTo("-61.20"))
                .body("lines[1].difference", equalTo("40.80"))
                .body("causes.code", equalTo(List.of("image-detail", "hosting-hours", "tax")))
                .body("focus.billedCost", equalTo("208.65"))
                .body("focus.apart[0].category", equalTo("Tax"))
                .body("notBilled", equalTo(List.of()))
                .body("calibration.use.field", equalTo(List.of("overrides.prices[].amount", "hostingHours")))
                .body("warnings", equalTo(List.of()));
    }

    @Test
    void theIdOfTheEstimateIsThatOfTheEstimate() {
        String estimate = ask("/v1/estimates/training", json("{" + JOB + "}"))
                .statusCode(200)
                .extract()
                .path("id");
        String id = ask(RECONCILIATIONS, question("{'billedTokens':1000000}"))
                .statusCode(200)
                .body("estimateId", equalTo(estimate))
                .body("total.actual", nullValue())
                .body("causes", equalTo(List.of()))
                .body("calibration.factor", equalTo("1.000000"))
                .extract()
                .path("id");
        assertThat(id).matches("sha256:[0-9a-f]{64}").isNotEqualTo(estimate);
        ask(RECONCILIATIONS, question("{'billedTokens':1000001}")).body("id", not(equalTo(id)));
    }

    @Test
    void rowsGoByMeterOrLine() {
        ask(
                        RECONCILIATIONS,
                        question(
                                "{'usage':[{'meter':'Training Tokens','quantity':'1001','unit':'1K Tokens','amount':27.53},"
                                        + "{'line':'storage','quantity':1,'amount':'2.00'}]}"))
                .statusCode(200)
                .body("lines[0].actual.quantity", equalTo("1001000"))
                .body("unmatchedActual[0].place", equalTo("actual.usage[1]"))
                .body("total.actual", equalTo("29.53"));
    }

    @Test
    void anyQuestionForACostIsTaken() {
        String inference =
                json("{'request':{'kind':'inference','request':{'offering':'openai/gpt-4o','asOf':'2026-09-01',"
                        + "'workload':{'requestsPerMonth':1000,'staticPromptTokens':1200,'variablePromptTokens':80,'outputTokens':250}}},"
                        + "'actual':{'usage':[{'meter':'output','quantity':300000}]}}");
        ask(RECONCILIATIONS, inference)
                .statusCode(200)
                .body("lines.code", equalTo(List.of("inference.output")))
                .body("calibration.factor", equalTo("1.200000"))
                .body("calibration.use[0].field", equalTo("workload.outputTokens"))
                .body("calibration.use[0].value.expected", equalTo("300"))
                .body("notBilled.code", hasItem("inference.static-prompt"));
    }

    /** One of the alternatives was chosen and billed. */
    @ParameterizedTest
    @CsvSource({"comparison, compare-2024-11-01.json", "prompt-shortening, shorten-2024-11-01.json"})
    void anAlternativeOfADecisionIsCompared(String kind, String file) throws IOException {
        String asked = Files.readString(Path.of("samples/decisions", file));
        String question = "{\"request\":{\"kind\":\"" + kind + "\",\"request\":" + asked + "},\"actual\":"
                + json("{'usage':[{'meter':'training','quantity':'1000000','amount':'25.00'}]}}");
        ask(RECONCILIATIONS, question)
                .statusCode(200)
                .body("lines.code", equalTo(List.of("training.tokens")))
                .body("lines[0].actual.amount", equalTo("25.00"))
                .body("notBilled.code", hasItem("inference.output"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                      | actual                   | must have billedTokens",
                "{'billedTokens':-5}                     | actual.billedTokens      | must be from 0",
                "{'billedTokens':1.5}                    | actual.billedTokens      | must be a whole number",
                "{'amount':'1','currency':'EUR'}         | actual.currency          | must be USD",
                "{'amount':'1.0000000000000000001'}      | actual.amount            | must have at most",
                "{'amount':'1e99999'}                    | actual.amount            | must",
                "{'usage':[{'line':'nothing'}]}          | actual.usage[0].line     | must be one of",
                "{'usage':[{'line':'hosting'}]}          | actual.usage[0]          | must have quantity or amount",
                "{'usage':[null]}                        | actual.usage             | must not be null",
                "{'focus':'BilledCost'}                  | actual.focus             | line 1: lacks the columns",
                "{'focus':'a,b'}                         | actual.focus             | line 1: lacks the columns BilledCost",
                "{'billed':1}                            | actual.billed            | unknown field",
            })
    void wrongInputIsNamed(String actual, String field, String message) {
        askWrong(RECONCILIATIONS, question(actual))
                .statusCode(400)
                .body("violations[0].field", startsWith(field))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void aRowThatCannotBeReadIsNamedWithoutItsContent() throws IOException {
        String wrong = example("reconcileActuals.request.json").replace("163.20,163.20,163.20,163.20", "secret,1,1,1");
        String problem = askWrong(RECONCILIATIONS, wrong)
                .statusCode(400)
                .body("violations[0].field", equalTo("actual.focus"))
                .body("violations[0].message", startsWith("line 3: BilledCost must be a decimal"))
                .extract()
                .asString();
        assertThat(problem).doesNotContain("secret");
    }

    @Test
    void tooManyRowsAreRefused() throws IOException {
        String one =
                "45.45,45.45,45.45,45.45,USD,Usage,NULL,Fine-tuning of gpt-4o,2026-06-01T00:00:00Z,2026-07-01T00:00:00Z,"
                        + "1818,1000 Tokens,Training Tokens\\n";
        String example = example("reconcileActuals.request.json");
        assertThat(example).contains(one);
        askWrong(RECONCILIATIONS, example.replace(one, one.repeat(10_000)))
                .statusCode(400)
                .body("violations[0].message", equalTo("must have at most 5000 rows"));
    }

    @Test
    void theQuestionItselfIsChecked() {
        askWrong(RECONCILIATIONS, json("{'actual':{'billedTokens':1}}"))
                .statusCode(400)
                .body("violations.field", hasItem("request"));
        askWrong(RECONCILIATIONS, question("{'billedTokens':1}").replace("\"epochs\":2", "\"epochs\":0"))
                .statusCode(400)
                .body("violations.field", hasItem("request.request.epochs"));
        askWrong(RECONCILIATIONS, question("{'billedTokens':1}").replace("azure/gpt-4o-2024-08-06", "azure/gpt-4p"))
                .statusCode(404)
                .body("violations[0].field", equalTo("request.request.offering"));
    }
}
