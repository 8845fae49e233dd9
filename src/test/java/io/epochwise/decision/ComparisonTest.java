package io.epochwise.decision;

import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static io.epochwise.decision.DecisionLab.CATALOG;
import static io.epochwise.decision.DecisionLab.TODAY;
import static io.epochwise.decision.DecisionLab.plan;
import static io.epochwise.decision.DecisionLab.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Comparisons on round numbers, and what holds for all of them. */
class ComparisonTest {
    private static final Workload LONG = workload(1_000_000, 2_000, 100, 100);
    private static final Workload SHORT = workload(1_000_000, 100, 100, 100);

    private static ComparedAlternative prompt(String id, String offering, Workload own) {
        return new ComparedAlternative(id, AlternativeKind.PROMPT, offering, own, null, null, null, null, null, null);
    }

    private static ComparedAlternative tuned(String id, String offering, Workload own, TrainingPlan plan) {
        return new ComparedAlternative(
                id, AlternativeKind.FINE_TUNE, offering, own, plan, null, null, null, null, null);
    }

    private static Comparison compare(int months, ComparedAlternative... alternatives) {
        return Comparison.of(
                CATALOG, new ComparisonRequest(LONG, months, List.of(alternatives), null, null, null, null), TODAY);
    }

    /** 5,200 a month against 2,800 and 5,004 first: 62,400 and 38,604 in a year; they change places in month 3. */
    @Test
    void theCheapestComesFirstAndTheMonthOfChangeIsTold() {
        Comparison answer = compare(
                12, prompt("long", "acme/seer", null), tuned("short", "acme/seer", SHORT, plan(1_000, "400", "5000")));
        assertThat(answer.ranked()).extracting(RankedAlternative::id).containsExactly("short", "long");
        RankedAlternative first = answer.ranked().get(0);
        assertThat(first.upFront().expected()).isEqualTo("5004.00");
        assertThat(first.firstMonth().expected()).isEqualTo("2800.00");
        assertThat(first.total().expected()).isEqualTo("38604.00");
        assertThat(first.perThousandRequests().expected()).isEqualTo("3.217");
        assertThat(answer.ranked().get(1).total().expected()).isEqualTo("62400.00");
        assertThat(answer.crossovers()).containsExactly(new Crossover("short", "long", 3, "short"));
    }

    @Test
    void theAnswerIsAlsoSaidInASentence() {
        ComparedAlternative longPrompt = prompt("long", "acme/seer", null);
        assertThat(compare(12, longPrompt, tuned("short", "acme/seer", SHORT, plan(1_000, "400", "5000")))
                        .answer())
                .isEqualTo("On " + TODAY
                        + ", short costs least: 38,604.00 USD for 12 months, 3.22 for 1,000 requests; that is"
                        + " 23,796.00 less than long at 62,400.00 USD.");
        assertThat(compare(1, longPrompt).answer())
                .isEqualTo("On " + TODAY + ", long costs 5,200.00 USD for 1 month, 5.20 for 1,000 requests.");
        assertThat(compare(12, longPrompt, tuned("mortal", "acme/mortal", SHORT, plan(1, "1", null)))
                        .answer())
                .isEqualTo("On " + TODAY
                        + ", long costs least of what lasts: 62,400.00 USD for 12 months, 5.20 for 1,000 requests;"
                        + " mortal costs 2.80 USD for 1,000 requests and does not last: it ends on 2026-07-01.");
    }

    /** The mortal one ends after 6 months: 16,800 look less than 33,600, but are of half the requests. */
    @Test
    void whatEndsBeforeComesAfterWhatLasts() {
        Comparison answer = compare(
                12, tuned("mortal", "acme/mortal", SHORT, plan(1, "1", null)), prompt("lasting", "acme/seer", null));
        assertThat(answer.ranked()).extracting(RankedAlternative::id).containsExactly("lasting", "mortal");
        assertThat(answer.ranked().get(1).wholeHorizon()).isFalse();
        assertThat(answer.ranked().get(1).months()).hasSize(6);
    }

    @Test
    void whatIsNotPricedIsRuledOutAndSaysWhatIsMissing() {
        Comparison answer = compare(
                3, tuned("secret", "acme/secret", SHORT, plan(1, "1", null)), prompt("known", "acme/seer", null));
        assertThat(answer.ranked()).extracting(RankedAlternative::id).containsExactly("known");
        assertThat(answer.ruledOut()).singleElement().satisfies(out -> {
            assertThat(out.id()).isEqualTo("secret");
            assertThat(out.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo(RuledOutCode.UNPRICED);
                assertThat(reason.text()).contains("inference.static-prompt");
            });
        });
    }

    @Test
    void faultsNameTheirAlternative() {
        assertThat(faults(prompt(null, "acme/seer", null), prompt(null, "acme/seer", null)))
                .containsExactly("alternatives[1].id");
        assertThat(faults(new ComparedAlternative(
                        null, AlternativeKind.FINE_TUNE, "acme/seer", null, null, null, null, null, null, null)))
                .containsExactly("alternatives[0].training");
        assertThat(faults(new ComparedAlternative(
                        null, AlternativeKind.SELF_HOSTED, "acme/seer", null, null, null, null, null, null, null)))
                .containsExactly("alternatives[0].kind");
        assertThat(faults(prompt("own", "acme/seer", workload(0, 1, 1, 1))))
                .containsExactly("alternatives[0].workload.requestsPerMonth");
        assertThat(faults(Collections.nCopies(101, prompt(null, "acme/seer", null))
                        .toArray(ComparedAlternative[]::new)))
                .containsExactly("alternatives");
        ComparisonRequest common = new ComparisonRequest(
                workload(0, 1, 1, 1), 1, List.of(prompt(null, "acme/seer", null)), null, null, null, null);
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> Comparison.of(CATALOG, common, TODAY))
                        .violations())
                .extracting(Violation::field)
                .containsExactly("workload.requestsPerMonth");
    }

    private static List<String> faults(ComparedAlternative... alternatives) {
        return catchThrowableOfType(InvalidInputException.class, () -> compare(1, alternatives)).violations().stream()
                .map(Violation::field)
                .toList();
    }

    private static List<ComparedAlternative> drawn(Random random) {
        List<ComparedAlternative> alternatives = new ArrayList<>();
        List<String> offerings = List.of("acme/seer", "acme/mortal", "acme/kept", "acme/torn");
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Workload own = workload(200_000, random.nextInt(3_000), random.nextInt(300), random.nextInt(300));
            String offering = offerings.get(random.nextInt(offerings.size()));
            alternatives.add(
                    random.nextBoolean()
                            ? prompt("p" + i, offering, own)
                            : tuned("t" + i, offering, own, plan(1 + random.nextInt(9_000), "500", "800")));
        }
        return alternatives;
    }

    /** Series end at totals, the ranking is sorted and does not depend on the order of the question, places change as told. */
    @Test
    void whatHoldsForEveryComparison() {
        int crossings = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            List<ComparedAlternative> alternatives = drawn(random);
            int months = 1 + random.nextInt(24);
            Comparison answer = compare(months, alternatives.toArray(ComparedAlternative[]::new));
            for (RankedAlternative one : answer.ranked()) {
                assertThat(one.months().get(one.months().size() - 1).cumulative())
                        .isEqualTo(one.total());
                BigDecimal sum = one.upFront().expected();
                for (RankedAlternative.ComparedMonth month : one.months()) {
                    sum = sum.add(month.cost().expected());
                    assertThat(month.cumulative().expected()).isEqualByComparingTo(sum);
                }
                assertThat(one.wholeHorizon()).isEqualTo(one.months().size() == months);
            }
            assertThat(answer.ranked().stream()
                            .filter(RankedAlternative::wholeHorizon)
                            .map(one -> one.total().expected())
                            .toList())
                    .isSorted();
            Collections.shuffle(alternatives, random);
            Comparison shuffled = compare(months, alternatives.toArray(ComparedAlternative[]::new));
            assertThat(shuffled.ranked()).as("seed %d", seed).isEqualTo(answer.ranked());
            for (Crossover crossover : answer.crossovers()) {
                RankedAlternative cheaper = find(answer, crossover.cheaper());
                RankedAlternative other =
                        find(answer, crossover.a().equals(crossover.cheaper()) ? crossover.b() : crossover.a());
                assertThat(at(cheaper, crossover.month())).isLessThanOrEqualTo(at(other, crossover.month()));
                assertThat(at(cheaper, crossover.month() - 1)).isGreaterThanOrEqualTo(at(other, crossover.month() - 1));
                crossings++;
            }
        }
        assertThat(crossings).isGreaterThan(100);
    }

    private static RankedAlternative find(Comparison answer, String id) {
        return answer.ranked().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal at(RankedAlternative one, int month) {
        return month == 0
                ? one.upFront().expected()
                : one.months().get(month - 1).cumulative().expected();
    }
}
