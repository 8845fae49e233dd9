package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.Severity;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.TrainingEstimator;
import io.epochwise.estimate.TrainingRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A dataset's training budget for every offering that can be tuned on images, as a table for a terminal. */
final class FirstBudget {
    private final Catalog catalog;
    private final DatasetProfiler profiler;
    private final LocalDate today;

    FirstBudget(Catalog catalog, DatasetProfiler profiler, LocalDate today) {
        this.catalog = catalog;
        this.profiler = profiler;
        this.today = today;
    }

    void print(Path dataset, PrintStream out) throws IOException {
        List<String> offerings = catalog.offerings().stream()
                .filter(offering -> offering.tunable()
                        && !offering.fineTuning().visionMethods().isEmpty())
                .map(Offering::id)
                .toList();
        DatasetProfile profile;
        try (InputStream in = Files.newInputStream(dataset)) {
            profile = profiler.profile(in, offerings, today, null);
        }
        out.printf(
                "%n%s: %,d examples, %,d invalid lines, %,d images, %,d text tokens%n",
                dataset,
                profile.examples(),
                profile.invalidExamples(),
                profile.images().count(),
                profile.text().tokens().total());
        for (Finding finding : profile.findings()) {
            if (finding.severity() != Severity.INFO) {
                out.printf(
                        "  %s %s: %d x, first on lines %s. %s%n",
                        finding.severity(), finding.code(), finding.count(), finding.firstLines(), finding.message());
            }
        }
        out.printf(
                "%n%-30s %12s %7s %12s  %s%n",
                "training on " + today, "tokens/epoch", "epochs", "USD", "can it be had");
        for (DatasetProfile.OfferingProfile offering : profile.offerings()) {
            printLine(profile, offering, out);
        }
        out.println();
    }

    private void printLine(DatasetProfile profile, DatasetProfile.OfferingProfile offering, PrintStream out) {
        if (profile.examples() == 0) {
            return;
        }
        Estimate estimate = TrainingEstimator.estimate(
                catalog, TrainingRequest.of(offering.offering(), profile, offering.defaultEpochs()), today);
        String total = estimate.total() == null
                ? "unpriced"
                : estimate.total()
                        .expected()
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString();
        String until = estimate.availability().until() == null
                ? ""
                : ", until " + estimate.availability().until();
        out.printf(
                "%-30s %,12d %7d %12s  %s%s%n",
                offering.offering(),
                offering.tokensPerEpoch().expected(),
                offering.defaultEpochs(),
                total,
                estimate.availability().verdict(),
                until);
    }
}
