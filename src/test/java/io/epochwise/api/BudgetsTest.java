package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class BudgetsTest {
    private static final String PLAN = "/v1/budgets/plan";
    private static final String PAGES =
            "'dataset':{'examples':1000,'textTokensPerExample':235,'imagesPerExample':1,'imageWidth':1024,'imageHeight':1024,"
                    + "'imageDetail':'high'}";
    private static final String WORKLOAD =
            "'workload':{'requestsPerMonth':1000,'staticPromptTokens':0,'variablePromptTokens':100,'outputTokens':100}";
    private static final String GPT_4O = "{'offering':'openai/gpt-4o-2024-08-06'}";
    private static final String DAY = "'asOf':'2024-11-01'";

    private static String question(String... parts) {
        return ("{" + String.join(",", parts) + "}").replace('\'', '"');
    }

    private static String alternatives(String... alternatives) {
        return "'alternatives':[" + String.join(",", alternatives) + "]";
    }

    /** OA-PRICE-24, OA-IMG: 1,000 x (235 + 765) tokens at 25.00 for a million, 25.00 an epoch: 110 pay for 4. */
    @Test
    void theMostEpochsWithLevers() {
        ask(PLAN, question("'budget':'110.00','solveFor':'epochs'", PAGES, alternatives(GPT_4O), DAY))
                .statusCode(200)
                .body("currency", equalTo("USD"))
                .body("budget", equalTo("110.00"))
                .body("plans", hasSize(1))
                .body("plans[0].kind", equalTo("fine-tune"))
                .body("plans[0].plan.epochs", equalTo(4))
                .body("plans[0].cost.total.expected", equalTo("100.00"))
                .body("plans[0].left", equalTo("10.00"))
                .body("plans[0].binds[0].code", equalTo("budget"))
                .body("plans[0].next.missing", equalTo("15.00"))
                .body("plans[0].levers[0].code", equalTo("low-detail"))
                .body("plans[0].levers[0].saving.expected", equalTo("68.00"))
                .body("plans[0].levers[0].plan.epochs", equalTo(13))
                .body("plans[0].levers[1].code", equalTo("resize-to-tile-boundary"))
                .body("plans[0].training.lines[0].source", greaterThan(""))
                .body("plans[0].calls", nullValue());
    }

    /** 75.00 for three epochs; then 107 (7 of them packaging) x 3.75 and 100 x 15.00 for a million, a thousand times a month. */
    @Test
    void solvesForEachThing() {
        ask(PLAN, question("'budget':50,'solveFor':'examples'", PAGES, alternatives(GPT_4O), DAY))
                .statusCode(200)
                .body("plans[0].plan.examples", equalTo(666))
                .body("plans[0].plan.epochs", equalTo(3));
        ask(PLAN, question("'budget':50,'solveFor':'imageDetail'", PAGES, alternatives(GPT_4O), DAY))
                .statusCode(200)
                .body("plans[0].plan.imageDetail", equalTo("low"))
                .body("plans[0].cost.total.expected", equalTo("24.00"));
        ask(PLAN, question("'budget':100,'solveFor':'months'", PAGES, WORKLOAD, alternatives(GPT_4O), DAY))
                .statusCode(200)
                .body("plans[0].plan.months", equalTo(13))
                .body("plans[0].cost.total.expected", equalTo("99.71625"));
    }

    /** OA-DEPR: an organization that never tuned cannot begin; Azure takes its customers. */
    @Test
    void rulesOutWhatIsClosed() {
        ask(
                        PLAN,
                        question(
                                "'budget':500,'solveFor':'epochs'",
                                PAGES,
                                alternatives(
                                        GPT_4O, "{'offering':'azure/gpt-4o-2024-08-06','training':{'tier':'global'}}"),
                                "'asOf':'2026-11-23','organization':{'hasFineTuned':false,'azureCustomer':true}"))
                .statusCode(200)
                .body("plans.offering", equalTo(List.of("azure/gpt-4o-2024-08-06")))
                .body("ruledOut[0].reasons.code", hasItem("training-not-possible"));
    }

    @Test
    void theIdDependsOnTheQuestionAlone() {
        String id = id(question("'budget':110,'solveFor':'epochs'", PAGES, alternatives(GPT_4O), DAY));
        String alias = GPT_4O.replace("-2024-08-06", "");
        assertThat(id(question(alternatives(alias), DAY, PAGES, "'budget':'110.00','solveFor':'epochs'")))
                .isNotEqualTo(id);
        String named = "{'id':'a','offering':'openai/gpt-4o-2024-08-06'}";
        String other = "{'id':'a','offering':'openai/gpt-4o'}";
        assertThat(id(question("'budget':110,'solveFor':'epochs'", PAGES, alternatives(named), DAY)))
                .isEqualTo(id(question(alternatives(other), DAY, PAGES, "'budget':'110.00','solveFor':'epochs'")));
    }

    private static String id(String question) {
        return ask(PLAN, question).statusCode(200).extract().path("id");
    }

    @Test
    void nonsenseNamesItsField() {
        String rest = "'solveFor':'epochs'," + PAGES + "," + alternatives(GPT_4O);
        refused(question("'budget':0", rest), "budget");
        refused(question("'budget':-5", rest), "budget");
        refused(question("'budget':1e20", rest), "budget");
        refused(question("'budget':5,'months':0", rest), "months");
        refused(question("'budget':5,'questionsPerImage':0.5", rest), "questionsPerImage");
        refused(question("'budget':5,'bound':'sure'", rest), "bound");
        refused(question("'budget':5,'sovleFor':1", rest), "sovleFor");
        refused(question(rest), "budget");
        refused(question("'budget':5", PAGES, alternatives(GPT_4O)), "solveFor");
        refused(question("'budget':5,'solveFor':'money'", PAGES, alternatives(GPT_4O)), "solveFor");
        refused(question("'budget':5,'solveFor':'months'", PAGES, alternatives(GPT_4O)), "workload");
        refused(question("'budget':5,'solveFor':'epochs'", PAGES), "alternatives");
        refused(question("'budget':5,'solveFor':'epochs'", PAGES, alternatives()), "alternatives");
        refused(
                question(
                        "'budget':5,'solveFor':'epochs'",
                        PAGES,
                        alternatives(Collections.nCopies(10_000, GPT_4O).toArray(String[]::new))),
                "alternatives");
        refused(
                question(
                        "'budget':5,'solveFor':'epochs'",
                        alternatives("{'kind':'fine-tune','offering':'openai/gpt-4o'}")),
                "dataset");
        refused(
                question(
                        "'budget':5,'solveFor':'epochs'",
                        PAGES.replace("'examples':1000", "'examples':{'low':3,'expected':2,'high':1}"),
                        alternatives(GPT_4O)),
                "dataset.examples");
        refused(
                question(
                        "'budget':5,'solveFor':'epochs'",
                        PAGES,
                        alternatives("{'kind':'self-hosted','offering':'openai/gpt-4o'}")),
                "alternatives[0].kind");
        askWrong(PLAN, question("'budget':5,'solveFor':'epochs'", PAGES, alternatives("{'offering':'openai/gpt-4oo'}")))
                .statusCode(404)
                .body("violations[0].field", equalTo("alternatives[0].offering"));
    }

    private static void refused(String question, String field) {
        askWrong(PLAN, question).statusCode(400).body("violations[0].field", equalTo(field));
    }
}
