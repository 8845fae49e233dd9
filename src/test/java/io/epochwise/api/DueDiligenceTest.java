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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class DueDiligenceTest {
    private static final String CHECK = "/v1/due-diligence";

    private static final String ONE =
            "'offering':'openai/gpt-4o','asOf':'2026-11-23','requirements':{'zeroDataRetention':true}";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String id(String single) {
        return ask(CHECK, json(single)).statusCode(200).extract().path("id");
    }

    /** OA-DATA, MS-PRIVACY; OA-DEPR for the organization that never tuned at OpenAI. */
    @Test
    void theDocumentedExampleIsAnsweredOfferingByOffering() throws Exception {
        String azure = "offerings[1].results.find { it.requirement == '%s' }.verdict";
        ask(CHECK, Files.readString(Path.of("src/main/resources/openapi/examples/checkDueDiligence.request.json")))
                .statusCode(200)
                .body("asOf", equalTo("2026-11-23"))
                .body("offerings.offering", equalTo(List.of("openai/gpt-4o-2024-08-06", "azure/gpt-4o-2024-08-06")))
                .body("offerings.results.requirement", everyItem(hasSize(5)))
                .body("offerings[0].verdict", equalTo("fail"))
                .body("offerings[0].results[0].verdict", equalTo("fail"))
                .body("offerings[0].results[0].source", containsString("OA-DATA"))
                .body("offerings[0].results[0].asOf", equalTo("2026-07-15"))
                .body("offerings[0].results[0].grade", equalTo("official-copy"))
                .body("offerings[0].availability.training.verdict", equalTo("closed"))
                .body("offerings[0].availability.training.alternatives.offering", hasItem("azure/gpt-4o-2024-08-06"))
                .body("offerings[1].verdict", equalTo("unknown"))
                .body(String.format(azure, "zeroDataRetention"), equalTo("unknown"))
                .body(String.format(azure, "regions"), equalTo("pass"))
                .body("offerings[1].availability.training.verdict", equalTo("available"))
                .body("offerings[1].availability.training.alternatives", hasSize(0))
                .body("offerings[1].findings", hasSize(0));
    }

    @Test
    void whatNoRowSaysIsUnknownAndWithoutSource() {
        ask(CHECK, json("'offering':'openai/gpt-4.1','requirements':{'customerManagedKeys':true},'asOf':'2026-11-23'"))
                .statusCode(200)
                .body("offerings[0].verdict", equalTo("unknown"))
                .body("offerings[0].results[0].verdict", equalTo("unknown"))
                .body("offerings[0].results[0].source", nullValue());
    }

    /** MS-PRIVACY: neither global training nor developer training gives residency. */
    @ParameterizedTest
    @CsvSource({"global, fail", "developer, fail", "regional, pass"})
    void thePriceClassDecidesOnResidency(String tier, String verdict) {
        ask(
                        CHECK,
                        json("'offering':'azure/gpt-4o','asOf':'2026-11-23','tier':'" + tier
                                + "','requirements':{'regions':['EU']}"))
                .statusCode(200)
                .body("offerings[0].verdict", equalTo(verdict));
    }

    @Test
    void aProfileMadeForTheOfferingBringsItsFindings() throws Exception {
        String profile = right().contentType("application/octet-stream")
                .queryParam("offering", "openai/gpt-4o")
                .queryParam("asOf", "2026-11-23")
                .body(Files.readAllBytes(Path.of("samples/every-defect.jsonl")))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        ask(
                        CHECK,
                        "{\"offerings\":[\"openai/gpt-4o\",\"openai/gpt-4.1\"],\"asOf\":\"2026-11-23\","
                                + "\"requirements\":{},\"dataset\":" + profile + "}")
                .statusCode(200)
                .body("offerings[0].findings.code", hasItem("IMAGE_ROLE_NOT_TAKEN"))
                .body("offerings[0].findings.firstLines.flatten()", not(hasSize(0)))
                .body("offerings[1].findings.code", hasItem("IMAGES_NOT_TRAINABLE"))
                .body("offerings[1].findings.firstLines.flatten()", hasSize(0));
    }

    @Test
    void theIdNamesTheQuestionAndNotHowItIsSpelled() {
        String id = id(ONE);
        assertThat(id).matches("sha256:[0-9a-f]{64}");
        assertThat(id(ONE.replace("'offering':'openai/gpt-4o'", "'offerings':['openai/gpt-4o-2024-08-06']")))
                .isEqualTo(id);
        assertThat(id(ONE.replace("2026-11-23", "2026-11-24"))).isNotEqualTo(id);
        assertThat(id(ONE.replace("'zeroDataRetention':true", "'noTrainingOnData':true")))
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'offering':'openai/gpt-4o' | 'offering':null | offering",
                "'offering':'openai/gpt-4o' | 'offerings':[] | offerings",
                "'offering':'openai/gpt-4o' | 'offerings':[null] | offerings[0]",
                "'offering':'openai/gpt-4o' | 'offering':'openai/gpt-4o','offerings':['openai/gpt-4o'] | offerings",
                "'offering':'openai/gpt-4o' | 'offering':'openai/gpt-4o','tier':'regional' | tier",
                "'offering':'openai/gpt-4o' | 'offering':'openai/gpt-4o','method':'magic' | method",
                "'offering':'openai/gpt-4o' | 'offering':'openai/gpt-4o','regions':['EU'] | regions",
                "'offering':'openai/gpt-4o' | 'offering':'openai/gpt-4o','dataset':{'examples':0,'textTokensPerExample':1} | dataset.examples",
                "'offering':'openai/gpt-4o' | 'offering':'openai/gpt-4o','dataset':{'textTokensPerExample':1} | dataset.examples",
                "'requirements':{'zeroDataRetention':true} | 'requirements':null | requirements",
                "'zeroDataRetention':true | 'zeroDataRetention':'yes' | requirements.zeroDataRetention",
                "'zeroDataRetention':true | 'zeroRetention':true | requirements.zeroRetention",
                "'zeroDataRetention':true | 'maxRetentionDays':-1 | requirements.maxRetentionDays",
                "'zeroDataRetention':true | 'maxRetentionDays':1.5 | requirements.maxRetentionDays",
                "'zeroDataRetention':true | 'regions':[] | requirements.regions",
                "'zeroDataRetention':true | 'regions':[' '] | requirements.regions[0]",
                "'zeroDataRetention':true | 'imageFormats':['cube'] | requirements.imageFormats[0]",
                "'zeroDataRetention':true | 'minimumContextTokens':0 | requirements.minimumContextTokens",
                "'asOf':'2026-11-23' | 'asOf':'tomorrow' | asOf",
                "'asOf':'2026-11-23' | 'organization':{'rich':true} | organization.rich"
            })
    void aWrongFieldIsNamedByItsPath(String part, String otherPart, String field) {
        assertThat(ONE).contains(part);
        askWrong(CHECK, json(ONE.replace(part, otherPart)))
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", hasItem(field));
    }

    @Test
    void anUnknownOfferingIsAProblemThatNamesNearOnes() {
        ask(CHECK, json(ONE.replace("openai/gpt-4o", "openai/gpt-4o-mni")))
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/unknown-name"))
                .body("detail", containsString("openai/gpt-4o-mini"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{"})
    void whatIsNoQuestionIsAProblem(String body) {
        askWrong(CHECK, body).statusCode(400).body("type", equalTo("/problems/invalid-input"));
    }
}
