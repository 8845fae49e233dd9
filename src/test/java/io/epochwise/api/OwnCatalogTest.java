package io.epochwise.api;

import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.right;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@TestProfile(OwnCatalogTest.WithDirectory.class)
class OwnCatalogTest {
    private static final Path DIRECTORY = Path.of("src/test/resources/own-catalog");

    /** An installation with files of its own. */
    public static final class WithDirectory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.catalog.directory",
                    DIRECTORY.toString(),
                    "epochwise.catalog.stale-after-days",
                    "40",
                    "quarkus.smallrye-openapi.store-schema-directory",
                    "target/openapi-own-catalog");
        }
    }

    @Test
    void aNegotiatedPriceGoesBeforeTheListPrice() {
        ask("/v1/estimates/training", estimate("regional"))
                .body("total.expected", equalTo("20.00"))
                .body("lines[0].unitPrice", equalTo("20.00"))
                .body("lines[0].grade", equalTo("own"))
                .body("lines[0].source", equalTo("CONTRACT: Contract 17"));
        right().get("/v1/catalog/offerings/azure/gpt-4o?asOf=2026-11-23")
                .then()
                .body("pricesInForce[0].source", startsWith("CONTRACT"))
                .body("ownPrices.amount", contains("20.00"));
    }

    @Test
    void whatIsNotNegotiatedKeepsTheListPrice() {
        ask("/v1/estimates/training", estimate("global"))
                .body("total.expected", equalTo("25.00"))
                .body("lines[0].source", startsWith("AZ-RETAIL"));
    }

    @Test
    void aFileNamedLikeABuiltInOneReplacesIt() {
        right().get("/v1/catalog/offerings?provider=openai")
                .then()
                .statusCode(200)
                .body("offerings.id", contains("openai/house-model"));
    }

    @Test
    void aWrongFileIsRefusedNamingFileAndLine() throws Exception {
        String wrong =
                Files.readString(DIRECTORY.resolve("openai.yaml")).replace("amount: \"1.00\"", "amount: \"cheap\"");
        assertThatThrownBy(() -> CatalogLoader.load(List.of(new CatalogFile("house.yaml", wrong))))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("house.yaml:15: amount");
    }

    @Test
    void aMadeUpProviderIsOneFile() {
        right().get("/v1/catalog/offerings?provider=acme&vision=true&fineTunable=true")
                .then()
                .statusCode(200)
                .body("offerings.id", contains("acme/seer-70b", "acme/seer-8b"));
        ask("/v1/tokens/images", "{\"offering\": \"acme/seer\", \"images\": [{\"width\": 1000, \"height\": 1000}]}")
                .body("offering", equalTo("acme/seer-8b"))
                .body("rule.id", equalTo("claude-patch-28"))
                .body("total.expected", equalTo(1296));
        ask("/v1/tokens/texts", "{\"offering\": \"acme/seer-8b\", \"texts\": [\"hello world\"]}")
                .body("exact", equalTo(false))
                .body("total.high", equalTo(3));
        ask("/v1/estimates/training", acme("acme/seer-8b", 10_000)).body("total.expected", equalTo("4.00"));
        ask("/v1/estimates/training", acme("acme/seer-8b", 1_000)).body("total.expected", equalTo("3.00"));
        ask("/v1/estimates/training", acme("acme/seer-70b", 10_000)).body("total.expected", equalTo("20.00"));
    }

    /** The price is of 2026-10-01 and 40 days are set: old from 2026-11-11 on. */
    @Test
    void thePriceListsAgeIsConfigured() {
        for (String day : new String[] {"2026-11-10", "2026-11-11"}) {
            ask("/v1/estimates/training", acme("acme/seer-8b", 10_000).replace("2026-11-23", day))
                    .body("warnings.code.contains('PRICE_STALE')", equalTo(day.equals("2026-11-11")));
        }
    }

    @Test
    void aMadeUpProviderIsCheckedAgainstRequirements() {
        ask("/v1/due-diligence", """
                        {"offering": "acme/seer", "asOf": "2026-11-23",
                         "requirements": {"zeroDataRetention": true, "imageUrls": true, "customerManagedKeys": true}}
                        """)
                .body("offerings[0].offering", equalTo("acme/seer-8b"))
                .body("offerings[0].verdict", equalTo("fail"))
                .body("offerings[0].results.find { it.requirement == 'zeroDataRetention' }.verdict", equalTo("pass"))
                .body("offerings[0].results.find { it.requirement == 'imageUrls' }.verdict", equalTo("fail"))
                .body("offerings[0].results.find { it.requirement == 'imageUrls' }.source", startsWith("ACME-DATA"))
                .body(
                        "offerings[0].results.find { it.requirement == 'customerManagedKeys' }.verdict",
                        equalTo("unknown"))
                .body("offerings[0].availability.training.verdict", equalTo("available"));
    }

    @Test
    void aPriceThatWillChangeIsTheOldAndTheNewOne() {
        for (String[] day : new String[][] {{"2026-12-31", "1.00", "1.50"}, {"2027-01-01", "1.50", "2.25"}}) {
            right().get("/v1/catalog/offerings/acme/seer-8b?asOf=" + day[0])
                    .then()
                    .statusCode(200)
                    .body("pricesInForce.find { it.meter == 'input' }.amount", equalTo(day[1]))
                    .body("pricesInForce.find { it.meter == 'tuned-input' }.amount", equalTo(day[2]));
        }
    }

    private static String acme(String offering, int examples) {
        return """
                {"offering": "%s", "dataset": {"examples": %d, "textTokensPerExample": 1000}, "epochs": 1,
                 "asOf": "2026-11-23"}
                """.formatted(offering, examples);
    }

    private static String estimate(String tier) {
        return """
                {"offering": "azure/gpt-4o", "dataset": {"examples": 1000, "textTokensPerExample": 1000}, "epochs": 1,
                 "tier": "%s", "asOf": "2026-11-23"}
                """.formatted(tier);
    }
}
