package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class CatalogTest {
    private static final String OFFERINGS = "/v1/catalog/offerings";

    private static List<Map<String, Object>> offerings(String query) {
        return right().get(OFFERINGS + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("offerings");
    }

    @Test
    void theSummaryCountsWhatTheListHas() {
        Response summary = right().get("/v1/catalog");
        assertThat(summary.jsonPath().getInt("offerings"))
                .isEqualTo(offerings("").size());
        Map<String, Integer> providers = summary.jsonPath().getMap("providers");
        assertThat(providers).containsKeys("azure", "openai");
        providers.forEach((provider, count) ->
                assertThat(offerings("?provider=" + provider)).hasSize(count));
    }

    @Test
    void theListIsInOrderOfIds() {
        assertThat(offerings("").stream().map(offering -> (String) offering.get("id")))
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "provider, azure",
        "kind, hosted",
        "kind, prompt-only",
        "vision, true",
        "vision, false",
        "fineTunable, true",
        "fineTunable, false"
    })
    void aFilterKeepsWhatMatchesAndNothingElse(String filter, String value) {
        List<Map<String, Object>> kept = offerings("?" + filter + "=" + value);
        assertThat(kept).isNotEmpty().allMatch(offering -> matches(offering, filter, value));
        assertThat(offerings("").stream().filter(offering -> matches(offering, filter, value)))
                .containsExactlyElementsOf(kept);
    }

    private static boolean matches(Map<String, Object> offering, String filter, String value) {
        Object is =
                filter.equals("fineTunable") ? !((List<?>) offering.get("methods")).isEmpty() : offering.get(filter);
        return is.toString().equals(value);
    }

    @Test
    void filtersAddUp() {
        assertThat(offerings("?provider=openai&kind=prompt-only&vision=true&fineTunable=false"))
                .isNotEmpty()
                .allMatch(offering -> matches(offering, "provider", "openai")
                        && matches(offering, "kind", "prompt-only")
                        && matches(offering, "vision", "true"));
        assertThat(offerings("?provider=nobody")).isEmpty();
    }

    @Test
    void theNextEventIsTheNextAfterTheDay() {
        String gpt4o = "offerings.find { it.id == 'azure/gpt-4o-2024-08-06' }.nextEvent.event";
        right().get(OFFERINGS + "?asOf=2026-11-23").then().body(gpt4o, equalTo("training-ends"));
        right().get(OFFERINGS + "?asOf=2027-04-13").then().body(gpt4o, equalTo("base-model-shutdown"));
        right().get(OFFERINGS + "?asOf=2027-04-14").then().body(gpt4o, equalTo("shutdown"));
        right().get(OFFERINGS + "?asOf=2027-10-01").then().body(gpt4o, equalTo(null));
    }

    @Test
    void anOfferingShowsThePricesInForceOnTheDayAndAllOthersToo() {
        String path = OFFERINGS + "/azure/gpt-4o-2024-08-06?asOf=";
        String dataZone = ".findAll { it.meter == 'training' }.tiers.flatten()";
        right().get(path + "2026-04-30")
                .then()
                .body("pricesInForce" + dataZone, not(hasItem("data-zone")))
                .body("prices" + dataZone, hasItem("data-zone"));
        right().get(path + "2026-05-01").then().body("pricesInForce" + dataZone, hasItem("data-zone"));
    }

    /** OA-DEPR: training ends on 2027-01-06, calls on 2027-01-14. */
    @Test
    void anOfferingSaysWhatCanBeDoneWithItOnTheDay() {
        String path = OFFERINGS + "/openai/gpt-4o-2024-08-06?asOf=";
        right().get(path + "2026-11-23")
                .then()
                .body("availability.training.verdict", equalTo("restricted"))
                .body("availability.training.until", equalTo("2027-01-06"))
                .body("availability.tunedInference.verdict", equalTo("available"))
                .body("availability.baseInference.verdict", equalTo("available"));
        right().get(path + "2027-01-06")
                .then()
                .body("availability.training.verdict", equalTo("closed"))
                .body("availability.training.alternatives.offering", hasItem("azure/gpt-4.1-2025-04-14"))
                .body("availability.tunedInference.until", equalTo("2027-01-14"));
        right().get(path + "2027-01-14").then().body("availability.baseInference.verdict", equalTo("retired"));
    }

    @Test
    void anAliasLeadsToTheOffering() {
        right().get(OFFERINGS + "/azure/gpt-4o?asOf=2026-11-23")
                .then()
                .statusCode(200)
                .body("id", equalTo("azure/gpt-4o-2024-08-06"))
                .body("aliases", hasItem("azure/gpt-4o"));
    }

    @Test
    void anUnknownOfferingIsAProblemThatNamesNearOnes() {
        right().get(OFFERINGS + "/openai/gpt-4o-mni")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/unknown-name"))
                .body("detail", containsString("openai/gpt-4o-mini"));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, tuned, 'must be one of hosted, prompt-only, self-hosted'",
        "kind, HOSTED, 'must be one of hosted, prompt-only, self-hosted'",
        "vision, yes, must be true or false",
        "fineTunable, 1, must be true or false",
        "asOf, 2026-02-30, must be an ISO 8601 date"
    })
    void aParameterThatCannotBeReadIsNamed(String name, String value, String message) {
        wrong().queryParam(name, value)
                .get(OFFERINGS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(name))
                .body("violations[0].message", containsString(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/catalog", OFFERINGS, OFFERINGS + "/azure/gpt-4o-2024-08-06"})
    void anUnchangedAnswerIsNotSentAgain(String path) {
        String tag = right().get(path + "?asOf=2026-11-23")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        right().header("If-None-Match", tag)
                .get(path + "?asOf=2026-11-23")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        right().header("If-None-Match", tag)
                .get(path + "?asOf=2026-11-24")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
        right().header("If-None-Match", "\"of-another-catalog\"")
                .get(path + "?asOf=2026-11-23")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"));
    }
}
