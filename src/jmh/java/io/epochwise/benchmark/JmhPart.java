package io.epochwise.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A class of JMH benchmarks as a part of the suite. */
final class JmhPart implements Part {
    private static final String OURS = "ours";
    private static final String BASELINE = "baseline";

    private final Class<?> benchmarks;
    private final Path folder;

    private JmhPart(Class<?> benchmarks, Path folder) {
        this.benchmarks = benchmarks;
        this.folder = folder;
    }

    /**
     * All classes of benchmarks, by name.
     *
     * @param folder where the logs of JMH go
     */
    static List<Part> all(Path folder) throws ClassNotFoundException {
        TreeSet<String> names = new TreeSet<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())) {
            names.add(entry.getUserClassQName());
        }
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(new JmhPart(Class.forName(name), folder));
        }
        return parts;
    }

    @Override
    public String name() {
        return benchmarks.getSimpleName();
    }

    @Override
    public void run(Table table) throws Exception {
        Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(benchmarks.getName().replace(".", "\\.") + "\\.")
                        .output(folder.resolve(name() + ".log").toString())
                        .shouldFailOnError(true)
                        .build())
                .run()) {
            String benchmark = result.getParams().getBenchmark();
            String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            rates.computeIfAbsent(method, key -> new LinkedHashMap<>()).put(input(result.getParams()), rate(result));
        }
        if (rates.containsKey(BASELINE)) {
            Map<String, Double> theirs = rates.remove(BASELINE);
            rates.remove(OURS).forEach((input, ours) -> table.add(row(input, ours, input, theirs.get(input))));
        }
        rates.forEach((method, alone) -> alone.forEach(
                (input, rate) -> table.add(row((words(method) + " " + input).trim(), rate, input, Double.NaN))));
    }

    private Row row(String shown, double ours, String input, double theirs) {
        Compared compared = benchmarks.getAnnotation(Compared.class);
        Unit unit = Sized.class.isAssignableFrom(benchmarks) ? Unit.MEGABYTES_PER_SECOND : Unit.PER_SECOND;
        double amount = unit == Unit.PER_SECOND ? 1 : bytes(input) / 1e6;
        return new Row(
                compared == null ? words(name()) : compared.what(),
                shown,
                ours * amount,
                unit,
                Double.isNaN(theirs) ? "" : compared == null ? BASELINE : compared.baseline(),
                theirs * amount,
                target(compared, shown, unit));
    }

    private long bytes(String input) {
        try {
            return ((Sized) benchmarks.getConstructor().newInstance()).bytes(input);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Target target(Compared compared, String input, Unit unit) {
        for (Compared.Reach reach : compared == null ? new Compared.Reach[0] : compared.reach()) {
            if (reach.input().equals(input)) {
                return reach.ratio() > 0 ? Target.ratio(reach.ratio()) : Target.value(reach.rate(), unit);
            }
        }
        return Target.NONE;
    }

    private static String input(BenchmarkParams params) {
        return String.join(
                " ", params.getParamsKeys().stream().map(params::getParam).toList());
    }

    /** Calls a second. */
    private static double rate(RunResult result) {
        double score = result.getPrimaryResult().getScore();
        double unit = result.getParams().getTimeUnit().toNanos(1) / (double) TimeUnit.SECONDS.toNanos(1);
        return result.getParams().getMode() == Mode.Throughput ? score / unit : 1 / (score * unit);
    }

    private static String words(String name) {
        return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    }
}
