package io.epochwise.export;

import io.epochwise.estimate.Warning;
import io.epochwise.policy.Alternative;
import io.epochwise.policy.Availability;
import io.epochwise.policy.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;

/** What may make the amounts wrong, and whether and until when everything can be had. */
final class XlsxFindings {
    static final String NAME = "Findings";

    private final XlsxSheet sheet;
    private int row = 2;

    private XlsxFindings(Workbook workbook) {
        sheet = new XlsxSheet(workbook, NAME);
    }

    static XlsxSheet write(Workbook workbook, Quotation quotation) {
        XlsxFindings findings = new XlsxFindings(workbook);
        findings.write(quotation);
        return findings.sheet;
    }

    private void write(Quotation quotation) {
        sheet.columns(
                new String[] {
                    "Kind",
                    "Severity or verdict",
                    "Group",
                    "Part",
                    "Offering",
                    "Code",
                    "What",
                    "From",
                    "Until",
                    "Source"
                },
                14,
                14,
                7,
                12,
                34,
                34,
                70,
                12,
                12,
                50);
        for (QuotedGroup group : quotation.groups()) {
            for (Warning warning : group.warnings()) {
                row("warning", warning.severity(), group, null, null, warning.code(), warning.text());
            }
        }
        for (QuotedGroup group : quotation.groups()) {
            group.availabilities().forEach(part -> available(group, part));
        }
        sheet.end(row, "J");
    }

    private void available(QuotedGroup group, QuotedGroup.PartAvailability part) {
        Availability availability = part.availability();
        row("availability", availability.verdict(), group, part.part(), part.offering(), null, null);
        date("I", availability.until());
        for (Reason reason : availability.reasons()) {
            row("reason", null, group, part.part(), part.offering(), reason.code(), reason.text());
            date("H", reason.on());
            sheet.text("J", row - 1, reason.source(), XlsxLook.WRAPPED);
        }
        for (Alternative alternative : availability.alternatives()) {
            row(
                    "alternative",
                    alternative.verdict(),
                    group,
                    part.part(),
                    alternative.offering(),
                    alternative.why(),
                    null);
            date("I", alternative.until());
        }
    }

    private void date(String column, LocalDate date) {
        sheet.date(column, row - 1, date, XlsxLook.PLAIN);
    }

    private void row(
            String kind, Object severity, QuotedGroup group, Object part, String offering, Object code, String text) {
        sheet.text("A", row, kind, XlsxLook.PLAIN);
        sheet.text("B", row, Objects.toString(severity, null), XlsxLook.PLAIN);
        sheet.number("C", row, BigDecimal.valueOf(group.number()), XlsxLook.COUNT);
        sheet.text("D", row, Objects.toString(part, null), XlsxLook.PLAIN);
        sheet.text("E", row, offering, XlsxLook.WRAPPED);
        sheet.text("F", row, Objects.toString(code, null), XlsxLook.WRAPPED);
        sheet.text("G", row, text, XlsxLook.WRAPPED);
        row++;
    }
}
