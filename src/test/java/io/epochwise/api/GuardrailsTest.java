package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@TestProfile(GuardrailsTest.WithPolicies.class)
class GuardrailsTest {
    private static final String EVALUATE = "/v1/guardrails/evaluate";

    /** A million training tokens at 25.00 an epoch. */
    private static final String JOB = "{'kind':'training','request':{'offering':'openai/gpt-4o','epochs':%s,"
            + "'dataset':{'examples':1000,'textTokensPerExample':1000}}}";

    /** An installation with policies of its own. */
    public static final class WithPolicies implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.guardrails.directory",
                    "src/test/resources/policies",
                    "quarkus.smallrye-openapi.store-schema-directory",
                    "target/openapi-policies");
        }
    }

    private static String body(String policy, String epochs) {
        return ("{" + policy + ",'asOf':'2026-11-23','request':" + JOB.formatted(epochs) + "}").replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource({"3, allow", "4, allow", "5, deny"})
    void aPipelineStopsOnTheVerdict(String epochs, String verdict) {
        ask(EVALUATE, body("'policy':{'maxTotal':'100.00'}", epochs))
                .statusCode(200)
                .body("verdict", equalTo(verdict))
                .body("rules[0].actual", equalTo(Integer.parseInt(epochs) * 25 + ".00"))
                .body("id", notNullValue());
    }

    @Test
    void aPolicyOfTheServiceGoesByItsName() {
        ask(EVALUATE, body("'policyName':'team-a'", "5"))
                .statusCode(200)
                .body("policyName", equalTo("team-a"))
                .body("policy.maxTotal", equalTo("100.00"))
                .body("verdict", equalTo("deny"))
                .body("rules.verdict", equalTo(List.of("deny", "not-applicable", "allow", "allow")));
        right().get("/v1/guardrails/policies")
                .then()
                .statusCode(200)
                .body("policies.name", equalTo(List.of("team-a")))
                .body("policies[0].policy.warnOnly", equalTo(List.of("maxMonthly")));
    }

    @Test
    void theIdIsThatOfQuestionAndPolicy() {
        String first = ask(EVALUATE, body("'policy':{'maxTotal':'100.00'}", "3"))
                .extract()
                .path("id");
        String same =
                ask(EVALUATE, body("'policy':{'maxTotal':100}", "3")).extract().path("id");
        String other = ask(EVALUATE, body("'policy':{'maxTotal':'101'}", "3"))
                .extract()
                .path("id");
        assertThat(same).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        String estimate = ask(EVALUATE, body("'policy':{'maxTotal':'100.00'}", "3"))
                .extract()
                .path("estimateId");
        ask(
                        "/v1/estimates/training",
                        "{\"offering\":\"openai/gpt-4o\",\"epochs\":3,\"asOf\":\"2026-11-23\","
                                + "\"dataset\":{\"examples\":1000,\"textTokensPerExample\":1000}}")
                .body("total.expected", equalTo("75.00"));
        assertThat(estimate).startsWith("sha256:");
    }

    @Test
    void aQuestionInYamlIsTheSame() {
        String json = ask(EVALUATE, body("'policy':{'maxTotal':'100.00'}", "3"))
                .extract()
                .asString();
        String yaml = right().contentType("application/yaml")
                .body("""
                        policy: { maxTotal: "100.00" }
                        asOf: 2026-11-23
                        request:
                          kind: training
                          request:
                            offering: openai/gpt-4o
                            epochs: 3
                            dataset: { examples: 1000, textTokensPerExample: 1000 }
                        """)
                .post(EVALUATE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(yaml).isEqualTo(json);
    }

    @Test
    void faultsNameTheirField() {
        fault(body("'policy':{}", "3"), "policy");
        fault(body("'policy':{'maxTotal':'1'},'policyName':'team-a'", "3"), "policy");
        fault(body("'asOf':'2026-11-23'", "3").replaceFirst(",\"asOf\":\"2026-11-23\"", ""), "policy");
        fault(body("'policy':{'maxTotal':'-1'}", "3"), "policy.maxTotal");
        fault(body("'policy':{'maxTotal':'1','currency':'EUR'}", "3"), "policy.currency");
        fault(body("'policy':{'maxIncreasePercent':'1'}", "3"), "baseline");
        fault(body("'policy':{'maxTotl':'1'}", "3"), "policy.maxTotl");
        fault(body("'policy':{'minimumGrade':'best'}", "3"), "policy.minimumGrade");
        fault(body("'policy':{'maxTotal':'1'}", "0"), "request.request.epochs");
        fault("{\"policy\":{\"maxTotal\":\"1\"}}", "request");
        fault("{\"policy\":{\"maxTotal\":\"1\"},\"request\":{\"kind\":\"training\"}}", "request.request");
        fault("{\"policy\":{\"maxTotal\":\"1\"},\"request\":{\"request\":{}}}", "request.kind");
    }

    private static void fault(String body, String field) {
        askWrong(EVALUATE, body).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void unknownNamesAreToldWithNearOnes() {
        wrong().contentType("application/json")
                .body(body("'policyName':'team-b'", "3"))
                .post(EVALUATE)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("team-a"));
        askWrong(EVALUATE, body("'policy':{'maxTotal':'1'}", "3").replace("gpt-4o", "gpt-4oo"))
                .statusCode(404)
                .body("violations.field", hasItem("request.request.offering"));
    }

    @Test
    void theDocumentedExampleDeniesForItsReasons() throws Exception {
        ask(EVALUATE, Files.readString(Path.of("src/main/resources/openapi/examples/evaluateGuardrails.request.json")))
                .statusCode(200)
                .body("verdict", equalTo("deny"))
                .body("rules.find { it.rule == 'maxMonthly' }.verdict", equalTo("warn"))
                .body("rules.find { it.rule == 'availableUntil' }.actual", equalTo("2027-01-14"));
    }
}
