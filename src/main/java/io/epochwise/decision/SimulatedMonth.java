package io.epochwise.decision;

import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A month with and without tuning.
 *
 * @param month counted from 1
 * @param date its first day
 * @param requests how many there are
 * @param baseline what the baseline costs; null if a part is not known
 * @param tuned what the tuned model costs, a job made again in this month included; null if a part is not known
 * @param saving the difference; null if a part is not known
 * @param causes the saving by cause, causes without any left out; the expected amounts add up to it exactly
 * @param cumulativeBaseline what the baseline has cost by the end of the month; null if a part is not known
 * @param cumulativeTuned what tuning and the tuned model have cost by then, all that is paid first included; null if a part is
 *     not known
 */
public record SimulatedMonth(
        int month,
        LocalDate date,
        BigDecimal requests,
        Range baseline,
        Range tuned,
        Range saving,
        List<CauseAmount> causes,
        Range cumulativeBaseline,
        Range cumulativeTuned) {
    /** Copies the list. */
    public SimulatedMonth {
        causes = List.copyOf(causes);
    }

    /** The same with the bounds of another where they go beyond its own; both have all causes and no part that is not known. */
    SimulatedMonth spanning(SimulatedMonth other) {
        List<CauseAmount> spanned = new ArrayList<>(causes.size());
        for (int i = 0; i < causes.size(); i++) {
            CauseAmount part = causes.get(i);
            spanned.add(new CauseAmount(
                    part.cause(), part.amount().spanning(other.causes.get(i).amount())));
        }
        return new SimulatedMonth(
                month,
                date,
                requests,
                baseline.spanning(other.baseline),
                tuned.spanning(other.tuned),
                saving.spanning(other.saving),
                spanned,
                cumulativeBaseline.spanning(other.cumulativeBaseline),
                cumulativeTuned.spanning(other.cumulativeTuned));
    }

    /** The same without causes that save nothing and cost nothing. */
    SimulatedMonth withoutZeros() {
        return new SimulatedMonth(
                month,
                date,
                requests,
                baseline,
                tuned,
                saving,
                causes.stream().filter(part -> !part.saysNothing()).toList(),
                cumulativeBaseline,
                cumulativeTuned);
    }

    /**
     * A part of a saving.
     *
     * @param cause why
     * @param amount how much; negative where it costs more
     */
    public record CauseAmount(SavingCause cause, Range amount) {
        boolean saysNothing() {
            return amount.low().signum() == 0 && amount.high().signum() == 0;
        }
    }
}
