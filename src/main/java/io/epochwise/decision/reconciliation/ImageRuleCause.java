package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.ImageRuleFact;
import io.epochwise.token.image.ImageRule;
import java.util.Optional;
import java.util.stream.Stream;

/** Images are billed by another reading of their rule: as documented and not as observed, or the other way round. */
final class ImageRuleCause implements CountingCause {
    @Override
    public Stream<CountChange> changes(BilledJob job) {
        return job.countsImages()
                ? job.offering().imageRulesKnown(job.asOf()).stream().skip(1).flatMap(rule -> by(rule, job))
                : Stream.empty();
    }

    private static Stream<CountChange> by(ImageRuleFact fact, BilledJob job) {
        ImageRule rule = fact.compile();
        return job
                .images(image ->
                        Optional.of(BilledJob.expected(rule.tokens(image.width(), image.height(), image.detail()))))
                .filter(tokens -> tokens.signum() > 0)
                .map(tokens -> new CountChange(
                        BillingCauseCode.IMAGE_RULE,
                        "Images are billed by the " + fact.reading() + " reading of their rule, " + fact.rule() + ". "
                                + fact.source(),
                        count -> count.withImages(tokens)))
                .stream();
    }
}
