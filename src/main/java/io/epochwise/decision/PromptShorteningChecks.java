package io.epochwise.decision;

import io.epochwise.estimate.Faults;
import io.epochwise.estimate.UncertaintyChoice;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import java.util.Objects;

/** What a question about prompt shortening must keep, beyond what its parts check themselves. */
final class PromptShorteningChecks {
    static final int MAX_MONTHS = 120;

    private final Faults faults = new Faults();

    private PromptShorteningChecks() {}

    /** @throws InvalidInputException naming all that is wrong */
    static void check(PromptShorteningRequest request) {
        PromptShorteningChecks checks = new PromptShorteningChecks();
        boolean uses = checks.use("baseline", request.baseline()) & checks.use("tuned", request.tuned());
        if (checks.faults.given("training", request.training())) {
            new PlanChecks(checks.faults).check("training.", request.training());
        }
        if (checks.faults.given("months", request.months())) {
            checks.faults.range("months", request.months(), 1, MAX_MONTHS);
        }
        UncertaintyChoice.check(checks.faults, request.uncertainty());
        checks.faults.range("retrainEveryMonths", request.retrainEveryMonths(), 1, MAX_MONTHS);
        checks.faults.range(
                "breakEvenBy", request.breakEvenBy(), 1, Objects.requireNonNullElse(request.months(), MAX_MONTHS));
        if (uses) {
            checks.sameRequests(request.baseline().workload(), request.tuned().workload());
        }
        if (request.tuned() != null && Boolean.FALSE.equals(request.tuned().tuned())) {
            checks.faults.add("tuned.tuned", "must be left out or true");
        }
        checks.faults.end();
    }

    private boolean use(String side, ModelUse use) {
        return faults.given(side, use)
                && faults.given(side + ".offering", use.offering())
                && faults.given(side + ".workload", use.workload());
    }

    private void sameRequests(Workload before, Workload after) {
        same("tuned.workload.requestsPerMonth", before.requestsPerMonth(), after.requestsPerMonth(), null);
        same("tuned.workload.monthlyGrowth", before.monthlyGrowth(), after.monthlyGrowth(), Range.ZERO);
    }

    private void same(String field, Range before, Range after, Range otherwise) {
        Range one = before == null ? otherwise : before;
        Range other = after == null ? otherwise : after;
        if (one == null || other == null) {
            return;
        }
        boolean same = one.low().compareTo(other.low()) == 0
                && one.expected().compareTo(other.expected()) == 0
                && one.high().compareTo(other.high()) == 0;
        if (!same) {
            faults.add(field, "must be that of the baseline: the same requests are answered");
        }
    }
}
