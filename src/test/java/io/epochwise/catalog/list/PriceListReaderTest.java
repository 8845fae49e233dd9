package io.epochwise.catalog.list;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.epochwise.catalog.list.ListFiles.prices;
import static io.epochwise.catalog.list.ListFiles.read;
import static io.epochwise.catalog.list.ListFiles.rejected;
import static org.assertj.core.api.Assertions.assertThat;

/** What is taken of each list's form, and what is not; amounts are USD for 1,000,000 tokens. */
class PriceListReaderTest {
    private static List<String> lines(String block) {
        return block.lines().toList();
    }

    private static ListedModel model(PriceList list, String id) {
        return list.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void liteLlm() {
        PriceList list = read("litellm-2026-08-20.json");
        assertThat(list.kind()).isEqualTo(ListKind.LITELLM);
        assertThat(list.asOf()).isEqualTo(LocalDate.of(2026, 8, 20));
        assertThat(prices(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        openai/gpt-4o: input 2.5
                        openai/gpt-4o: cached-input 1.25
                        openai/gpt-4o: output 10
                        openai/gpt-4o: batch-input 1.25
                        openai/gpt-4o: batch-output 5
                        openai/gpt-4o: input 4.25 priority
                        openai/gpt-4o: cached-input 2.125 priority
                        openai/gpt-4o: output 17 priority
                        openai/gpt-4o-2024-08-06: tuned-input 4.5
                        openai/gpt-4o-2024-08-06: tuned-batch-input 1.875
                        openai/gpt-4o-2024-08-06: tuned-output 15
                        azure/gpt-4o-2024-08-06: input 3 data-zone eu
                        azure/gpt-4o-2024-08-06: output 11 data-zone eu
                        azure/gpt-4o-2024-08-06: input 2.5
                        azure/gpt-4o-2024-08-06: output 10
                        aws/amazon.nova-lite-v1:0: input 0.06
                        aws/amazon.nova-lite-v1:0: output 0.24
                        aws/amazon.nova-lite-v1:0: input 0.066 uswest2
                        aws/amazon.nova-lite-v1:0: output 0.264 uswest2
                        gemini-api/gemini-2.5-pro: input 1.25
                        gemini-api/gemini-2.5-pro: input 2.5 above 200000
                        gemini-api/gemini-2.5-pro: cached-input 0.125
                        gemini-api/gemini-2.5-pro: cached-input 0.25 above 200000
                        gemini-api/gemini-2.5-pro: output 10
                        gemini-api/gemini-2.5-pro: output 15 above 200000
                        google/claude-sonnet-4-5@20250929: input 3
                        google/claude-sonnet-4-5@20250929: cached-input 0.3
                        google/claude-sonnet-4-5@20250929: cache-write 3.75
                        google/claude-sonnet-4-5@20250929: output 15
                        fireworks/accounts/fireworks/models/acme-1: input 0.15
                        fireworks/accounts/fireworks/models/acme-1: output 0.6
                        openrouter/acme/acme-1:free: input 0
                        openrouter/acme/acme-1:free: output 0
                        acme/cached-above-input: input 1
                        acme/cached-above-input: output 2
                        acme/swapped: input 1
                        acme/swapped: output 2
                        acme/storage-as-write: input 1
                        acme/storage-as-write: cached-input 0.1
                        acme/storage-as-write: output 2
                        acme/broken: input 1
                        acme/broken: output 2
                        acme/twice: input 1
                        acme/twice: output 2
                        """));
        assertThat(rejected(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        acme/zero: input_cost_per_token zero
                        acme/zero: output_cost_per_token zero
                        acme/cached-above-input: cache_read_input_token_cost cached-above-input
                        acme/swapped: cache_read_input_token_cost cache-prices-swapped
                        acme/swapped: cache_creation_input_token_cost cache-prices-swapped
                        acme/storage-as-write: cache_creation_input_token_cost cache-write-below-read
                        acme/broken: cache_creation_input_token_cost not-a-number
                        acme/broken: cache_read_input_token_cost negative
                        acme/broken: input_cost_per_token_above_128k_tokens not-a-number
                        acme/broken: input_cost_per_token_batches not-a-number
                        acme/broken: input_cost_per_token_flex implausible
                        acme/broken: input_cost_per_token_priority key-twice
                        acme/broken: output_cost_per_token_above_128k_tokens not-a-number
                        acme/broken: output_cost_per_token_batches not-a-number
                        twice: input stated-twice
                        acme/no-object: acme/no-object unknown-shape
                        no-provider: litellm_provider unreadable-name
                        """));
        assertThat(model(list, "openai/gpt-4o").takesImages()).isTrue();
        assertThat(model(list, "openai/gpt-4o").contextTokens()).isEqualTo(128_000);
        assertThat(model(list, "acme/broken").takesImages()).isNull();
        assertThat(model(list, "acme/broken").contextTokens()).isNull();
        assertThat(model(list, "fireworks/accounts/fireworks/models/acme-1")
                        .prices()
                        .get(0)
                        .note())
                .isEqualTo("the list has 1.4999999999999998e-07, rounded to 10 digits");
    }

    @Test
    void genaiPrices() {
        PriceList list = read("genai-prices-2026-08-21.json");
        assertThat(list.kind()).isEqualTo(ListKind.GENAI_PRICES);
        assertThat(prices(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        openai/gpt-4o: input 2.5
                        openai/gpt-4o: cached-input 1.25
                        openai/gpt-4o: output 10
                        anthropic/claude-sonnet-4-6: input 3 to 2026-03-13
                        anthropic/claude-sonnet-4-6: input 6 above 200000 to 2026-03-13
                        anthropic/claude-sonnet-4-6: cache-write 3.75 to 2026-03-13
                        anthropic/claude-sonnet-4-6: cache-write 7.5 above 200000 to 2026-03-13
                        anthropic/claude-sonnet-4-6: cached-input 0.3 to 2026-03-13
                        anthropic/claude-sonnet-4-6: cached-input 0.6 above 200000 to 2026-03-13
                        anthropic/claude-sonnet-4-6: output 15 to 2026-03-13
                        anthropic/claude-sonnet-4-6: output 22.5 above 200000 to 2026-03-13
                        anthropic/claude-sonnet-4-6: input 3 from 2026-03-13
                        anthropic/claude-sonnet-4-6: cache-write 3.75 from 2026-03-13
                        anthropic/claude-sonnet-4-6: cached-input 0.3 from 2026-03-13
                        anthropic/claude-sonnet-4-6: output 15 from 2026-03-13
                        gemini-api/gemini-2.5-pro: input 1.25
                        gemini-api/gemini-2.5-pro: input 2.5 above 200000
                        gemini-api/gemini-2.5-pro: cached-input 0.125
                        gemini-api/gemini-2.5-pro: cached-input 0.25 above 200000
                        gemini-api/gemini-2.5-pro: output 10
                        gemini-api/gemini-2.5-pro: output 15 above 200000
                        acme/raised: input 1 to 2026-02-01
                        acme/raised: output 2 to 2026-02-01
                        acme/raised: input 2 from 2026-02-01 to 2027-01-01
                        acme/raised: output 4 from 2026-02-01 to 2027-01-01
                        acme/raised: input 3 from 2027-01-01
                        acme/raised: output 6 from 2027-01-01
                        acme/odd-tier: input 1
                        acme/odd-tier: output 2
                        """));
        assertThat(rejected(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        deepseek-chat: prices time-of-day
                        no-prices: prices unknown-shape
                        two names: id unreadable-name
                        odd-condition: prices unknown-shape
                        odd-tier: input_mtok unknown-shape
                        nothing: models unknown-shape
                        """));
        assertThat(model(list, "openai/gpt-4o").ids())
                .containsExactly("openai/gpt-4o", "openai/gpt-4o-2024-05-13", "openai/gpt-4o-2024-08-06");
        assertThat(model(list, "anthropic/claude-sonnet-4-6").ids()).containsExactly("anthropic/claude-sonnet-4-6");
    }

    @Test
    void aProviderFileOfGenaiPricesTellsWhenPricesWereChecked() {
        PriceList list = read("openai.yml");
        assertThat(list.kind()).isEqualTo(ListKind.GENAI_PRICES);
        assertThat(list.asOf()).isNull();
        assertThat(prices(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        openai/o3: input 10 to 2025-06-10
                        openai/o3: cached-input 0.5 to 2025-06-10
                        openai/o3: output 40 to 2025-06-10
                        openai/o3: input 2 from 2025-06-10
                        openai/o3: cached-input 0.5 from 2025-06-10
                        openai/o3: output 8 from 2025-06-10
                        openai/acme-unchecked: input 1
                        openai/acme-unchecked: output 2
                        """));
        assertThat(model(list, "openai/o3").asOf()).isEqualTo(LocalDate.of(2026, 7, 29));
        assertThat(model(list, "openai/acme-unchecked").asOf()).isNull();
    }

    @Test
    void modelsDev() {
        PriceList list = read("models-dev.json");
        assertThat(list.kind()).isEqualTo(ListKind.MODELS_DEV);
        assertThat(prices(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        openai/gpt-4o: input 2.5
                        openai/gpt-4o: cached-input 1.25
                        openai/gpt-4o: output 10
                        openai/gpt-4o-2024-05-13: input 5
                        openai/gpt-4o-2024-05-13: output 15
                        gemini-api/gemini-2.5-pro: input 1.25
                        gemini-api/gemini-2.5-pro: input 2.5 above 200000
                        gemini-api/gemini-2.5-pro: cached-input 0.31
                        gemini-api/gemini-2.5-pro: cached-input 0.25 above 200000
                        gemini-api/gemini-2.5-pro: output 10
                        gemini-api/gemini-2.5-pro: output 15 above 200000
                        google/gemini-2.5-pro: input 1.25
                        google/gemini-2.5-pro: input 2.5 above 200000
                        google/gemini-2.5-pro: output 10
                        google/gemini-2.5-pro: output 15 above 200000
                        together/acme/acme-1: input 0.2
                        together/acme/acme-1: output 0.6
                        acme/acme-1-free: input 0
                        acme/acme-1-free: output 0
                        acme/odd-tier: input 1
                        acme/odd-tier: output 2
                        """));
        assertThat(rejected(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        subscription: cost.input zero
                        subscription: cost.output zero
                        odd-cost: cost unknown-shape
                        no-object: no-object unknown-shape
                        odd-tier: cost.tiers unknown-shape
                        no-models: models unknown-shape
                        """));
        assertThat(model(list, "openai/gpt-4o").name()).isEqualTo("GPT-4o");
        assertThat(model(list, "openai/gpt-4o").takesImages()).isTrue();
        assertThat(model(list, "openai/gpt-4o").contextTokens()).isEqualTo(128_000);
        assertThat(model(list, "together/acme/acme-1").takesImages()).isFalse();
    }

    @Test
    void portkeyOfOpenAi() {
        PriceList list = read("portkey-2026-08-21/openai.json");
        assertThat(list.kind()).isEqualTo(ListKind.PORTKEY);
        assertThat(list.asOf()).isEqualTo(LocalDate.of(2026, 8, 21));
        assertThat(prices(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        openai/gpt-4o-2024-08-06: input 2.5
                        openai/gpt-4o-2024-08-06: cached-input 1.25
                        openai/gpt-4o-2024-08-06: output 10
                        openai/gpt-4o-2024-08-06: batch-input 1.25
                        openai/gpt-4o-2024-08-06: batch-output 5
                        openai/gpt-4o: tuned-input 3.75
                        openai/gpt-4o: tuned-cached-input 1.875
                        openai/gpt-4o: tuned-output 15
                        openai/gpt-realtime: input 4
                        openai/gpt-realtime: output 16
                        openai/text-embedding-3-small: input 0.02
                        """));
        assertThat(rejected(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        gpt-4o-2024-08-06: pay_as_you_go.cache_write_input_token zero
                        gpt-realtime: pay_as_you_go.cache_read_input_token cache-prices-swapped
                        gpt-realtime: pay_as_you_go.cache_write_input_token cache-prices-swapped
                        text-embedding-3-small: pay_as_you_go.response_token zero
                        """));
    }

    @Test
    void portkeyPutsTheContextIntoTheModelsName() {
        PriceList list = read("portkey-2026-08-21/google.json");
        assertThat(prices(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        gemini-api/gemini-2.5-pro: input 1.25
                        gemini-api/gemini-2.5-pro: cached-input 0.13
                        gemini-api/gemini-2.5-pro: output 10
                        gemini-api/gemini-2.5-pro: input 2.5 above 200000
                        gemini-api/gemini-2.5-pro: cached-input 0.25 above 200000
                        gemini-api/gemini-2.5-pro: output 15 above 200000
                        gemini-api/acme-artifact: input 0.7
                        gemini-api/acme-artifact: output 0.02083333333
                        """));
        assertThat(rejected(list)).containsExactlyInAnyOrderElementsOf(lines("""
                        acme-in-euro: currency foreign-currency
                        acme-odd: pricing_config unknown-shape
                        """));
    }

    @Test
    void theDayIsTheLastInTheNameAndTheProviderWhatIsLeft() {
        String text = "{\"m\": {\"pricing_config\": {\"pay_as_you_go\": {\"request_token\": {\"price\": 0.0001}}}}}";
        assertThat(read("portkey-azure-openai-2026-01-02.json", text)
                        .models()
                        .get(0)
                        .id())
                .isEqualTo("azure/m");
        assertThat(read("portkey-azure-openai-2026-01-02.json", text).asOf()).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(read("2025-01-01/mistral-ai.json", text).models().get(0).id())
                .isEqualTo("mistral/m");
        assertThat(read("2025-01-01/mistral-ai-2026-01-02.json", text).asOf()).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(read("mistral-ai-2026-01-02", text).models().get(0).id()).isEqualTo("mistral/m");
        assertThat(read("mistral-ai-2026-13-45.json", text).asOf()).isNull();
        assertThat(read("mistral-ai.json", text).asOf()).isNull();
    }
}
