package io.epochwise.token.text;

import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolTokensTest {
    private static final Encoding O200K = Encodings.of("o200k_base");
    private static final Encoding CL100K = Encodings.of("cl100k_base");

    /** The tool of the cookbook (OA-CB-COUNT). */
    private static final ToolDefinition WEATHER = new ToolDefinition(
            "get_current_weather",
            "Get the current weather in a given location",
            List.of(
                    new ToolProperty("location", "string", "The city and state, e.g. San Francisco, CA", List.of()),
                    new ToolProperty(
                            "unit", "string", "The unit of temperature to return", List.of("celsius", "fahrenheit"))),
            false);

    private static final ToolDefinition BARE = new ToolDefinition("ping", "", List.of(), false);

    /** The cookbook's request: 101 tokens on GPT-4o and 105 on GPT-4, counted and reported. */
    @Test
    void countsTheCookbooksRequest() {
        assertThat(request(O200K, ToolTokens.of("gpt-4o"))).isEqualTo(101);
        assertThat(request(CL100K, ToolTokens.of("gpt-4"))).isEqualTo(105);
    }

    private static long request(Encoding encoding, ToolTokens family) {
        MessageOverhead overhead = new MessageOverhead(4, 1, 3, TokenRange.ZERO);
        return encoding.count("You are a helpful assistant that can answer to questions about the weather.")
                + encoding.count("What's the weather like in San Francisco?")
                + overhead.request(2, 0)
                + family.count(encoding, List.of(WEATHER)).expected();
    }

    @Test
    void countsNoToolsAsNothing() {
        assertThat(ToolTokens.GPT_4O.count(O200K, List.of())).isEqualTo(TokenRange.ZERO);
    }

    @Test
    void toleratesTheRecordedDifferences() {
        assertThat(ToolTokens.GPT_4O.count(O200K, List.of(WEATHER))).isEqualTo(new TokenRange(58, 68, 73));
        ToolDefinition nested = new ToolDefinition(WEATHER.name(), WEATHER.description(), WEATHER.properties(), true);
        assertThat(ToolTokens.GPT_4O.count(O200K, List.of(nested))).isEqualTo(new TokenRange(58, 68, 106));
        // One nested schema widens the range of all.
        assertThat(ToolTokens.GPT_4O.count(O200K, List.of(nested, BARE)).high()
                        - ToolTokens.GPT_4O.count(O200K, List.of(WEATHER, BARE)).high())
                .isEqualTo(33);
    }

    @Test
    void neverFallsBelowZero() {
        ToolTokens small = new ToolTokens(0, 0, 0, 0, 0, 1);
        // 1 + "ping" + ":"
        assertThat(small.count(O200K, List.of(BARE))).isEqualTo(new TokenRange(0, 3, 8));
    }

    @Test
    void addsTheOpeningForEachToolAndTheEndOnce() {
        long one = ToolTokens.GPT_4O.count(O200K, List.of(BARE)).expected();
        long two = ToolTokens.GPT_4O.count(O200K, List.of(BARE, BARE)).expected();
        assertThat(one).isEqualTo(7 + 2 + 12);
        assertThat(two).isEqualTo(one + 7 + 2);
    }

    @Test
    void takesOneFullStopOffADescription() {
        assertThat(count("Get it.")).isEqualTo(count("Get it"));
        assertThat(count("Get it..")).isEqualTo(count("Get it.") + 1);
    }

    private static long count(String description) {
        ToolProperty property = new ToolProperty("key", "string", description, List.of());
        return ToolTokens.GPT_4O
                .count(O200K, List.of(new ToolDefinition("get", "Get", List.of(property), false)))
                .expected();
    }

    @Test
    void namesTheKnownFamiliesWhereOneIsUnknown() {
        assertThat(ToolTokens.ids()).containsExactly("gpt-4", "gpt-4o");
        assertThatThrownBy(() -> ToolTokens.of("gpt-6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown tool-token family gpt-6, known are [gpt-4, gpt-4o]");
    }
}
