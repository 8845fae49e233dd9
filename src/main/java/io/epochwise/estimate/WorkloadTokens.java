package io.epochwise.estimate;

import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import io.epochwise.money.Decimals;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Counts a call of a workload as an offering does. */
record WorkloadTokens(Workload workload, Offering offering, String tier) {

    /**
     * The tokens of a call on a day; images that cannot be counted are left out with a warning, see {@link #countsImages}.
     */
    CallRange on(LocalDate day, Notes notes) {
        FewShotExamples examples = workload.fewShotExamples();
        long count = workload.examples();
        Optional<ImageBilling> billing = billing(day, notes);
        TokenRange images = billing.map(rule -> tokens("workload.images", workload.images(), rule, notes))
                .orElse(TokenRange.ZERO);
        TokenRange ofExamples = billing.filter(rule -> count > 0)
                .map(rule -> tokens("workload.fewShotExamples.images", examples.images(), rule, notes)
                        .times(count))
                .orElse(TokenRange.ZERO);
        long text = count == 0 ? 0 : count * examples.tokensEach().expected().longValueExact();
        TokenRange overhead = overhead(notes);
        CallRange call = new CallRange(
                call(text, ofExamples.low(), images.low(), overhead.low()),
                call(text, ofExamples.expected(), images.expected(), overhead.expected()),
                call(text, ofExamples.high(), images.high(), overhead.high()));
        warnOfLimits(call, day, notes);
        return call;
    }

    /** Whether all images of a call, if it has any, can be counted on a day. */
    boolean countsImages(LocalDate day) {
        return !workload.hasImages() || !offering.imageRulesInForce(day).isEmpty();
    }

    private CallTokens call(long fewShotText, long fewShotImages, long images, long overhead) {
        return new CallTokens(
                workload.staticPrompt(),
                fewShotText,
                fewShotImages,
                workload.variablePrompt(),
                images,
                overhead,
                workload.output());
    }

    private Optional<ImageBilling> billing(LocalDate day, Notes notes) {
        if (!workload.hasImages()) {
            return Optional.empty();
        }
        Optional<ImageBilling> billing = offering.imageBilling(day);
        if (billing.isEmpty()) {
            notes.warn(
                    WarningCode.TOKENS_UNKNOWN,
                    "The workload has images, and "
                            + (offering.takesImages()
                                    ? "no rule for their tokens is known for " + offering.id() + " on " + day
                                    : "no source says that " + offering.id() + " takes images")
                            + ".");
        }
        return billing;
    }

    private static TokenRange tokens(String path, List<WorkloadImage> images, ImageBilling billing, Notes notes) {
        TokenRange sum = TokenRange.ZERO;
        for (int i = 0; i < images.size(); i++) {
            WorkloadImage image = images.get(i);
            Detail detail = Objects.requireNonNullElse(image.detail(), Detail.AUTO);
            ImageTokens tokens = billing.tokens(image.expectedWidth(), image.expectedHeight(), detail);
            if (tokens instanceof ImageTokens.Counted counted) {
                sum = sum.plus(counted.tokens().times(image.times()));
            } else {
                notes.warn(
                        WarningCode.IMAGES_REJECTED,
                        "The provider rejects " + path + "[" + i + "], which is not counted: "
                                + ((ImageTokens.Rejected) tokens).reason() + ".");
            }
        }
        return sum;
    }

    /** Where nothing is known of it, that of most chat models as expected value and nothing as low, as for a dataset. */
    private TokenRange overhead(Notes notes) {
        long messages = workload.allMessages();
        if (offering.messageTokens() != null) {
            return TokenRange.exactly(offering.messageTokens().overhead().request(messages, 0));
        }
        notes.warn(
                WarningCode.OVERHEAD_UNKNOWN,
                "What " + offering.id() + " counts around messages is not known; expected is what most chat models"
                        + " count, low is nothing.");
        return TokenRange.exactly(MessageOverhead.USUAL.request(messages, 0)).downTo(0);
    }

    private void warnOfLimits(CallRange call, LocalDate day, Notes notes) {
        long most = call.expected().input() + workload.output();
        Long context = offering.contextTokens() == null
                ? null
                : offering.contextTokens().inference();
        if (context != null && most > context) {
            notes.warn(
                    WarningCode.CONTEXT_EXCEEDED,
                    "A call has " + most + " tokens with its answer, and " + context + " fit into the model's context. "
                            + offering.contextTokens().source());
        }
        offering.limit(LimitName.IMAGES_PER_REQUEST, tier, day)
                .filter(limit -> limit.max() != null && limit.max().compareTo(workload.mostImages()) < 0)
                .ifPresent(limit -> notes.warn(
                        WarningCode.TOO_MANY_IMAGES,
                        "A call has " + Decimals.plain(workload.mostImages()) + " images, and the provider takes "
                                + Decimals.plain(limit.max()) + ". " + limit.source()));
    }
}
