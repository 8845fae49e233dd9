package io.epochwise.decision;

import io.epochwise.estimate.Faults;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.fault.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a comparison must keep, beyond what its parts check themselves. */
final class ComparisonChecks {
    private static final int MAX_ALTERNATIVES = 100;
    private static final int MAX_NAME_CHARACTERS = 200;
    private static final long MAX_DRAWN_MONTHS = 2_000_000;

    private final Faults faults = new Faults();

    private ComparisonChecks() {}

    /** @throws InvalidInputException naming all that is wrong */
    static void check(ComparisonRequest request) {
        ComparisonChecks checks = new ComparisonChecks();
        if (checks.faults.given("months", request.months())) {
            checks.faults.range("months", request.months(), 1, PromptShorteningChecks.MAX_MONTHS);
        }
        UncertaintyChoice.check(checks.faults, request.uncertainty());
        if (checks.faults.given("alternatives", request.alternatives())) {
            checks.alternatives(request, request.alternatives());
        }
        checks.draws(request);
        checks.faults.end();
    }

    /** So many draws of so many months of so many alternatives that they would keep the caller waiting are refused. */
    private void draws(ComparisonRequest request) {
        if (request.uncertainty() == null || request.alternatives() == null || request.months() == null) {
            return;
        }
        long monthsOfADraw = (long) request.alternatives().size() * request.months();
        if (request.uncertainty().times() * monthsOfADraw > MAX_DRAWN_MONTHS) {
            faults.add(
                    "uncertainty.draws",
                    "must be at most " + MAX_DRAWN_MONTHS / monthsOfADraw + " for so many alternatives and months");
        }
    }

    private void alternatives(ComparisonRequest request, List<ComparedAlternative> alternatives) {
        if (alternatives.isEmpty() || alternatives.size() > MAX_ALTERNATIVES) {
            faults.add("alternatives", "must have from 1 to " + MAX_ALTERNATIVES + " entries");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < alternatives.size(); i++) {
            String path = "alternatives[" + i + "]";
            ComparedAlternative alternative = alternatives.get(i);
            if (faults.given(path, alternative) && faults.given(path + ".offering", alternative.offering())) {
                name(faults, path, alternative, names);
                kind(path, alternative);
                if (alternative.workload() == null) {
                    faults.given("workload", request.workload());
                }
            }
        }
    }

    /** An alternative must have a name that is not too long and that none before it has. */
    static void name(Faults faults, String path, ComparedAlternative alternative, Set<String> names) {
        if (alternative.name().length() > MAX_NAME_CHARACTERS) {
            faults.add(path + ".id", "must have at most " + MAX_NAME_CHARACTERS + " characters");
        }
        if (!names.add(alternative.name())) {
            faults.add(path + ".id", "must be unlike that of every other alternative");
        }
    }

    private void kind(String path, ComparedAlternative alternative) {
        if (!faults.given(path + ".kind", alternative.kind())) {
            return;
        }
        if (alternative.kind() == AlternativeKind.FINE_TUNE) {
            faults.given(path + ".training", alternative.training());
        }
        if (alternative.kind() == AlternativeKind.PROMPT && alternative.training() != null) {
            faults.add(path + ".training", "must be left out: the kind is prompt");
        }
        if (alternative.training() != null) {
            new PlanChecks(faults).check(path + ".training.", alternative.training());
            if (Boolean.FALSE.equals(alternative.tuned())) {
                faults.add(path + ".tuned", "must be left out or true: the model is trained");
            }
        }
    }
}
