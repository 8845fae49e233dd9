package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of Anthropic's Claude API; prices are USD per 1,000,000 tokens. */
class AnthropicCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void holdsEveryModelForPromptsOnly() {
        assertThat(all())
                .extracting(Offering::id)
                .containsExactlyInAnyOrder(
                        "anthropic/claude-opus-5-5",
                        "anthropic/claude-sonnet-5-5",
                        "anthropic/claude-haiku-5-5",
                        "anthropic/claude-fable-5-1",
                        "anthropic/claude-opus-5",
                        "anthropic/claude-opus-4-8",
                        "anthropic/claude-opus-4-7",
                        "anthropic/claude-opus-4-6",
                        "anthropic/claude-opus-4-5",
                        "anthropic/claude-sonnet-5",
                        "anthropic/claude-sonnet-4-6",
                        "anthropic/claude-sonnet-4-5",
                        "anthropic/claude-haiku-4-5",
                        "anthropic/claude-3-5-haiku",
                        "anthropic/claude-3-haiku-20240307");
        assertThat(all()).allSatisfy(offering -> {
            assertThat(offering.kind()).isEqualTo(OfferingKind.PROMPT_ONLY);
            assertThat(offering.tunable()).isFalse();
            assertThat(offering.fineTuning().source()).startsWith("C-GLOSS");
            assertThat(offering.takesImages()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            claude-opus-5.5,   claude-opus-5-5
            claude-sonnet-5.5, claude-sonnet-5-5
            claude-haiku-5.5,  claude-haiku-5-5
            claude-fable-5.1,  claude-fable-5-1
            claude-opus-4.8,   claude-opus-4-8
            claude-sonnet-4.6, claude-sonnet-4-6
            claude-haiku-4.5,  claude-haiku-4-5
            claude-haiku-3-5,  claude-3-5-haiku
            claude-haiku-3.5,  claude-3-5-haiku
            claude-3-haiku,    claude-3-haiku-20240307
            """)
    void modelsHaveTheNamesPeopleUse(String alias, String model) {
        assertThat(offering(alias).id()).isEqualTo("anthropic/" + model);
    }

    /** {@code none}: there is no such price on that day. */
    @ParameterizedTest(name = "{0} {1} {2} {3} on {4}: {5}")
    @CsvSource(textBlock = """
            claude-opus-5-5,   input,              standard, '',     2026-11-23, 4.00
            claude-opus-5-5,   output,             standard, '',     2026-11-23, 20.00
            claude-opus-5-5,   cache-write,        standard, '',     2026-11-23, 5.00
            claude-opus-5-5,   cache-write,        standard, 1-hour, 2026-11-23, 8.00
            claude-opus-5-5,   cached-input,       standard, '',     2026-11-23, 0.20
            claude-opus-5-5,   batch-input,        standard, '',     2026-11-23, 2.00
            claude-opus-5-5,   batch-output,       standard, '',     2026-11-23, 10.00
            claude-opus-5-5,   batch-cached-input, standard, '',     2026-11-23, 0.10
            claude-opus-5-5,   cached-input,       us,       '',     2026-11-23, 0.22
            # the day on which cache reads were halved
            claude-sonnet-5-5, input,              standard, '',     2026-09-27, none
            claude-sonnet-5-5, input,              standard, '',     2026-09-28, 2.00
            claude-sonnet-5-5, cached-input,       standard, '',     2026-10-06, 0.20
            claude-sonnet-5-5, cached-input,       standard, '',     2026-10-07, 0.10
            claude-sonnet-5-5, batch-cached-input, standard, '',     2026-10-06, 0.10
            claude-sonnet-5-5, batch-cached-input, standard, '',     2026-10-07, 0.05
            claude-sonnet-5-5, cached-input,       us,       '',     2026-10-06, 0.22
            claude-sonnet-5-5, cached-input,       us,       '',     2026-10-07, 0.11
            claude-sonnet-5-5, cache-write,        standard, '',     2026-10-07, 2.50
            claude-sonnet-5-5, cache-write,        standard, 1-hour, 2026-10-07, 4.00
            claude-sonnet-5-5, output,             standard, '',     2026-10-07, 10.00
            claude-sonnet-5-5, batch-output,       standard, '',     2026-10-07, 5.00
            claude-haiku-5-5,  input,              standard, '',     2026-10-06, none
            claude-haiku-5-5,  input,              standard, '',     2026-10-07, 0.10
            claude-haiku-5-5,  output,             standard, '',     2026-10-07, 0.50
            claude-haiku-5-5,  cache-write,        standard, '',     2026-10-07, 0.125
            claude-haiku-5-5,  cache-write,        standard, 1-hour, 2026-10-07, 0.20
            claude-haiku-5-5,  cached-input,       standard, '',     2026-10-07, 0.01
            claude-haiku-5-5,  batch-input,        standard, '',     2026-10-07, 0.05
            claude-haiku-5-5,  batch-output,       standard, '',     2026-10-07, 0.25
            claude-fable-5-1,  input,              standard, '',     2026-08-31, none
            claude-fable-5-1,  input,              standard, '',     2026-09-01, 10.00
            claude-fable-5-1,  output,             standard, '',     2026-11-23, 50.00
            claude-fable-5-1,  cache-write,        standard, '',     2026-11-23, 12.50
            claude-fable-5-1,  cache-write,        standard, 1-hour, 2026-11-23, 20.00
            claude-fable-5-1,  cached-input,       standard, '',     2026-11-23, 0.25
            claude-fable-5-1,  batch-output,       standard, '',     2026-11-23, 25.00
            claude-opus-5,     input,              standard, '',     2026-11-23, 5.00
            claude-opus-5,     cache-write,        standard, 1-hour, 2026-11-23, 10.00
            claude-opus-4-8,   output,             standard, '',     2026-11-23, 25.00
            claude-opus-4-7,   cached-input,       standard, '',     2026-11-23, 0.50
            claude-opus-4-6,   batch-input,        standard, '',     2026-11-23, 2.50
            claude-opus-4-6,   input,              us,       '',     2026-11-23, 5.50
            claude-opus-4-5,   cache-write,        standard, '',     2026-11-23, 6.25
            claude-opus-4-5,   batch-output,       standard, '',     2026-11-23, 12.50
            claude-opus-4-5,   input,              us,       '',     2026-11-23, none
            # the rise announced for 2026-09-01 was cancelled
            claude-sonnet-5,   input,              standard, '',     2026-08-31, 2.00
            claude-sonnet-5,   input,              standard, '',     2026-09-01, 2.00
            claude-sonnet-5,   output,             standard, '',     2026-09-01, 10.00
            claude-sonnet-5,   output,             us,       '',     2026-11-23, 11.00
            claude-sonnet-5,   batch-output,       us,       '',     2026-11-23, 5.50
            claude-sonnet-4-6, input,              standard, '',     2026-11-23, 3.00
            claude-sonnet-4-6, output,             us,       '',     2026-11-23, 16.50
            claude-sonnet-4-5, cached-input,       standard, '',     2026-11-23, 0.30
            claude-sonnet-4-5, batch-output,       standard, '',     2026-11-23, 7.50
            claude-sonnet-4-5, input,              us,       '',     2026-11-23, none
            claude-haiku-4-5,  input,              standard, '',     2026-11-23, 1.00
            claude-haiku-4-5,  output,             standard, '',     2026-11-23, 5.00
            claude-haiku-4-5,  cache-write,        standard, 1-hour, 2026-11-23, 2.00
            claude-haiku-4-5,  input,              us,       '',     2026-11-23, none
            claude-haiku-3-5,  input,              standard, '',     2026-11-23, 0.80
            claude-haiku-3-5,  cache-write,        standard, 1-hour, 2026-11-23, 1.60
            claude-3-haiku,    cached-input,       standard, '',     2026-04-19, 0.03
            claude-3-haiku,    cache-write,        standard, '',     2026-04-19, 0.30
            claude-3-haiku,    batch-output,       standard, '',     2026-04-19, 0.625
            claude-3-haiku,    input,              standard, '',     2026-04-20, none
            """)
    void pricesByDate(String model, String meter, String tier, String variant, LocalDate asOf, String expected) {
        Optional<Price> price = offering(model)
                .price(new PriceQuery(meter(meter), tier, null, variant.isEmpty() ? null : variant, asOf));

        assertThat(price.map(p -> p.amount().toPlainString()).orElse("none")).isEqualTo(expected);
        price.ifPresent(p -> assertThat(p.per()).isEqualByComparingTo("1000000"));
    }

    /** {@code none}: a request of any length costs the same on that day. */
    @ParameterizedTest(name = "{0} {1} {2} {3} above {4} tokens on {5}: {6}")
    @CsvSource(textBlock = """
            claude-haiku-5-5,  input,              standard, '',     100000, 2026-10-07, 0.50
            claude-haiku-5-5,  output,             standard, '',     100000, 2026-10-07, 2.50
            claude-haiku-5-5,  cache-write,        standard, '',     100000, 2026-10-07, 0.625
            claude-haiku-5-5,  cache-write,        standard, 1-hour, 100000, 2026-10-07, 1.00
            claude-haiku-5-5,  cached-input,       standard, '',     100000, 2026-10-07, 0.05
            claude-haiku-5-5,  batch-input,        standard, '',     100000, 2026-10-07, 0.25
            claude-haiku-5-5,  batch-output,       standard, '',     100000, 2026-10-07, 1.25
            claude-haiku-5-5,  output,             us,       '',     100000, 2026-10-07, 2.75
            claude-sonnet-4-5, input,              standard, '',     200000, 2026-11-23, 6.00
            claude-sonnet-4-5, output,             standard, '',     200000, 2026-11-23, 22.50
            claude-sonnet-4-6, input,              standard, '',     200000, 2026-03-12, 6.00
            claude-sonnet-4-6, output,             standard, '',     200000, 2026-03-12, 22.50
            claude-sonnet-4-6, input,              standard, '',     200000, 2026-03-13, none
            claude-sonnet-5,   input,              standard, '',     200000, 2026-11-23, none
            claude-opus-5,     output,             standard, '',     200000, 2026-11-23, none
            """)
    void pricesOfLongRequests(
            String model, String meter, String tier, String variant, long above, LocalDate asOf, String expected) {
        List<Price> prices = offering(model).prices().stream()
                .filter(price -> price.meter() == meter(meter)
                        && price.tiers().contains(tier)
                        && (price.variant() == null ? "" : price.variant()).equals(variant)
                        && price.inForce(asOf)
                        && price.fromInputTokens() != null)
                .toList();

        assertThat(prices.stream().map(price -> price.amount().toPlainString()).collect(Collectors.joining(" ")))
                .isEqualTo(expected.equals("none") ? "" : expected);
        assertThat(prices)
                .allSatisfy(price -> assertThat(price.fromInputTokens()).isEqualTo(above + 1));
    }

    @Test
    void theCancelledRiseIsANoteAndNoPrice() {
        assertThat(offering("claude-sonnet-5").prices())
                .filteredOn(price -> price.meter() == Meter.INPUT || price.meter() == Meter.OUTPUT)
                .filteredOn(price -> price.tiers().contains("standard"))
                .hasSize(2)
                .allSatisfy(price -> assertThat(price.note()).contains("cancelled on 2026-08-10"));
        assertThat(offering("claude-sonnet-5").prices())
                .extracting(Price::amount)
                .doesNotContain(new BigDecimal("3.00"), new BigDecimal("15.00"));
    }

    /** What requests that stay in the United States cost is computed, for every kind of token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-opus-4-6",
                "claude-opus-4-7",
                "claude-opus-4-8",
                "claude-opus-5",
                "claude-opus-5-5",
                "claude-sonnet-4-6",
                "claude-sonnet-5",
                "claude-sonnet-5-5",
                "claude-haiku-5-5",
                "claude-fable-5-1"
            })
    void requestsInTheUnitedStatesCostATenthMore(String model) {
        List<Price> prices = offering(model).prices();
        List<Price> standard = prices.stream()
                .filter(price -> price.tiers().contains("standard"))
                .toList();

        assertThat(standard).isNotEmpty().allSatisfy(price -> assertThat(prices)
                .filteredOn(us -> us.tiers().contains("us")
                        && us.meter() == price.meter()
                        && String.valueOf(us.variant()).equals(String.valueOf(price.variant()))
                        && String.valueOf(us.fromInputTokens()).equals(String.valueOf(price.fromInputTokens()))
                        && us.overlaps(price))
                .singleElement()
                .satisfies(us -> {
                    assertThat(us.amount()).isEqualByComparingTo(price.amount().multiply(new BigDecimal("1.1")));
                    assertThat(us.grade()).isEqualTo(Grade.DERIVED);
                }));
        assertThat(offering(model).retention())
                .extracting(rule -> rule.topic() + " " + rule.value())
                .containsExactly("residency-price plus-10-percent");
    }

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(textBlock = """
            claude-opus-5-5,   input,              official,  stated
            claude-sonnet-5-5, cached-input,       secondary, stated
            claude-haiku-5-5,  input,              official,  stated
            claude-haiku-5-5,  cached-input,       secondary, stated
            claude-haiku-5-5,  batch-input,        derived,   stated
            claude-fable-5-1,  output,             official,  stated
            claude-fable-5-1,  cached-input,       secondary, stated
            claude-opus-5,     input,              secondary, stated
            claude-opus-5,     batch-cached-input, derived,   stated
            """)
    void gradesOfPrices(String model, String meter, String grade, String status) {
        Price price = offering(model)
                .price(new PriceQuery(meter(meter), null, null, null, TODAY))
                .orElseThrow();

        assertThat(price.grade()).hasToString(grade);
        assertThat(price.status()).hasToString(status);
    }

    @Test
    void theLongRequestsOfHaikuHaveOneSourceOnly() {
        assertThat(offering("claude-haiku-5-5").prices())
                .filteredOn(price -> price.fromInputTokens() != null)
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price.status()).isEqualTo(FactStatus.UNVERIFIED));
    }

    /** C-VISION and C-COORD: the examples of the vendor's page. */
    @ParameterizedTest(name = "{0}: {1} x {2} counts {3}")
    @CsvSource(textBlock = """
            claude-haiku-4-5,  200,  200,  64
            claude-opus-5,     200,  200,  64
            claude-haiku-4-5,  1000, 1000, 1296
            claude-opus-5,     1000, 1000, 1296
            claude-sonnet-4-6, 1920, 1080, 1560
            claude-opus-4-7,   1920, 1080, 2691
            claude-opus-4-6,   3840, 2160, 1560
            claude-sonnet-5-5, 3840, 2160, 4784
            claude-sonnet-4-5, 1075, 1520, 1551
            claude-opus-4-8,   1075, 1520, 2145
            """)
    void imageTokens(String model, int width, int height, long expected) {
        assertThat(tokens(model, width, height, TODAY)).isEqualTo(TokenRange.exactly(expected));
    }

    /** C-VISION: 1,000 images, in USD. */
    @ParameterizedTest(name = "{0}: 1,000 images of {1} x {2} cost {3}")
    @CsvSource(textBlock = """
            claude-haiku-4-5, 1000, 1000, 1.296
            claude-opus-5,    1000, 1000, 6.48
            claude-opus-5,    3840, 2160, 23.92
            """)
    void aThousandImages(String model, int width, int height, BigDecimal expected) {
        Price input = offering(model)
                .price(new PriceQuery(Meter.INPUT, null, null, null, TODAY))
                .orElseThrow();
        long tokens = tokens(model, width, height, TODAY).expected();

        assertThat(input.amount().multiply(BigDecimal.valueOf(tokens * 1000)).divide(input.per()))
                .isEqualByComparingTo(expected);
    }

    /** The tier of Haiku 5.5 is not known: the standard one is expected, the other cannot be excluded. */
    @Test
    void imagesOfHaiku55AreARange() {
        assertThat(tokens("claude-haiku-5-5", 1920, 1080, TODAY)).isEqualTo(new TokenRange(1560, 1560, 2691));
        assertThat(offering("claude-haiku-5-5").imageRulesInForce(TODAY))
                .extracting(ImageRuleFact::reading)
                .containsExactly(Reading.ASSUMED, Reading.REPORTED);
    }

    /** C-VISION-OLD: 1000 x 1000 / 750 is 1333.3; C-COORD: 36 x 36 patches are 1296. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            claude-3-haiku,    2025-12-31, 1334, claude-area-750
            claude-3-haiku,    2026-01-01, 1296, claude-patch-28 claude-area-750
            claude-haiku-4-5,  2025-12-31, 1334, claude-area-750
            claude-haiku-4-5,  2026-01-01, 1296, claude-patch-28 claude-area-750
            claude-haiku-4-5,  2026-08-01, 1296, claude-patch-28 claude-area-750
            claude-haiku-4-5,  2026-08-02, 1296, claude-patch-28
            claude-sonnet-4-6, 2026-08-01, 1296, claude-patch-28 claude-area-750
            claude-opus-4-7,   2026-01-01, 1296, claude-patch-28
            """)
    void theRuleOfTheAreaHeldUntilADayThatIsNotKnown(String model, LocalDate asOf, long expected, String rules) {
        assertThat(tokens(model, 1000, 1000, asOf).expected()).isEqualTo(expected);
        assertThat(offering(model).imageRulesInForce(asOf).stream()
                        .map(ImageRuleFact::rule)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rules);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            claude-opus-5-5,   conflict
            claude-sonnet-5-5, conflict
            claude-haiku-4-5,  conflict
            claude-opus-5,     stated
            claude-sonnet-4-6, stated
            claude-fable-5-1,  stated
            """)
    void whereResponsesContradictTheDocumentedRuleItSaysSo(String model, String status) {
        assertThat(offering(model).imageRulesInForce(TODAY)).singleElement().satisfies(rule -> assertThat(rule.status())
                .hasToString(status));
    }

    /** C-MIGRATE: the same text costs about 30 % more tokens on 4.7 and later. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            claude-3-haiku,    1.15
            claude-haiku-4-5,  1.15
            claude-sonnet-4-6, 1.15
            claude-opus-4-6,   1.15
            claude-opus-4-7,   1.495
            claude-opus-5,     1.495
            claude-sonnet-5,   1.495
            claude-sonnet-5-5, 1.495
            claude-haiku-5-5,  1.495
            claude-fable-5-1,  1.495
            """)
    void textIsAnEstimateByGeneration(String model, BigDecimal expected) {
        TextEncoding encoding = offering(model).textEncoding();

        assertThat(encoding.encoding()).isEqualTo("o200k_base");
        assertThat(encoding.exact()).isFalse();
        assertThat(encoding.ratio().expected()).isEqualByComparingTo(expected);
    }

    /** {@code ''}: not found. */
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(textBlock = """
            claude-opus-5,     512,  stated
            claude-opus-4-8,   1024, stated
            claude-sonnet-5,   1024, stated
            claude-sonnet-4-6, 1024, conflict
            claude-sonnet-4-5, 1024, stated
            claude-opus-4-7,   2048, stated
            claude-haiku-3-5,  2048, stated
            claude-3-haiku,    2048, stated
            claude-opus-4-6,   4096, stated
            claude-opus-4-5,   4096, stated
            claude-haiku-4-5,  4096, stated
            claude-opus-5-5,   ,     stated
            claude-sonnet-5-5, ,     stated
            claude-haiku-5-5,  ,     stated
            claude-fable-5-1,  ,     stated
            """)
    void shortestPrefixCached(String model, Long minimum, String status) {
        PromptCaching caching = offering(model).promptCaching();

        assertThat(caching.minimumPrefixTokens()).isEqualTo(minimum);
        assertThat(caching.status()).hasToString(status);
        assertThat(caching.mode()).isEqualTo("automatic+explicit");
        assertThat(caching.images()).isTrue();
    }

    @ParameterizedTest(name = "{0}: at most {1}, {2}")
    @CsvSource(textBlock = """
            request-bytes,        32000000, ''
            images-per-request,   600,      ''
            request-image-bytes,  10000000, ''
            request-image-side,   8000,     ''
            request-image-format, '',       jpeg png gif webp
            request-image-source, '',       base64 url file-id
            """)
    void limitsOfRequests(String name, String max, String values) {
        assertThat(all()).allSatisfy(offering -> {
            Limit limit = offering.limit(
                            Spelling.parse(LimitName.values(), name).orElseThrow(), null, TODAY)
                    .orElseThrow();
            assertThat(limit.max() == null ? "" : limit.max().toPlainString()).isEqualTo(max);
            assertThat(String.join(" ", limit.values())).isEqualTo(values);
        });
    }

    @Test
    void haiku3EndedOnTheClaudeApi() {
        Offering haiku = offering("claude-3-haiku");

        assertThat(haiku.lifeCycle())
                .extracting(event -> event.event() + " " + event.on())
                .containsExactly("seen-in-service 2024-03-07", "shutdown 2026-04-20");
    }

    /** A price without a known start would hold before the model exists, so the row must own up to it. */
    @Test
    void everyPriceHasAStartOrSaysThatNoneIsFound() {
        assertThat(all().stream()
                        .flatMap(offering -> offering.prices().stream())
                        .filter(price -> price.from() == null))
                .isNotEmpty()
                .allSatisfy(
                        price -> assertThat(price.to() != null || price.note().contains("start not found"))
                                .isTrue());
    }

    private static List<Offering> all() {
        return CATALOG.offerings().stream()
                .filter(offering -> offering.provider().equals("anthropic"))
                .toList();
    }

    private static Offering offering(String model) {
        return CATALOG.require("anthropic/" + model);
    }

    private static Meter meter(String name) {
        return Spelling.parse(Meter.values(), name).orElseThrow();
    }

    private static TokenRange tokens(String model, int width, int height, LocalDate asOf) {
        return ((Counted) offering(model).imageBilling(asOf).orElseThrow().tokens(width, height, Detail.AUTO)).tokens();
    }
}
