package io.epochwise.export;

import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostMonth;
import io.epochwise.decision.CostPartKind;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.Warning;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One of the questions of a quotation with its lines.
 *
 * @param number counted from 1
 * @param kind what was asked
 * @param title the same for a reader
 * @param alternative whose costs these are; null where there is only one
 * @param estimateId the id of the answer of the question's own operation
 * @param asOf the day whose facts were applied, and the first day of month 1
 * @param total at contracted prices, in the document's currency, exact; null if a line is unpriced
 * @param rounded the sum of the rounded lines; null if a line is unpriced
 * @param lines what is charged
 * @param months the months of calls, in the document's currency; empty if there are none
 * @param availabilities whether and until when each part can be had
 * @param assumptions what the amounts rest on beyond stated facts
 * @param warnings what may make the amounts wrong
 */
public record QuotedGroup(
        int number,
        CostKind kind,
        String title,
        String alternative,
        String estimateId,
        LocalDate asOf,
        Range total,
        BigDecimal rounded,
        List<QuotedLine> lines,
        List<CostMonth> months,
        List<PartAvailability> availabilities,
        List<Assumption> assumptions,
        List<Warning> warnings) {
    /** Copies the lists. */
    public QuotedGroup {
        lines = List.copyOf(lines);
        months = List.copyOf(months);
        availabilities = List.copyOf(availabilities);
        assumptions = List.copyOf(assumptions);
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether a part can be had.
     *
     * @param part what it is for
     * @param offering the offering's id
     * @param availability and until when
     */
    public record PartAvailability(CostPartKind part, String offering, Availability availability) {}
}
