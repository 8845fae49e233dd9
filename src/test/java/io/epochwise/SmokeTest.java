package io.epochwise;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmokeTest {
    @Test
    void health() {
        RestAssured.get("/q/health").then().statusCode(200);
    }
}
