package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks and writes their table: a row for each input, ours, the baseline of the same run, and the ratio. */
public final class Suite {
    private static final Map<String, String> BASELINES = Map.of(
            TextCounting.class.getSimpleName(), "JTokkit 1.1.0",
            Profiling.class.getSimpleName(), "looking at every byte");

    private Suite() {}

    /** What was measured of an input, in nanoseconds. */
    private static final class Row {
        private double ours;
        private double baseline;
    }

    /** @param args one: where the table is written */
    public static void main(String[] args) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Suite.class.getPackageName().replace(".", "\\.") + "\\..*")
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            String input = result.getParams().getParam(result.getParams().getParamsKeys().iterator().next());
            Row row = rows.computeIfAbsent(name[name.length - 2] + "|" + input, key -> new Row());
            double time = result.getPrimaryResult().getScore();
            if (name[name.length - 1].equals("ours")) {
                row.ours = time;
            } else {
                row.baseline = time;
            }
        }
        String table = table(rows);
        Files.writeString(Path.of(args[0]), table);
        System.out.println(table);
    }

    private static String table(Map<String, Row> rows) {
        StringBuilder table = new StringBuilder("Measured on ")
                .append(LocalDate.now())
                .append(" with ")
                .append(System.getProperty("java.vm.name"))
                .append(' ')
                .append(System.getProperty("java.version"))
                .append(" on ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, ")
                .append(System.getProperty("os.arch"))
                .append(".\n\n| what | input | ours MB/s | baseline | baseline MB/s | ratio |\n|---|---|---|---|---|---|\n");
        rows.forEach((key, row) -> {
            String[] parts = key.split("\\|");
            double bytes = parts[0].equals(Profiling.class.getSimpleName())
                    ? Profiling.of(parts[1]).length
                    : Texts.bytes(parts[1]);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %s | %.1f | %.2f |%n",
                    parts[0],
                    parts[1],
                    bytes / row.ours * 1e3,
                    BASELINES.get(parts[0]),
                    bytes / row.baseline * 1e3,
                    row.baseline / row.ours));
        });
        return table.toString();
    }
}
