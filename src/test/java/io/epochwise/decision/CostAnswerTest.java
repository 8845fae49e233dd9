package io.epochwise.decision;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.Question;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.DecisionLab.CATALOG;
import static io.epochwise.decision.DecisionLab.TODAY;
import static io.epochwise.decision.DecisionLab.plan;
import static io.epochwise.decision.DecisionLab.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What things cost, line by line, is what their own operations answer. */
class CostAnswerTest {
    private static final Workload LONG = workload(1_000_000, 2_000, 100, 100);
    private static final Workload SHORT = workload(1_000_000, 100, 100, 100);

    private static CostAnswer cost(CostKind kind, Question request, String alternative) {
        return CostAnswer.of(CATALOG, new CostQuestion(kind, request, alternative), TODAY);
    }

    private static ComparisonRequest comparison() {
        return new ComparisonRequest(
                LONG,
                12,
                List.of(
                        new ComparedAlternative(
                                "long", AlternativeKind.PROMPT, "acme/seer", null, null, null, null, null, null, null),
                        new ComparedAlternative(
                                "short",
                                AlternativeKind.FINE_TUNE,
                                "acme/seer",
                                SHORT,
                                plan(1_000, "400", "5000"),
                                null,
                                null,
                                null,
                                null,
                                null),
                        new ComparedAlternative(
                                "secret",
                                AlternativeKind.FINE_TUNE,
                                "acme/secret",
                                SHORT,
                                plan(1, "1", null),
                                null,
                                null,
                                null,
                                null,
                                null)),
                null,
                null,
                null,
                null);
    }

    private static PromptShorteningRequest shortening(Integer retrainEveryMonths) {
        return new PromptShorteningRequest(
                new ModelUse("acme/seer", null, LONG, null, null, null, null),
                new ModelUse("acme/seer", null, SHORT, null, null, null, null),
                plan(1_000, "400", "5000"),
                12,
                retrainEveryMonths,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal sumOfLines(CostAnswer answer) {
        return answer.lines().map(line -> line.amount().expected()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aTrainingJobIsItsEstimate() {
        TrainingRequest request = TrainingRequest.of(
                "acme/seer",
                new DatasetSummary(
                        Range.exactly(1_000), Range.exactly(BigDecimal.valueOf(400)), null, null, null, null),
                3);
        CostAnswer answer = cost(CostKind.TRAINING, request, null);
        Estimate estimate = request.estimate(CATALOG, TODAY);
        assertThat(answer.total()).isEqualTo(estimate.total());
        assertThat(answer.parts()).containsExactly(new CostPart(CostPartKind.TRAINING, 0, estimate));
        assertThat(answer.months()).isEmpty();
    }

    @Test
    void inferenceHasItsMonths() {
        InferenceRequest request =
                new InferenceRequest("acme/seer", null, LONG, 3, null, null, null, null, null, null, null);
        CostAnswer answer = cost(CostKind.INFERENCE, request, null);
        assertThat(answer.total()).isEqualTo(request.estimate(CATALOG, TODAY).total());
        assertThat(answer.months()).extracting(CostMonth::month).containsExactly(1, 2, 3);
        assertThat(answer.months().stream()
                        .map(CostMonth::cost)
                        .reduce(Range.ZERO, Range::plus)
                        .asAmount())
                .isEqualTo(answer.total());
    }

    /** 38,604 in a year, as the comparison says. */
    @Test
    void ofAComparisonTheCheapestIsTakenUnlessAnotherIsAskedFor() {
        CostAnswer cheapest = cost(CostKind.COMPARISON, comparison(), null);
        assertThat(cheapest.alternative()).isEqualTo("short");
        assertThat(cheapest.total().expected()).isEqualTo("38604.00");
        assertThat(cheapest.parts())
                .extracting(CostPart::kind)
                .containsExactly(CostPartKind.TRAINING, CostPartKind.CALLS);
        assertThat(sumOfLines(cheapest)).isEqualByComparingTo("38604");

        CostAnswer other = cost(CostKind.COMPARISON, comparison(), "long");
        assertThat(other.total().expected()).isEqualTo("62400.00");
        assertThat(other.parts()).extracting(CostPart::kind).containsExactly(CostPartKind.CALLS);
    }

    @Test
    void whatCannotBeHadSaysWhy() {
        assertThat(catchThrowableOfType(
                                InvalidInputException.class, () -> cost(CostKind.COMPARISON, comparison(), "secret"))
                        .violations())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("alternative");
                    assertThat(fault.message()).contains("cannot be had", "secret", "is not known");
                });
        assertThat(catchThrowableOfType(
                                InvalidInputException.class, () -> cost(CostKind.COMPARISON, comparison(), "other"))
                        .violations())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("long, secret, short"));
    }

    @Test
    void bothSidesOfPromptShorteningAreThoseOfTheSimulation() {
        PromptShorteningAnswer simulation = PromptShortening.of(CATALOG, shortening(null), TODAY);
        CostAnswer tuned = cost(CostKind.PROMPT_SHORTENING, shortening(null), null);
        assertThat(tuned.alternative()).isEqualTo("tuned");
        assertThat(tuned.total()).isEqualTo(simulation.total().tuned());
        CostAnswer baseline = cost(CostKind.PROMPT_SHORTENING, shortening(null), "baseline");
        assertThat(baseline.total()).isEqualTo(simulation.total().baseline());
        assertThat(sumOfLines(baseline)).isEqualByComparingTo(baseline.total().expected());
    }

    @Test
    void jobsMadeAgainArePartsOfTheirOwn() {
        CostAnswer answer = cost(CostKind.PROMPT_SHORTENING, shortening(5), null);
        assertThat(answer.parts())
                .extracting(CostPart::kind)
                .containsExactly(
                        CostPartKind.TRAINING, CostPartKind.CALLS, CostPartKind.RETRAINING, CostPartKind.RETRAINING);
        assertThat(answer.parts()).extracting(CostPart::month).containsExactly(0, 0, 6, 11);
        assertThat(answer.total())
                .isEqualTo(PromptShortening.of(CATALOG, shortening(5), TODAY)
                        .total()
                        .tuned());
        assertThat(sumOfLines(answer)).isEqualByComparingTo(answer.total().expected());
    }

    @Test
    void faultsNameThePlaceInTheRequest() {
        InferenceRequest unknown = InferenceRequest.of("acme/seen", LONG);
        assertThat(catchThrowableOfType(UnknownNameException.class, () -> cost(CostKind.INFERENCE, unknown, null))
                        .field())
                .isEqualTo("request.offering");
        InferenceRequest forever =
                new InferenceRequest("acme/seer", null, LONG, 1_000, null, null, null, null, null, null, null);
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> cost(CostKind.INFERENCE, forever, null))
                        .violations())
                .extracting(fault -> fault.field())
                .containsExactly("request.months");
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> cost(CostKind.INFERENCE, forever, "tuned"))
                        .violations())
                .extracting(fault -> fault.field())
                .containsExactly("alternative");
    }
}
