package io.epochwise.catalog.list;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.catalog.Price;
import io.epochwise.catalog.PriceQuery;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What lists add to a catalog, and where they disagree with it. */
class PricedCatalogTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Input 2.00 until 2026-07-01 and 1.00 from then on. */
    private static final String ACME = """
            provider: acme
            sources:
              PAGE: { citation: "a page", asOf: 2026-10-01, grade: official }
            offerings:
              - id: acme/seer-2
                name: Seer 2
                aliases: [acme/seer]
                kind: hosted
                defaultTier: global
                prices:
                  - { meter: input, amount: "2.00", per: 1000000, to: 2026-07-01, source: PAGE }
                  - { meter: input, amount: "1.00", per: 1000000, from: 2026-07-01, source: PAGE }
                  - { meter: input, amount: "1.20", per: 1000000, from: 2026-07-01, regions: [eu], source: PAGE }
                  - { meter: input, amount: "0.50", per: 1000000, tiers: [flex], source: PAGE }
                  - { meter: input, amount: "3.00", per: 1000000, fromInputTokens: 200000, source: PAGE }
                  - { meter: input, amount: "9.00", per: 1000000, variant: data-sharing, source: PAGE }
                  - { meter: output, amount: "0.004", per: 1000, source: PAGE }
                  - { meter: cached-input, status: not-found, per: 1000000, source: PAGE }
                  - { meter: cache-write, amount: "2.00", low: "1.50", high: "3.00", per: 1000000, status: conflict, source: PAGE }
                  - { meter: batch-input, amount: "0", per: 1000000, source: PAGE }
            """;

    private static PricedCatalog priced(CatalogFile... lists) {
        return PricedCatalog.of(
                CatalogLoader.load(List.of(new CatalogFile("acme.yaml", ACME)), List.of(lists), Integer.MAX_VALUE),
                List.of(lists));
    }

    /** A list like LiteLLM's with the prices of models, in USD for 1,000,000 tokens. */
    private static CatalogFile liteLlm(String name, String... models) {
        return new CatalogFile(name, "{" + String.join(",", models) + "}");
    }

    /** @param prices such as {@code "input_cost_per_token: 1.00"} */
    private static String model(String key, String... prices) {
        return "\"" + key + "\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\""
                + Stream.of(prices)
                        .map(price -> price.split(": "))
                        .map(price -> ", \"" + price[0] + "\": " + price[1] + "e-6")
                        .collect(Collectors.joining())
                + "}";
    }

    private static CatalogFile modelsDev(String name, String model, String input, String output) {
        return new CatalogFile(
                name,
                "{\"acme\": {\"id\": \"acme\", \"models\": {\"%s\": {\"name\": \"By models.dev\", \"cost\": {\"input\": %s, \"output\": %s}}}}}"
                        .formatted(model, input, output));
    }

    private static List<String> words(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> Stream.of(
                                conflict.offering(),
                                conflict.meter(),
                                conflict.tier(),
                                conflict.region(),
                                conflict.fromInputTokens(),
                                conflict.amount(),
                                conflict.list(),
                                conflict.listAmount(),
                                conflict.differencePercent())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> conflicts(String... prices) {
        return words(priced(liteLlm("litellm-2026-08-20.json", model("seer", prices)))
                .conflicts(null, TODAY));
    }

    @Test
    void anOfferingOfTheCatalogStaysAsItIs() {
        Catalog own = CatalogLoader.load(List.of(new CatalogFile("acme.yaml", ACME)));
        PricedCatalog priced = priced(liteLlm(
                "litellm.json",
                model("seer", "input_cost_per_token: 7.00", "output_cost_per_token: 7.00"),
                model("acme/seer-2", "input_cost_per_token: 7.00", "cache_read_input_token_cost: 1.00")));
        assertThat(priced.catalog().offerings()).isEqualTo(own.offerings());
        assertThat(priced.lists()).hasSize(1);
    }

    @Test
    void aModelTheCatalogDoesNotHaveBecomesAnOffering() {
        PricedCatalog priced = priced(ListFiles.file("litellm-2026-08-20.json"));
        Offering nova = priced.catalog().require("aws/amazon.nova-lite-v1:0");
        assertThat(nova.kind()).isEqualTo(OfferingKind.PROMPT_ONLY);
        assertThat(nova.tunable()).isFalse();
        assertThat(nova.takesImages()).isFalse();
        assertThat(nova.tiers()).containsExactly("standard");
        assertThat(nova.contextTokens().inference()).isEqualTo(300_000);
        assertThat(nova.contextTokens().training()).isNull();
        assertThat(nova.prices()).hasSize(4).allSatisfy(price -> {
            assertThat(price.grade()).isEqualTo(Grade.SECONDARY);
            assertThat(price.status()).isEqualTo(FactStatus.UNVERIFIED);
            assertThat(price.asOf()).isEqualTo(LocalDate.of(2026, 8, 20));
            assertThat(price.source())
                    .isEqualTo("LITELLM: github.com/BerriAI/litellm,"
                            + " model_prices_and_context_window.json, file litellm-2026-08-20.json");
        });
        assertThat(nova.price(query(Meter.INPUT, "us-east-1", TODAY)).map(Price::amount))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("0.06"));
        assertThat(nova.price(query(Meter.INPUT, "us-west-2", TODAY)).map(Price::amount))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("0.066"));
    }

    @Test
    void datedPricesOfAListAreInForceOnTheirDays() {
        Offering raised =
                priced(ListFiles.file("genai-prices-2026-08-21.json")).catalog().require("acme/raised-2025-07-01");
        assertThat(raised.id()).isEqualTo("acme/raised");
        assertThat(Stream.of("2026-01-31", "2026-02-01", "2026-12-31", "2027-01-01")
                        .map(LocalDate::parse)
                        .map(day -> raised.price(query(Meter.INPUT, null, day))
                                .orElseThrow()
                                .amount()
                                .toPlainString()))
                .containsExactly("1", "2", "2", "3");
    }

    private static PriceQuery query(Meter meter, String region, LocalDate asOf) {
        return new PriceQuery(meter, null, region, null, asOf);
    }

    @Test
    void whatHasNoPriceOfInputOrOfOutputIsNotOffered() {
        Catalog catalog = priced(
                        ListFiles.file("portkey-2026-08-21/openai.json"), ListFiles.file("litellm-2026-08-20.json"))
                .catalog();
        assertThat(catalog.find("openai/text-embedding-3-small")).isEmpty();
        assertThat(catalog.find("acme/zero")).isEmpty();
        assertThat(catalog.find("openrouter/acme/acme-1:free")).isPresent();
    }

    @Test
    void aTunedPriceIsNoOffering() {
        Catalog catalog = priced(liteLlm(
                        "litellm.json",
                        model("ft:oracle", "input_cost_per_token: 2.00", "output_cost_per_token: 4.00"),
                        model("sibyl", "input_cost_per_token: 2.00", "output_cost_per_token: 4.00"),
                        model("ft:sibyl", "input_cost_per_token: 3.00", "output_cost_per_token: 6.00")))
                .catalog();
        assertThat(catalog.offerings()).extracting(Offering::id).containsExactly("acme/seer-2", "acme/sibyl");
        assertThat(catalog.require("acme/sibyl").prices())
                .extracting(Price::meter)
                .containsExactlyInAnyOrder(Meter.INPUT, Meter.OUTPUT);
    }

    @Test
    void theMostTrustedListGivesTheOfferingAndTheOthersAreCompared() {
        CatalogFile[] lists = {
            liteLlm("a-2026-08-20.json", model("new", "input_cost_per_token: 1.00", "output_cost_per_token: 4.00")),
            modelsDev("b-2026-08-20.json", "new", "1.10", "4.00"),
        };
        PricedCatalog priced = priced(lists);
        assertThat(priced.catalog().require("acme/new").name()).isEqualTo("By models.dev");
        assertThat(words(priced.conflicts(null, TODAY)))
                .containsExactly("acme/new input standard 1.10 litellm 1.00 -9.09");
        assertThat(priced.conflicts(null, TODAY).get(0).source())
                .isEqualTo("MODELS-DEV: models.dev/api.json, file b-2026-08-20.json");
        List<CatalogFile> turned = Arrays.asList(lists[1], lists[0]);
        assertThat(words(PricedCatalog.of(CatalogLoader.load(List.of()), turned).conflicts(null, TODAY)))
                .isEqualTo(words(priced.conflicts(null, TODAY)));
    }

    @Test
    void ofTwoFilesOfAListTheLaterDatedGivesTheOffering() {
        PricedCatalog priced = priced(
                modelsDev("old-2026-01-01.json", "new", "3", "4"),
                modelsDev("undated.json", "new", "1", "4"),
                modelsDev("young-2026-02-01.json", "new", "2", "4"));
        assertThat(priced.catalog()
                        .require("acme/new")
                        .price(query(Meter.INPUT, null, TODAY))
                        .orElseThrow()
                        .asOf())
                .isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(priced.lists().stream().map(PriceListSummary::file))
                .containsExactly("young-2026-02-01.json", "old-2026-01-01.json", "undated.json");
        assertThat(priced.conflicts(null, TODAY))
                .extracting(Conflict::listFile)
                .containsExactly("old-2026-01-01.json", "undated.json");
    }

    @ParameterizedTest(name = "{0} against 1.00")
    @CsvSource({"1.00, 0", "1.01, 0", "0.99, 0", "1.0100001, 1", "0.9899999, 1", "2.00, 1"})
    void onlyMoreThanOnePercentIsAConflict(String amount, int conflicts) {
        assertThat(conflicts("input_cost_per_token: " + amount)).hasSize(conflicts);
    }

    @Test
    void aConflictTellsBothSides() {
        CatalogFile list = liteLlm("litellm-2026-08-20.json", model("seer", "input_cost_per_token: 1.50"));
        assertThat(priced(list).conflicts(null, TODAY)).singleElement().satisfies(conflict -> {
            assertThat(conflict.offering()).isEqualTo("acme/seer-2");
            assertThat(conflict.tier()).isEqualTo("global");
            assertThat(conflict.amount()).isEqualTo("1.00");
            assertThat(conflict.source()).isEqualTo("PAGE: a page");
            assertThat(conflict.asOf()).isEqualTo(LocalDate.of(2026, 10, 1));
            assertThat(conflict.grade()).isEqualTo(Grade.OFFICIAL);
            assertThat(conflict.list()).isEqualTo(ListKind.LITELLM);
            assertThat(conflict.listFile()).isEqualTo("litellm-2026-08-20.json");
            assertThat(conflict.listAsOf()).isEqualTo(LocalDate.of(2026, 8, 20));
            assertThat(conflict.listModel()).isEqualTo("seer");
            assertThat(conflict.listAmount()).isEqualTo("1.50");
            assertThat(conflict.differencePercent()).isEqualTo(50.0);
        });
    }

    @Test
    void likeIsComparedWithLike() {
        assertThat(conflicts(
                        "input_cost_per_token: 1.00",
                        "input_cost_per_token_flex: 0.60",
                        "input_cost_per_token_above_200k_tokens: 3.30",
                        "output_cost_per_token: 5.00",
                        "input_cost_per_token_above_128k_tokens: 7.00",
                        "input_cost_per_token_priority: 7.00",
                        "output_cost_per_token_batches: 7.00"))
                .as("tiers, thresholds and quantities as the catalog has them; what it has no price of is no conflict")
                .containsExactly(
                        "acme/seer-2 input flex 0.50 litellm 0.60 20.0",
                        "acme/seer-2 input global 200001 3.00 litellm 3.30 10.0",
                        "acme/seer-2 output global 4.00 litellm 5.00 25.0");
    }

    @Test
    void whatIsNotKnownIsNoConflictAndWhatIsDisputedOnlyOutside() {
        assertThat(conflicts("cache_read_input_token_cost: 0.90")).isEmpty();
        assertThat(conflicts("cache_creation_input_token_cost: 2.90")).isEmpty();
        assertThat(conflicts("cache_creation_input_token_cost: 1.49")).isEmpty();
        assertThat(conflicts("cache_creation_input_token_cost: 3.10"))
                .containsExactly("acme/seer-2 cache-write global 2.00 litellm 3.10 55.0");
    }

    @Test
    void nothingIsManyPercentOfNothing() {
        assertThat(conflicts("input_cost_per_token_batches: 0.50"))
                .containsExactly("acme/seer-2 batch-input global 0.00 litellm 0.50");
    }

    @Test
    void eachListIsComparedOnItsOwnDayUnlessAnotherIsAskedFor() {
        String twoDollars = model("seer", "input_cost_per_token: 2.00");
        PricedCatalog dated = priced(liteLlm("litellm-2026-06-30.json", twoDollars));
        assertThat(dated.conflicts(null, TODAY)).isEmpty();
        assertThat(dated.conflicts(LocalDate.of(2026, 7, 1), TODAY))
                .extracting(Conflict::comparedOn)
                .containsExactly(LocalDate.of(2026, 7, 1));
        PricedCatalog undated = priced(liteLlm("litellm.json", twoDollars));
        assertThat(undated.conflicts(null, TODAY)).hasSize(1);
        assertThat(undated.conflicts(null, LocalDate.of(2026, 6, 30))).isEmpty();
    }

    @Test
    void negotiatedPricesAreNotCompared() {
        CatalogFile contract = new CatalogFile("own.yaml", """
                sources:
                  CONTRACT: { citation: "contract", grade: own }
                ownPrices:
                  - offering: acme/seer
                    prices: [ { meter: input, amount: "0.10", per: 1000000, source: CONTRACT } ]
                """);
        CatalogFile list = liteLlm("litellm-2026-08-20.json", model("seer", "input_cost_per_token: 1.00"));
        Catalog own = CatalogLoader.load(List.of(new CatalogFile("acme.yaml", ACME), contract));
        assertThat(PricedCatalog.of(own, List.of(list)).conflicts(null, TODAY)).isEmpty();
    }

    /** genai-prices has all versions of GPT-4o at the price of the later ones. */
    @Test
    void aKnownErrorOfAListIsFoundByAnother() {
        PricedCatalog priced = PricedCatalog.of(
                CatalogLoader.load(List.of()),
                List.of(ListFiles.file("models-dev.json"), ListFiles.file("genai-prices-2026-08-21.json")));
        assertThat(words(priced.conflicts(null, TODAY)))
                .contains(
                        "openai/gpt-4o input standard 2.50 models.dev 5.00 100.0",
                        "gemini-api/gemini-2.5-pro cached-input standard 0.125 models.dev 0.31 148.0");
    }

    @Test
    void theVersionCoversTheLists() {
        CatalogFile one = liteLlm("l.json", model("a", "input_cost_per_token: 1.00", "output_cost_per_token: 1.00"));
        CatalogFile other = liteLlm("l.json", model("a", "input_cost_per_token: 2.00", "output_cost_per_token: 1.00"));
        CatalogFile renamed = new CatalogFile("l-2026-01-01.json", one.text());
        String without =
                CatalogLoader.load(List.of(new CatalogFile("acme.yaml", ACME))).version();
        assertThat(priced().catalog().version()).isEqualTo(without);
        assertThat(List.of(
                        without,
                        priced(one).catalog().version(),
                        priced(other).catalog().version(),
                        priced(renamed).catalog().version()))
                .doesNotHaveDuplicates();
        assertThat(priced(other, renamed).catalog().version())
                .isEqualTo(priced(renamed, other).catalog().version());
    }
}
