package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of GPUs; prices are USD for an hour of one GPU. */
class HardwareCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0}: {2} teraflops, {1} GB")
    @CsvSource(textBlock = """
            a100-40,  40,  312,   stated
            a100-80,  80,  312,   stated
            a800,     '',  312,   stated
            h100-sxm, 80,  989,   stated
            h100-pcie, 80, 756,   stated
            h100-nvl, 94,  835,   stated
            h200,     141, 989,   stated
            b200,     180, 2250,  stated
            b300,     288, 2250,  stated
            gb300,    288, 2500,  stated
            l40s,     48,  362,   stated
            l4,       24,  121,   stated
            t4,       16,  65,    stated
            v100-sxm, '',  125,   stated
            rtx-4090, 24,  165.2, conflict
            a10g,     24,  '',    unverified
            a10,      24,  125,   stated
            mi300x,   192, 1300,  stated
            """)
    void gpuTypes(String id, String gigabytes, String teraflops, String status) {
        GpuType gpu = CATALOG.gpuTypes().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(plain(gpu.memoryGigabytes())).isEqualTo(gigabytes);
        assertThat(plain(gpu.denseFlops() == null ? null : gpu.denseFlops().movePointLeft(12)))
                .isEqualTo(teraflops);
        assertThat(gpu.status()).hasToString(status);
    }

    /** A figure that is missing, or is not that of bf16, must say so to its readers. */
    @Test
    void whatIsMissingOrInAnotherPrecisionIsSaid() {
        assertThat(CATALOG.gpuTypes())
                .filteredOn(gpu -> gpu.memoryGigabytes() == null || gpu.denseFlops() == null)
                .extracting(GpuType::id)
                .containsExactly("a10g", "a800", "v100-sxm");
        assertThat(CATALOG.gpuTypes())
                .filteredOn(gpu -> gpu.memoryGigabytes() == null || gpu.denseFlops() == null)
                .allSatisfy(gpu -> assertThat(gpu.note()).contains("left out"));
        assertThat(CATALOG.gpuTypes())
                .filteredOn(gpu -> List.of("t4", "v100-sxm").contains(gpu.id()))
                .allSatisfy(gpu -> assertThat(gpu.note()).startsWith("fp16"));
    }

    /** The usual rule of an adapter is the first of its rows. */
    @Test
    void memoryRules() {
        assertThat(CATALOG.memoryRules())
                .extracting(rule -> rule.adapter() + " " + rule.precision() + " " + plain(rule.gigabytesPerBillion()))
                .containsExactly("full mixed 18", "full bf16 8", "lora bf16 2", "qlora 4-bit 0.5", "qlora 8-bit 1");
        assertThat(CATALOG.memoryRules()).allSatisfy(rule -> {
            assertThat(rule.source()).startsWith("LLAMA-FACTORY-MEMORY");
            assertThat(rule.asOf()).isEqualTo("2026-08-18");
            assertThat(rule.note()).startsWith("estimated");
        });
    }

    /** {@code unknown}: there is a row, its amount is not known; {@code none}: there is no row. */
    @ParameterizedTest(name = "{0} of {1} {2} {3} {4} on {5}: {6}")
    @CsvSource(textBlock = """
            a100-40,  aws,       p4d,             us-east-1,       on-demand, 2026-11-23, 2.7447
            a100-80,  aws,       p4de,            us-east-1,       on-demand, 2026-11-23, 3.4309
            h100-sxm, aws,       p5,              us-east-1,       on-demand, 2026-11-23, 6.88
            h200,     aws,       p5en.48xlarge,   us-east-1,       on-demand, 2026-11-23, 7.912
            h200,     aws,       p5en.48xlarge,   us-east-2,       on-demand, 2026-11-23, 7.912
            h200,     aws,       p5en.48xlarge,   us-west-2,       on-demand, 2026-11-23, 7.912
            h200,     aws,       p5en.48xlarge,   '',              spot,      2026-11-23, 3.4
            a10g,     aws,       g5.xlarge,       '',              on-demand, 2026-11-23, 1.006
            l4,       aws,       g6.xlarge,       '',              on-demand, 2026-11-23, 0.805
            l40s,     aws,       g6e.xlarge,      '',              on-demand, 2026-11-23, 1.861
            a100-40,  azure,     ND96asr_A100_v4, '',              on-demand, 2026-11-23, 3.3996
            a100-80,  azure,     NC24ads_A100,    '',              on-demand, 2026-11-23, 3.673
            h100-nvl, azure,     NC40ads_H100,    '',              on-demand, 2026-11-23, 6.98
            h100-sxm, azure,     ND96isr_H100_v5, '',              on-demand, 2026-11-23, 12.29
            h200,     gcp,       a3-ultragpu-8g,  us-central1,     on-demand, 2026-11-23, 10.4365
            h200,     gcp,       a3-ultragpu-8g,  us-central1,     spot,      2026-11-23, 6.26
            h100-sxm, gcp,       a3-highgpu-1g,   us-central1,     on-demand, 2026-11-23, 10.9791
            h100-sxm, gcp,       a3-highgpu-1g,   us-central1,     spot,      2026-11-23, 6.571
            a100-40,  gcp,       a2-highgpu-1g,   asia-northeast1, on-demand, 2026-11-23, 4.0496
            a100-80,  gcp,       '',              '',              on-demand, 2026-11-23, unknown
            l4,       gcp,       '',              '',              on-demand, 2026-11-23, unknown
            b200,     lambda,    8x,              '',              on-demand, 2026-11-15, 6.69
            h100-sxm, lambda,    8x,              '',              on-demand, 2026-11-15, 3.99
            h100-sxm, lambda,    1x,              '',              on-demand, 2026-11-15, 4.29
            a100-80,  lambda,    8x,              '',              on-demand, 2026-11-15, 2.79
            a100-40,  lambda,    8x,              '',              on-demand, 2026-11-23, 1.99
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-04-30, none
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-05-31, 2.69
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-08-18, 2.69
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-08-19, 3.29
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-09-24, 3.29
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-09-25, 3.49
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-10-18, 3.49
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-10-19, 3.99
            h100-sxm, runpod,    Secure Cloud,    '',              on-demand, 2026-11-23, 3.99
            h100-sxm, runpod,    Community Cloud, '',              community, 2026-11-23, 2.69
            a100-80,  runpod,    Secure Cloud,    '',              on-demand, 2026-11-23, 1.79
            a100-80,  runpod,    Community Cloud, '',              community, 2026-11-23, 1.39
            b200,     runpod,    Secure Cloud,    '',              on-demand, 2026-11-23, 6.79
            b200,     runpod,    Community Cloud, '',              community, 2026-11-23, 5.98
            b200,     coreweave, '',              '',              on-demand, 2026-11-23, 8.60
            h100-sxm, coreweave, '',              '',              on-demand, 2026-11-23, 6.155
            h100-sxm, coreweave, '',              '',              spot,      2026-11-23, 2.46
            h200,     coreweave, '',              '',              on-demand, 2026-11-23, 6.305
            a100-80,  coreweave, '',              '',              on-demand, 2026-11-23, 2.70
            l40s,     coreweave, '',              '',              on-demand, 2026-11-23, 2.25
            h100-sxm, modal,     '',              '',              on-demand, 2026-11-23, 3.949
            a100-80,  modal,     '',              '',              on-demand, 2026-11-23, 2.498
            l40s,     modal,     '',              '',              on-demand, 2026-11-23, 1.951
            a10,      modal,     '',              '',              on-demand, 2026-11-23, 1.102
            l4,       modal,     '',              '',              on-demand, 2026-11-23, 0.799
            h100-sxm, nebius,    '',              '',              on-demand, 2026-11-23, 4.50
            """)
    void prices(
            String gpu, String provider, String product, String region, String term, LocalDate asOf, String expected) {
        List<GpuPrice> prices =
                priced(gpu, provider, product, region, term, asOf).toList();

        assertThat(prices).hasSize(expected.equals("none") ? 0 : 1);
        assertThat(prices).allSatisfy(price -> assertThat(price.amount())
                .isEqualTo(expected.equals("unknown") ? null : new BigDecimal(expected)));
    }

    /** Eight GPUs of a p5en cost 63.296 an hour, of a p5 55.04. */
    @ParameterizedTest(name = "an hour of {1}: {3}")
    @CsvSource({"h200, p5en.48xlarge, us-east-1, 63.296", "h100-sxm, p5, us-east-1, 55.04"})
    void aWholeMachine(String gpu, String product, String region, BigDecimal machine) {
        GpuPrice price = priced(gpu, "aws", product, region, "on-demand", TODAY)
                .findFirst()
                .orElseThrow();

        assertThat(price.amount().multiply(BigDecimal.valueOf(price.gpusPerProduct())))
                .isEqualByComparingTo(machine);
    }

    @Test
    void aConflictKeepsItsReadings() {
        GpuPrice price = priced("h100-sxm", "nebius", "", "", "on-demand", TODAY)
                .findFirst()
                .orElseThrow();

        assertThat(price.status()).isEqualTo(FactStatus.CONFLICT);
        assertThat(price.low()).isEqualTo("2.95");
        assertThat(price.high()).isEqualTo("4.50");
        assertThat(price.note()).contains("3.85 on 2026-09-25");
    }

    /** Lambda's list changed on 2026-11-16; only the A100-40 is known to cost what it did. */
    @ParameterizedTest(name = "Lambda, {0} on {1}: {2}")
    @CsvSource({
        "b200,     2026-11-15, stated",
        "b200,     2026-11-16, unverified",
        "h100-sxm, 2026-11-16, unverified",
        "a100-80,  2026-11-16, unverified",
        "a100-40,  2026-11-16, stated",
    })
    void aPriceThatMayBeSupersededIsDoubtful(String gpu, LocalDate asOf, String status) {
        assertThat(priced(gpu, "lambda", "8x", "", "on-demand", asOf))
                .singleElement()
                .satisfies(price -> assertThat(price.status()).hasToString(status));
    }

    @Test
    void noPriceIsThatOfAVendorsOwnPage() {
        assertThat(CATALOG.gpuPrices()).hasSizeGreaterThan(50).allSatisfy(price -> {
            assertThat(price.grade()).isIn(Grade.SECONDARY, Grade.DERIVED);
            assertThat(price.currency()).isEqualTo("USD");
        });
    }

    /** A price whose start is not known would hold before the GPU was sold, so the row must own up to it. */
    @Test
    void everyKnownPriceHasAStartOrSaysThatNoneIsFound() {
        assertThat(CATALOG.gpuPrices())
                .filteredOn(price -> price.amount() != null && price.from() == null)
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price.note()).contains("start not found"));
    }

    @Test
    void pricesThatContradictEverythingElseAreNoRows() {
        assertThat(CATALOG.gpuPrices())
                .extracting(GpuPrice::amount)
                .filteredOn(Objects::nonNull)
                .doesNotContain(new BigDecimal("2.49"), new BigDecimal("10.0775"));
    }

    private static Stream<GpuPrice> priced(
            String gpu, String provider, String product, String region, String term, LocalDate asOf) {
        return CATALOG.gpuPrices().stream()
                .filter(price -> price.gpu().equals(gpu) && price.provider().equals(provider))
                .filter(price -> Objects.requireNonNullElse(price.product(), "").equals(product))
                .filter(price -> Objects.requireNonNullElse(price.region(), "").equals(region))
                .filter(price -> price.term().equals(term) && price.inForce(asOf));
    }

    private static String plain(BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }
}
