package io.epochwise.decision.reconciliation;

import io.epochwise.token.image.Detail;
import java.util.Arrays;
import java.util.stream.Stream;

/** All images are billed at another detail than they ask for, most often at {@code low}. */
final class ImageDetailCause implements CountingCause {
    @Override
    public Stream<CountChange> changes(BilledJob job) {
        return job.countsImages() ? Arrays.stream(Detail.values()).flatMap(detail -> at(detail, job)) : Stream.empty();
    }

    private static Stream<CountChange> at(Detail detail, BilledJob job) {
        return job.images(image -> job.tokens(image.with(detail))).stream()
                .filter(tokens -> tokens.signum() > 0)
                .map(tokens -> new CountChange(
                        BillingCauseCode.IMAGE_DETAIL,
                        "Images are billed at detail " + detail
                                + job.detail().map(asked -> ", not at " + asked).orElse("") + ".",
                        count -> count.withImages(tokens)));
    }
}
