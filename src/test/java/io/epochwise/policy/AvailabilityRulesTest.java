package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AvailabilityRulesTest {
    private static final Catalog CATALOG = catalog();

    private static Catalog catalog() {
        try {
            Path file = Path.of("src/test/resources/policy/catalog.yaml");
            return CatalogLoader.load(List.of(new CatalogFile("catalog.yaml", Files.readString(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
                .containsExactly(codes.split(" "));
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
        "openai/untold, 2026-11-23, unknown, unknown"
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
}
