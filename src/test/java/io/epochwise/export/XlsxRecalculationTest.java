package io.epochwise.export;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a spreadsheet program makes of the formulas, from nothing but the numbers that are no formulas. Needs LibreOffice Calc as
 * {@code soffice} on the path, and is skipped without it.
 */
class XlsxRecalculationTest {
    /** The digits that the program writes. */
    private static final MathContext WRITTEN = new MathContext(15);

    private static final int SEEDS = 12;

    @TempDir
    static Path folder;

    private static final Map<String, XlsxFile> RECALCULATED = new LinkedHashMap<>();

    @BeforeAll
    static void recalculate() throws IOException, InterruptedException {
        assumeTrue(isThere(), "no soffice on the path: install LibreOffice Calc to have formulas recalculated");
        for (int seed = 0; seed < SEEDS; seed++) {
            save("random" + seed, XlsxLab.random(seed), Map.of());
            Quotation quotation = XlsxLab.random(seed);
            save("changed" + seed, quotation, Map.of("J2", "7", "N2", "3.005"));
        }
        save("ties", ties(), Map.of());
        save(
                "new-ties",
                XlsxLab.simple("EUR", "1 x 9", "1 x 9", "1 x 9", "1 x 9", "-1 x 9", "1 x 9"),
                Map.of(
                        "N2",
                        "0.005",
                        "N3",
                        "0.015",
                        "N4",
                        "1.005",
                        "N5",
                        "2.675",
                        "N6",
                        "0.025",
                        "N7",
                        "0.0250000001"));
        save(
                "priced",
                XlsxLab.simple("JPY", "1 x 0.5", "3 x ?", "? x 2"),
                Map.of("N3", "7", "L3", "1", "J4", "4", "L4", "1"));
        save("unpriced", XlsxLab.simple("JPY", "1 x 0.5", "3 x ?", "? x 2"), Map.of());
        run();
    }

    private static boolean isThere() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
    }

    private static void save(String name, Quotation quotation, Map<String, String> changes) throws IOException {
        byte[] file = XlsxFile.of(QuotationFormat.XLSX.write(quotation)).with("Lines", changes);
        Files.write(folder.resolve(name + ".xlsx"), XlsxFile.of(file).withoutResults());
    }

    private static void run() throws IOException, InterruptedException {
        Path out = Files.createDirectory(folder.resolve("out"));
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                out.toString()));
        try (var files = Files.newDirectoryStream(folder, "*.xlsx")) {
            files.forEach(file -> command.add(file.toString()));
        }
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
        try (var files = Files.newDirectoryStream(out)) {
            for (Path file : files) {
                RECALCULATED.put(
                        file.getFileName().toString().replace(".xlsx", ""), XlsxFile.of(Files.readAllBytes(file)));
            }
        }
    }

    /** Halves that no double holds, to both sides, and what is next to them. */
    private static Quotation ties() {
        return XlsxLab.simple(
                "EUR",
                "1 x 0.005",
                "1 x 0.015",
                "1 x 1.005",
                "1 x 2.675",
                "-1 x 0.025",
                "1 x 0.0250000000000000001",
                "1000000000000000 x 0.000000012345675",
                "999999999999999 x 0.00000000000050505",
                "3 x 33333333.335",
                "70 x 0.0005");
    }

    private static void assertSame(XlsxFile file, String cell, BigDecimal expected) {
        assertThat(file.cell("Summary", cell).number().round(WRITTEN)).isEqualByComparingTo(expected.round(WRITTEN));
    }

    private static void assertSums(XlsxFile file, Quotation quotation) {
        assertSame(file, "B4", quotation.totals().payable());
        assertSame(
                file,
                "F" + file.row("Summary", "A", "To be paid"),
                quotation.totals().payable());
        for (QuotedGroup group : quotation.groups()) {
            assertSame(file, "F" + file.row("Summary", "A", Integer.toString(group.number())), group.rounded());
        }
        BigDecimal lines = IntStream.range(2, file.row("Lines", "G", "To be paid"))
                .mapToObj(row -> file.cell("Lines", "S" + row))
                .filter(cell -> cell != null && cell.value() != null)
                .map(XlsxFile.Cell::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines.round(new MathContext(14)))
                .isEqualByComparingTo(quotation.totals().payable().round(new MathContext(14)));
    }

    @Test
    void recalculatedSumsAreThoseOfTheQuotation() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertSums(RECALCULATED.get("random" + seed), XlsxLab.random(seed));
        }
    }

    @Test
    void halvesGoToTheEvenUnitAsInTheQuotation() {
        Quotation quotation = ties();
        XlsxFile file = RECALCULATED.get("ties");
        assertSums(file, quotation);
        List<QuotedLine> lines = quotation.groups().get(0).lines();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(file.cell("Lines", "S" + (i + 2)).number())
                    .isEqualByComparingTo(lines.get(i).rounded());
        }
    }

    @Test
    void halvesOfChangedLinesGoToTheEvenUnitToo() {
        XlsxFile file = RECALCULATED.get("new-ties");
        assertThat(IntStream.rangeClosed(2, 7)
                        .mapToObj(row -> file.cell("Lines", "S" + row).number().setScale(2)))
                .containsExactly(
                        new BigDecimal("0.00"),
                        new BigDecimal("0.02"),
                        new BigDecimal("1.00"),
                        new BigDecimal("2.68"),
                        new BigDecimal("-0.02"),
                        new BigDecimal("0.03"));
        assertThat(file.value("Lines", "AD2")).isEqualTo("changed");
    }

    /** Groups, what agreements cover, the rounding and what is to be paid. */
    @Test
    void allTotalsFollowWhatIsChanged() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Quotation changed = XlsxLab.changed(XlsxLab.random(seed), "7", "3.005");
            XlsxFile file = RECALCULATED.get("changed" + seed);
            assertSums(file, changed);
            for (QuotedLine line : changed.adjustments()) {
                if (line.category() != LineCategory.ROUNDING) {
                    assertSame(file, "F" + file.row("Summary", "A", line.id()), line.rounded());
                }
            }
        }
    }

    @Test
    void whatIsNotKnownStaysSoUntilItIsFilledIn() {
        assertThat(RECALCULATED.get("unpriced").value("Summary", "B4")).isEqualTo("not known");
        assertThat(RECALCULATED.get("unpriced").value("Lines", "S6")).isEqualTo("not known");
        // 0.5 + 3 x 7 + 4 x 2
        assertSame(RECALCULATED.get("priced"), "B4", new BigDecimal("30"));
    }
}
