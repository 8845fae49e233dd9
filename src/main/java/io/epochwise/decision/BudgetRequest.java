package io.epochwise.decision;

import io.epochwise.dataset.Dataset;
import io.epochwise.estimate.Workload;
import io.epochwise.money.Bound;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Requirements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is the most that can be had for an amount? {@code budget}, {@code solveFor} and {@code alternatives} are needed, a
 * dataset for each alternative that is trained, and a workload where months are asked for. Every other part may be null.
 *
 * @param budget what may be spent, above 0 and up to 1,000,000,000,000,000, in the currency of the prices
 * @param dataset the training examples of all alternatives that name none of their own; null if none is trained
 * @param workload what is asked in a month, of all alternatives that have none of their own; null if only the training is to
 *     be paid
 * @param solveFor of what there is to be as much as can be paid for
 * @param alternatives the ways that are planned, from 1 to 20. One without a kind is self-hosted if its model is; else it is
 *     tuned if there are training examples, and prompted if not
 * @param months how many months of the workload are to be paid too, from 1 to 120; null for 1; left out where months are asked
 *     for
 * @param questionsPerImage how many training examples ask of the same image on average, from 1 to 1,000,000; null if not known
 * @param bound which of the low, expected and high costs must be within the budget; null for expected
 * @param leverAlternatives whether each lever is to carry the alternative as it is with it; null for no
 * @param organization who tunes and calls; null for not said
 * @param requirements what each alternative must meet; null for nothing
 * @param asOf the day of the jobs and the first day of month 1; null for today
 */
public record BudgetRequest(
        BigDecimal budget,
        Dataset dataset,
        Workload workload,
        SolveFor solveFor,
        List<ComparedAlternative> alternatives,
        Integer months,
        BigDecimal questionsPerImage,
        Bound bound,
        Boolean leverAlternatives,
        Organization organization,
        Requirements requirements,
        LocalDate asOf) {
    /** Copies the list; elements that are null are left for the checks to name. */
    public BudgetRequest {
        alternatives = alternatives == null ? null : Collections.unmodifiableList(new ArrayList<>(alternatives));
    }

    /** The bound that must be within the budget. */
    Bound mustFit() {
        return Objects.requireNonNullElse(bound, Bound.EXPECTED);
    }

    /** The same question with the offerings' ids in place of names, each alternative's id, and the day that is taken. */
    public BudgetRequest resolved(BudgetPlan answer) {
        Map<String, String> offerings = answer.offerings();
        List<ComparedAlternative> named = alternatives.stream()
                .map(alternative -> alternative.named(offerings.get(alternative.name())))
                .toList();
        return new BudgetRequest(
                budget,
                dataset,
                workload,
                solveFor,
                named,
                months,
                questionsPerImage,
                bound,
                leverAlternatives,
                organization,
                requirements,
                answer.asOf());
    }
}
