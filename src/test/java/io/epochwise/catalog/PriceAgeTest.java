package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How old a provider's prices are on a day. */
class PriceAgeTest {
    private static final String SOURCES = """
            sources:
              OLD: { citation: "old", asOf: 2026-01-01, grade: official }
              NEW: { citation: "new", asOf: 2026-06-01, grade: official }
              UNDATED: { citation: "undated", grade: official }
            """;

    private static final CatalogFile ACME = new CatalogFile("acme.yaml", "provider: acme\n" + SOURCES + """
            gpuTypes:
              - { id: g1, name: G1, memoryGigabytes: 80, denseFlops: 1000000000000, source: OLD }
            gpuPrices:
              - { gpu: g1, provider: rental, amount: "2.00", source: NEW }
            offerings:
              - id: acme/one
                name: One
                kind: prompt-only
                prices:
                  - { meter: input, amount: "1", per: 1000000, to: 2026-07-01, source: OLD }
                  - { meter: input, amount: "2", per: 1000000, from: 2026-07-01, source: NEW }
                  - { meter: output, amount: "3", per: 1000000, source: NEW, asOf: 2026-05-01 }
                  - { meter: cached-input, amount: "1", per: 1000000, source: UNDATED }
            """);
    private static final CatalogFile BARE = new CatalogFile("bare.yaml", "provider: bare\n" + SOURCES + """
            offerings:
              - { id: bare/one, name: One, kind: prompt-only }
              - id: bare/two
                name: Two
                kind: prompt-only
                prices: [{ meter: input, amount: "1", per: 1000000, from: 2026-08-01, source: UNDATED }]
            """);

    private final Catalog catalog = CatalogLoader.load(List.of(ACME, BARE), List.of(), 30);

    @Test
    void onlyPricesInForceCount() {
        assertThat(PriceAge.of(catalog, LocalDate.parse("2026-06-15")))
                .containsExactly(
                        new PriceAge("acme", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-05-01"), 2),
                        new PriceAge("rental", LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-01"), 0));
        assertThat(PriceAge.of(catalog, LocalDate.parse("2026-07-01")))
                .containsExactly(
                        new PriceAge("acme", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-01"), 1),
                        new PriceAge("rental", LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-01"), 0));
    }

    @Test
    void aPriceIsStaleFromTheDayAfterTheLast() {
        assertThat(PriceAge.of(catalog, LocalDate.parse("2026-07-02")).get(1).stale())
                .isEqualTo(1);
    }

    @Test
    void anUndatedSourceHasNoAge() {
        assertThat(PriceAge.of(catalog, LocalDate.parse("2026-08-01"))).contains(new PriceAge("bare", null, null, 0));
    }
}
