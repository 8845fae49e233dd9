package io.epochwise.policy;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DueDiligenceTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Requirements EU_AND_NO_TRAINING =
            new Requirements(null, null, List.of("EU"), true, null, null, null, null, null, null, null);
    private static final Dataset VISION = new DatasetSummary(
            Range.exactly(9), Range.exactly(100), Range.exactly(1), Range.exactly(512), Range.exactly(512), null);

    private static DueDiligenceRequest request(
            List<String> offerings, Dataset dataset, Requirements requirements, String tier, Method method) {
        return new DueDiligenceRequest(null, offerings, dataset, requirements, null, tier, method, null);
    }

    private static List<OfferingDueDiligence> ask(DueDiligenceRequest request) {
        return DueDiligence.of(CATALOG, request, DAY).offerings();
    }

    private static List<Violation> violations(DueDiligenceRequest request) {
        return catchThrowableOfType(InvalidInputException.class, () -> ask(request))
                .violations();
    }

    @Test
    void everyOfferingIsCheckedOnceInTheOrderOfTheQuestion() {
        List<OfferingDueDiligence> answers = ask(request(
                List.of("openai/gpt-4o", "azure/gpt-4o", "openai/gpt-4o-2024-08-06"),
                null,
                EU_AND_NO_TRAINING,
                null,
                null));

        assertThat(answers)
                .extracting(OfferingDueDiligence::offering)
                .containsExactly("openai/gpt-4o-2024-08-06", "azure/gpt-4o-2024-08-06");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.results())
                .extracting(RequirementResult::requirement)
                .containsExactly("regions", "noTrainingOnData"));
    }

    @Test
    void theWorstResultIsTheVerdict() {
        List<String> gpt4o = List.of("azure/gpt-4o");

        assertThat(ask(request(gpt4o, null, EU_AND_NO_TRAINING, "regional", null))
                        .get(0)
                        .verdict())
                .isEqualTo(Outcome.PASS);
        assertThat(ask(request(gpt4o, null, EU_AND_NO_TRAINING, "data-zone", null))
                        .get(0)
                        .verdict())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(ask(request(gpt4o, null, EU_AND_NO_TRAINING, "global", null))
                        .get(0)
                        .verdict())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void aPriceClassHoldsForThoseThatHaveIt() {
        List<OfferingDueDiligence> answers =
                ask(request(List.of("openai/gpt-4o", "azure/gpt-4o"), null, EU_AND_NO_TRAINING, "regional", null));

        assertThat(answers).extracting(OfferingDueDiligence::verdict).containsExactly(Outcome.PASS, Outcome.PASS);
        assertThat(violations(request(List.of("openai/gpt-4o"), null, EU_AND_NO_TRAINING, "regional", null)))
                .extracting(Violation::field)
                .containsExactly("tier");
    }

    @Test
    void theDatasetIsHeldAgainstTheLimits() {
        OfferingDueDiligence answer = ask(request(List.of("azure/gpt-4o"), VISION, EU_AND_NO_TRAINING, null, null))
                .get(0);

        assertThat(answer.findings())
                .extracting(finding -> finding.code().name())
                .containsExactly("TOO_FEW_EXAMPLES");
        assertThat(ask(request(List.of("azure/gpt-4o"), null, EU_AND_NO_TRAINING, null, null))
                        .get(0)
                        .findings())
                .isEmpty();
    }

    /** OA-VFT: GPT-4.1 is tuned on text alone at OpenAI. */
    @Test
    void imagesInTheDatasetOrInTheRequirementsAreAskedOfTraining() {
        Requirements none = new Requirements(null, null, null, null, null, null, null, null, null, null, null);
        Requirements urls = new Requirements(null, null, null, null, null, null, true, null, null, null, null);
        List<String> gpt41 = List.of("openai/gpt-4.1");

        assertThat(verdict(request(gpt41, null, none, null, null))).isEqualTo(Verdict.RESTRICTED);
        assertThat(verdict(request(gpt41, VISION, none, null, null))).isEqualTo(Verdict.CLOSED);
        assertThat(verdict(request(gpt41, null, urls, null, null))).isEqualTo(Verdict.CLOSED);
    }

    private static Verdict verdict(DueDiligenceRequest request) {
        return ask(request).get(0).availability().training().verdict();
    }

    @Test
    void theMethodIsTheUsualOneIfNoneIsGiven() {
        List<String> o4mini = List.of("azure/o4-mini");
        Requirements none = new Requirements(null, null, null, null, null, null, null, null, null, null, null);

        assertThat(verdict(request(o4mini, null, none, null, Method.SFT))).isEqualTo(Verdict.CLOSED);
        assertThat(verdict(request(o4mini, null, none, null, null)))
                .isEqualTo(verdict(request(o4mini, null, none, null, Method.RFT)));
    }

    /** OA-DEPR: training ends on 2027-01-06 and calls on 2027-01-14 at OpenAI, later at Azure. */
    @Test
    void whatIsClosedNamesWhatRemains() {
        DueDiligenceRequest later = new DueDiligenceRequest(
                "openai/gpt-4o",
                null,
                VISION,
                EU_AND_NO_TRAINING,
                new Organization(true, true, true, null),
                null,
                null,
                LocalDate.of(2027, 1, 6));
        OfferingAvailability availability = ask(later).get(0).availability();

        assertThat(availability.training().verdict()).isEqualTo(Verdict.CLOSED);
        assertThat(availability.training().alternatives())
                .contains(new Alternative(
                        "azure/gpt-4o-2024-08-06",
                        AlternativeReason.OTHER_PROVIDER,
                        Verdict.AVAILABLE,
                        LocalDate.of(2027, 4, 1)));
        assertThat(availability.tunedInference().verdict()).isEqualTo(Verdict.AVAILABLE);
        assertThat(availability.tunedInference().alternatives()).isEmpty();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        Requirements wrong =
                new Requirements(null, -1, List.of(), null, null, null, null, List.of("png", "cube"), null, null, 0L);
        Dataset none = new DatasetSummary(Range.exactly(0), Range.exactly(1), null, null, null, null);

        assertThat(violations(request(List.of(), none, wrong, null, null)))
                .extracting(Violation::field)
                .containsExactly(
                        "offerings",
                        "dataset.examples",
                        "requirements.maxRetentionDays",
                        "requirements.minimumContextTokens",
                        "requirements.regions",
                        "requirements.imageFormats[1]");
    }

    @Test
    void oneOfferingOrSeveralAreGiven() {
        assertThat(violations(new DueDiligenceRequest(null, null, null, null, null, null, null, null)))
                .extracting(Violation::field)
                .containsExactly("offering", "requirements");
        assertThat(violations(new DueDiligenceRequest(
                        "openai/gpt-4o", List.of("azure/gpt-4o"), null, EU_AND_NO_TRAINING, null, null, null, null)))
                .extracting(Violation::field)
                .containsExactly("offerings");
        assertThat(violations(request(Collections.nCopies(51, "openai/gpt-4o"), null, EU_AND_NO_TRAINING, null, null)))
                .extracting(Violation::field)
                .containsExactly("offerings");
    }

    @Test
    void anUnknownOfferingIsNoFaultOfAField() {
        assertThatThrownBy(() -> ask(request(List.of("openai/gpt-5o"), null, EU_AND_NO_TRAINING, null, null)))
                .isInstanceOf(UnknownNameException.class);
    }
}
