package io.epochwise.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * A quotation as a workbook by ISO/IEC 29500 (Office Open XML) whose sums are formulas, so that a planner can change quantities and
 * prices. As it comes it shows what was quoted to the last minor unit, see {@link XlsxLines}. What is not known is said and is no
 * number.
 */
final class XlsxQuotation {
    private static final String APPLICATION = "Epochwise";

    private XlsxQuotation() {}

    static void write(Quotation quotation, OutputStream out) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<XlsxSheet> sheets;
        try (Workbook workbook = new Workbook(file, APPLICATION, null)) {
            workbook.properties().setTitle("Quotation " + quotation.document().number());
            workbook.properties().setSubject(quotation.notice());
            sheets = sheets(workbook, quotation);
        }
        XlsxPackage.write(
                file.toByteArray(),
                sheets.stream().map(XlsxSheet::results).toList(),
                quotation.document().issueDate(),
                out);
    }

    private static List<XlsxSheet> sheets(Workbook workbook, Quotation quotation) {
        XlsxAmounts amounts = XlsxAmounts.of(quotation);
        XlsxLines lines = new XlsxLines(quotation, amounts);
        XlsxAgreement agreement = new XlsxAgreement(quotation, amounts, lines);
        XlsxSummary summary = new XlsxSummary(quotation, amounts, lines, agreement);
        List<XlsxSheet> sheets = new ArrayList<>();
        sheets.add(summary.write(workbook));
        sheets.add(lines.write(workbook));
        if (!agreement.isEmpty()) {
            sheets.add(agreement.write(workbook, summary.contracted()));
        }
        sheets.add(XlsxMonths.write(workbook, quotation, amounts));
        sheets.add(XlsxSources.write(workbook, quotation));
        sheets.add(XlsxFindings.write(workbook, quotation));
        return sheets;
    }
}
