package io.epochwise.policy;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.Spelling;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AvailabilityRulesTest {
    private static final Catalog CATALOG = PolicyCatalogs.SMALL;

    private static Availability training(String offering, Organization organization, String asOf) {
        return AvailabilityRules.training(
                CATALOG.require(offering), Method.SFT, false, organization, LocalDate.parse(asOf));
    }

    @ParameterizedTest(name = "{0} {1} images {2}, tuned {3}, recent {4}, customer {5}, on {6}: {7} until {8}")
    @CsvFileSource(resources = "/policy/training.csv", numLinesToSkip = 1)
    void trainingFollowsTheLifeCycle(
            String offering,
            String method,
            boolean images,
            Boolean hasFineTuned,
            Boolean recent,
            Boolean customer,
            LocalDate asOf,
            String verdict,
            LocalDate until,
            String codes) {
        Offering model = CATALOG.require(offering);

        Availability availability = AvailabilityRules.training(
                model,
                Spelling.parse(Method.values(), method).orElseThrow(),
                images,
                new Organization(hasFineTuned, recent, null, customer),
                asOf);

        assertThat(availability.verdict()).hasToString(verdict);
        assertThat(availability.until()).isEqualTo(until);
        assertThat(availability.reasons())
                .extracting(reason -> reason.code().name())
                .containsExactly(codes == null ? new String[0] : codes.split(" "));
    }

    @ParameterizedTest(name = "{0} on {1}: tuned {2}, base {3}")
    @CsvSource({
        "openai/hosted, 2024-08-01, closed, closed",
        "openai/hosted, 2024-08-06, closed, available",
        "openai/hosted, 2027-01-13, available, available",
        "openai/hosted, 2027-01-14, retired, retired",
        "openai/two-phases, 2027-04-13, available, available",
        "openai/two-phases, 2027-04-14, available, retired",
        "openai/two-phases, 2027-10-01, retired, retired",
        "openai/fixed, 2026-11-23, closed, available",
        "openai/untold, 2026-11-23, unknown, unknown",
        "others/rerouted, 2026-11-30, available, available",
        "others/rerouted, 2026-12-01, retired, retired",
        "others/seen, 2026-01-14, unknown, unknown",
        "others/seen, 2026-01-15, available, available",
        "others/doubtful, 2026-10-15, available, available",
        "others/doubtful, 2026-10-16, unknown, unknown"
    })
    void inferenceFollowsTheLifeCycle(String offering, LocalDate asOf, String tuned, String base) {
        Offering model = CATALOG.require(offering);

        assertThat(AvailabilityRules.tunedInference(model, Organization.UNKNOWN, asOf)
                        .verdict())
                .hasToString(tuned);
        assertThat(AvailabilityRules.baseInference(model, Organization.UNKNOWN, asOf)
                        .verdict())
                .hasToString(base);
    }

    @Test
    void inferenceOnATunedModelOutlivesItsBaseModel() {
        LocalDate asOf = LocalDate.of(2026, 11, 23);
        Offering model = CATALOG.require("openai/two-phases");

        assertThat(AvailabilityRules.tunedInference(model, Organization.UNKNOWN, asOf)
                        .until())
                .isEqualTo("2027-10-01");
        assertThat(AvailabilityRules.baseInference(model, Organization.UNKNOWN, asOf)
                        .until())
                .isEqualTo("2027-04-14");
    }

    @Test
    void aReasonNamesDateAndSource() {
        Availability availability = training("openai/hosted", new Organization(true, true, null, null), "2027-01-06");

        assertThat(availability.reasons())
                .containsExactly(new Reason(
                        AvailabilityCode.TRAINING_ENDS,
                        "From 2027-01-06 nobody can create training jobs.",
                        LocalDate.of(2027, 1, 6),
                        "S: a page"));
    }

    @Test
    void aReasonSaysThatADateIsOnlyTheEarliest() {
        Availability availability =
                training("openai/two-phases", new Organization(null, null, null, true), "2026-11-23");

        assertThat(availability.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .isEqualTo("From 2027-04-01 at the earliest (the vendor promises no more)"
                        + " existing customers cannot create training jobs."));
    }

    @Test
    void aModelThatCannotBeTunedNamesTheSourceThatSaysSo() {
        assertThat(training("openai/fixed", Organization.UNKNOWN, "2026-11-23").reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.source()).isEqualTo("S: a page"));
    }

    @Test
    void aReroutedModelNamesTheOneThatAnswers() {
        assertThat(training("others/rerouted", Organization.UNKNOWN, "2026-12-01")
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text())
                        .isEqualTo(
                                "From 2026-12-01 requests are answered by others/successor and billed at its price."));
    }

    @Test
    void aDoubtfulEndIsSaidToBeDoubtful() {
        assertThat(training("others/doubtful", Organization.UNKNOWN, "2026-10-16")
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text())
                        .isEqualTo("From 2026-10-16, if it came so, which no source confirms,"
                                + " nobody can use the model or models tuned on it."));
    }

    @Test
    void aModelSeenInServiceSaysThatItsStartIsNotKnown() {
        assertThat(training("others/seen", Organization.UNKNOWN, "2026-01-14").reasons())
                .containsExactly(new Reason(
                        AvailabilityCode.LAUNCH_UNKNOWN,
                        "The model is known to be in service on 2026-01-15; since when is not known.",
                        LocalDate.of(2026, 1, 15),
                        "S: a page"));
    }

    /** Being a customer of Azure is said of Azure alone, and goes before what is said of the provider asked. */
    @ParameterizedTest(name = "{0}, Azure customer {1}, customer {2}: {3}")
    @CsvSource({
        "azure/two-phases, true, , available",
        "azure/two-phases, false, , closed",
        "azure/two-phases, , true, available",
        "azure/two-phases, , false, closed",
        "azure/two-phases, true, false, available",
        "azure/two-phases, false, true, closed",
        "azure/two-phases, , , restricted",
        "others/new-blocked, true, , restricted",
        "others/new-blocked, false, , restricted",
        "others/new-blocked, false, true, available",
        "others/new-blocked, true, false, retired"
    })
    void aCustomerOfAzureIsNoCustomerOfOthers(
            String offering, Boolean azureCustomer, Boolean existingCustomer, String verdict) {
        Organization organization = new Organization(null, null, azureCustomer, existingCustomer);

        assertThat(training(offering, organization, "2026-11-23").verdict()).hasToString(verdict);
    }

    /** Claude 3 Haiku at Bedrock never took images in tuning, and is gone since 2026-09-10 (C-RETIRE). */
    @Test
    void whatIsGoneIsRetiredWhateverItCouldNotDoBefore() {
        Offering haiku = BuiltInCatalogTest.builtIn().require("aws/anthropic.claude-3-haiku-20240307-v1:0");
        Availability before =
                AvailabilityRules.training(haiku, Method.SFT, true, Organization.UNKNOWN, LocalDate.of(2026, 9, 9));
        Availability after =
                AvailabilityRules.training(haiku, Method.SFT, true, Organization.UNKNOWN, LocalDate.of(2026, 9, 10));
        assertThat(before.verdict()).isEqualTo(Verdict.CLOSED);
        assertThat(after.verdict()).isEqualTo(Verdict.RETIRED);
        assertThat(after.reasons())
                .extracting(Reason::code)
                .containsExactly(AvailabilityCode.IMAGES_NOT_TRAINABLE, AvailabilityCode.SHUTDOWN);
    }

    /** The vendor promises that Gemini 3.5 Flash lives until 2027-05-19 at least, and no more. */
    @Test
    void anEndThatIsOnlyTheEarliestLeavesOpenWhatFollows() {
        Offering flash = BuiltInCatalogTest.builtIn().require("google/gemini-3.5-flash");
        Availability after = AvailabilityRules.baseInference(flash, Organization.UNKNOWN, LocalDate.of(2027, 5, 19));
        assertThat(after.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(after.reasons()).extracting(Reason::code).containsExactly(AvailabilityCode.SHUTDOWN);
    }

    /** New customers of Gemini 2.5 are shut out on 2026-09-16; who has a tuned model is none. */
    @Test
    void whoHasATunedModelIsACustomer() {
        Offering flash = BuiltInCatalogTest.builtIn().require("google/gemini-2.5-flash");
        assertThat(AvailabilityRules.tunedInference(flash, Organization.UNKNOWN, LocalDate.of(2026, 9, 16))
                        .verdict())
                .isEqualTo(Verdict.AVAILABLE);
        assertThat(AvailabilityRules.baseInference(flash, Organization.UNKNOWN, LocalDate.of(2026, 9, 16))
                        .verdict())
                .isNotEqualTo(Verdict.AVAILABLE);
    }

    /** G-TUNE-REF names Gemini 3.5 Flash-Lite as tunable, G-TUNE does not. */
    @Test
    void whatSourcesContradictEachOtherAboutIsNotKnown() {
        Offering lite = BuiltInCatalogTest.builtIn().require("google/gemini-3.5-flash-lite");
        Availability training =
                AvailabilityRules.training(lite, Method.SFT, true, Organization.UNKNOWN, LocalDate.of(2026, 11, 23));
        assertThat(training.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(training.reasons()).extracting(Reason::code).containsExactly(AvailabilityCode.TUNING_DISPUTED);
    }

    private static Availability trainingOnImages(String keys, Method method, String asOf) {
        return AvailabilityRules.training(
                PolicyCatalogs.lab(keys).require("lab/model"),
                method,
                true,
                Organization.UNKNOWN,
                LocalDate.parse(asOf));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"sft, available", "dpo, unknown"})
    void aMethodOfWhichNoSourceSaysThatItTakesImagesIsUnknown(String method, String verdict) {
        Availability availability =
                trainingOnImages("""
                        fineTuning: { methods: [sft, dpo], visionMethods: [sft], visionUnknown: true, source: PAGE }
                        lifeCycle: [ { event: launch, on: 2026-01-31, source: PAGE } ]
                        """, Spelling.parse(Method.values(), method).orElseThrow(), "2026-11-23");

        assertThat(availability.verdict()).hasToString(verdict);
        if (verdict.equals("unknown")) {
            assertThat(availability.reasons())
                    .extracting(Reason::text)
                    .containsExactly("No source says whether the model can be fine-tuned on images by the method dpo.");
        }
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-08-13, unknown, IMAGES_UNKNOWN", "2026-08-14, closed, IMAGES_UNKNOWN TRAINING_ENDS"})
    void whatHasEndedIsClosedEvenIfImagesWereUnknown(String asOf, String verdict, String codes) {
        Availability availability = trainingOnImages("""
                        fineTuning: { methods: [sft], visionUnknown: true, source: PAGE }
                        lifeCycle:
                          - { event: launch, on: 2026-01-31, source: PAGE }
                          - { event: training-ends, on: 2026-08-14, source: PAGE }
                        """, Method.SFT, asOf);

        assertThat(availability.verdict()).hasToString(verdict);
        assertThat(availability.reasons())
                .extracting(reason -> reason.code().name())
                .containsExactly(codes.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "methods: [], status: assumed | The model cannot be fine-tuned. A blog says otherwise.",
                "methods: [], status: stated | The model cannot be fine-tuned.",
                "methods: [sft], status: conflict | The model cannot be fine-tuned on images by the method sft. A blog says otherwise.",
            })
    void whyAnAnswerIsInDoubtIsSaid(String keys, String text) {
        Availability availability = trainingOnImages(
                "fineTuning: { %s, source: PAGE, note: \"a blog says otherwise\" }%n".formatted(keys),
                Method.SFT,
                "2026-11-23");

        assertThat(availability.reasons()).extracting(Reason::text).containsExactly(text);
    }
}
