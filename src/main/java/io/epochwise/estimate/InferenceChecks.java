package io.epochwise.estimate;

import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.token.image.ImageRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a request for an inference estimate must keep; all that is wrong is named at once. */
final class InferenceChecks {
    private static final long MAX_REQUESTS = 1_000_000_000_000L;
    private static final long MAX_TOKENS = 1_000_000_000;
    private static final long MAX_MESSAGES = 1_000_000;
    private static final int MAX_EXAMPLES = 10_000;
    private static final int MAX_IMAGES = 10_000;
    /** However images and examples multiply, the tokens of a call stay far below what a long holds. */
    private static final long MAX_IMAGES_OF_A_CALL = 1_000_000;

    private static final int MAX_MONTHS = 120;
    private static final int MAX_ATTEMPTS = 100;
    private static final BigDecimal MAX_FALLBACK_COST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MAX_GROWTH = BigDecimal.TEN;

    private final Faults faults = new Faults();
    private final TermChecks terms = new TermChecks(faults);

    private InferenceChecks() {}

    /** @throws InvalidInputException if a part is missing that must be given before the offering can be looked up */
    static void complete(InferenceRequest request) {
        InferenceChecks checks = new InferenceChecks();
        checks.faults.given("offering", request.offering());
        checks.faults.given("workload", request.workload());
        checks.faults.end();
    }

    /** @throws InvalidInputException if a part is out of range or not offered */
    static void possible(InferenceRequest request, Offering offering, LocalDate asOf) {
        InferenceChecks checks = new InferenceChecks();
        checks.workload("workload.", request.workload());
        if (checks.faults.none()) {
            checks.imagesOfACall(request.workload());
        }
        checks.faults.range("months", request.months(), 1, MAX_MONTHS);
        UncertaintyChoice.check(checks.faults, request.uncertainty());
        checks.terms.tier(request.tier(), offering);
        if (request.overrides() != null) {
            checks.terms.overrides(request.overrides());
        }
        if (request.serving() != null) {
            checks.serving(request, offering, asOf);
        }
        checks.faults.end();
    }

    private void serving(InferenceRequest request, Offering offering, LocalDate asOf) {
        if (!Boolean.TRUE.equals(request.tuned()) && offering.kind() != OfferingKind.SELF_HOSTED) {
            faults.add("serving", "must be left out: only tuned and self-hosted models are known to be served by time");
        } else {
            terms.serving(request.serving(), offering, asOf);
            terms.capacity(request.serving());
        }
    }

    private void workload(String path, Workload workload) {
        needed(path + "requestsPerMonth", workload.requestsPerMonth(), 1, MAX_REQUESTS);
        faults.decimal(path + "monthlyGrowth", workload.monthlyGrowth(), BigDecimal.ONE.negate(), MAX_GROWTH);
        needed(path + "staticPromptTokens", workload.staticPromptTokens(), 0, MAX_TOKENS);
        needed(path + "variablePromptTokens", workload.variablePromptTokens(), 0, MAX_TOKENS);
        needed(path + "outputTokens", workload.outputTokens(), 0, MAX_TOKENS);
        examples(path + "fewShotExamples", workload.fewShotExamples());
        images(path + "images", workload.images());
        faults.whole(path + "messages", workload.messages(), 1, MAX_MESSAGES);
        faults.decimal(path + "cacheHitRate", workload.cacheHitRate(), BigDecimal.ZERO, BigDecimal.ONE);
        faults.decimal(path + "batchShare", workload.batchShare(), BigDecimal.ZERO, BigDecimal.ONE);
        faults.share(path + "firstPassAccuracy", workload.firstPassAccuracy());
        faults.whole(path + "maxAttempts", workload.maxAttempts(), 1, MAX_ATTEMPTS);
        faults.decimal(path + "cacheStorageHours", workload.cacheStorageHours(), BigDecimal.ZERO, TermChecks.MAX_HOURS);
        faults.decimal(path + "fallbackCost", workload.fallbackCost(), BigDecimal.ZERO, MAX_FALLBACK_COST);
    }

    private void needed(String field, Range number, long min, long max) {
        if (faults.given(field, number)) {
            faults.whole(field, number, min, max);
        }
    }

    private void examples(String path, FewShotExamples examples) {
        if (examples == null) {
            return;
        }
        needed(path + ".count", examples.count(), 0, MAX_EXAMPLES);
        needed(path + ".tokensEach", examples.tokensEach(), 0, MAX_TOKENS);
        images(path + ".images", examples.images());
    }

    private void images(String path, List<WorkloadImage> images) {
        if (images.size() > MAX_IMAGES) {
            faults.add(path, "must have at most " + MAX_IMAGES + " entries");
            return;
        }
        for (int i = 0; i < images.size(); i++) {
            String image = path + "[" + i + "]";
            if (faults.given(image, images.get(i))) {
                needed(image + ".width", images.get(i).width(), 1, ImageRule.MAX_SIDE);
                needed(image + ".height", images.get(i).height(), 1, ImageRule.MAX_SIDE);
                faults.whole(image + ".count", images.get(i).count(), 1, MAX_IMAGES);
            }
        }
    }

    private void imagesOfACall(Workload workload) {
        if (workload.mostImages().compareTo(BigDecimal.valueOf(MAX_IMAGES_OF_A_CALL)) > 0) {
            faults.add(
                    "workload.images",
                    "must be at most " + MAX_IMAGES_OF_A_CALL + " of a call, together with those of all examples");
        }
    }
}
