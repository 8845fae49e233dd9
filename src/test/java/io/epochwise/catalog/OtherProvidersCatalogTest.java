package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalog must say of providers of which little is known; prices are USD per 1,000,000 tokens. */
class OtherProvidersCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** {@code unknown}: the price exists, its amount is not known; {@code none}: there is no such price. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            alibaba/qwen3-vl-8b-instruct,            lora, unknown
            alibaba/qwen3-vl-8b-instruct,            full, unknown
            alibaba/qwen3-vl-8b-thinking,            lora, unknown
            ori/models-up-to-10b,                    lora, 0.46
            ori/models-up-to-10b,                    full, none
            nebius/token-factory,                    lora, unknown
            nebius/token-factory,                    full, unknown
            predibase/fine-tuning,                   '',   unknown
            prime-intellect/qwen3.5-0.8b,            '',   0.06
            prime-intellect/qwen3.5-2b,              '',   0.15
            prime-intellect/qwen3.5-4b,              '',   0.30
            prime-intellect/qwen3.5-9b,              '',   0.60
            thinking-machines/qwen3-8b,              '',   0.40
            databricks/foundation-model-fine-tuning, '',   none
            """)
    void trainingPrices(String id, String adapter, String expected) {
        PriceQuery query =
                new PriceQuery(Meter.TRAINING, null, null, Method.SFT, adapter.isEmpty() ? null : adapter, TODAY);

        assertThat(CATALOG.require(id)
                        .price(query)
                        .map(price -> price.amount() == null
                                ? "unknown"
                                : price.amount().toPlainString())
                        .orElse("none"))
                .isEqualTo(expected);
    }

    /** Ori's worked example: 5M tokens x 3 epochs and 1M tokens of validation, 16M tokens, cost 7.36. */
    @Test
    void oriBillsTheTokensOfTheValidationSetToo() {
        Offering ori = CATALOG.require("ori/up-to-10b");
        Price price = ori.price(new PriceQuery(Meter.TRAINING, null, null, Method.SFT, "lora", TODAY))
                .orElseThrow();

        assertThat(ori.fineTuning().validation()).isEqualTo(ValidationBilling.PER_EVALUATION);
        assertThat(price.amount()
                        .multiply(BigDecimal.valueOf(5_000_000 * 3 + 1_000_000))
                        .divide(price.per()))
                .isEqualByComparingTo("7.36");
    }

    @ParameterizedTest(name = "{0}, images {1}, on {2}: {3}")
    @CsvSource(textBlock = """
            alibaba/qwen3-vl-8b-instruct,            true,  2026-03-16, unknown
            alibaba/qwen3-vl-8b-instruct,            true,  2026-03-17, available
            alibaba/qwen3-vl-8b-thinking,            true,  2026-11-23, available
            ori/models-up-to-10b,                    false, 2026-11-23, unknown
            nebius/token-factory,                    false, 2025-12-30, unknown
            nebius/token-factory,                    false, 2026-11-23, available
            predibase/fine-tuning,                   false, 2026-11-23, unknown
            prime-intellect/qwen3.5-9b,              false, 2026-11-23, available
            thinking-machines/qwen3-8b,              false, 2026-11-23, available
            databricks/foundation-model-fine-tuning, false, 2026-08-13, available
            databricks/foundation-model-fine-tuning, false, 2026-08-14, closed
            databricks/foundation-model-fine-tuning, true,  2026-08-13, unknown
            databricks/foundation-model-fine-tuning, true,  2026-08-14, closed
            """)
    void whetherJobsCanBeCreated(String id, boolean withImages, LocalDate asOf, String verdict) {
        assertThat(AvailabilityRules.training(CATALOG.require(id), Method.SFT, withImages, Organization.UNKNOWN, asOf)
                        .verdict())
                .hasToString(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alibaba/qwen3-vl-8b-instruct", "alibaba/qwen3-vl-8b-thinking"})
    void alibabaTunesBothWaysAndServesAdaptersByTheToken(String id) {
        Offering offering = CATALOG.require(id);

        assertThat(offering.fineTuning().visionMethods()).containsExactly(Method.SFT);
        assertThat(offering.fineTuning().adapters()).containsExactly("lora", "full");
        assertThat(offering.serving()).singleElement().satisfies(way -> {
            assertThat(way.mode()).isEqualTo(ServingMode.OWN_PRICE);
            assertThat(way.adapters()).containsExactly("lora");
        });
        assertThat(offering.price(new PriceQuery(Meter.TUNED_INPUT, null, null, null, TODAY)))
                .get()
                .satisfies(price -> assertThat(price.status()).isEqualTo(FactStatus.NOT_FOUND));
        assertThat(offering.limit(LimitName.TRAINING_REGION, null, TODAY))
                .get()
                .satisfies(limit -> assertThat(limit.values()).containsExactly("Singapore"));
        assertThat(offering.imageBilling(TODAY).orElseThrow().tokens(640, 480, Detail.AUTO))
                .isEqualTo(new ImageTokens.Counted(new TokenRange(300, 300, 302)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            ori/models-up-to-10b,       stated
            prime-intellect/qwen3.5-9b, unverified
            thinking-machines/qwen3-8b, unverified
            """)
    void howSureThePricesAre(String id, String status) {
        assertThat(CATALOG.require(id).prices()).singleElement().satisfies(price -> assertThat(price.status())
                .isEqualTo(Spelling.parse(FactStatus.values(), status).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ori/models-up-to-10b",
                "nebius/token-factory",
                "predibase/fine-tuning",
                "prime-intellect/qwen3.5-9b",
                "thinking-machines/qwen3-8b"
            })
    void thatImagesAreNotFoundToBeTrainableIsSaid(String id) {
        assertThat(CATALOG.require(id).fineTuning().visionMethods()).isEmpty();
        assertThat(CATALOG.require(id).fineTuning().note()).contains("on images");
    }
}
