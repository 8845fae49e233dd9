package io.epochwise.api.telemetry;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final RequestIds ids = new RequestIds(Instant.parse("2026-11-27T05:40:18.031537Z"));

    @ParameterizedTest
    @ValueSource(strings = {"a", "01J-x.y_Z", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"})
    void theCallersIdIsTaken(String id) {
        assertThat(ids.of(id, "00-" + TRACE + "-00f067aa0ba902b7-01")).isEqualTo(id);
        assertThat(ids.of(id, null)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "a\nINFO forged",
                "a\r",
                "{\"a\":1}",
                "müller",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void whatCouldBeATextIsNot(String id) {
        assertThat(ids.of(id, null)).matches("[0-9a-z]{10,13}-1");
        assertThat(ids.of(id, "00-" + TRACE + "-00f067aa0ba902b7-01")).isEqualTo(TRACE);
    }

    /** Valid and invalid headers of W3C Trace Context, section 3.2.2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
                "4bf92f3577b34da6a3ce929d0e0e4736"
            })
    void aTraceThatIsNoneIsNotTaken(String traceParent) {
        assertThat(ids.of(null, traceParent)).endsWith("-1");
    }

    @Test
    void othersHaveNumbersOfTheirOwn() {
        String first = ids.of(null, null);
        assertThat(ids.of(null, null)).isNotEqualTo(first);
        assertThat(new RequestIds(Instant.parse("2026-11-27T05:40:18.031538Z")).of(null, null))
                .isNotEqualTo(first);
        assertThat(first).matches("[A-Za-z0-9._-]{1,64}");
    }
}
