package io.epochwise.decision;

import io.epochwise.estimate.Faults;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.fault.InvalidInputException;

/** What a comparison must keep, beyond what its parts check themselves. */
final class ComparisonChecks {
    private static final int MAX_ALTERNATIVES = 100;
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
        AlternativeChecks.check(checks.faults, request.alternatives(), MAX_ALTERNATIVES, (path, alternative) -> {
            checks.kind(path, alternative);
            if (alternative.workload() == null) {
                checks.faults.given("workload", request.workload());
            }
        });
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
