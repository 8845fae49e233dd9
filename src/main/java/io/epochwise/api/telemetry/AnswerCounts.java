package io.epochwise.api.telemetry;

import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.dataset.Finding;
import io.epochwise.dataset.ImageTokenCount;
import io.epochwise.dataset.MessageTokenCount;
import io.epochwise.dataset.TextTokenCount;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Counts datasets and tokens, by looking at answers. What is merged was counted when its parts were profiled.
 *
 * <p>Tokens of a dataset are those of {@link DatasetProfile#tokensPerExample}: of the first offering asked for, and its text alone if
 * none was. What is found is counted as often as it occurs, for each offering that minds.
 */
@Startup
@Singleton
final class AnswerCounts {
    private static final String PROFILE = "/v1/datasets/profile";

    private final MeterRegistry registry;
    private final Counter bytes;
    private final Counter usableExamples;
    private final Counter invalidExamples;
    private final Counter images;

    AnswerCounts(MeterRegistry registry) {
        this.registry = registry;
        bytes = Counter.builder("epochwise.dataset.read")
                .baseUnit("bytes")
                .description("Bytes of profiled datasets, decompressed")
                .register(registry);
        usableExamples = examples("usable");
        invalidExamples = examples("invalid");
        images = Counter.builder("epochwise.dataset.images")
                .description("Images of the usable examples of profiled datasets")
                .register(registry);
        // a rate needs a first value to grow from
        Stream.of("profiled", "refused", "overloaded", "failed").forEach(this::datasets);
        List.of("dataset", "question").forEach(of -> {
            tokens(of, "text");
            tokens(of, "image");
            tokens(of, "overhead");
        });
    }

    private Counter examples(String verdict) {
        return Counter.builder("epochwise.dataset.examples")
                .tag("verdict", verdict)
                .description("Lines of profiled datasets that are an example, usable or invalid")
                .register(registry);
    }

    private Counter datasets(String outcome) {
        return Counter.builder("epochwise.datasets")
                .tag("outcome", outcome)
                .description(
                        "Datasets uploaded to be profiled: profiled, refused (4xx, also broken off), overloaded (503), failed")
                .register(registry);
    }

    private Counter tokens(String of, String content) {
        return Counter.builder("epochwise.tokens")
                .tag("of", of)
                .tag("content", content)
                .description(
                        "Tokens counted, of datasets (by the first offering asked for) and of questions for tokens")
                .register(registry);
    }

    private Counter findings(Finding finding) {
        return Counter.builder("epochwise.dataset.findings")
                .tag("code", finding.code().name())
                .tag("severity", finding.severity().toString())
                .description("What was found in profiled datasets, as often as it occurs")
                .register(registry);
    }

    @ServerResponseFilter
    void count(ContainerRequestContext request, ContainerResponseContext response) {
        Object answer = response.getEntity();
        if (request.getUriInfo().getPath().equals(PROFILE)) {
            datasets(outcome(response.getStatus())).increment();
            if (answer instanceof DatasetProfile profile) {
                count(profile);
            }
        } else if (answer instanceof TextTokenCount texts) {
            tokens("question", "text").increment(texts.total().expected());
        } else if (answer instanceof ImageTokenCount sizes) {
            if (sizes.total() != null) {
                tokens("question", "image").increment(sizes.total().expected());
            }
        } else if (answer instanceof MessageTokenCount messages) {
            count("question", messages.textTokens(), messages.imageTokens(), messages.overheadTokens());
        }
    }

    private static String outcome(int status) {
        return status < 400 ? "profiled" : status < 500 ? "refused" : status == 503 ? "overloaded" : "failed";
    }

    private void count(DatasetProfile profile) {
        bytes.increment(profile.bytes());
        usableExamples.increment(profile.examples());
        invalidExamples.increment(profile.invalidExamples());
        images.increment(profile.images().count());
        Stream.concat(
                        profile.findings().stream(),
                        profile.offerings().stream().flatMap(offering -> offering.findings().stream()))
                .forEach(finding -> findings(finding).increment(finding.count()));
        if (profile.offerings().isEmpty()) {
            count("dataset", profile.text().tokens().total(), 0, 0);
        } else {
            OfferingProfile first = profile.offerings().get(0);
            count("dataset", first.textTokens(), first.imageTokens(), first.overheadTokens());
        }
    }

    private void count(String of, long text, long image, long overhead) {
        tokens(of, "text").increment(text);
        tokens(of, "image").increment(image);
        tokens(of, "overhead").increment(overhead);
    }
}
