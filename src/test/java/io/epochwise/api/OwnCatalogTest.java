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

    private static String estimate(String tier) {
        return """
                {"offering": "azure/gpt-4o", "dataset": {"examples": 1000, "textTokensPerExample": 1000}, "epochs": 1,
                 "tier": "%s", "asOf": "2026-11-23"}
                """.formatted(tier);
    }
}
