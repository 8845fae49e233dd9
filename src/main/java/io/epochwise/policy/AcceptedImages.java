package io.epochwise.policy;

import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import java.util.List;
import java.util.Optional;

/**
 * Images are of this kind, and the provider must take them: in training, or in requests where the model cannot be tuned.
 *
 * @param field the name of the requirement
 * @param training the limit in training that lists what is taken
 * @param request the like in requests
 * @param values what must be taken, in the words of the limits
 */
record AcceptedImages(String field, LimitName training, LimitName request, List<String> values) implements Requirement {
    /** Images are given by URL. */
    static AcceptedImages byUrl() {
        return new AcceptedImages("imageUrls", LimitName.IMAGE_SOURCE, LimitName.REQUEST_IMAGE_SOURCE, List.of("url"));
    }

    /** Images are of these formats. */
    static AcceptedImages of(List<String> formats) {
        return new AcceptedImages("imageFormats", LimitName.IMAGE_FORMAT, LimitName.REQUEST_IMAGE_FORMAT, formats);
    }

    @Override
    public List<Answer> answers(IntendedUse use) {
        Optional<Limit> limit = use.limit(use.offering().tunable() ? training : request);
        return List.of(limit.map(this::answer)
                .orElseGet(() -> Answer.none("No source says which of them the provider takes.")));
    }

    private Answer answer(Limit limit) {
        boolean taken = limit.values().containsAll(values);
        return Answer.of(
                taken ? Outcome.PASS : Outcome.FAIL,
                "The provider takes " + String.join(", ", limit.values())
                        + (taken ? "" : ", so not all of " + String.join(", ", values)),
                limit);
    }
}
