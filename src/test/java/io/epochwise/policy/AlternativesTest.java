package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlternativesTest {
    private static final Catalog CATALOG = PolicyCatalogs.SMALL;

    private static List<String> of(String offering, boolean withImages, Organization organization, String asOf) {
        return Alternatives.of(
                        CATALOG, CATALOG.require(offering), Method.SFT, withImages, organization, LocalDate.parse(asOf))
                .stream()
                .map(other -> other.why() + " " + other.offering())
                .toList();
    }

    @Test
    void replacementsComeFirstAndOthersByHowNearTheyAre() {
        assertThat(of("others/doubtful", true, Organization.UNKNOWN, "2026-10-20"))
                .containsExactly(
                        // those named by the vendor, in its order; azure/gone cannot be called any more
                        "replacement others/rerouted",
                        "replacement others/successor",
                        // of the same provider; the longest lasting first, and none that may be closed
                        "same-provider others/seen",
                        // of others; azure/two-phases is open to customers of Azure alone
                        "other-provider openai/two-phases",
                        "self-hosted open/weights");
    }

    @Test
    void eachSaysUntilWhenItRemains() {
        assertThat(Alternatives.of(
                        CATALOG,
                        CATALOG.require("others/rerouted"),
                        Method.SFT,
                        true,
                        Organization.UNKNOWN,
                        LocalDate.of(2026, 12, 1)))
                .contains(
                        new Alternative("others/successor", AlternativeReason.REPLACEMENT, Verdict.AVAILABLE, null),
                        new Alternative(
                                "others/seen",
                                AlternativeReason.SAME_PROVIDER,
                                Verdict.AVAILABLE,
                                LocalDate.of(2027, 6, 30)));
    }

    @Test
    void modelsForTextAloneAreNoneForImages() {
        assertThat(of("others/rerouted", false, Organization.UNKNOWN, "2026-12-01"))
                .contains("same-provider others/text-only");
        assertThat(of("others/rerouted", true, Organization.UNKNOWN, "2026-12-01"))
                .doesNotContain("same-provider others/text-only");
    }

    @Test
    void whatIsSaidOfOneProviderIsNotSaidOfAnother() {
        Organization customer = new Organization(true, true, null, true);

        assertThat(of("openai/hosted", true, customer, "2027-02-01"))
                .contains("same-provider openai/two-phases")
                .doesNotContain("other-provider others/new-blocked", "other-provider azure/two-phases");
        assertThat(of("openai/hosted", true, new Organization(null, null, true, null), "2027-02-01"))
                .contains("other-provider azure/two-phases");
        assertThat(of("others/rerouted", true, customer, "2027-02-01")).contains("same-provider others/new-blocked");
    }

    @Test
    void thereAreAtMostTenInAnOrderThatDoesNotChange() {
        String more = IntStream.range(0, 12)
                .mapToObj(i -> "  - id: lab/other-" + i + "\n    name: Other\n    kind: hosted\n"
                        + "    fineTuning: { methods: [sft], source: PAGE }\n"
                        + "    lifeCycle:\n      - { event: launch, on: 2024-01-01, source: PAGE }\n"
                        + (i == 11 ? "" : "      - { event: shutdown, on: 2028-01-" + (10 + i) + ", source: PAGE }\n"))
                .collect(Collectors.joining());
        Catalog many = PolicyCatalogs.lab("fineTuning: { methods: [], source: PAGE }\n", more);

        List<Alternative> alternatives = Alternatives.of(
                many, many.require("lab/model"), Method.SFT, false, Organization.UNKNOWN, LocalDate.of(2026, 11, 23));

        assertThat(alternatives)
                .hasSize(10)
                .extracting(Alternative::offering)
                .startsWith("lab/other-11", "lab/other-10", "lab/other-9");
    }

    @Test
    void whatIsAvailableNeedsNone() {
        OfferingAvailability availability = OfferingAvailability.of(
                CATALOG,
                CATALOG.require("others/rerouted"),
                Method.SFT,
                true,
                Organization.UNKNOWN,
                LocalDate.of(2026, 11, 30));

        assertThat(availability.training().alternatives()).isEmpty();
        assertThat(availability.tunedInference().alternatives()).isEmpty();
        assertThat(availability.baseInference().alternatives()).isEmpty();
    }

    @Test
    void aModelToBeCalledHasOnlyTheReplacementsItsVendorNames() {
        OfferingAvailability availability = OfferingAvailability.of(
                CATALOG,
                CATALOG.require("others/rerouted"),
                Method.SFT,
                true,
                Organization.UNKNOWN,
                LocalDate.of(2026, 12, 1));

        assertThat(availability.baseInference().alternatives())
                .extracting(Alternative::offering)
                .containsExactly("others/successor");
        assertThat(availability.training().alternatives())
                .extracting(Alternative::offering)
                .startsWith("others/successor")
                .hasSizeGreaterThan(1);
    }

    /** Sixteen hosted models of three providers and one that is self-hosted. */
    @Test
    void noProviderFillsTheListAndTheSameModelComesFirst() {
        List<CatalogFile> files = new ArrayList<>();
        for (String provider : List.of("first", "second", "third")) {
            files.add(new CatalogFile(provider + ".yaml", provider("hosted", provider, 6)));
        }
        files.add(new CatalogFile("rented.yaml", provider("self-hosted", "rented", 1)));
        Catalog catalog = CatalogLoader.load(files);

        assertThat(Alternatives.of(
                        catalog,
                        catalog.require("second/model-4"),
                        Method.SFT,
                        false,
                        Organization.UNKNOWN,
                        LocalDate.of(2026, 11, 23)))
                .extracting(Alternative::offering)
                // the same provider's, newest first; then the same model elsewhere; then the newest of each in turn
                .containsExactly(
                        "second/model-5",
                        "second/model-3",
                        "second/model-2",
                        "second/model-1",
                        "second/model-0",
                        "first/model-4",
                        "third/model-4",
                        "first/model-5",
                        "third/model-5",
                        "rented/model-0");
    }

    private static String provider(String kind, String provider, int models) {
        return "provider: " + provider + "\nsources:\n  PAGE: { citation: \"a page\", grade: official }\nofferings:\n"
                + IntStream.range(0, models)
                        .mapToObj(i -> "  - id: " + provider + "/model-" + i + "\n    name: Model\n    kind: " + kind
                                + "\n    fineTuning: { methods: [sft], source: PAGE }\n    lifeCycle:\n"
                                + "      - { event: launch, on: 202" + i + "-01-01, source: PAGE }\n")
                        .collect(Collectors.joining());
    }
}
