package io.epochwise.policy;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.RetentionTopic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequirementsTest {
    private static final Catalog BUILT_IN = BuiltInCatalogTest.builtIn();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Requirements NONE =
            new Requirements(null, null, null, null, null, null, null, null, null, null, null);

    private static Requirements zeroDataRetention() {
        return new Requirements(true, null, null, null, null, null, null, null, null, null, null);
    }

    private static Requirements maxRetentionDays(int days) {
        return new Requirements(null, days, null, null, null, null, null, null, null, null, null);
    }

    private static Requirements regions(String... regions) {
        return new Requirements(null, null, List.of(regions), null, null, null, null, null, null, null, null);
    }

    private static Requirements images(boolean people, boolean urls, String... formats) {
        return new Requirements(
                null,
                null,
                null,
                null,
                null,
                people,
                urls,
                formats.length == 0 ? null : List.of(formats),
                null,
                null,
                null);
    }

    private static RequirementResult check(Requirements requirements, Offering offering, String tier, LocalDate asOf) {
        List<RequirementResult> results = requirements.check(new IntendedUse(
                offering,
                tier == null ? offering.defaultTier() : tier,
                offering.usualMethod(),
                Organization.UNKNOWN,
                asOf));
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static RequirementResult builtIn(Requirements requirements, String offering, String tier) {
        return check(requirements, BUILT_IN.require(offering), tier, DAY);
    }

    private static RequirementResult lab(Requirements requirements, String keys) {
        return check(requirements, PolicyCatalogs.lab(keys).require("lab/model"), null, DAY);
    }

    private static String row(String topic, String rest) {
        return "retention:\n  - { topic: " + topic + ", " + rest + ", source: PAGE }\n";
    }

    @Test
    void whatIsNotAskedForHasNoResult() {
        Requirements no = new Requirements(false, null, null, false, false, false, false, null, false, false, null);
        for (Requirements requirements : List.of(NONE, no)) {
            assertThat(requirements.check(new IntendedUse(
                            BUILT_IN.require("openai/gpt-4o-2024-08-06"),
                            "standard",
                            Method.SFT,
                            Organization.UNKNOWN,
                            DAY)))
                    .isEmpty();
        }
    }

    @Test
    void everythingAskedForHasOneResultUnderItsOwnName() {
        Requirements all =
                new Requirements(true, 30, List.of("EU"), true, true, true, true, List.of("png"), true, true, 1000L);

        List<String> names = all
                .check(new IntendedUse(
                        BUILT_IN.require("openai/gpt-4o-2024-08-06"),
                        "standard",
                        Method.SFT,
                        Organization.UNKNOWN,
                        DAY))
                .stream()
                .map(RequirementResult::requirement)
                .toList();

        assertThat(names)
                .containsExactlyElementsOf(Arrays.stream(Requirements.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = RetentionTopic.class,
            names = {
                "ZERO_DATA_RETENTION",
                "TRAINING_ON_DATA",
                "CUSTOMER_MANAGED_KEYS",
                "PEOPLE_IN_IMAGES",
                "STORED_DATA",
                "ABUSE_MONITORING",
                "PROCESSING_RESIDENCY",
                "STORAGE_RESIDENCY"
            })
    void everyWordOfTheCatalogIsUnderstood(RetentionTopic topic) {
        List<String> words = BUILT_IN.offerings().stream()
                .flatMap(offering -> offering.retention().stream())
                .filter(rule -> rule.topic() == topic)
                .map(rule -> rule.value())
                .distinct()
                .toList();

        assertThat(words).isNotEmpty().allMatch(word -> knows(topic, word));
        assertThat(knows(topic, "perhaps")).isFalse();
    }

    private static boolean knows(RetentionTopic topic, String word) {
        return RetentionLimit.knows(topic, word)
                || DataRegions.knows(topic, word)
                || Stream.of(DataPolicy.values()).anyMatch(policy -> policy.knows(topic, word));
    }

    /** OA-DATA for OpenAI, MS-PRIVACY and MS-VFT for Azure. */
    @ParameterizedTest(name = "{0} {1} {2}: {3} by {4}")
    @CsvSource({
        "zeroDataRetention, openai/gpt-4o, , fail, OA-DATA",
        "zeroDataRetention, azure/gpt-4o, , unknown, MS-PRIVACY",
        "noTrainingOnData, openai/gpt-4o, , pass, OA-DATA",
        "noTrainingOnData, azure/gpt-4o, , pass, MS-PRIVACY",
        "customerManagedKeys, openai/gpt-4o, , fail, OA-DATA",
        "customerManagedKeys, azure/gpt-4o, , pass, MS-PRIVACY",
        "customerManagedKeys, openai/gpt-4.1, , unknown, ",
        "peopleInImages, openai/gpt-4o, , fail, OA-VFT",
        "peopleInImages, azure/gpt-4o, , fail, MS-VFT",
        "imageUrls, openai/gpt-4o, , pass, OA-VFT",
        "imageUrls, azure/gpt-4o, , pass, MS-VFT",
        "maxRetentionDays, openai/gpt-4o, , unknown, OA-DATA",
        "regions, openai/gpt-4o, , pass, OA-DATA",
        "regions, azure/gpt-4o, , fail, MS-PRIVACY",
        "regions, azure/gpt-4o, regional, pass, MS-PRIVACY",
        "regions, azure/gpt-4o, developer, fail, MS-PRIVACY",
        "regions, azure/gpt-4o, data-zone, unknown, MS-PRIVACY"
    })
    void theBuiltInCatalogSaysWhatItsSourcesSay(
            String requirement, String offering, String tier, String verdict, String source) {
        Requirements asked =
                switch (requirement) {
                    case "zeroDataRetention" -> zeroDataRetention();
                    case "noTrainingOnData" ->
                        new Requirements(null, null, null, true, null, null, null, null, null, null, null);
                    case "customerManagedKeys" ->
                        new Requirements(null, null, null, null, true, null, null, null, null, null, null);
                    case "peopleInImages" -> images(true, false);
                    case "imageUrls" -> images(false, true);
                    case "maxRetentionDays" -> maxRetentionDays(30);
                    default -> regions("EU");
                };

        RequirementResult result = builtIn(asked, offering, tier);

        assertThat(result.requirement()).isEqualTo(requirement);
        assertThat(result.verdict()).as(result.text()).hasToString(verdict);
        if (source == null) {
            assertThat(result.source()).isNull();
            assertThat(result.grade()).isNull();
        } else {
            assertThat(result.source()).contains(source);
            assertThat(result.grade()).isNotNull();
        }
    }

    @Test
    void aResultNamesTheDateAndTheGradeOfItsRow() {
        RequirementResult result = builtIn(zeroDataRetention(), "openai/gpt-4o", null);

        assertThat(result.asOf()).isEqualTo("2026-07-15");
        assertThat(result.grade()).isEqualTo(Grade.OFFICIAL_COPY);
        assertThat(result.text()).contains("/v1/fine_tuning/jobs");
    }

    @Test
    void aRowCountsOnlyWhileItIsInForce() {
        Requirements noTraining = new Requirements(null, null, null, true, null, null, null, null, null, null, null);
        Offering gpt4o = BUILT_IN.require("openai/gpt-4o");

        assertThat(check(noTraining, gpt4o, null, LocalDate.of(2023, 2, 28)).verdict())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(check(noTraining, gpt4o, null, LocalDate.of(2023, 3, 1)).verdict())
                .isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"eligible, pass", "not-eligible, fail", "on-application, unknown", "not-default, unknown"})
    void zeroDataRetentionGoesByItsWord(String word, String verdict) {
        RequirementResult result = lab(zeroDataRetention(), row("zero-data-retention", "value: " + word));

        assertThat(result.verdict()).hasToString(verdict);
        assertThat(result.source()).isEqualTo("PAGE: a page");
    }

    @Test
    void zeroDataRetentionSaysWhatMustBeDone() {
        assertThat(lab(zeroDataRetention(), row("zero-data-retention", "value: on-application"))
                        .text())
                .contains("must be applied for");
        assertThat(lab(zeroDataRetention(), row("zero-data-retention", "value: not-default"))
                        .text())
                .contains("must be set up");
    }

    @Test
    void aWordThatIsNotUnderstoodDecidesNothing() {
        RequirementResult result = lab(zeroDataRetention(), row("zero-data-retention", "value: perhaps"));

        assertThat(result.verdict()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.text()).contains("perhaps");
        assertThat(result.source()).isEqualTo("PAGE: a page");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"assumed, Assumed", "unverified, single weak source", "conflict, contradict"})
    void aRowThatIsNotSureDecidesNothing(String status, String words) {
        for (String word : List.of("eligible", "not-eligible")) {
            RequirementResult result =
                    lab(zeroDataRetention(), row("zero-data-retention", "value: " + word + ", status: " + status));

            assertThat(result.verdict()).isEqualTo(Outcome.UNKNOWN);
            assertThat(result.text()).contains(words);
        }
    }

    @Test
    void ofSeveralRowsTheWorstDecides() {
        RequirementResult result = lab(
                zeroDataRetention(),
                "retention:\n"
                        + "  - { topic: zero-data-retention, value: eligible, tiers: [standard], source: PAGE }\n"
                        + "  - { topic: zero-data-retention, value: not-eligible, source: BLOG }\n");

        assertThat(result.verdict()).isEqualTo(Outcome.FAIL);
        assertThat(result.source()).isEqualTo("BLOG: a blog");
        assertThat(result.asOf()).isEqualTo("2026-02-28");
    }

    @Test
    void theOtherPriceClassesThatMeetItAreNamed() {
        assertThat(builtIn(regions("EU"), "azure/gpt-4o", "global").text()).contains("it is met in regional");
        assertThat(builtIn(regions("EU"), "azure/gpt-4o", "regional").text()).doesNotContain("it is met in");
        assertThat(builtIn(regions("Japan"), "azure/gpt-4o", "global").text()).doesNotContain("it is met in");
    }

    @Nested
    class MaxRetentionDays {
        private String rows(String stored, String abuse) {
            return "retention:\n"
                    + (stored == null ? "" : "  - { topic: stored-data, " + stored + ", source: PAGE }\n")
                    + (abuse == null ? "" : "  - { topic: abuse-monitoring, " + abuse + ", source: BLOG }\n");
        }

        @ParameterizedTest(name = "{0} days, stored {1}, monitored {2}: {3}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "30 | value: none            | value: none           | pass",
                    "30 | value: kept, days: 30  | value: none           | pass",
                    "30 | value: kept, days: 30  | value: kept, days: 30 | pass",
                    "29 | value: kept, days: 30  | value: none           | fail",
                    "29 | value: none            | value: kept, days: 30 | fail",
                    "30 | value: until-deleted   | value: kept, days: 30 | unknown",
                    "29 | value: until-deleted   | value: kept, days: 30 | fail",
                    "30 | value: kept            | value: none           | unknown",
                    "30 | value: none            | value: on-by-default  | unknown",
                    "30 | value: none            | value: modified-on-application | unknown",
                    "30 | value: none            |                       | unknown",
                    "30 |                        | value: none           | unknown"
                })
        void holdsForWhatIsStoredAndForWhatIsMonitored(int days, String stored, String abuse, String verdict) {
            assertThat(lab(maxRetentionDays(days), rows(stored, abuse)).verdict())
                    .hasToString(verdict);
        }

        @Test
        void saysThatDeletionIsTheCustomersAct() {
            assertThat(builtIn(maxRetentionDays(30), "openai/gpt-4o", null).text())
                    .contains("deletion is the customer's act");
        }

        @ParameterizedTest(name = "zero data retention {0}: {1}")
        @CsvSource({"eligible, pass", "not-eligible, fail", "on-application, unknown"})
        void ofZeroNeedsZeroDataRetention(String word, String verdict) {
            String keys = rows("value: none", "value: kept, days: 30") + "  - { topic: zero-data-retention, value: "
                    + word + ", source: PAGE }\n";

            assertThat(lab(maxRetentionDays(0), keys).verdict()).hasToString(verdict);
        }

        @Test
        void ofZeroIsNotKnownWhereZeroDataRetentionIsNot() {
            assertThat(lab(maxRetentionDays(0), rows("value: none", "value: none"))
                            .verdict())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(lab(maxRetentionDays(0), rows("value: none", "value: kept, days: 30"))
                            .verdict())
                    .isEqualTo(Outcome.FAIL);
        }

        @Test
        void ofZeroIsNotMetByFilesThatStay() {
            String keys = rows("value: kept, days: 90", null)
                    + "  - { topic: zero-data-retention, value: eligible, source: PAGE }\n";

            assertThat(lab(maxRetentionDays(0), keys).verdict()).isEqualTo(Outcome.FAIL);
        }
    }

    @Nested
    class Regions {
        private static final String TRAINED_IN_TWO =
                "limits:\n" + "  - { limit: training-region, values: [us-central1, europe-west4], source: PAGE }\n";

        private String rows(String processing, String storage) {
            return "retention:\n"
                    + "  - { topic: processing-residency, " + processing + ", source: PAGE }\n"
                    + "  - { topic: storage-residency, " + storage + ", source: PAGE }\n";
        }

        private Outcome verdict(String wanted, String keys) {
            return lab(regions(wanted), keys).verdict();
        }

        @ParameterizedTest(name = "{0} of US and EU: {1}")
        @CsvSource({"US, pass", "EU, pass", "eu, pass", "Japan, fail", "DE, fail", "Atlantis, unknown"})
        void areMetWhereTheyAreListed(String wanted, String verdict) {
            String listed = "value: available, regions: [US, EU]";
            assertThat(verdict(wanted, rows(listed, listed))).hasToString(verdict);
        }

        @Test
        void areMetIfOneOfTheWantedIsListed() {
            String listed = "value: available, regions: [US]";
            assertThat(lab(regions("EU", "US"), rows(listed, listed)).verdict()).isEqualTo(Outcome.PASS);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "none, fail",
            "not-available, fail",
            "in-region-of-job, pass",
            "guaranteed, pass",
            "geography-of-resource, pass"
        })
        void goByTheWord(String word, String verdict) {
            assertThat(verdict("EU", rows("value: " + word, "value: guaranteed") + TRAINED_IN_TWO))
                    .hasToString(verdict);
            assertThat(verdict("EU", rows("value: guaranteed", "value: " + word) + TRAINED_IN_TWO))
                    .hasToString(verdict);
        }

        @Test
        void areNotKnownWithoutAListToChooseFrom() {
            assertThat(verdict("EU", rows("value: guaranteed", "value: guaranteed")))
                    .isEqualTo(Outcome.UNKNOWN);
        }

        @Test
        void areNotMetByTheGeographyAroundThem() {
            String keys = rows("value: guaranteed", "value: geography-of-resource") + TRAINED_IN_TWO;
            assertThat(verdict("europe-west4", keys)).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict("Netherlands", keys)).isEqualTo(Outcome.PASS);
        }

        @Test
        void areNotKnownWhereOnlyProcessingIs() {
            assertThat(verdict("EU", row("processing-residency", "value: available, regions: [EU]")))
                    .isEqualTo(Outcome.UNKNOWN);
        }

        @Test
        void mustHoldWhereJobsRunAndWhereModelsAnswer() {
            String everywhere = rows("value: available, regions: [US, EU]", "value: available, regions: [US, EU]");
            assertThat(verdict("EU", everywhere + TRAINED_IN_TWO)).isEqualTo(Outcome.PASS);
            assertThat(verdict(
                            "EU",
                            everywhere
                                    + "limits:\n  - { limit: training-region, values: [us-east-1], source: BLOG }\n"))
                    .isEqualTo(Outcome.FAIL);
            assertThat(verdict(
                            "EU",
                            everywhere + "limits:\n  - { limit: serving-region, values: [us, eu], source: BLOG }\n"))
                    .isEqualTo(Outcome.PASS);
            assertThat(verdict(
                            "EU",
                            everywhere + "limits:\n  - { limit: serving-region, values: [us-east-1], source: BLOG }\n"))
                    .isEqualTo(Outcome.FAIL);
        }

        /** AZ-RETAIL: regional training of GPT-4o is metered in two regions of the US, Sweden Central and Southeast Asia. */
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "Sweden Central, unknown",
            "EU, pass",
            "Sweden, pass",
            "US, pass",
            "Singapore, pass",
            "Japan, fail",
            "DE, fail"
        })
        void ofAzureAreThoseOfRegionalTraining(String wanted, String verdict) {
            assertThat(builtIn(regions(wanted), "azure/gpt-4o", "regional").verdict())
                    .hasToString(verdict);
        }

        /** OA-DATA: US and Europe. */
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"US, pass", "EU, pass", "JP, fail", "Switzerland, fail"})
        void ofOpenAiAreTwo(String wanted, String verdict) {
            assertThat(builtIn(regions(wanted), "openai/gpt-4o", null).verdict())
                    .hasToString(verdict);
        }
    }

    @Nested
    class Images {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"'[url, base64]', pass", "'[base64]', fail", "'[s3]', fail", "'[cloud-storage, url]', pass"})
        void byUrlGoByWhatTheProviderTakes(String values, String verdict) {
            String keys = "fineTuning: { methods: [sft], visionMethods: [sft], source: PAGE }\n"
                    + "limits:\n  - { limit: image-source, values: " + values + ", source: PAGE }\n";

            assertThat(lab(images(false, true), keys).verdict()).hasToString(verdict);
        }

        @Test
        void ofModelsThatCannotBeTunedGoByRequests() {
            String keys = "limits:\n"
                    + "  - { limit: image-source, values: [s3], source: PAGE }\n"
                    + "  - { limit: request-image-source, values: [url], source: PAGE }\n";

            assertThat(lab(images(false, true), keys).verdict()).isEqualTo(Outcome.PASS);
        }

        @Test
        void withoutALimitAreNotKnown() {
            assertThat(lab(images(false, true), "fineTuning: { methods: [sft], source: PAGE }\n")
                            .verdict())
                    .isEqualTo(Outcome.UNKNOWN);
        }

        /** OA-VFT: png, jpeg, webp. */
        @Test
        void mustBeOfFormatsThatAreTaken() {
            assertThat(builtIn(images(false, false, "png", "webp"), "openai/gpt-4o", null)
                            .verdict())
                    .isEqualTo(Outcome.PASS);
            assertThat(builtIn(images(false, false, "png", "gif"), "openai/gpt-4o", null)
                            .verdict())
                    .isEqualTo(Outcome.FAIL);
        }

        @ParameterizedTest
        @CsvSource({"allowed, pass", "images-skipped, fail"})
        void ofPeopleGoByTheWord(String word, String verdict) {
            assertThat(lab(images(true, false), row("people-in-images", "value: " + word))
                            .verdict())
                    .hasToString(verdict);
        }
    }

    @Nested
    class Training {
        private RequirementResult tuning(
                String offering, boolean onImages, Method method, Organization organization, String asOf) {
            Requirements asked =
                    new Requirements(null, null, null, null, null, null, null, null, !onImages, onImages, null);
            return asked.check(new IntendedUse(
                            BUILT_IN.require(offering), "standard", method, organization, LocalDate.parse(asOf)))
                    .get(0);
        }

        /** OA-DEPR: closed to organizations that never tuned; ends for all on 2027-01-06. */
        @Test
        void followsTheLifeCycle() {
            Organization active = new Organization(true, true, null, null);
            Organization fresh = new Organization(false, null, null, null);

            assertThat(tuning("openai/gpt-4o", true, Method.SFT, active, "2026-11-23")
                            .verdict())
                    .isEqualTo(Outcome.PASS);
            assertThat(tuning("openai/gpt-4o", true, Method.SFT, Organization.UNKNOWN, "2026-11-23")
                            .verdict())
                    .isEqualTo(Outcome.UNKNOWN);
            assertThat(tuning("openai/gpt-4o", true, Method.SFT, active, "2027-01-06")
                            .verdict())
                    .isEqualTo(Outcome.FAIL);
            RequirementResult closed = tuning("openai/gpt-4o", true, Method.SFT, fresh, "2026-11-23");
            assertThat(closed.verdict()).isEqualTo(Outcome.FAIL);
            assertThat(closed.source()).contains("OA-DEPR");
            assertThat(closed.grade()).isNotNull();
        }

        /** OA-VFT: gpt-4o alone takes images, and by supervised tuning alone. */
        @Test
        void onImagesNeedsAMethodThatTakesThem() {
            Organization active = new Organization(true, true, null, null);

            assertThat(tuning("openai/gpt-4.1", false, Method.SFT, active, "2026-11-23")
                            .verdict())
                    .isEqualTo(Outcome.PASS);
            RequirementResult images = tuning("openai/gpt-4.1", true, Method.SFT, active, "2026-11-23");
            assertThat(images.verdict()).isEqualTo(Outcome.FAIL);
            assertThat(images.source()).isNotNull();
        }
    }

    /** OA-BEST: 65,536 tokens in training. */
    @ParameterizedTest
    @CsvSource({"65536, pass", "65537, fail"})
    void theContextMustHoldAnExample(long tokens, String verdict) {
        Requirements asked = new Requirements(null, null, null, null, null, null, null, null, null, null, tokens);

        assertThat(builtIn(asked, "openai/gpt-4o", null).verdict()).hasToString(verdict);
        assertThat(lab(asked, "").verdict()).isEqualTo(Outcome.UNKNOWN);
    }

    /** No row, no pass: whatever is asked of an offering of which nothing is known, the answer is that it is not known. */
    @Test
    void ofAnOfferingWithoutFactsNothingIsKnown() {
        Requirements all =
                new Requirements(true, 30, List.of("EU"), true, true, true, true, List.of("png"), true, true, 1000L);
        List<Outcome> verdicts = new ArrayList<>();
        for (String kind : List.of("", "retention: []\n")) {
            all.check(new IntendedUse(
                            PolicyCatalogs.lab(kind).require("lab/model"),
                            "standard",
                            Method.SFT,
                            Organization.UNKNOWN,
                            DAY))
                    .forEach(result -> verdicts.add(result.verdict()));
        }

        assertThat(verdicts).hasSize(22).containsOnly(Outcome.UNKNOWN);
    }
}
