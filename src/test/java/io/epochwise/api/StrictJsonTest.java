package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class StrictJsonTest {
    private static ValidatableResponse post(String path, String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .post("/test/" + path)
                .then();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"count":1,"detial":"low"}                        | detial           | unknown field; near: detail
            {"count":1,"images":[{"width":1,"height":1,"depht":2}]} | images[0].depht | unknown field
            {"count":"3"}                                     | count            | must be a whole number
            {"count":1.9}                                     | count            | must be a whole number
            {"count":1.0}                                     | count            | must be a whole number
            {"count":true}                                    | count            | must be a whole number
            {"count":null}                                    | count            | must be a whole number
            {"name":"a"}                                      | count            | must be a whole number
            {"count":3000000000}                              | count            | out of range
            {"count":1,"big":99999999999999999999}            | big              | out of range
            {"count":1,"big":1e400}                           | big              | must be a whole number
            {"count":1,"count":2}                             | count            | field given twice
            {"count":1,"detail":0}                            | detail           | must be one of auto, low, high, original
            {"count":1,"detail":"0"}                          | detail           | must be one of auto, low, high, original
            {"count":1,"detail":"LOW"}                        | detail           | must be one of auto, low, high, original
            {"count":1,"detail":""}                           | detail           | must be one of auto, low, high, original
            {"count":1,"name":7}                              | name             | must be a string
            {"count":1,"name":true}                           | name             | must be a string
            {"count":1,"tuned":1}                             | tuned            | must be true or false
            {"count":1,"tuned":"true"}                        | tuned            | must be true or false
            {"count":1,"ratio":"0.5"}                         | ratio            | must be a number
            {"count":1,"ratio":"NaN"}                         | ratio            | must be a finite number
            {"count":1,"ratio":1e400}                         | ratio            | must be a finite number
            {"count":1,"price":1e999999999}                   | price            | decimal number of at most
            {"count":1,"price":1e9999}                        | price            | must have at most
            {"count":1,"price":"1e999999999"}                 | price            | decimal number of at most
            {"count":1,"price":"dear"}                        | price            | decimal number of at most
            {"count":1,"price":[1]}                           | price            | must be a decimal
            {"count":1,"tree":{"a":1e999999999}}              | tree             | must be finite
            {"count":1,"asOf":20000}                          | asOf             | ISO 8601 date
            {"count":1,"asOf":[2026,11,23]}                   | asOf             | ISO 8601 date
            {"count":1,"asOf":"2026-02-30"}                   | asOf             | ISO 8601 date
            {"count":1,"asOf":"+999999999-01-01"}             | asOf             | ISO 8601 date
            {"count":1,"images":[{"width":1,"height":1},null]} | images[1]       | must not be null
            {"count":1,"images":{}}                           | images           | must be an array
            {"count":1,"images":[{"width":1,"height":1},{"width":-5,"height":1}]} | images[1].width | must be greater than 0
            {"count":1,"images":[{"width":1,"height":13}]}    | images[0].height | must not be 13
            {"count":1} {"count":2}                           | ``               | nothing may follow
            []                                                | ``               | must be an object
            3                                                 | ``               | must be an object
            """)
    void inputThatIsNotExactlyRightIsRefusedWithItsPath(String json, String field, String message) {
        post("echo", json)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input"))
                .body("status", equalTo(400))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":1,\n \"name\": secret-word}",
                "{\"count\":1,\n \"name\":\"secret-word",
                "{\"count\":1,\n"
            })
    void malformedJsonIsToldByLineAndColumnAndNeverQuoted(String json) {
        post("echo", json)
                .statusCode(400)
                .body("detail", containsString("malformed JSON at line 2, column "))
                .body(not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void aBodyThatSaysNothingIsRefused(String json) {
        post("echo", json).statusCode(400).contentType("application/problem+json");
        post("list", json).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aNullInAListIsRefusedAtItsIndex() {
        post("list", "[{\"width\":1,\"height\":1},null]").statusCode(400).body("violations[0].field", equalTo("[1]"));
    }

    @Test
    void aViolatedRuleOfAListElementIsNamedWithoutJavaNames() {
        post("list", "[{\"width\":0,\"height\":1}]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].width"))
                .body(not(containsString("sizes")));
    }

    @Test
    void nestingDeeperThanTheLimitIsRefused() throws Exception {
        String json = "{\"count\":1,\"tree\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        // not by REST Assured, which prints what it sends, prettily
        var answer = Uploads.post("/test/echo", "application/json", Uploads.whole(json.getBytes(UTF_8)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("exceeds a limit: nesting 500");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        post("echo", "{\"count\":1,\"tree\":" + "9".repeat(5000) + "}")
                .statusCode(400)
                .body("detail", containsString("exceeds a limit"));
    }

    @Test
    void decimalsAreStringsInPlainNotationWithTheirOwnScale() {
        assertThat(echoed("{\"count\":1,\"price\":\"25.00\"}")).isEqualTo("{\"count\":1,\"price\":\"25.00\"}");
        assertThat(echoed("{\"count\":1,\"price\":25.00}")).isEqualTo("{\"count\":1,\"price\":\"25.00\"}");
        assertThat(echoed("{\"count\":1,\"price\":1e3}")).isEqualTo("{\"count\":1,\"price\":\"1000\"}");
        assertThat(echoed("{\"count\":1,\"price\":\"1e-8\"}")).isEqualTo("{\"count\":1,\"price\":\"0.00000001\"}");
    }

    @Test
    void whatIsAbsentIsLeftOutOfTheAnswer() {
        assertThat(echoed("{\"count\":1,\"note\":null}")).isEqualTo("{\"count\":1}");
    }

    @Test
    void legalValuesComeBackAsTheyWere() {
        String all = "{\"name\":\"a\",\"count\":1,\"big\":9007199254740993,\"ratio\":0.5,\"tuned\":true,"
                + "\"asOf\":\"2026-11-23\",\"detail\":\"low\",\"note\":\"b\",\"images\":[{\"width\":2,\"height\":3}],"
                + "\"tree\":{\"a\":[1,0.5,null]}}";
        assertThat(echoed(all)).isEqualTo(all);
        assertThat(echoed("{\"count\":1,\"ratio\":1}")).isEqualTo("{\"count\":1,\"ratio\":1.0}");
    }

    private static String echoed(String json) {
        return post("echo", json).statusCode(200).extract().asString();
    }
}
