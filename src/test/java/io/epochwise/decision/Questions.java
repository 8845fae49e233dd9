package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.PriceOverrides;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.Workload;
import io.epochwise.estimate.WorkloadImage;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The catalogs that tests of decisions read, and questions to ask of them. */
final class Questions {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Small ones in which every reason has its case. */
    static final Catalog ATELIER = load(Path.of("src/test/resources/decision"));

    /** Those of the estimates' tests. */
    static final Catalog LAB = load(Path.of("src/test/resources/estimate"));

    /** The one that ships with the service. */
    static final Catalog BUILT_IN = load(Path.of("src/main/resources/catalog"));

    private Questions() {}

    private static Catalog load(Path folder) {
        List<CatalogFile> files = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CatalogLoader.load(files, List.of(), Integer.MAX_VALUE);
    }

    static Dataset text(long examples, String tokens) {
        return DecisionLab.dataset(examples, tokens);
    }

    /** Examples with an image of 512 x 512 each. */
    static Dataset images(long examples, String tokens, Detail detail) {
        return new DatasetSummary(
                Range.exactly(examples),
                DecisionLab.range(tokens),
                Range.exactly(1),
                Range.exactly(512),
                Range.exactly(512),
                detail);
    }

    static TrainingRequest training(String offering, Dataset dataset, int epochs) {
        return TrainingRequest.of(offering, dataset, epochs);
    }

    /** A training job on other terms than the usual ones; what is null is not said. */
    static TrainingRequest on(TrainingRequest job, String tier, String region, PriceOverrides overrides, String asOf) {
        return job.onTermsOf(new InferenceRequest(
                job.offering(), null, null, null, tier, region, overrides, null, null, day(asOf), null));
    }

    /** The same with hours of hosting. */
    static TrainingRequest hosted(TrainingRequest job, String hours) {
        return timed(job, null, hours);
    }

    /** The same with hours of training and of hosting. */
    static TrainingRequest timed(TrainingRequest job, String training, String hosting) {
        return new TrainingRequest(
                job.offering(),
                job.dataset(),
                job.epochs(),
                job.validation(),
                job.method(),
                job.adapter(),
                job.tier(),
                job.region(),
                job.overrides(),
                job.currency(),
                job.organization(),
                job.asOf(),
                training == null ? null : new BigDecimal(training),
                job.jobDays(),
                hosting == null ? null : new BigDecimal(hosting),
                job.evaluations(),
                job.packing(),
                job.maxSequenceLength(),
                job.trainingSteps(),
                job.tokensPerStep(),
                job.storageMonths(),
                job.serving(),
                job.compute(),
                job.labor(),
                job.uncertainty());
    }

    /** Requests of a month: tokens of the static prompt, the variable prompt and the answer. */
    static Workload workload(long requests, long ofStatic, long ofVariable, long ofOutput, WorkloadImage... images) {
        return workload(requests, null, ofStatic, ofVariable, ofOutput, null, null, images);
    }

    static Workload workload(
            long requests,
            BigDecimal growth,
            long ofStatic,
            long ofVariable,
            long ofOutput,
            BigDecimal hitRate,
            BigDecimal batchShare,
            WorkloadImage... images) {
        return new Workload(
                Range.exactly(requests),
                range(growth),
                Range.exactly(ofStatic),
                null,
                Range.exactly(ofVariable),
                List.of(images),
                Range.exactly(ofOutput),
                null,
                range(hitRate),
                range(batchShare),
                null,
                null,
                null,
                null);
    }

    private static Range range(BigDecimal value) {
        return value == null ? null : Range.exactly(value);
    }

    static InferenceRequest inference(String offering, boolean tuned, Workload workload, int months, String asOf) {
        return new InferenceRequest(offering, tuned, workload, months, null, null, null, null, null, day(asOf), null);
    }

    private static LocalDate day(String asOf) {
        return asOf == null ? null : LocalDate.parse(asOf);
    }
}
