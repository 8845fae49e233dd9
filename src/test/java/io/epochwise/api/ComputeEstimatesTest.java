package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

/** Training of open models on own or rented GPUs, asked over HTTP. */
@QuarkusTest
class ComputeEstimatesTest {
    private static final String TRAINING = "/v1/estimates/training";

    /** The second stage of LLaVA-1.5 7B: 10 hours on 8 A100. */
    private static final String LLAVA = "'offering':'self-hosted/llava-1.5-7b','adapter':'full','epochs':1,"
            + "'asOf':'2026-11-23','dataset':{'examples':665298,'textTokensPerExample':310,'imagesPerExample':1,"
            + "'imageWidth':336,'imageHeight':336},'compute':{'gpu':'a100-80','provider':'runpod','gpus':8,"
            + "'frozen':['vision-tower']}";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String llava(String part, String otherPart) {
        assertThat(LLAVA).contains(part);
        return json(LLAVA.replace(part, otherPart));
    }

    @Test
    void aRunIsPricedByItsOperations() {
        // (6 x 6.74e9 x 886 + 381.9e9) x 665,298 / (312e12 x 0.25 x 3600), at 1.79 an hour
        ask(TRAINING, json(LLAVA))
                .statusCode(200)
                .body("lines.size()", equalTo(1))
                .body("lines[0].code", equalTo("training.gpu-hours"))
                .body("lines[0].quantity", equalTo("85.7963"))
                .body("lines[0].unitPrice", equalTo("1.79"))
                .body("total.expected", equalTo("153.575377"))
                .body(
                        "lines[0].formula",
                        containsString(
                                "(6 x 6740000000 parameters x 589454028 tokens + 254077306200000000 of the vision"
                                        + " tower) / (312000000000000 x 0.25 x 3600)"))
                .body("assumptions.find { it.code == 'COMPUTE' }.value", equalTo("0.25"))
                .body("assumptions.find { it.code == 'TRAINING_DURATION' }.value", equalTo("10.72"))
                .body("warnings.code", hasItem("LABOR_NOT_INCLUDED"));
    }

    @Test
    void everyPartOfTheChoiceIsTaken() {
        ask(
                        TRAINING,
                        llava(
                                "'gpus':8",
                                "'gpus':16,'gpusPerNode':8,'precision':'bf16','checkpointing':true,'packing':false,"
                                        + "'flashAttention':false"))
                .statusCode(200)
                .body("assumptions.code", hasItems("COMPUTE", "MULTI_NODE", "TRAINING_DURATION"))
                .body("warnings.code", not(hasItem("MEMORY_EXCEEDED")))
                .body("assumptions.find { it.code == 'MULTI_NODE' }.value", equalTo("0.976"))
                // 0.25 x 45/55 x 0.58
                .body("assumptions.find { it.code == 'COMPUTE' }.value", equalTo("0.119"));
    }

    @Test
    void theFewestGpusAreTakenWhereNoneAreGiven() {
        ask(TRAINING, llava("'gpus':8,", ""))
                .statusCode(200)
                .body("assumptions.find { it.code == 'GPUS_BY_MEMORY' }.value", equalTo("2"))
                .body("assumptions.find { it.code == 'TRAINING_DURATION' }.value", equalTo("42.9"));
        ask(TRAINING, llava("'gpus':8", "'gpus':1")).statusCode(200).body("warnings.code", hasItem("MEMORY_EXCEEDED"));
    }

    @Test
    void aMeasuredUtilizationAndLaborAreTakenAsGiven() {
        ask(
                        TRAINING,
                        llava("'epochs':1,", "'epochs':1,'labor':{'hours':24,'hourlyRate':'85.50'},")
                                .replace("\"gpus\":8", "\"gpus\":8,\"utilization\":0.268"))
                .statusCode(200)
                .body("lines[0].quantity", equalTo("80.0339"))
                .body("lines[1].code", equalTo("training.labor"))
                .body("lines[1].amount.expected", equalTo("2052.00"))
                .body("lines[1].unit", equalTo("hour"))
                .body("lines[1].grade", equalTo("own"))
                .body("lines[1].source", equalTo("request"))
                .body("total.low", equalTo("2195.260681"))
                .body("total.high", equalTo("2195.260681"));
    }

    /** Text 5.96 and image 8.8 gigaflops, three times each, whatever the length of the text. */
    @Test
    void clipIsItsOwnCase() {
        ask(
                        TRAINING,
                        json("'offering':'self-hosted/clip-vit-b-32','epochs':32,'asOf':'2026-11-23','dataset':{"
                                + "'examples':400000000,'textTokensPerExample':20,'imagesPerExample':1,'imageWidth':640,"
                                + "'imageHeight':480},'compute':{'gpu':'a100-40','provider':'lambda','gpus':128}"))
                .statusCode(200)
                .body("lines[0].quantity", equalTo("4205.13"))
                .body("assumptions.find { it.code == 'COMPUTE' }.value", equalTo("0.12"))
                .body("assumptions.find { it.code == 'TRAINING_DURATION' }.value", equalTo("32.85"))
                .body("warnings.code", hasItem("COMPUTE_UNTESTED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'gpus':8 | 'gpus':0 | compute.gpus",
                "'gpus':8 | 'gpus':10001 | compute.gpus",
                "'gpus':8 | 'gpus':8,'gpusPerNode':0 | compute.gpusPerNode",
                "'gpus':8 | 'gpus':8,'precision':'fp8' | compute.precision",
                "'gpus':8 | 'gpus':8,'precision':'4-bit' | compute.precision",
                "'gpus':8 | 'gpus':8,'utilization':0 | compute.utilization",
                "'gpus':8 | 'gpus':8,'utilization':'1.1' | compute.utilization",
                "'gpus':8 | 'gpus':8,'utilization':1e-999999 | compute.utilization",
                "'gpus':8 | 'gpus':8,'checkpointing':'yes' | compute.checkpointing",
                "'gpus':8 | 'gpus':8,'flashattention':true | compute.flashattention",
                "'gpu':'a100-80' | 'gpu':'a100' | compute.gpu",
                "'vision-tower' | 'vision_tower' | compute.frozen[0]",
                "'vision-tower' | null | compute.frozen[0]",
                "'epochs':1 | 'epochs':1,'labor':{'hours':1} | labor.hourlyRate",
                "'epochs':1 | 'epochs':1,'labor':{'hours':-1,'hourlyRate':1} | labor.hours",
                "'epochs':1 | 'epochs':1,'labor':{'hours':1,'hourlyRate':-1} | labor.hourlyRate",
                "'epochs':1 | 'epochs':1,'labor':{'hours':1,'hourlyRate':1,'people':2} | labor.people",
            })
    void aWrongPartIsNamedByItsPath(String part, String otherPart, String field) {
        askWrong(TRAINING, llava(part, otherPart))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", hasItem(containsString(field)));
    }

    @Test
    void clipWithBothEncodersFrozenHasNothingToTrain() {
        askWrong(
                        TRAINING,
                        json("'offering':'self-hosted/clip-vit-b-32','epochs':1,'dataset':{'examples':1,"
                                + "'textTokensPerExample':20},'compute':{'frozen':['vision-tower','language-model']}"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("compute.frozen")));
    }

    @Test
    void throughputTextTowersAndMemoryRulesAreFacts() {
        right().get("/v1/catalog/offerings/self-hosted/qwen2.5-vl-7b")
                .then()
                .statusCode(200)
                .body("servingThroughput.size()", equalTo(2))
                .body("servingThroughput[0].requestsPerSecond", equalTo("13.09"))
                .body("servingThroughput[0].source", containsString("vllm-project/recipes"));
        right().get("/v1/catalog/offerings/self-hosted/clip-vit-b-32")
                .then()
                .statusCode(200)
                .body("textTower.contextTokens", equalTo(77));
        List<Map<String, Object>> rules = RestAssured.given()
                .get("/v1/catalog/gpus")
                .then()
                .statusCode(200)
                .extract()
                .path("memoryRules");
        assertThat(rules).hasSize(5);
        assertThat(rules.get(0)).containsEntry("gigabytesPerBillion", "18").containsEntry("precision", "mixed");
    }
}
