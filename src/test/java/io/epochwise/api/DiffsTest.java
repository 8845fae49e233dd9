package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class DiffsTest {
    private static final String DIFFS = "/v1/diffs";

    private static final String JOB =
            "'offering':'%s','dataset':{'examples':1000,'textTokensPerExample':1000},'epochs':%d";

    private static final String CALLS = "'offering':'openai/gpt-4o','workload':{'requestsPerMonth':1000000,"
            + "'staticPromptTokens':1200,'variablePromptTokens':80,'outputTokens':%d}";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String training(String before, String after) {
        return "'kind':'training','asOf':'2026-11-23','before':{" + before + "},'after':{" + after + "}";
    }

    private static String job(String offering, int epochs) {
        return JOB.formatted(offering, epochs);
    }

    private static final String FEWER_EPOCHS = training(job("openai/gpt-4o", 3), job("openai/gpt-4o", 2));

    /**
     * MS-RETIRE, AZ-RETAIL. 1,200 x (420 + 765) x 3 = 4,266,000 tokens at 27.50; 1,200 x (420 + 85) x 2 = 1,212,000 at 25.00:
     * 3,054,000 tokens less are 83.985, and 1,212,000 x 2.50 less are 3.03.
     */
    @Test
    void theDocumentedExampleIsExplained() throws Exception {
        ask(DIFFS, Files.readString(Path.of("src/main/resources/openapi/examples/diffEstimates.request.json")))
                .statusCode(200)
                .body("currency", equalTo("USD"))
                .body("before.total.expected", equalTo("117.315"))
                .body("after.total.expected", equalTo("30.30"))
                .body("difference.expected", equalTo("-87.015"))
                .body("effects.quantity", equalTo("-83.985"))
                .body("effects.rule", equalTo("0.00"))
                .body("effects.price", equalTo("-3.03"))
                .body("lines", hasSize(1))
                .body("lines[0].change", equalTo("changed"))
                .body("lines[0].reasons.code", equalTo(List.of("quantity", "price", "tier")));
    }

    /** OA-PRICE-26: 50 tokens more of a million answers at 10.00. */
    @Test
    void inferenceIsComparedToo() {
        ask(
                        DIFFS,
                        json("'before':{" + CALLS.formatted(250) + "},'after':{" + CALLS.formatted(300)
                                + "},'asOf':'2026-11-23','kind':'inference'"))
                .statusCode(200)
                .body("difference.expected", equalTo("500.00"))
                .body("lines.code", equalTo(List.of("inference.output")))
                .body("unchangedLines", equalTo(3));
    }

    @Test
    void theIdsOfTheSidesAreThoseOfTheEstimates() {
        String of = "'asOf':'2026-11-23'," + job("openai/gpt-4o", 3);
        String id = ask("/v1/estimates/training", json(of))
                .statusCode(200)
                .extract()
                .path("id");
        ask(DIFFS, json(FEWER_EPOCHS))
                .statusCode(200)
                .body("before.id", equalTo(id))
                .body("before.asOf", equalTo("2026-11-23"))
                .body("before.offering", equalTo("openai/gpt-4o-2024-08-06"));
    }

    @Test
    void theIdNamesTheQuestionAndNotHowItIsSpelled() {
        String id = id(FEWER_EPOCHS);
        assertThat(id).matches("sha256:[0-9a-f]{64}");
        assertThat(id(FEWER_EPOCHS.replace("openai/gpt-4o'", "openai/gpt-4o-2024-08-06'")))
                .isEqualTo(id);
        String eachWithItsDay =
                FEWER_EPOCHS.replace("'asOf':'2026-11-23',", "").replace("'epochs'", "'asOf':'2026-11-23','epochs'");
        assertThat(id(eachWithItsDay)).isEqualTo(id);
        assertThat(id(training(job("openai/gpt-4o", 2), job("openai/gpt-4o", 3))))
                .isNotEqualTo(id);
        assertThat(id(FEWER_EPOCHS.replace("2026-11-23", "2026-11-24"))).isNotEqualTo(id);
    }

    private static String id(String single) {
        return ask(DIFFS, json(single)).statusCode(200).extract().path("id");
    }

    @Test
    void whatHasNoPriceHasNoDifference() {
        ask(DIFFS, json(training(job("openai/gpt-4o", 3), job("openai/gpt-5", 3))))
                .statusCode(200)
                .body("difference", nullValue())
                .body("effects", nullValue())
                .body("lines[0].difference", nullValue())
                .body("lines[0].reasons.code", hasItems("unpriced", "offering"))
                .body("availability.after.verdict", equalTo("closed"))
                .body("addedWarnings.code", hasItem("NOT_TUNABLE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind':'training', | '' | kind",
                "'kind':'training' | 'kind':null | kind",
                "'kind':'training' | 'kind':'tuning' | kind",
                "'kind':'training' | 'kind':1 | kind",
                "'kind':'training' | 'kind':'inference' | before.dataset",
                "'before' | 'before':null,'afterwards' | afterwards",
                "'before':{ | 'before':null,'x':{ | x",
                "'asOf':'2026-11-23' | 'asOf':'today' | asOf",
                "'asOf' | 'months':1,'asOf' | months",
                "'epochs':3 | 'epochs':0 | before.epochs",
                "'epochs':2 | 'epochs':1001 | after.epochs",
                "'epochs':2 | 'epochs':1.5 | after.epochs",
                "'epochs':2 | 'epoch':2 | after.epoch",
                "'epochs':2 | 'tier':'world' | after.tier",
                "'epochs':2 | 'validation':{'examples':1,'textTokensPerExample':'x'} | after.validation.textTokensPerExample",
                "'epochs':2 | 'overrides':{'prices':[{'meter':'gold','amount':1}]} | after.overrides.prices[0].meter",
                "'epochs':2 | 'overrides':{'prices':[{'meter':'training','amount':-1}]} | after.overrides.prices[0].amount"
            })
    void aWrongFieldIsNamedByItsPath(String part, String otherPart, String field) {
        assertThat(FEWER_EPOCHS).contains(part);
        askWrong(DIFFS, json(FEWER_EPOCHS.replace(part, otherPart.equals("''") ? "" : otherPart)))
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", hasItem(field));
    }

    @Test
    void aPathLeadsIntoTheWorkloadOfASide() {
        askWrong(
                        DIFFS,
                        json("'kind':'inference','before':{" + CALLS.formatted(-1) + "},'after':{"
                                + CALLS.formatted(300).replace("outputTokens", "answerTokens") + "}"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("after.workload.answerTokens")));
        askWrong(
                        DIFFS,
                        json("'kind':'inference','before':{" + CALLS.formatted(-1) + "},'after':{" + CALLS.formatted(-2)
                                + "}"))
                .statusCode(400)
                .body(
                        "violations.field",
                        equalTo(List.of("before.workload.outputTokens", "after.workload.outputTokens")));
    }

    @Test
    void aMissingSideIsNamed() {
        askWrong(DIFFS, json("'kind':'training','before':{" + job("openai/gpt-4o", 3) + "}"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("after")))
                .body("violations[0].message", equalTo("must be given"));
        askWrong(DIFFS, json("'kind':'training'"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("before", "after")));
    }

    @Test
    void anUnknownOfferingIsAProblemThatNamesTheSideAndNearOnes() {
        ask(DIFFS, json(training(job("openai/gpt-4o", 3), job("openai/gpt-4o-mni", 3))))
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/unknown-name"))
                .body("violations.field", equalTo(List.of("after.offering")))
                .body("violations[0].message", containsString("openai/gpt-4o-mini"))
                .body("detail", containsString("after.offering"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "\"training\""})
    void whatIsNoQuestionIsAProblem(String body) {
        askWrong(DIFFS, body).statusCode(400).body("type", equalTo("/problems/invalid-input"));
    }

    @Test
    void aFieldGivenTwiceIsAProblem() {
        askWrong(DIFFS, json(FEWER_EPOCHS + ",'kind':'training'"))
                .statusCode(400)
                .body("violations[0].message", containsString("twice"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | application/json",
                "*/* | application/json",
                "application/json | application/json",
                "application/* | application/json",
                "text/markdown | text/markdown",
                "text/* | text/markdown",
                "Text/Markdown | text/markdown",
                "text/markdown;charset=utf-8 | text/markdown",
                "text/markdown, application/json | application/json",
                "text/markdown, */*;q=0.1 | text/markdown",
                "application/json;q=0.5, text/markdown | text/markdown",
                "application/json;q=0.5, text/markdown;q=0.4 | application/json",
                "text/markdown;q=0, */* | application/json",
                "text/html, text/markdown;q=0.9, */*;q=0.8 | text/markdown",
                "text/*;q=0.9, text/markdown;q=0.1, application/json;q=0.5 | application/json",
                "text/markdown;q=high, application/json;q=0.1 | application/json"
            })
    void theAnswerIsWhatIsAccepted(String accepted, String type) throws Exception {
        String[] headers = accepted == null ? new String[0] : new String[] {"Accept", accepted};
        HttpResponse<String> answer = Uploads.post(
                DIFFS, "application/json", Uploads.whole(json(FEWER_EPOCHS).getBytes(UTF_8)), headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type + ";charset=UTF-8");
        assertThat(answer.body()).startsWith(type.endsWith("json") ? "{\"id\":\"sha256:" : "## 75.00 USD → 50.00 USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/pdf", "text/markdown;q=0", "image/*"})
    void whatIsNotOfferedIsAProblem(String accepted) throws Exception {
        HttpResponse<String> answer = Uploads.post(
                DIFFS, "application/json", Uploads.whole(json(FEWER_EPOCHS).getBytes(UTF_8)), "Accept", accepted);
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Problem.MEDIA_TYPE));
        assertThat(answer.body()).contains("/problems/not-acceptable");
    }

    @Test
    void faultsAreProblemsWhateverIsAccepted() {
        Contract.wrong()
                .accept(MediaTypes.MARKDOWN)
                .contentType("application/json")
                .body(json(FEWER_EPOCHS.replace("'epochs':2", "'epochs':0")))
                .post(DIFFS)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("violations.field", equalTo(List.of("after.epochs")));
    }

    @Test
    void textOfTheQuestionIsTextInTheComment() {
        String region = "a|b\\n# c\\n<img src=x onerror=alert(1)> [d](https://e.example) `f` ![g](h) @i www.j.example";
        String markdown = Contract.right()
                .accept(MediaTypes.MARKDOWN)
                .contentType("application/json")
                .body(json(FEWER_EPOCHS).replace("\"epochs\":2", "\"epochs\":2,\"region\":\"" + region + "\""))
                .post(DIFFS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(markdown)
                .contains("| region | not given | a&#124;b #&#8288; c &#60;img src=x onerror=alert(1)&#62; &#91;d&#93;"
                        + "(https:&#8288;//e.example) &#96;f&#96; !&#91;g&#93;(h) @&#8288;i www.&#8288;j.example |\n")
                .doesNotContain("<img", "](", "`f`", "\n# c");
    }
}
