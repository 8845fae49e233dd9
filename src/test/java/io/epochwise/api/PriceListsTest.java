package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** A service with the price lists of others. */
@QuarkusTest
@TestProfile(PriceListsTest.WithLists.class)
class PriceListsTest {
    private static final String CONFLICTS = "/v1/catalog/conflicts";

    /** An installation with a folder of lists, and without the files of two providers, whose models only lists have then. */
    public static final class WithLists implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.catalog.price-lists",
                    "src/test/resources/price-lists",
                    "epochwise.catalog.directory",
                    "src/test/resources/without-aws-and-gemini",
                    "quarkus.smallrye-openapi.store-schema-directory",
                    "target/openapi-price-lists");
        }
    }

    private static String found(String offering, String meter, String list) {
        return "conflicts.findAll { it.offering == '%s' && it.meter == '%s' && it.list == '%s' }"
                .formatted(offering, meter, list);
    }

    @Test
    void aListDisagreesWithTheCatalog() {
        String tuned = found("openai/gpt-4o-2024-08-06", "tuned-input", "litellm");
        right().get(CONFLICTS)
                .then()
                .statusCode(200)
                .body(tuned + ".amount", contains("3.75"))
                .body(tuned + ".source", contains(startsWith("OA-PRICE-25: ")))
                .body(tuned + ".grade", everyItem(startsWith("official")))
                .body(tuned + ".listAmount", contains("4.50"))
                .body(tuned + ".listAsOf", contains("2026-08-20"))
                .body(tuned + ".comparedOn", contains("2026-08-20"))
                .body(tuned + ".differencePercent", contains(20.0f))
                .body(found("azure/gpt-4o-2024-08-06", "input", "litellm") + ".tier", contains("data-zone"))
                .body("conflicts.offering", not(hasItem("openai/o3")));
    }

    @Test
    void aListDisagreesWithAMoreTrustedOneAboutAModelOnlyTheyHave() {
        String cached = found("gemini-api/gemini-2.5-pro", "cached-input", "models.dev");
        right().get(CONFLICTS)
                .then()
                .body(cached + ".amount", contains("0.125"))
                .body(cached + ".source", contains(startsWith("GENAI-PRICES: ")))
                .body(cached + ".grade", contains("secondary"))
                .body(cached + ".listAmount", contains("0.31"))
                .body(cached + ".listAsOf", contains(nullValue()))
                .body(cached + ".differencePercent", contains(148.0f));
    }

    /** The price of tuned models ends with them: from then on there is nothing to disagree with. */
    @Test
    void allListsCanBeComparedOnAnotherDay() {
        right().get(CONFLICTS + "?asOf=2027-01-14")
                .then()
                .statusCode(200)
                .body("conflicts.comparedOn", everyItem(equalTo("2027-01-14")))
                .body(found("openai/gpt-4o-2024-08-06", "tuned-input", "litellm"), empty());
    }

    @Test
    void whatWasReadAndRejectedIsTold() {
        String liteLlm = "lists.find { it.list == 'litellm' }";
        right().get(CONFLICTS)
                .then()
                .body(
                        "lists.file",
                        contains(
                                "genai-prices-2026-08-21.json",
                                "openai.yml",
                                "models-dev.json",
                                "litellm-2026-08-20.json",
                                "portkey-2026-08-21/google.json",
                                "portkey-2026-08-21/openai.json"))
                .body(liteLlm + ".asOf", equalTo("2026-08-20"))
                .body(liteLlm + ".models", equalTo(13))
                .body(liteLlm + ".rejected.find { it.reason == 'cache-prices-swapped' }.count", equalTo(2))
                .body(
                        liteLlm + ".rejected.find { it.reason == 'cached-above-input' }.first",
                        contains("acme/cached-above-input: cache_read_input_token_cost"));
    }

    @Test
    void aModelOfAListIsAnOffering() {
        String nova = "/v1/catalog/offerings/aws/amazon.nova-lite-v1:0?asOf=2026-11-23";
        right().get(nova)
                .then()
                .statusCode(200)
                .body("kind", equalTo("prompt-only"))
                .body("pricesInForce.findAll { it.meter == 'input' }.amount", contains("0.06", "0.066"))
                .body("prices.grade", everyItem(equalTo("secondary")))
                .body("prices.source", everyItem(startsWith("LITELLM: ")));
        right().get("/v1/catalog/offerings?kind=prompt-only")
                .then()
                .body("offerings.id", hasItems("aws/amazon.nova-lite-v1:0", "gemini-api/gemini-2.5-pro"));
        right().get("/v1/catalog").then().body("providers", allOf(hasEntry("aws", 1), hasEntry("gemini-api", 2)));
    }

    @Test
    void itCannotBeTunedAndItsTextIsCountedAsWellAsKnown() {
        ask("/v1/estimates/training", """
                        {"offering": "aws/amazon.nova-lite-v1:0", "asOf": "2026-11-23",
                         "dataset": {"examples": 1000, "textTokensPerExample": 1000}, "epochs": 1}
                        """).statusCode(200).body("availability.verdict", equalTo("closed"));
        ask("/v1/tokens/texts", "{\"offering\": \"aws/amazon.nova-lite-v1:0\", \"texts\": [\"an invoice\"]}")
                .statusCode(200)
                .body("exact", equalTo(false));
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        String tag = right().get(CONFLICTS + "?asOf=2026-11-23")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        right().header("If-None-Match", tag)
                .get(CONFLICTS + "?asOf=2026-11-23")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        right().header("If-None-Match", tag)
                .get(CONFLICTS + "?asOf=2026-11-24")
                .then()
                .statusCode(200);
    }

    @Test
    void aDayThatCannotBeReadIsNamed() {
        wrong().get(CONFLICTS + "?asOf=soon").then().statusCode(400).body("violations[0].field", equalTo("asOf"));
    }
}
