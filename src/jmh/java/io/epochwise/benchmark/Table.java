package io.epochwise.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, and what could not be. */
final class Table {
    private final List<Row> rows = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
        System.out.println("  " + line(row));
    }

    /** Notes what could not be measured, and why. */
    void leaveOut(String what, String why) {
        leftOut.add(what + ": " + why);
        System.out.println("  left out: " + why);
    }

    /** What was measured of ours in the first row of that name and input. */
    Optional<Double> ours(String what, String input) {
        return rows.stream()
                .filter(row -> row.what().equals(what) && row.input().equals(input))
                .map(Row::ours)
                .findFirst();
    }

    /** The table in Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder()
                .append(String.format(
                        Locale.ROOT,
                        "Measured on %s with %s %s on %d processors, %s. The ratio says how many times as good as the"
                                + " baseline ours is, whether more or less is better.%n%n",
                        LocalDate.now(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.arch")))
                .append("| what | input | ours | unit | baseline | its | ratio | target | |\n")
                .append("|---|---|---:|---|---|---:|---:|---|---|\n");
        rows.forEach(row -> text.append(line(row)).append('\n'));
        if (!leftOut.isEmpty()) {
            text.append("\nLeft out:\n\n");
            leftOut.forEach(reason -> text.append("- ").append(reason).append('\n'));
        }
        return text.toString();
    }

    private static String line(Row row) {
        return "| "
                + String.join(
                        " | ",
                        row.what(),
                        row.input(),
                        number(row.ours()),
                        row.unit().symbol(),
                        row.baseline(),
                        row.isCompared() ? number(row.theirs()) : "",
                        row.isCompared() ? String.format(Locale.ROOT, "%.2f", row.ratio()) : "",
                        row.target().text(),
                        verdict(row))
                + " |";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f", value);
    }

    private static String verdict(Row row) {
        if (row.target().text().isEmpty()) {
            return "";
        }
        return row.target().met().test(row) ? "met" : "missed";
    }
}
