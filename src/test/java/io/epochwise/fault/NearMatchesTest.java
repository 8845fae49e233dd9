package io.epochwise.fault;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearMatchesTest {
    private static final List<String> OFFERINGS = List.of(
            "openai/gpt-4.1", "openai/gpt-4o-2024-08-06", "openai/gpt-4o-mini-2024-07-18", "mistral/pixtral-12b");

    @Test
    void partOfANameFindsTheShortestNameFirst() {
        assertThat(NearMatches.of("gpt-4o", OFFERINGS))
                .containsExactly("openai/gpt-4o-2024-08-06", "openai/gpt-4o-mini-2024-07-18");
    }

    @Test
    void aSlipOfThePenIsForgivenAndCaseDoesNotMatter() {
        assertThat(NearMatches.of("Mistral/Pixtrall-12B", OFFERINGS)).containsExactly("mistral/pixtral-12b");
        assertThat(NearMatches.of("detial", List.of("detail", "width"))).containsExactly("detail");
    }

    @Test
    void whatIsFarIsNotOffered() {
        assertThat(NearMatches.of("claude", OFFERINGS)).isEmpty();
        assertThat(NearMatches.of("", OFFERINGS)).isEmpty();
        assertThat(NearMatches.of("x".repeat(1_000_000), OFFERINGS)).isEmpty();
    }

    @Test
    void atMostFiveAreOfferedWhateverTheOrderTheyComeIn() {
        Set<String> many =
                Set.copyOf(IntStream.range(10, 30).mapToObj(i -> "model-" + i).toList());
        assertThat(NearMatches.of("model", many))
                .containsExactly("model-10", "model-11", "model-12", "model-13", "model-14");
    }
}
