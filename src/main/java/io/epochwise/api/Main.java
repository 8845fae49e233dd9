package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.dataset.DatasetProfiler;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** Starts the service; given datasets as arguments, first prints a training budget for each. */
@QuarkusMain
public final class Main implements QuarkusApplication {
    private final Catalog catalog;
    private final UploadLimits limits;
    private final HeavyWork work;
    private final Clock clock;

    Main(Catalog catalog, UploadLimits limits, HeavyWork work, Clock clock) {
        this.catalog = catalog;
        this.limits = limits;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public int run(String... datasets) throws IOException {
        DatasetProfiler profiler = new DatasetProfiler(catalog, limits.reading(), work.sharing());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String dataset : datasets) {
            new FirstBudget(catalog, profiler, LocalDate.now(clock)).print(Path.of(dataset), out);
        }
        Quarkus.waitForExit();
        return 0;
    }
}
