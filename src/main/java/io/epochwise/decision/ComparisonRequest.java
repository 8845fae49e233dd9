package io.epochwise.decision;

import io.epochwise.estimate.Question;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.estimate.Workload;
import io.epochwise.policy.Organization;
import io.epochwise.policy.Requirements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Which way to get a workload done costs least? {@code months} and {@code alternatives} are needed, and a workload for each
 * alternative: the common one or its own. Every other part may be null.
 *
 * @param workload what is asked in a month, of all alternatives that have no workload of their own
 * @param months how many months are looked at, from 1 to 120, the first beginning on {@code asOf}
 * @param alternatives the ways that are compared, from 1 to 100
 * @param organization who tunes and calls; null for not said
 * @param requirements what each must meet; null for nothing
 * @param asOf the day of the jobs and the first day of month 1; null for today
 * @param uncertainty how the totals are to be drawn many times; null for not at all
 */
public record ComparisonRequest(
        Workload workload,
        Integer months,
        List<ComparedAlternative> alternatives,
        Organization organization,
        Requirements requirements,
        LocalDate asOf,
        UncertaintyChoice uncertainty)
        implements Question {
    /** Copies the list; elements that are null are left for the checks to name. */
    public ComparisonRequest {
        alternatives = alternatives == null ? null : Collections.unmodifiableList(new ArrayList<>(alternatives));
    }

    /** The same question with the offerings' ids in place of names, each alternative's id, and the day that is taken. */
    public ComparisonRequest resolved(Comparison answer) {
        Map<String, String> offerings = answer.offerings();
        List<ComparedAlternative> named = alternatives.stream()
                .map(alternative -> alternative.named(offerings.get(alternative.name())))
                .toList();
        return new ComparisonRequest(workload, months, named, organization, requirements, answer.asOf(), uncertainty);
    }
}
