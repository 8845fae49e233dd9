package io.epochwise.catalog;

import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityRules;
import io.epochwise.policy.Organization;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageTokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every offering of the built-in catalog, whoever wrote its file. */
class CatalogQualityTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();

    /** Days on both sides of the changes that matter most. */
    private static final List<LocalDate> DAYS = Stream.of(
                    "2024-10-01", "2025-09-24", "2026-05-07", "2026-11-23", "2026-12-31", "2027-01-01", "2027-10-15")
            .map(LocalDate::parse)
            .toList();

    static List<Offering> offerings() {
        return CATALOG.offerings();
    }

    private static Stream<Fact> facts(Offering offering) {
        return Stream.of(
                        Stream.of(
                                offering.textEncoding(),
                                offering.messageTokens(),
                                offering.contextTokens(),
                                offering.fineTuning(),
                                offering.promptCaching(),
                                offering.parameters(),
                                offering.visionTower(),
                                offering.textTower(),
                                offering.license()),
                        offering.imageRules().stream(),
                        offering.prices().stream(),
                        offering.promotions().stream(),
                        offering.lifeCycle().stream(),
                        offering.limits().stream(),
                        offering.retention().stream(),
                        offering.serving().stream(),
                        offering.memory().stream(),
                        offering.servingThroughput().stream())
                .flatMap(facts -> facts)
                .filter(Objects::nonNull)
                .map(Fact.class::cast);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offerings")
    void everyFactHasItsSource(Offering offering) {
        assertThat(facts(offering)).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.source()).containsPattern("^[A-Z0-9][A-Z0-9-]*: .{8,}");
            assertThat(fact.grade()).isNotNull().isNotEqualTo(Grade.OWN);
            assertThat(fact.status()).isNotNull();
            assertThat(fact.asOf() != null || fact.source().contains("undated"))
                    .as("a date, or the word that there is none: %s", fact)
                    .isTrue();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offerings")
    void everyOfferingAnswersOnEveryDay(Offering offering) {
        for (LocalDate day : DAYS) {
            for (Availability availability : List.of(
                    AvailabilityRules.training(offering, Method.SFT, true, Organization.UNKNOWN, day),
                    AvailabilityRules.tunedInference(offering, Organization.UNKNOWN, day),
                    AvailabilityRules.baseInference(offering, Organization.UNKNOWN, day))) {
                assertThat(availability.verdict()).isNotNull();
                assertThat(availability.reasons())
                        .allSatisfy(reason -> assertThat(reason.text()).isNotBlank());
            }
            offering.imageBilling(day).ifPresent(billing -> assertThat(billing.tokens(640, 480, Detail.AUTO))
                    .isInstanceOfSatisfying(
                            ImageTokens.Counted.class,
                            counted -> assertThat(counted.tokens().expected()).isPositive()));
        }
    }

    /** One price each, whatever is asked: intervals that overlapped would give two. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("offerings")
    void nothingHasTwoPricesOnADay(Offering offering) {
        for (LocalDate day : DAYS) {
            assertThat(offering.pricesInForce(day).stream()
                            .map(price -> List.of(
                                    price.meter(),
                                    price.unit(),
                                    price.tiers(),
                                    price.regions(),
                                    price.methods(),
                                    Objects.toString(price.variant()),
                                    Objects.toString(price.fromInputTokens()))))
                    .doesNotHaveDuplicates();
        }
    }
}
