package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class SimulationsTest {
    private static final String SHORTENING = "/v1/simulations/prompt-shortening";
    private static final String WORKLOAD =
            "'workload':{'requestsPerMonth':%s,'staticPromptTokens':%s,'variablePromptTokens':100,'outputTokens':100}";

    private static String json(String single) {
        return "{" + single.replace('\'', '"') + "}";
    }

    private static String question(String offering, String requests, String shortPrompt, String extra, String rest) {
        return json("'baseline':{'offering':'" + offering + "'," + WORKLOAD.formatted(requests, "3000")
                + "},'tuned':{'offering':'" + offering + "'," + WORKLOAD.formatted(requests, shortPrompt)
                + "},'training':{'dataset':{'examples':1000,'textTokensPerExample':500},'epochs':2,'extraUpFront':"
                + extra + "}," + rest);
    }

    private static BigDecimal sum(List<Map<String, Map<String, String>>> causes, String part) {
        return causes.stream()
                .map(cause -> new BigDecimal(cause.get(part).get("expected")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * OA-PRICE-24: 3,111 x 2.50 + 100 x 10.00 against 211 x 3.75 + 100 x 15.00, that is 8.7775 against 2.29125 a thousand
     * requests; 1,000 x 500 x 2 x 25.00 = 25.00 and 1,000 paid first: 1,025 / 648.625 a month is month 2.
     */
    @Test
    void paysBackInAMonth() {
        var answer = ask(
                        SHORTENING,
                        question(
                                "openai/gpt-4o-2024-08-06", "100000", "100", "1000", "'months':12,'asOf':'2024-11-01'"))
                .statusCode(200)
                .body("breakEven.verdict", equalTo("month"))
                .body("breakEven.month", equalTo(2))
                .body("breakEven.date", equalTo("2024-12-31"))
                .body("perRequest.baseline.expected", equalTo("0.0087775"))
                .body("perRequest.tuned.expected", equalTo("0.00229125"))
                .body("upFront.total.expected", equalTo("1025.00"))
                .body("months", hasSize(12))
                .body("availability.verdict", equalTo("available"));
        assertThat(sum(answer.extract().path("causes"), "monthly"))
                .isEqualByComparingTo(answer.extract().<String>path("months[0].saving.expected"));
        assertThat(sum(answer.extract().path("causes"), "perRequest"))
                .isEqualByComparingTo(answer.extract().<String>path("perRequest.saving.expected"));
    }

    /** OA-DEPR: organizations that never tuned cannot, and the months end with the model. */
    @Test
    void theModelsEndCutsTheMonths() {
        ask(
                        SHORTENING,
                        question(
                                "openai/gpt-4o-2024-08-06",
                                "100000",
                                "100",
                                "20000",
                                "'months':60,'asOf':'2026-11-23','organization':{'hasFineTuned':false}"))
                .statusCode(200)
                .body("breakEven.verdict", equalTo("after-shutdown"))
                .body("breakEven.month", nullValue())
                .body("breakEven.wouldBeMonth", equalTo(31))
                .body("availability.verdict", equalTo("closed"))
                .body("warnings.code", hasItem("TRAINING_CLOSED"))
                .body("warnings.code", hasItem("HORIZON_CUT"));
    }

    @Test
    void theIdDependsOnTheQuestionAlone() {
        String one = question("openai/gpt-4o", "100000", "100", "1000", "'months':3,'asOf':'2024-11-01'");
        String other = question("openai/gpt-4o-2024-08-06", "1e5", "100", "'1000.0'", "'asOf':'2024-11-01','months':3");
        String more = question("openai/gpt-4o", "100000", "100", "1000", "'months':4,'asOf':'2024-11-01'");
        String id = ask(SHORTENING, one).statusCode(200).extract().path("id");
        assertThat(ask(SHORTENING, other).statusCode(200).extract().<String>path("id"))
                .isEqualTo(id);
        assertThat(ask(SHORTENING, more).statusCode(200).extract().<String>path("id"))
                .isNotEqualTo(id);
    }

    @Test
    void nonsenseNamesItsField() {
        String offering = "openai/gpt-4o-2024-08-06";
        askWrong(SHORTENING, question(offering, "-5", "1", "0", "'months':3"))
                .statusCode(400)
                .body("violations[0].field", equalTo("baseline.workload.requestsPerMonth"));
        askWrong(SHORTENING, question(offering, "5", "1", "0", "'months':0"))
                .statusCode(400)
                .body("violations[0].field", equalTo("months"))
                .body("violations[0].message", equalTo("must be from 1 to 120"));
        askWrong(SHORTENING, question(offering, "5", "1", "-1", "'months':3"))
                .statusCode(400)
                .body("violations[0].field", equalTo("training.extraUpFront"));
        askWrong(SHORTENING, question(offering, "5", "1", "0", "'months':3,'retrainEveryMonths':0"))
                .statusCode(400)
                .body("violations[0].field", equalTo("retrainEveryMonths"));
        askWrong(SHORTENING, question(offering, "5", "1", "0", "'months':3,'mnths':3"))
                .statusCode(400)
                .body("violations[0].field", equalTo("mnths"));
        askWrong(SHORTENING, question("openai/gpt-4oo", "5", "1", "0", "'months':3"))
                .statusCode(404)
                .body("detail", containsString("openai/gpt-4o"));
        askWrong(SHORTENING, json("'months':3"))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("baseline", "tuned", "training")));
    }
}
