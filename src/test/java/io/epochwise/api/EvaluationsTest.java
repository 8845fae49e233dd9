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
import static io.epochwise.api.Contract.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class EvaluationsTest {
    private static final String EVALUATION = "/v1/estimates/evaluation";
    private static final String BENCHMARKS = "/v1/catalog/benchmarks";
    private static final String DOCVQA =
            "'offering':'openai/gpt-4o','benchmark':'docvqa','limit':1000,'asOf':'2026-11-23'";
    private static final String OWN =
            "'offering':'openai/gpt-4o','asOf':'2026-11-23','set':{'questions':1000,'promptTokens':93,'outputTokens':10}";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String id(String single) {
        return ask(EVALUATION, json(single)).statusCode(200).extract().path("id");
    }

    /** OA-PRICE-26: 1,000 pages of 23 + 765 + 7 tokens at 2.50, and 7 at 10.00. */
    @Test
    void aBenchmarkIsPriced() {
        ask(EVALUATION, json(DOCVQA))
                .statusCode(200)
                .body("offering", equalTo("openai/gpt-4o-2024-08-06"))
                .body("total.expected", equalTo("2.0575"))
                .body(
                        "lines.code",
                        contains(
                                "evaluation.questions",
                                "evaluation.images",
                                "evaluation.overhead",
                                "evaluation.output"))
                .body("run.split", equalTo("validation"))
                .body("run.questionsOfSet", equalTo(5349))
                .body("run.questions", equalTo(1000))
                .body("run.tokens.input.expected", equalTo(795000))
                .body("warnings.code", hasItem("HARNESS_CHANGES_SCORE"))
                .body("sampleSize", nullValue())
                .body("achieved", nullValue())
                .body("availability.verdict", equalTo("available"));
    }

    @Test
    void anOwnSetIsPriced() {
        ask(EVALUATION, json(OWN))
                .statusCode(200)
                .body("total.low", equalTo("0.35"))
                .body("total.high", equalTo("0.35"))
                .body("run.benchmark", nullValue())
                .body("run.images", equalTo(0));
    }

    /**
     * The documented example, once more by hand. OA-PRICE-25: (23 + 765 + 7) x 3.75 + 7 x 15.00 for each of 1,000 answers;
     * OA-PRICE-26, gpt-4.1-mini: 20 times (250 + 7) x 0.40 + 10 x 1.60. A difference of 0.03 out of a disagreement of 0.12 takes
     * 1,045 questions by Connor's formula, and 874 of 5,349.
     */
    @Test
    void theDocumentedExampleCostsWhatItsDefinitionsSay() throws Exception {
        ask(
                        EVALUATION,
                        Files.readString(
                                Path.of("src/main/resources/openapi/examples/estimateEvaluation.request.json")))
                .statusCode(200)
                .body("total.expected", equalTo("3.088626"))
                .body("lines.find{it.code=='evaluation.judge.input'}.amount.low", equalTo("0.00"))
                .body("sampleSize.method", equalTo("mcnemar"))
                .body("sampleSize.uncorrectedQuestions", equalTo(1045))
                .body("sampleSize.questions", equalTo(874))
                .body("sampleSize.answers", equalTo(1748))
                .body("sampleSize.withinSet", equalTo(true))
                .body("sampleSize.formula", containsString("1044.15632"))
                .body("sampleSize.cost.expected", equalTo("4.4999143"))
                .body("achieved.questions", equalTo(1000))
                .body("achieved.detectableDifference", notNullValue())
                .body("warnings.code", hasItems("NO_PUBLISHED_COMPARISON", "HARNESS_CHANGES_SCORE"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'''marginOfError'':0.05', margin-of-error, 278",
        "'''marginOfError'':''0.05'',''population'':''unbounded''', margin-of-error, 385",
        "'''baselineAccuracy'':0.6,''difference'':0.1,''design'':''unpaired'',''population'':''unbounded''', two-proportions, 356",
        "'''difference'':0.05,''disagreement'':0.2,''population'':''unbounded''', mcnemar, 626"
    })
    void aPrecisionTakesSoManyQuestions(String precision, String method, int questions) {
        ask(EVALUATION, json(OWN + ",'precision':{" + precision + "}"))
                .statusCode(200)
                .body("sampleSize.method", equalTo(method))
                .body("sampleSize.questions", equalTo(questions))
                .body("sampleSize.cost.expected", notNullValue());
    }

    @Test
    void moreThanThereIsIsSaid() {
        ask(EVALUATION, json(OWN + ",'precision':{'marginOfError':0.01,'population':'unbounded'}"))
                .statusCode(200)
                .body("sampleSize.questions", equalTo(9604))
                .body("sampleSize.withinSet", equalTo(false))
                .body("sampleSize.cost", nullValue())
                .body("warnings.code", hasItem("SAMPLE_EXCEEDS_SET"));
    }

    @Test
    void aSplitWithoutPublicAnswersIsWarnedOf() {
        ask(EVALUATION, json(DOCVQA.replace("docvqa", "mmmu") + ",'split':'test'"))
                .statusCode(200)
                .body("warnings.find{it.code=='ANSWERS_NOT_PUBLIC'}.severity", equalTo("warning"));
    }

    @Test
    void whatIsNotKnownHasNoTotal() {
        ask(EVALUATION, json(DOCVQA.replace("docvqa", "textvqa")))
                .statusCode(200)
                .body("total", nullValue())
                .body("run.images", nullValue())
                .body("warnings.code", hasItem("TOKENS_UNKNOWN"));
    }

    @Test
    void everyBenchmarkCanBeEvaluated() {
        List<String> ids =
                right().get(BENCHMARKS).then().statusCode(200).extract().path("benchmarks.id");
        assertThat(ids).hasSize(12).allSatisfy(id -> ask(
                        EVALUATION, json("'offering':'openai/gpt-4o','benchmark':'" + id + "','chainOfThought':true"))
                .statusCode(200)
                .body("run.benchmark", equalTo(id)));
    }

    @Test
    void theIdIsThatOfTheEvaluation() {
        assertThat(id(DOCVQA)).matches("sha256:[0-9a-f]{64}").isEqualTo(id(DOCVQA));
        assertThat(id(DOCVQA.replace("1000", "999"))).isNotEqualTo(id(DOCVQA));
        assertThat(id(DOCVQA + ",'precision':{}")).isNotEqualTo(id(DOCVQA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'limit':1000 | 'limit':5350 | limit",
                "'limit':1000 | 'limit':0 | limit",
                "'limit':1000 | 'limit':1.5 | limit",
                "'limit':1000 | 'limits':1 | limits",
                "'limit':1000 | 'split':'val' | split",
                "'limit':1000 | 'runs':0 | runs",
                "'limit':1000 | 'tuned':'yes' | tuned",
                "'limit':1000 | 'batch':1 | batch",
                "'limit':1000 | 'tier':'world' | tier",
                "'limit':1000 | 'hostingHours':1 | hostingHours",
                "'limit':1000 | 'staticPromptTokens':-1 | staticPromptTokens",
                "'limit':1000 | 'set':{'questions':5} | set.questions",
                "'limit':1000 | 'set':{'images':[{'width':0,'height':1}]} | set.images[0].width",
                "'limit':1000 | 'set':{'images':[null]} | set.images[0]",
                "'limit':1000 | 'set':{'promptTokens':{'low':1,'expected':2}} | set.promptTokens",
                "'limit':1000 | 'judge':{'share':1,'promptTokens':1,'outputTokens':1} | judge.offering",
                "'limit':1000 | 'judge':{'offering':'openai/gpt-4o','share':2,'promptTokens':1,'outputTokens':1} | judge.share",
                "'limit':1000 | 'judge':{'offering':'openai/gpt-4o','promptTokens':1,'outputTokens':1} | judge.share",
                "'limit':1000 | 'precision':{'confidence':1} | precision.confidence",
                "'limit':1000 | 'precision':{'confidence':'sure'} | precision.confidence",
                "'limit':1000 | 'precision':{'power':0.2} | precision.power",
                "'limit':1000 | 'precision':{'marginOfError':0} | precision.marginOfError",
                "'limit':1000 | 'precision':{'marginOfError':0.1,'difference':0.1} | precision.difference",
                "'limit':1000 | 'precision':{'difference':0.3,'baselineAccuracy':0.9} | precision.difference",
                "'limit':1000 | 'precision':{'difference':0.3,'disagreement':0.2} | precision.disagreement",
                "'limit':1000 | 'precision':{'design':'crossed'} | precision.design",
                "'limit':1000 | 'precision':{'population':'world'} | precision.population",
                "'offering':'openai/gpt-4o' | 'offering':null | offering",
                "'benchmark':'docvqa', | '' | benchmark"
            })
    void aWrongFieldIsNamedByItsPath(String part, String otherPart, String field) {
        assertThat(DOCVQA).contains(part);
        askWrong(EVALUATION, json(DOCVQA.replace(part, otherPart.equals("''") ? "" : otherPart)))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "'1e999999999'", "1e-999999999", "1e400"})
    void aNumberThatWouldNeverEndIsRefused(String bomb) {
        askWrong(EVALUATION, json(DOCVQA + ",'precision':{'difference':" + bomb + "}"))
                .statusCode(400)
                .body("violations[0].field", equalTo("precision.difference"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"openai/gpt-4o, openai/gpt-4oo, openai/gpt-4o", "docvqa, docvqaa, docvqa", "docvqa, VQAv2, vqav2"})
    void anUnknownNameIsAProblemThatNamesNearOnes(String name, String asked, String near) {
        ask(EVALUATION, json(DOCVQA.replace("'" + name + "'", "'" + asked + "'")))
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString(near));
    }

    @Test
    void unknownHarnessesAndJudgesAreSaidWithTheirPlace() {
        ask(EVALUATION, json(DOCVQA + ",'harness':'lmms_eval'"))
                .statusCode(404)
                .body("violations[0].field", equalTo("harness"))
                .body("detail", containsString("lmms-eval"));
        ask(
                        EVALUATION,
                        json(DOCVQA
                                + ",'judge':{'offering':'openai/gpt-4oo','share':1,'promptTokens':1,'outputTokens':1}"))
                .statusCode(404)
                .body("violations[0].field", equalTo("judge.offering"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}"})
    void whatIsNoQuestionIsAProblem(String body) {
        askWrong(EVALUATION, body).statusCode(400).body("type", equalTo("/problems/invalid-input"));
    }

    @Test
    void benchmarksAreListedWithTheirSources() {
        String mmmu = "benchmarks.find{it.id=='mmmu'}.";
        right().get(BENCHMARKS)
                .then()
                .statusCode(200)
                .body("catalogVersion", notNullValue())
                .body("benchmarks", hasSize(12))
                .body(mmmu + "splits.find{it.usual}.questions", equalTo(900))
                .body(mmmu + "splits.find{it.name=='test'}.answersWithheld", equalTo(true))
                .body(mmmu + "license.name", equalTo("Apache-2.0"))
                .body("benchmarks.find{it.id=='textvqa'}.imageSizes", nullValue())
                .body("benchmarks.find{it.id=='ai2d'}.splits[0].status", equalTo("conflict"))
                .body("harnesses.id", contains("evalscope", "lm-eval", "lmms-eval", "vlmevalkit"))
                .body("harnesses.find{it.id=='vlmevalkit'}.unparsedAnswers", equalTo("judge"));
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        String tag = right().get(BENCHMARKS).then().statusCode(200).extract().header("ETag");
        right().header("If-None-Match", tag)
                .get(BENCHMARKS)
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }
}
