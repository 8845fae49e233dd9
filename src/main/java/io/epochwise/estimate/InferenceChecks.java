package io.epochwise.estimate;

import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Decimals;
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
        }
    }

    private void workload(String path, Workload workload) {
        if (faults.given(path + "requestsPerMonth", workload.requestsPerMonth())) {
            faults.range(path + "requestsPerMonth", workload.requestsPerMonth(), 1, MAX_REQUESTS);
        }
        faults.range(path + "monthlyGrowth", workload.monthlyGrowth(), BigDecimal.ONE.negate(), MAX_GROWTH);
        tokens(path + "staticPromptTokens", workload.staticPromptTokens());
        tokens(path + "variablePromptTokens", workload.variablePromptTokens());
        tokens(path + "outputTokens", workload.outputTokens());
        examples(path + "fewShotExamples", workload.fewShotExamples());
        images(path + "images", workload.images());
        faults.range(path + "messages", workload.messages(), 1, MAX_MESSAGES);
        faults.range(path + "cacheHitRate", workload.cacheHitRate(), BigDecimal.ZERO, BigDecimal.ONE);
        faults.range(path + "batchShare", workload.batchShare(), BigDecimal.ZERO, BigDecimal.ONE);
        accuracy(path + "firstPassAccuracy", workload.firstPassAccuracy());
        faults.range(path + "maxAttempts", workload.maxAttempts(), 1, MAX_ATTEMPTS);
    }

    private void accuracy(String field, BigDecimal accuracy) {
        if (accuracy != null && accuracy.signum() <= 0) {
            faults.add(
                    field,
                    "must be above 0 and at most 1, with at most " + Decimals.MAX_SCALE + " digits after the point");
        } else {
            faults.range(field, accuracy, BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    private void tokens(String field, Long tokens) {
        if (faults.given(field, tokens)) {
            faults.range(field, tokens, 0, MAX_TOKENS);
        }
    }

    private void examples(String path, FewShotExamples examples) {
        if (examples == null) {
            return;
        }
        if (faults.given(path + ".count", examples.count())) {
            faults.range(path + ".count", examples.count(), 0, MAX_EXAMPLES);
        }
        tokens(path + ".tokensEach", examples.tokensEach());
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
                side(image + ".width", images.get(i).width());
                side(image + ".height", images.get(i).height());
                faults.range(image + ".count", images.get(i).count(), 1, MAX_IMAGES);
            }
        }
    }

    private void imagesOfACall(Workload workload) {
        if (workload.imageCount() > MAX_IMAGES_OF_A_CALL) {
            faults.add(
                    "workload.images",
                    "must be at most " + MAX_IMAGES_OF_A_CALL + " of a call, together with those of all examples");
        }
    }

    private void side(String field, Integer pixels) {
        if (faults.given(field, pixels)) {
            faults.range(field, pixels, 1, ImageRule.MAX_SIDE);
        }
    }
}
