package io.epochwise.api;

import io.epochwise.export.QuotationFormat;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@TestProfile(OpenApiDocumentTest.ProbesShown.class)
class OpenApiDocumentTest {
    private static final String ECHO = "paths.'/test/echo'.post.";

    /** The document with the probes in it, kept away from the document of the service. */
    public static final class ProbesShown implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.openapi.scan.exclude.classes", "none",
                    "quarkus.smallrye-openapi.store-schema-directory", "target/openapi-probes");
        }
    }

    private static ValidatableResponse document() {
        return given().accept("application/json").get("/q/openapi").then().statusCode(200);
    }

    @Test
    void enumsShowWhatJsonShows() {
        document().body("components.schemas.Detail.enum", containsInAnyOrder("auto", "low", "high", "original"));
    }

    @Test
    void decimalsAreStrings() {
        document()
                .body("components.schemas.Decimal.type", equalTo("string"))
                .body("components.schemas.Decimal.format", equalTo("decimal"));
    }

    @Test
    void everyOperationDocumentsTheProblemsOfTheRim() {
        for (String status : new String[] {"400", "413", "415", "500"}) {
            document()
                    .body(
                            ECHO + "responses.'" + status + "'.content.'application/problem+json'.schema.'$ref'",
                            equalTo("#/components/schemas/Problem"));
        }
        document().body("paths.'/test/today'.get.responses", not(hasKey("413")));
        document().body("paths.'/test/today'.get.responses", hasKey("500"));
        document().body("components.schemas.Problem.properties", hasKey("violations"));
    }

    @Test
    void whatGeneratorsMakeTypesOfHasAName() {
        document()
                .body(
                        "components.schemas.Problem.properties.violations.items.'$ref'",
                        equalTo("#/components/schemas/Violation"))
                .body(
                        "components.schemas.RangeInput.anyOf.'$ref'",
                        contains("#/components/schemas/DecimalInput", "#/components/schemas/RangeBounds"))
                .body("components.schemas.RangeBounds.properties", hasKey("expected"))
                .body("components.schemas.Violation.properties", hasKey("message"));
    }

    @Test
    void aQuotationListsItsFormats() {
        document()
                .body(
                        "paths.'/v1/quotations'.post.parameters.find { it.name == 'format' }.schema.enum",
                        equalTo(Stream.concat(
                                        Stream.of("json"),
                                        Arrays.stream(QuotationFormat.values()).map(QuotationFormat::toString))
                                .toList()));
    }

    @Test
    void theDocumentSaysWhatItIsAndNotWhereItRuns() {
        document()
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Epochwise"))
                .body("info.license.name", equalTo("Apache-2.0"))
                .body("servers", nullValue());
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
