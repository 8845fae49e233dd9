package io.epochwise.api;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class ClockTest {
    @Inject
    Clock clock;

    @Test
    void theClockIsOfToday() {
        Assertions.assertThat(clock.instant()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        Assertions.assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aTestMaySetTheDay() {
        Instant day = Instant.parse("2027-01-14T00:00:00Z");
        QuarkusMock.installMockForType(Clock.fixed(day, ZoneOffset.UTC), Clock.class);
        RestAssured.get("/test/today").then().body(equalTo("\"2027-01-14T00:00:00Z\""));
    }
}
