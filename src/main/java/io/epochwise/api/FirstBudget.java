package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfiler;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.Severity;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.TrainingEstimator;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.policy.Organization;
import io.epochwise.policy.TunableOfferings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A dataset's training budget for every hosted offering that may be tuned on images on the day, the cheapest first, as a
 * table for a terminal.
 */
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
        DatasetProfile profile;
        try (InputStream in = Files.newInputStream(dataset)) {
            profile = profiler.profile(in, hosted(), today, null);
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
                "%n%-50s %12s %7s %10s  %s%n",
                "training on " + today, "tokens/epoch", "epochs", "USD", "can it be had");
        if (profile.examples() > 0) {
            profile.offerings().stream()
                    .map(offering -> new Line(offering, estimate(profile, offering)))
                    .sorted(Comparator.comparing(Line::expected, Comparator.nullsLast(Comparator.naturalOrder())))
                    .forEach(line -> print(line, out));
        }
        out.printf(
                "%nOpen models to train on own or rented GPUs: %d, see /v1/catalog/offerings?kind=self-hosted%n%n",
                catalog.offerings().stream()
                        .filter(offering -> offering.kind() == OfferingKind.SELF_HOSTED)
                        .count());
    }

    /** Those that are closed to everybody on the day would only be noise. */
    private List<String> hosted() {
        return TunableOfferings.hosted(catalog, true, Organization.UNKNOWN, today).stream()
                .map(Offering::id)
                .limit(DatasetProfiler.MAX_OFFERINGS)
                .toList();
    }

    private record Line(DatasetProfile.OfferingProfile offering, Estimate estimate) {
        BigDecimal expected() {
            return estimate.total() == null ? null : estimate.total().expected();
        }
    }

    private Estimate estimate(DatasetProfile profile, DatasetProfile.OfferingProfile offering) {
        return TrainingEstimator.estimate(
                catalog, TrainingRequest.of(offering.offering(), profile, offering.defaultEpochs()), today);
    }

    private static void print(Line line, PrintStream out) {
        String total = line.expected() == null
                ? "unpriced"
                : line.expected().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
        String until = line.estimate().availability().until() == null
                ? ""
                : ", until " + line.estimate().availability().until();
        out.printf(
                "%-50s %,12d %7d %10s  %s%s%n",
                line.offering().offering(),
                line.offering().tokensPerEpoch().expected(),
                line.offering().defaultEpochs(),
                total,
                line.estimate().availability().verdict(),
                until);
    }
}
