package io.epochwise.catalog;

import io.epochwise.fault.UnknownNameException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogLoaderTest {
    /** The offering's rows follow from line 9 on. */
    private static final String ACME = """
            provider: acme
            sources:
              S: { citation: "a page", asOf: 2026-10-01, grade: official }
              D: { citation: "a reckoning", asOf: 2026-10-02, grade: derived }
            offerings:
              - id: acme/seer
                name: Seer
                kind: hosted
            """;

    private static final String RULE = "rule: openai-tile-512, parameters: { base: 85, perTile: 170, maxSide: 2048,"
            + " shortSide: 768, tile: 512 }, source: S";

    private static CatalogFile file(String name, String text) {
        return new CatalogFile(name, text);
    }

    private static Catalog load(CatalogFile... files) {
        return CatalogLoader.load(List.of(files));
    }

    private static String acme(String... rows) {
        return ACME + Stream.of(rows).map(row -> "    " + row + "\n").reduce("", String::concat);
    }

    private static Offering seer(String... rows) {
        return load(file("acme.yaml", acme(rows))).require("acme/seer");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // keys
                fault(9, "unknown key \"colour\", known are [aliases, contextTokens, defaultTier,", "colour: blue"),
                fault(10, "unknown key \"pirce\", known are [amount,", price("pirce: 2.00, amount: 1.00")),
                fault(9, "key \"name\" twice", "name: Seer again"),
                fault(9, "a key must be a text", "[a, list]: of keys"),
                // sources
                fault(10, "missing key \"source\"", "limits:", "  - { limit: epochs, max: 3 }"),
                fault(10, "missing key \"source\"", "limits:", "  - { limit: epochs, max: 3, source: [] }"),
                fault(
                        10,
                        "source: \"T\" is not among the file's sources",
                        row("limits", "limit: epochs, max: 3, source: T")),
                fault(
                        10,
                        "source: \"T\" is not among the file's sources",
                        row("limits", "limit: epochs, max: 3, source: [S, T]")),
                // rows that overlap
                fault(
                        11,
                        "overlaps an earlier row of prices",
                        price("amount: 1.00, to: 2026-02-02"),
                        "  - { meter: training, amount: 2.00, from: 2026-02-01, source: S }"),
                fault(
                        11,
                        "overlaps an earlier row of prices",
                        price("amount: 1.00, regions: [eastus2, westus]"),
                        "  - { meter: training, amount: 2.00, regions: East US 2, source: S }"),
                fault(
                        11,
                        "overlaps an earlier row of imageRules",
                        row("imageRules", RULE),
                        "  - { reading: documented, " + RULE + " }"),
                fault(
                        11,
                        "overlaps an earlier row of limits",
                        row("limits", "limit: epochs, max: 3, source: S"),
                        "  - { limit: epochs, max: 4, tiers: [standard], source: S }"),
                fault(
                        11,
                        "overlaps an earlier row of promotions",
                        row("promotions", "meter: training, freePerDay: 3, source: S"),
                        "  - { meter: training, freePerDay: 4, from: 2026-01-01, source: S }"),
                fault(
                        11,
                        "overlaps an earlier row of retention",
                        row("retention", "topic: stored-data, value: kept, days: 3, source: S"),
                        "  - { topic: stored-data, value: kept, days: 4, source: S }"),
                fault(10, "from: must be before to", price("amount: 1.00, from: 2026-02-01, to: 2026-02-01")),
                fault(10, "from: must be before to", price("amount: 1.00, from: 2026-02-02, to: 2026-02-01")),
                fault(10, "from: must be a date such as 2026-11-23", price("amount: 1.00, from: 2026-02-30")),
                // prices
                fault(10, "amount: must be given, or else the status must be not-found", price("per: 1000000")),
                fault(10, "amount: must be given, or else", price("amount: 1.00, status: not-found")),
                fault(10, "amount: must be given, or else", price("low: 1.00, high: 2.00, status: conflict")),
                fault(10, "amount: must lie between", price("amount: 1, low: 1.01, status: conflict")),
                fault(10, "amount: must lie between", price("amount: 1, high: 0.99, status: conflict")),
                fault(10, "status: must be conflict where low or high", price("amount: 1, low: 0.99")),
                fault(10, "status: must be conflict where low or high", price("low: 0.99, status: not-found")),
                fault(10, "status: must be conflict where low or high", price("amount: 1, status: conflict")),
                fault(10, "amount: negative price -1", price("amount: -1")),
                fault(10, "amount: not a power of ten from 1 up: 500", price("amount: 1, per: 500")),
                fault(10, "amount: must have at most 30 digits", price("amount: 1e9999")),
                fault(10, "amount: must be a decimal number of at most 30 digits", price("amount: 1e999999999")),
                fault(10, "amount: must be a decimal number of at most 30 digits", price("amount: NaN")),
                fault(10, "unit: a price of training counts one of [token]", price("amount: 1, unit: hour")),
                fault(
                        9,
                        "prices: must all be in one currency, list and own, not in [USD, EUR]",
                        price("amount: 1"),
                        "  - { meter: input, amount: 1, currency: EUR, source: S }"),
                // closed lists
                faultInstead(8, "kind: \"hosed\" is none of [hosted, prompt-only, self-hosted]", "hosted", "hosed"),
                fault(
                        10,
                        "status: \"guessed\" is none of [stated, assumed, unverified, conflict, not-found]",
                        price("amount: 1, status: guessed")),
                fault(
                        9,
                        "methods: \"ppo\" is none of [sft, dpo, rft]",
                        "fineTuning: { methods: [sft, ppo], source: S }"),
                fault(
                        9,
                        "encoding: \"p50k\" is none of [cl100k_base, o200k_base]",
                        "textEncoding: { encoding: p50k, source: S }"),
                fault(
                        9,
                        "toolFamily: \"gpt-9\" is none of [gpt-4, gpt-4o]",
                        "messageTokens: { perMessage: 4, perName: 1, perRequest: 3, toolFamily: gpt-9, source: S }"),
                // image rules
                fault(
                        10,
                        "rule: unknown image rule openai-tile-511, known are [",
                        row("imageRules", "rule: openai-tile-511, source: S")),
                fault(
                        10,
                        "rule: unknown parameter bass",
                        row("imageRules", RULE.replace("base: 85", "base: 85, bass: 85"))),
                fault(
                        10,
                        "rule: parameter base must be a number of zero or more",
                        row("imageRules", RULE.replace("base: 85", "base: many"))),
                fault(10, "base: must be a decimal number", row("imageRules", RULE.replace("base: 85", "base: 85px"))),
                fault(
                        10,
                        "base: must be a decimal number",
                        row("imageRules", RULE.replace("base: 85", "base: 1e999999999"))),
                // numbers
                fault(9, "missing key \"perName\"", "messageTokens: { perMessage: 4, perRequest: 3, source: S }"),
                fault(
                        9,
                        "perName: must be a whole number of zero or more",
                        "messageTokens: { perMessage: 4, perName: -1, perRequest: 3, source: S }"),
                fault(
                        9,
                        "expected: must lie between low and high",
                        "messageTokens: { perMessage: 4, perName: 1, perRequest: 3, source: S,"
                                + " perExample: { low: 3, expected: 2, high: 3 } }"),
                fault(
                        9,
                        "training: must be a whole number of zero or more",
                        "contextTokens: { training: 1.5, source: S }"),
                fault(10, "missing key \"freePerDay\"", row("promotions", "meter: training, source: S")),
                fault(10, "missing key \"on\"", row("lifeCycle", "event: shutdown, source: S")),
                fault(10, "a limit needs min, max or values", row("limits", "limit: epochs, source: S")),
                fault(10, "min: must be at most max", row("limits", "limit: epochs, min: 4, max: 3, source: S")),
                fault(
                        10,
                        "days: must be at most 2147483647",
                        row("retention", "topic: stored-data, value: kept, days: 3000000000, source: S")),
                fault(
                        9,
                        "billingUnit: must be at least 1",
                        "fineTuning: { methods: [sft], billingUnit: 0, source: S }"),
                fault(
                        9,
                        "visionMethods: must be among methods",
                        "fineTuning: { methods: [sft], visionMethods: [dpo], source: S }"),
                fault(
                        9,
                        "tunedModels: must be true or false",
                        "promptCaching: { mode: automatic, tunedModels: maybe, source: S }"),
                // throughput
                fault(
                        6,
                        "servingThroughput: there is no GPU h999",
                        throughput("gpu: h999, gpus: 1, gpusPerReplica: 1")),
                fault(
                        10,
                        "gpus: must be a multiple of gpusPerReplica, and both at least 1",
                        throughput("gpu: h999, gpus: 3, gpusPerReplica: 2")),
                fault(
                        10,
                        "gpus: must be a multiple of gpusPerReplica, and both at least 1",
                        throughput("gpu: h999, gpus: 1, gpusPerReplica: 0")),
                fault(
                        10,
                        "a throughput needs requestsPerSecond or outputTokensPerSecond",
                        row(
                                "servingThroughput",
                                "engine: vLLM, workload: chat, gpu: h999, gpus: 1, gpusPerReplica: 1, source: S")),
                fault(9, "missing key \"contextTokens\"", "textTower: { gigaflopsPerText: 1, source: S }"),
                Arguments.of(
                        9,
                        "gigabytesPerBillion: must be above zero",
                        ACME
                                + "memoryRules: [ { adapter: full, precision: bf16, gigabytesPerBillion: 0, source: S } ]\n"),
                // names
                faultInstead(6, "id: must start with the file's provider and a slash: acme/", "acme/seer", "acne/seer"),
                fault(6, "the id or alias acme/seer is taken already", "aliases: [acme/seer]"),
                Arguments.of(
                        9,
                        "the id or alias acme/seer is taken already",
                        ACME + "  - { id: acme/oracle, aliases: [acme/seer], name: Oracle, kind: hosted }\n"),
                // shapes
                fault(9, "limits: must be a list", "limits: { limit: epochs, max: 3, source: S }"),
                fault(9, "limits: must be a mapping", "limits: [epochs]"),
                fault(9, "fineTuning: must be a mapping", "fineTuning: [sft]"),
                faultInstead(7, "name: must be a text or a number", "name: Seer", "name: { en: Seer }"),
                faultInstead(6, "missing key \"name\"", "    name: Seer\n", ""));
    }

    private static Arguments fault(int line, String message, String... rows) {
        return Arguments.of(line, message, acme(rows));
    }

    private static Arguments faultInstead(int line, String message, String part, String replacement) {
        return Arguments.of(line, message, ACME.replace(part, replacement));
    }

    private static String row(String list, String content) {
        return list + ":\n      - { " + content + " }";
    }

    private static String throughput(String content) {
        return row("servingThroughput", "engine: vLLM, workload: chat, requestsPerSecond: 1, source: S, " + content);
    }

    private static String price(String content) {
        return row("prices", "meter: training, source: S, " + content);
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @MethodSource("faults")
    void faultNamesFileAndLine(int line, String message, String text) {
        assertThatThrownBy(() -> load(file("acme.yaml", text)))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("acme.yaml:" + line + ": " + message);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(1, "not a mapping", ""),
                Arguments.of(1, "not a mapping", "- a\n- list\n"),
                Arguments.of(1, "not a mapping", "a text\n"),
                Arguments.of(4, "expected the node content", "provider: acme\noffer: {\n  [\n"),
                Arguments.of(2, "found character '@' that cannot start any token", "provider: acme\nname: @home\n"),
                Arguments.of(2, "found undefined alias missing", "provider: acme\ndefinitions: *missing\n"),
                Arguments.of(1, "", "provider: \u0007\n"),
                Arguments.of(1, "", "definitions: " + "[".repeat(100) + "]".repeat(100) + "\n"),
                Arguments.of(2, "unknown key \"offering\"", "provider: acme\noffering: []\n"),
                Arguments.of(3, "key \"S\" twice", """
                        sources:
                          S: { citation: "a page", grade: official }
                          S: { citation: "another", grade: official }
                        """),
                Arguments.of(2, "grade: \"good\" is none of [official, official-copy, secondary, derived, own]", """
                        sources:
                          S: { citation: "a page", grade: good }
                        """));
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @MethodSource("unreadable")
    void unreadableFileIsNamedWithTheLine(int line, String message, String text) {
        assertThatThrownBy(() -> load(file("acme.yaml", text)))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("acme.yaml:" + line + ": " + message);
    }

    static Stream<Arguments> ownPriceFaults() {
        return Stream.of(
                Arguments.of(
                        4,
                        "offering: there is no offering acme/sear",
                        "  - { offering: acme/sear, prices: [{ meter: input, amount: 1, source: C }] }"),
                Arguments.of(
                        5,
                        "offering: acme/seer has own prices already",
                        "  - { offering: acme/seer, prices: [{ meter: input, amount: 1, source: C }] }\n"
                                + "  - { offering: acme/prophet, prices: [{ meter: output, amount: 1, source: C }] }"),
                Arguments.of(
                        4,
                        "prices: must all be in one currency, list and own, not in [USD, EUR]",
                        "  - { offering: acme/seer, prices: [{ meter: input, amount: 1, currency: EUR, source: C }] }"),
                Arguments.of(
                        4,
                        "overlaps an earlier row of prices",
                        "  - { offering: acme/seer, prices: [{ meter: input, amount: 1, source: C },"
                                + " { meter: input, amount: 2, source: C }] }"),
                Arguments.of(
                        4,
                        "unknown key \"discount\"",
                        "  - { offering: acme/seer, discount: 5, prices: [{ meter: input, amount: 1, source: C }] }"));
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @MethodSource("ownPriceFaults")
    void faultInOwnPricesNamesFileAndLine(int line, String message, String rows) {
        CatalogFile own = file("own.yaml", """
                sources:
                  C: { citation: "a contract", grade: own }
                ownPrices:
                """ + rows + "\n");
        CatalogFile list =
                file("acme.yaml", acme("aliases: acme/prophet", "prices: [{ meter: input, amount: 2, source: S }]"));
        assertThatThrownBy(() -> load(own, list))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("own.yaml:" + line + ": " + message);
    }

    @Test
    void rowsForDifferentThingsMayShareDays() {
        Offering offering = seer(
                "prices:",
                "  - { meter: training, amount: 1.00, to: 2026-02-01, source: S }",
                "  - { meter: training, amount: 2.00, from: 2026-02-01, source: S }",
                "  - { meter: training, amount: 3.00, tiers: [batch], source: S }",
                "  - { meter: training, amount: 4.00, regions: [eastus2], source: S }",
                "  - { meter: training, amount: 5.00, variant: data-sharing, source: S }",
                "  - { meter: training, amount: 6.00, fromInputTokens: 272000, source: S }",
                "imageRules:",
                "  - { " + RULE + " }",
                "  - { reading: reported, " + RULE + " }",
                "  - { reading: reported, " + RULE + " }",
                "retention:",
                "  - { topic: stored-data, value: kept, source: S }",
                "  - { topic: stored-data, value: encrypted, source: S }");
        assertThat(offering.prices()).hasSize(6);
        assertThat(offering.imageRules()).hasSize(3);
        assertThat(offering.retention()).hasSize(2);
    }

    @Test
    void rowTakesDateAndGradeFromItsFirstSourceUnlessItSaysOtherwise() {
        List<Limit> limits = seer(
                        "limits:",
                        "  - { limit: epochs, max: 3, source: [D, S] }",
                        "  - { limit: batch-size, max: 3, source: S, asOf: 2026-11-01, grade: secondary, note: seen }")
                .limits();
        assertThat(limits.get(0).source()).isEqualTo("D: a reckoning; S: a page");
        assertThat(limits.get(0).asOf()).hasToString("2026-10-02");
        assertThat(limits.get(0).grade()).isEqualTo(Grade.DERIVED);
        assertThat(limits.get(0).status()).isEqualTo(FactStatus.STATED);
        assertThat(limits.get(1).asOf()).hasToString("2026-11-01");
        assertThat(limits.get(1).grade()).isEqualTo(Grade.SECONDARY);
        assertThat(limits.get(1).note()).isEqualTo("seen");
    }

    @Test
    void definitionsAreReadWhereTheyAreUsed() {
        Catalog catalog = load(file("acme.yaml", """
                provider: acme
                sources:
                  S: { citation: "a page", grade: official }
                definitions:
                  anything: &limits [{ limit: epochs, max: 3, source: S }]
                  unused: [of, any, shape]
                offerings:
                  - { id: acme/seer, name: Seer, kind: hosted, limits: *limits }
                """));
        assertThat(catalog.require("acme/seer").limits()).hasSize(1);
    }

    @Test
    void fileOfTheSameNameReplacesTheEarlierOne() {
        CatalogFile builtIn = file("acme.yaml", acme("aliases: [acme/oracle]"));
        CatalogFile own = file("acme.yaml", ACME.replace("acme/seer", "acme/prophet"));
        assertThat(load(builtIn, own).offerings()).extracting(Offering::id).containsExactly("acme/prophet");
        assertThat(load(own, builtIn).offerings()).extracting(Offering::id).containsExactly("acme/seer");
    }

    @Test
    void filesMustNotShareNames() {
        CatalogFile one = file("one.yaml", ACME);
        CatalogFile other = file("other.yaml", ACME);
        assertThatThrownBy(() -> load(other, one))
                .isInstanceOf(CatalogException.class)
                .hasMessage("other.yaml:6: the id or alias acme/seer is taken already");
    }

    @Test
    void versionChangesWithEveryFactAndNotWithTheOrderOfFiles() {
        CatalogFile acme = file("acme.yaml", ACME);
        CatalogFile beta = file("beta.yaml", ACME.replace("acme", "beta"));
        String version = load(acme, beta).version();
        assertThat(version).matches("sha256:[0-9a-f]{64}");
        assertThat(load(beta, acme).version()).isEqualTo(version);
        assertThat(load(acme, beta, acme).version()).isEqualTo(version);
        assertThat(Stream.of(
                                load(acme),
                                load(file("gamma.yaml", ACME), beta),
                                load(file("acme.yaml", ACME.replace("2026-10-01", "2026-10-03")), beta),
                                load(file("acme.yaml", ACME.replace("Seer", "Sear")), beta),
                                load(file("acme.yaml", acme("aliases: [acme/oracle]")), beta))
                        .map(Catalog::version))
                .doesNotContain(version)
                .doesNotHaveDuplicates();
    }

    @Test
    void offeringIsFoundByAliasAndTheUnknownNamesItsLike() {
        Catalog catalog = load(file("acme.yaml", acme("aliases: [acme/oracle]")));
        assertThat(catalog.find("acme/oracle")).contains(catalog.require("acme/seer"));
        assertThat(catalog.find("acme/sear")).isEmpty();
        assertThat(catalog.providers()).containsExactly(Map.entry("acme", 1));
        assertThatThrownBy(() -> catalog.require("acme/sear"))
                .isInstanceOfSatisfying(UnknownNameException.class, unknown -> assertThat(unknown.nearest())
                        .contains("acme/seer"));
    }
}
