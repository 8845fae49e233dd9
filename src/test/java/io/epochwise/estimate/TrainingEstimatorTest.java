package io.epochwise.estimate;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Unit;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.SizeCount;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.FindingCode;
import io.epochwise.dataset.Severity;
import io.epochwise.money.Range;
import io.epochwise.policy.AvailabilityCode;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Reason;
import io.epochwise.policy.Verdict;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.estimate.RequestBuilder.images;
import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static io.epochwise.estimate.TestCatalogs.BUILT_IN;
import static io.epochwise.estimate.TestCatalogs.LAB;
import static org.assertj.core.api.Assertions.assertThat;

class TrainingEstimatorTest {
    private static Range range(String low, String expected, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
    }

    private static Range exactly(String value) {
        return Range.exactly(new BigDecimal(value));
    }

    private static EstimateLine line(Estimate estimate, LineCode code) {
        return estimate.lines().stream()
                .filter(line -> line.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static String warning(Estimate estimate, WarningCode code) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code() == code)
                .map(Warning::text)
                .findFirst()
                .orElseThrow();
    }

    private static Assumption assumption(Estimate estimate, AssumptionCode code) {
        return estimate.assumptions().stream()
                .filter(assumption -> assumption.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static List<WarningCode> warnings(Estimate estimate) {
        return estimate.warnings().stream().map(Warning::code).toList();
    }

    private static List<AssumptionCode> assumptions(Estimate estimate) {
        return estimate.assumptions().stream().map(Assumption::code).toList();
    }

    /** The job that Microsoft billed at 157.44 (MS-BREED). */
    @Nested
    class TheBilledJob {
        private static final DatasetSummary VALIDATION = images(600, "511.2917", "1", 512, 512, Detail.LOW);

        @Test
        void isReproducedFromASummary() {
            DatasetSummary dataset = images(4800, "511.2917", "1", 512, 512, Detail.LOW);

            Estimate estimate = request("azure/gpt-4o-2024-08-06", dataset)
                    .epochs(2)
                    .validation(VALIDATION)
                    .tier("regional")
                    .region("East US 2")
                    .asOf("2025-09-09")
                    .estimate(BUILT_IN);

            assertThat(estimate.lines()).singleElement().satisfies(line -> {
                assertThat(line.code()).hasToString("training.tokens");
                assertThat(line.quantity()).isEqualTo("5725000");
                assertThat(line.unitPrice()).isEqualTo("27.50");
                assertThat(line.per()).isEqualTo("1000000");
                assertThat(line.unit()).isEqualTo(Unit.TOKEN);
                assertThat(line.amount()).isEqualTo(exactly("157.4375"));
                assertThat(line.formula())
                        .isEqualTo("4800 examples x (511.2917 + 1 x 85) tokens x 2 epochs = 5724400.32,"
                                + " in whole units of 1000: 5725000; 5725000 / 1000000 x 27.50");
                assertThat(line.source()).startsWith("AZ-RETAIL: ");
                assertThat(line.priceAsOf()).isEqualTo("2026-07-31");
                assertThat(line.grade()).isEqualTo(Grade.OFFICIAL_COPY);
            });
            assertThat(estimate.total()).isEqualTo(exactly("157.4375"));
            assertThat(estimate.currency()).isEqualTo("USD");
            assertThat(estimate.catalogVersion()).isEqualTo(BUILT_IN.version());
            assertThat(estimate.id()).isNull();
            assertThat(estimate.withId("sha256:1").id()).isEqualTo("sha256:1");
            assertThat(assumption(estimate, AssumptionCode.VALIDATION_FREE).text())
                    .contains("MS-COST-MAR");
        }

        @Test
        void isReproducedFromAProfileWithBoundsForTheOverhead() {
            DatasetProfile profile = Profiles.profile(
                    4800,
                    4800 * 494 + 15_800,
                    Profiles.images(List.of(new SizeCount(640, 480, Detail.LOW, 4800)), Map.of()));

            Estimate estimate = request("azure/gpt-4o-2024-08-06", profile)
                    .epochs(2)
                    .validation(VALIDATION)
                    .tier("regional")
                    .region("East US 2")
                    .asOf("2025-09-09")
                    .estimate(BUILT_IN);

            EstimateLine line = line(estimate, LineCode.TRAINING_TOKENS);
            assertThat(line.quantity()).isEqualTo("5725000");
            assertThat(line.amount()).isEqualTo(range("156.915", "157.4375", "157.685"));
            assertThat(line.formula())
                    .startsWith("(2387000 text + 408000 image + 67200 overhead) tokens x 2 epochs = 5724400,");
        }

        @Test
        void costsMoreAtMostWhereTheRegionIsNotGiven() {
            DatasetSummary dataset = images(4800, "511.2917", "1", 512, 512, Detail.LOW);

            Estimate estimate = request("azure/gpt-4o-2024-08-06", dataset)
                    .epochs(2)
                    .tier("regional")
                    .asOf("2025-09-09")
                    .estimate(BUILT_IN);

            assertThat(estimate.total()).isEqualTo(range("157.4375", "157.4375", "188.925"));
        }
    }

    @Nested
    class Prices {
        @ParameterizedTest(name = "{0} {1} {2} on {3}: {4}")
        @CsvFileSource(resources = "/estimate/training-prices.csv", numLinesToSkip = 1)
        void areThoseOfTierRegionAndDay(
                String offering, String tier, String region, String asOf, String unitPrice, String low, String high) {
            Estimate estimate = request(offering, text(1000, "1000"))
                    .epochs(1)
                    .tier(tier)
                    .region(region)
                    .asOf(asOf)
                    .estimate(BUILT_IN);

            EstimateLine line = line(estimate, LineCode.TRAINING_TOKENS);
            if (unitPrice == null) {
                assertThat(line.unpriced()).isTrue();
                assertThat(line.unitPrice()).isNull();
                assertThat(line.amount()).isNull();
                assertThat(line.quantity()).isEqualTo("1000000");
                assertThat(estimate.total()).isNull();
                assertThat(warnings(estimate)).contains(WarningCode.MISSING_PRICE);
            } else {
                assertThat(line.unpriced()).isFalse();
                assertThat(line.unitPrice()).isEqualTo(unitPrice);
                assertThat(line.amount()).isEqualTo(range(low, unitPrice, high));
                assertThat(warnings(estimate)).doesNotContain(WarningCode.MISSING_PRICE);
            }
        }

        @ParameterizedTest(name = "on {0}: {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "2024-01-31 | from 2024-02-01 until before 2027-01-01",
                    "2027-01-01 | from 2024-02-01 until before 2027-01-01"
                })
        void thatAreMissingNameTheNearestOnes(String asOf, String interval) {
            Estimate estimate =
                    request("lab/plain", text(1000, "1000")).asOf(asOf).estimate(LAB);

            assertThat(warning(estimate, WarningCode.MISSING_PRICE))
                    .isEqualTo("No price of training is known for lab/plain, tier standard, on " + asOf
                            + ". The nearest known one, 25.00 per 1000000 token, holds " + interval + ".");
        }

        @Test
        void thatNoSourceGivesAreMissingWithTheReason() {
            Estimate estimate =
                    request("lab/disputed", text(10, "100")).tier("secret").estimate(LAB);

            assertThat(estimate.total()).isNull();
            assertThat(warning(estimate, WarningCode.MISSING_PRICE))
                    .isEqualTo("No price of training is known for lab/disputed, tier secret, on 2026-11-23."
                            + " The page shows a dash. Prices are known for the tiers [likely, standard, weak].");
        }

        @Test
        void ofOtherTiersAreNamed() {
            Estimate estimate =
                    request("lab/disputed", text(10, "100")).tier("batch").estimate(LAB);

            assertThat(warning(estimate, WarningCode.MISSING_PRICE))
                    .endsWith("Prices are known for the tiers [likely, standard, weak].");
        }

        @Test
        void ofSomeRegionsOnlyAreMissingWhereNoneIsGiven() {
            Estimate estimate =
                    request("lab/units", text(10, "100")).tier("island").estimate(LAB);

            assertThat(estimate.total()).isNull();
            assertThat(warning(estimate, WarningCode.MISSING_PRICE))
                    .endsWith("Prices are known for the regions [isle] only.");
        }

        @Test
        void spanTheRegionsWhereNoneIsGiven() {
            Estimate estimate = request("lab/units", text(1000, "1000"))
                    .epochs(1)
                    .tier("regional")
                    .estimate(LAB);

            assertThat(estimate.total()).isEqualTo(range("21.00", "22.00", "26.00"));
            assertThat(assumption(estimate, AssumptionCode.REGION_NOT_GIVEN).text())
                    .isEqualTo("The price of training differs by region and none is given: expected is the general"
                            + " price 22.00, low and high hold those of [fareast, north], from 21.00 to 26.00.");
        }

        @Test
        void areTheGeneralOnesWhereTheRegionHasNoneOfItsOwn() {
            Estimate estimate = request("lab/units", text(1000, "1000"))
                    .epochs(1)
                    .tier("regional")
                    .region("South")
                    .estimate(LAB);

            assertThat(estimate.total()).isEqualTo(exactly("22.00"));
            assertThat(assumption(estimate, AssumptionCode.REGION_WITHOUT_OWN_PRICE)
                            .value())
                    .isEqualTo("South");
        }

        @Test
        void inConflictWidenTheRange() {
            Estimate estimate =
                    request("lab/disputed", text(1000, "1000")).epochs(1).estimate(LAB);

            assertThat(estimate.total()).isEqualTo(range("4.00", "5.00", "8.00"));
            assertThat(warning(estimate, WarningCode.PRICE_IN_CONFLICT)).endsWith("The blog says 4 and 8.");
        }

        @ParameterizedTest
        @CsvSource({"weak, PRICE_UNVERIFIED", "likely, PRICE_ASSUMED"})
        void ofWeakSourcesWarn(String tier, WarningCode code) {
            assertThat(warnings(
                            request("lab/disputed", text(10, "100")).tier(tier).estimate(LAB)))
                    .contains(code);
        }

        @Test
        void followTheAdapter() {
            assertThat(request("lab/disputed", text(1000, "1000"))
                            .epochs(1)
                            .adapter("lora")
                            .estimate(LAB)
                            .total())
                    .isEqualTo(exactly("7.00"));
        }

        @Test
        void ofTheCallerReplaceThoseOfTheList() {
            Estimate estimate = request("lab/plain", text(1000, "1000"))
                    .epochs(1)
                    .asOf("2027-06-01")
                    .ownPrice(Meter.TRAINING, "20", null)
                    .discount("50")
                    .estimate(LAB);

            EstimateLine line = line(estimate, LineCode.TRAINING_TOKENS);
            assertThat(line.amount()).isEqualTo(exactly("20.00"));
            assertThat(line.grade()).isEqualTo(Grade.OWN);
            assertThat(line.source()).isEqualTo("request");
            assertThat(line.per()).isEqualTo("1000000");
        }

        @Test
        void ofTheCallerMayBuyOtherQuantities() {
            assertThat(request("lab/plain", text(1000, "1000"))
                            .epochs(1)
                            .ownPrice(Meter.TRAINING, "0.02", "1000")
                            .estimate(LAB)
                            .total())
                    .isEqualTo(exactly("20.00"));
        }

        @Test
        void ofTheCallerThatAreNotNeededAreNamed() {
            Estimate estimate = request("lab/plain", text(1000, "1000"))
                    .ownPrice(Meter.TUNED_INPUT, "1", null)
                    .trainingHours("3")
                    .estimate(LAB);

            assertThat(estimate.warnings())
                    .filteredOn(warning -> warning.code() == WarningCode.INPUT_NOT_USED)
                    .extracting(Warning::text)
                    .containsExactly(
                            "The own price of tuned-input has no bearing on this estimate.",
                            "trainingHours has no bearing: tokens are billed, not time.");
        }

        @Test
        void areDiscounted() {
            EstimateLine line = line(
                    request("lab/plain", text(1000, "1000"))
                            .epochs(1)
                            .discount("12.5")
                            .estimate(LAB),
                    LineCode.TRAINING_TOKENS);

            assertThat(line.amount()).isEqualTo(exactly("21.875"));
            assertThat(line.unitPrice()).isEqualTo("21.875");
            assertThat(line.formula()).endsWith("1000000 / 1000000 x 25.00 x (1 - 12.5 %)");
        }

        @Test
        void ofADefaultTierAreSaidToBe() {
            assertThat(assumption(request("lab/units", text(10, "100")).estimate(LAB), AssumptionCode.DEFAULT_TIER)
                            .value())
                    .isEqualTo("global");
        }
    }

    @Nested
    class Tokens {
        @Test
        void ofASummaryAreExactWithDecimals() {
            EstimateLine line =
                    line(request("lab/plain", text(3, "33.3333")).epochs(7).estimate(LAB), LineCode.TRAINING_TOKENS);

            assertThat(line.quantity()).isEqualTo("699.9993");
            assertThat(line.amount()).isEqualTo(exactly("0.0174999825"));
        }

        @Test
        void ofImagesFollowTheRuleOfTheModel() {
            EstimateLine line = line(
                    request("lab/plain", images(100, "50", "1.5", 1024, 1024, Detail.HIGH))
                            .epochs(1)
                            .estimate(LAB),
                    LineCode.TRAINING_TOKENS);

            assertThat(line.quantity()).isEqualTo("119750");
        }

        @Test
        void beyondTheTrainingContextAreCut() {
            Estimate estimate =
                    request("lab/plain", text(2, "65536.5")).epochs(1).estimate(LAB);

            assertThat(line(estimate, LineCode.TRAINING_TOKENS).quantity()).isEqualTo("131072");
            assertThat(warnings(estimate)).contains(WarningCode.EXAMPLES_CUT);
            assertThat(warnings(request("lab/plain", text(2, "65536")).estimate(LAB)))
                    .doesNotContain(WarningCode.EXAMPLES_CUT);
        }

        @Test
        void ofImagesWithoutARuleAreUnknown() {
            Estimate estimate =
                    request("lab/disputed", images(10, "50", "1", 10, 10, null)).estimate(LAB);

            EstimateLine line = line(estimate, LineCode.TRAINING_TOKENS);
            assertThat(line.unpriced()).isTrue();
            assertThat(line.quantity()).isNull();
            assertThat(estimate.total()).isNull();
            assertThat(warnings(estimate)).contains(WarningCode.TOKENS_UNKNOWN);
        }

        @Test
        void ofRejectedImagesAreNotCounted() {
            Estimate estimate = request("lab/plain", images(10, "50", "1", 10, 10, Detail.ORIGINAL))
                    .epochs(1)
                    .estimate(LAB);

            assertThat(line(estimate, LineCode.TRAINING_TOKENS).quantity()).isEqualTo("500");
            assertThat(warnings(estimate)).contains(WarningCode.IMAGES_REJECTED);
        }

        @Test
        void areThoseTheProfileFoundForTheOffering() {
            DatasetProfile profile = Profiles.profile(
                    100, 5, Profiles.NO_IMAGES, Profiles.row("lab/p", new TokenRange(1000, 2000, 3000), 7));

            Estimate estimate = request("lab/plain", profile).epochs(2).estimate(LAB);

            assertThat(line(estimate, LineCode.TRAINING_TOKENS).quantity()).isEqualTo("4000");
            assertThat(estimate.total()).isEqualTo(range("0.05", "0.10", "0.15"));
            assertThat(warning(estimate, WarningCode.EXAMPLES_CUT)).startsWith("7 examples");
            assertThat(warnings(estimate)).doesNotContain(WarningCode.PROFILE_OF_OTHER_FACTS);
        }

        @ParameterizedTest(name = "catalog {0}, day {1}: {2}")
        @CsvSource({"same, 2026-11-23, false", "same, 2026-11-22, true", "other, 2026-11-23, true"})
        void ofAProfileOfOtherFactsWarn(String version, LocalDate asOf, boolean warns) {
            DatasetProfile profile = Profiles.profile(
                    version.equals("same") ? LAB.version() : "sha256:0",
                    asOf,
                    "o200k_base",
                    100,
                    5,
                    Profiles.NO_IMAGES,
                    Profiles.row("lab/plain", TokenRange.exactly(1000), 0));

            assertThat(warnings(request("lab/plain", profile).estimate(LAB))
                            .contains(WarningCode.PROFILE_OF_OTHER_FACTS))
                    .isEqualTo(warns);
        }

        @Test
        void ofUnresolvedImagesAreARange() {
            DatasetProfile profile =
                    Profiles.profile(10, 1000, Profiles.images(List.of(), Map.of("high", 4L, "low", 6L)));

            Estimate estimate = request("lab/plain", profile).epochs(1).estimate(LAB);

            assertThat(estimate.assumptions())
                    .filteredOn(assumption -> assumption.code() == AssumptionCode.UNRESOLVED_IMAGES)
                    .extracting(Assumption::text)
                    .containsExactly(
                            "The size of 6 images of the dataset with detail low is not known: each counts from 85 to"
                                    + " 85 tokens, expected 85.",
                            "The size of 4 images of the dataset with detail high is not known: each counts from 255"
                                    + " to 1445 tokens, expected 850.");
            // 1000 text, 6 x 85 low, 120 around messages; 4 x 255, 850 or 1445 high; 10 x 0, 2 or 3 an example.
            assertThat(estimate.total()).isEqualTo(range("0.06625", "0.12625", "0.186"));
        }

        @Test
        void ofAProfileWithoutTheOfferingRestOnAssumptions() {
            Estimate estimate = request(
                            "lab/plain", Profiles.profile(null, null, "cl100k_base", 10, 1000, Profiles.NO_IMAGES))
                    .estimate(LAB);

            assertThat(assumptions(estimate))
                    .contains(AssumptionCode.TOKENS_WITHOUT_OFFERING, AssumptionCode.NO_EXAMPLE_CUT);
            assertThat(warning(estimate, WarningCode.ENCODING_DIFFERS))
                    .isEqualTo(
                            "The text of the dataset was counted in cl100k_base, but lab/plain counts in o200k_base.");
        }

        @Test
        void ofBrokenRulesAndSkippedImagesAreNamed() {
            Finding tooLarge = new Finding(
                    FindingCode.IMAGE_TOO_LARGE, Severity.ERROR, 3, List.of(1L), "10485760", "message", "PAGE");
            Finding cut = new Finding(
                    FindingCode.EXAMPLE_OVER_CONTEXT, Severity.WARNING, 1, List.of(2L), "65536", "message", "PAGE");
            DatasetProfile profile = Profiles.profile(
                    10, 5, Profiles.NO_IMAGES, Profiles.row("lab/plain", TokenRange.exactly(1000), 0, tooLarge, cut));

            Estimate estimate = request("lab/plain", profile).estimate(LAB);

            assertThat(warning(estimate, WarningCode.DATASET_ERRORS)).contains("IMAGE_TOO_LARGE x 3.");
            assertThat(assumption(estimate, AssumptionCode.SKIPPED_IMAGES).value())
                    .isEqualTo("IMAGE_TOO_LARGE x 3");
        }

        @Test
        void beyondWhatAJobTakesWarn() {
            assertThat(warnings(request("lab/plain", text(1_000_000, "2000"))
                            .epochs(1)
                            .estimate(LAB)))
                    .doesNotContain(WarningCode.TOO_MANY_TOKENS);
            assertThat(warnings(request("lab/plain", text(1_000_001, "2000"))
                            .epochs(1)
                            .estimate(LAB)))
                    .contains(WarningCode.TOO_MANY_TOKENS);
        }

        @Test
        void ofTheLargestDatasetsDoNotOverflow() {
            DatasetProfile profile = Profiles.profile(
                    10, 5, Profiles.NO_IMAGES, Profiles.row("lab/plain", TokenRange.exactly(Long.MAX_VALUE), 0));

            assertThat(line(request("lab/plain", profile).epochs(50).estimate(LAB), LineCode.TRAINING_TOKENS)
                            .quantity())
                    .isEqualTo("461168601842738790350");
        }
    }

    @Nested
    class Epochs {
        @ParameterizedTest(name = "{0} examples: {1} epochs")
        @CsvSource({"10, 10", "500, 3", "10000, 2"})
        void areThoseOfTheCookbookUnlessGiven(long examples, String epochs) {
            Estimate estimate = request("lab/plain", text(examples, "1")).estimate(LAB);

            Assumption assumption = assumption(estimate, AssumptionCode.DEFAULT_EPOCHS);
            assertThat(assumption.value()).isEqualTo(epochs);
            assertThat(assumption.text()).contains("the provider's real rule is not published");
        }

        @Test
        void thatAreGivenNeedNoAssumption() {
            assertThat(assumptions(request("lab/plain", text(10, "1")).epochs(3).estimate(LAB)))
                    .isEmpty();
        }
    }

    @Nested
    class Validation {
        @Test
        void thatNoSourceSpeaksOfIsInTheHighOnly() {
            Estimate estimate = request("lab/plain", text(1000, "1000"))
                    .epochs(2)
                    .validation(text(100, "1000"))
                    .estimate(LAB);

            assertThat(line(estimate, LineCode.TRAINING_VALIDATION_TOKENS).quantity())
                    .isEqualTo("0");
            assertThat(line(estimate, LineCode.TRAINING_VALIDATION_TOKENS).amount())
                    .isEqualTo(range("0.00", "0.00", "5.00"));
            assertThat(estimate.total()).isEqualTo(range("50.00", "50.00", "55.00"));
            assertThat(assumptions(estimate)).contains(AssumptionCode.VALIDATION_UNSTATED);
        }

        @Test
        void thatIsBilledHasItsLine() {
            Estimate estimate = request("lab/units", text(1000, "1000"))
                    .epochs(2)
                    .validation(text(100, "1001"))
                    .estimate(LAB);

            EstimateLine line = line(estimate, LineCode.TRAINING_VALIDATION_TOKENS);
            assertThat(line.quantity()).isEqualTo("201000");
            assertThat(line.amount()).isEqualTo(exactly("4.02"));
            assertThat(estimate.total()).isEqualTo(exactly("44.02"));
        }

        @Test
        void thatIsFreeHasNoLine() {
            Estimate estimate = request("lab/disputed", text(1000, "1000"))
                    .validation(text(100, "1000"))
                    .estimate(LAB);

            assertThat(estimate.lines()).extracting(EstimateLine::code).containsExactly(LineCode.TRAINING_TOKENS);
            assertThat(assumption(estimate, AssumptionCode.VALIDATION_FREE).text())
                    .endsWith("PAGE: a page");
        }
    }

    @Nested
    class Promotions {
        @Test
        void giveFreeTokens() {
            Estimate estimate = request("openai/gpt-4o-2024-08-06", text(1000, "1000"))
                    .epochs(3)
                    .asOf("2024-10-31")
                    .estimate(BUILT_IN);

            EstimateLine free = line(estimate, LineCode.TRAINING_FREE_TOKENS);
            assertThat(free.code()).hasToString("training.free-tokens");
            assertThat(free.quantity()).isEqualTo("-1000000");
            assertThat(free.amount()).isEqualTo(exactly("-25.00"));
            assertThat(free.formula()).isEqualTo("- min(1000000 tokens a day x 1 day, 3000000) / 1000000 x 25.00");
            assertThat(estimate.total()).isEqualTo(exactly("50.00"));
            assertThat(assumption(estimate, AssumptionCode.FREE_TOKENS).value()).isEqualTo("1");
        }

        @Test
        void endWithTheirLastDay() {
            Estimate estimate = request("openai/gpt-4o-2024-08-06", text(1000, "1000"))
                    .epochs(3)
                    .asOf("2024-11-01")
                    .estimate(BUILT_IN);

            assertThat(estimate.lines()).extracting(EstimateLine::code).containsExactly(LineCode.TRAINING_TOKENS);
            assertThat(estimate.total()).isEqualTo(exactly("75.00"));
        }

        @ParameterizedTest(name = "{0} days: {1}")
        @CsvSource({"1, 50.00", "2, 25.00", "3, 0.00", "4, 0.00"})
        void growWithTheDaysOfTheJobUpToItsTokens(int days, String total) {
            assertThat(request("openai/gpt-4o-2024-08-06", text(1000, "1000"))
                            .epochs(3)
                            .jobDays(days)
                            .asOf("2024-10-31")
                            .estimate(BUILT_IN)
                            .total())
                    .isEqualTo(exactly(total));
        }

        @Test
        void areTakenFromEachBoundByItself() {
            DatasetProfile profile = Profiles.profile(
                    100,
                    5,
                    Profiles.NO_IMAGES,
                    Profiles.row("lab/plain", new TokenRange(800_000, 1_200_000, 1_600_000), 0));

            Estimate estimate =
                    request("lab/plain", profile).epochs(1).asOf("2024-10-31").estimate(LAB);

            assertThat(line(estimate, LineCode.TRAINING_TOKENS).amount()).isEqualTo(range("20.00", "30.00", "40.00"));
            assertThat(line(estimate, LineCode.TRAINING_FREE_TOKENS).amount())
                    .isEqualTo(range("-25.00", "-25.00", "-20.00"));
            assertThat(estimate.total()).isEqualTo(range("0.00", "5.00", "15.00"));
        }

        @Test
        void withoutAPriceAreUnpricedToo() {
            Estimate estimate = request("openai/gpt-4o-2024-08-06", text(1000, "1000"))
                    .epochs(3)
                    .tier("priority")
                    .asOf("2024-10-31")
                    .estimate(BUILT_IN);

            assertThat(line(estimate, LineCode.TRAINING_FREE_TOKENS).unpriced()).isTrue();
            assertThat(estimate.total()).isNull();
        }
    }

    @Nested
    class Time {
        @ParameterizedTest(name = "{0} hours are billed as {1}: {2}")
        @CsvSource({"1.004, 1, 100.00", "1.005, 1.01, 101.00", "2, 2, 200.00", "0, 0, 0.00"})
        void isBilledInHundredthsOfAnHour(String hours, String billed, String total) {
            Estimate estimate =
                    request("lab/timed", text(10, "100")).trainingHours(hours).estimate(LAB);

            EstimateLine line = line(estimate, LineCode.TRAINING_HOURS);
            assertThat(line.quantity()).isEqualByComparingTo(billed);
            assertThat(line.unit()).isEqualTo(Unit.HOUR);
            assertThat(line.formula()).isEqualTo(billed + " hours x 100.00");
            assertThat(estimate.total()).isEqualTo(exactly(total));
            assertThat(assumptions(estimate)).contains(AssumptionCode.HOURS_ROUNDED);
        }

        @ParameterizedTest(name = "{0} hours: {1}")
        @CsvSource({"49.99, INFO", "50, WARNING"})
        void pausesAtTheCapOfTheProvider(String hours, Severity severity) {
            Estimate estimate =
                    request("lab/timed", text(10, "100")).trainingHours(hours).estimate(LAB);

            assertThat(estimate.warnings())
                    .contains(new Warning(
                            WarningCode.JOB_PAUSES,
                            severity,
                            "The job pauses when its cost, graders included, reaches 5000.00. PAGE: a page"));
        }

        @Test
        void leavesOutTheGraders() {
            assertThat(warnings(request("azure/o4-mini-2025-04-16", text(10, "100"))
                            .trainingHours("2.5")
                            .estimate(BUILT_IN)))
                    .contains(WarningCode.GRADERS_NOT_INCLUDED, WarningCode.JOB_PAUSES);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"global, 250.00, 250.00", "regional, 275.00, 302.50", "developer, 125.00, 125.00"})
        void costsByTier(String tier, String expected, String high) {
            Estimate estimate = request("azure/o4-mini-2025-04-16", text(10, "100"))
                    .trainingHours("2.5")
                    .tier(tier)
                    .estimate(BUILT_IN);

            assertThat(estimate.total()).isEqualTo(range(expected, expected, high));
        }
    }

    @Nested
    class Hosting {
        @Test
        void isChargedByTheHourWhenAskedFor() {
            Estimate estimate = request("lab/units", text(1000, "1000"))
                    .epochs(1)
                    .hostingHours("730")
                    .estimate(LAB);

            assertThat(line(estimate, LineCode.HOSTING).amount()).isEqualTo(exactly("1241.00"));
            assertThat(line(estimate, LineCode.HOSTING).formula()).isEqualTo("730 hours x 1.70");
            assertThat(estimate.total()).isEqualTo(exactly("1261.00"));
            assertThat(warnings(estimate)).doesNotContain(WarningCode.HOSTING_NOT_INCLUDED);
        }

        @Test
        void isNamedWhenNotAskedFor() {
            Estimate estimate = request("azure/gpt-4o-2024-08-06", text(10, "100"))
                    .tier("global")
                    .estimate(BUILT_IN);

            assertThat(warning(estimate, WarningCode.HOSTING_NOT_INCLUDED))
                    .isEqualTo("Keeping the tuned model deployed costs 1.70 an hour, 1241.00 a month of 730 hours, used"
                            + " or not; it is not in the total.");
        }

        @Test
        void thatIsFreeIsNotNamedButTheDeploymentsEndIs() {
            Estimate estimate = request("azure/gpt-4o-2024-08-06", text(10, "100"))
                    .tier("developer")
                    .estimate(BUILT_IN);

            assertThat(warnings(estimate))
                    .contains(WarningCode.DEPLOYMENT_REMOVED)
                    .doesNotContain(WarningCode.HOSTING_NOT_INCLUDED);
            assertThat(warning(estimate, WarningCode.DEPLOYMENT_REMOVED)).contains("after 24 hours");
        }

        @Test
        void withoutAPriceIsUnpriced() {
            Estimate estimate =
                    request("lab/plain", text(10, "100")).hostingHours("1").estimate(LAB);

            assertThat(line(estimate, LineCode.HOSTING).unpriced()).isTrue();
            assertThat(estimate.total()).isNull();
        }
    }

    @Nested
    class Availabilities {
        @Test
        void thatForbidTheJobStillHaveAPrice() {
            Estimate estimate = request("openai/gpt-4o-2024-08-06", text(1000, "1000"))
                    .epochs(1)
                    .organization(new Organization(false, null, null, null))
                    .estimate(BUILT_IN);

            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.CLOSED);
            assertThat(estimate.total()).isEqualTo(exactly("25.00"));
            assertThat(warnings(estimate)).contains(WarningCode.TRAINING_CLOSED);
        }

        @ParameterizedTest(name = "tuned {0}, recent {1} on {2}: {3} until {4}")
        @CsvSource({
            ",,2026-11-23,restricted,2027-01-06",
            "false,,2026-11-23,closed,",
            "true,true,2026-11-23,available,2027-01-06",
            "true,false,2026-11-23,closed,",
            "true,true,2027-01-06,closed,",
            ",,2027-01-06,closed,",
            "true,true,2027-01-14,retired,",
            "true,true,2024-08-01,closed,",
            "true,true,2024-09-30,closed,"
        })
        void ofOpenAiFollowItsWindDown(Boolean tuned, Boolean recent, String asOf, String verdict, LocalDate until) {
            Estimate estimate = request("openai/gpt-4o-2024-08-06", images(10, "100", "1", 64, 64, null))
                    .organization(new Organization(tuned, recent, null, null))
                    .asOf(asOf)
                    .estimate(BUILT_IN);

            assertThat(estimate.availability().verdict()).hasToString(verdict);
            assertThat(estimate.availability().until()).isEqualTo(until);
        }

        @Test
        void ofPreferenceTuningOnImagesAreClosed() {
            Estimate estimate = request("lab/plain", images(10, "100", "1", 64, 64, null))
                    .method(Method.DPO)
                    .estimate(LAB);

            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.CLOSED);
            assertThat(warnings(estimate))
                    .contains(WarningCode.IMAGES_NOT_TRAINABLE, WarningCode.PAIR_COUNTING_UNPUBLISHED);
        }

        @Test
        void ofAModelThatCannotBeTunedAreAnAnswer() {
            Estimate estimate =
                    request("openai/gpt-6-luna", text(1000, "1000")).epochs(1).estimate(BUILT_IN);

            assertThat(estimate.lines()).singleElement().satisfies(line -> {
                assertThat(line.unpriced()).isTrue();
                assertThat(line.quantity()).isEqualTo("1000000");
            });
            assertThat(estimate.total()).isNull();
            assertThat(estimate.availability().verdict()).isEqualTo(Verdict.CLOSED);
            assertThat(estimate.availability().reasons())
                    .extracting(Reason::code)
                    .containsExactly(AvailabilityCode.NOT_TUNABLE);
            assertThat(warnings(estimate)).containsExactly(WarningCode.NOT_TUNABLE);
        }
    }

    @Test
    void theSameRequestGivesTheSameEstimate() {
        TrainingRequest request = request(
                        "azure/gpt-4o-2024-08-06", images(4800, "511.2917", "1", 512, 512, Detail.LOW))
                .validation(text(100, "10"))
                .tier("regional")
                .discount("7.5")
                .hostingHours("10")
                .build();

        assertThat(TrainingEstimator.estimate(BUILT_IN, request, RequestBuilder.TODAY))
                .isEqualTo(TrainingEstimator.estimate(BUILT_IN, request, RequestBuilder.TODAY));
    }

    @Test
    void todayIsTakenWhereNoDayIsGiven() {
        assertThat(request("lab/plain", text(10, "100")).estimate(LAB).asOf()).isEqualTo(RequestBuilder.TODAY);
        assertThat(request("lab/plain", text(10, "100"))
                        .asOf("2025-01-01")
                        .estimate(LAB)
                        .asOf())
                .isEqualTo("2025-01-01");
    }
}
