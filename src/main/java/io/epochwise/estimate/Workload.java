package io.epochwise.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is asked of a model in a month, every call alike. Tokens of text are the model's own.
 *
 * @param requestsPerMonth requests to be answered in the first month, from 1 to 1,000,000,000,000
 * @param monthlyGrowth what a month has more than the one before, from -1 to 10: 0.05 for 5 %; null for 0
 * @param staticPromptTokens tokens of the prompt that are the same in every call and stand first, up to 1,000,000,000
 * @param fewShotExamples examples in the prompt, after the static prompt; null for none
 * @param variablePromptTokens tokens of the prompt that differ from call to call, up to 1,000,000,000
 * @param images the images of a call beside those of examples; null as none
 * @param outputTokens tokens of an answer, those of hidden reasoning included, up to 1,000,000,000
 * @param messages all messages of a call, from 1 to 1,000,000; null for 2 (1 without static prompt) and 2 for each example
 * @param cacheHitRate the part of calls whose prefix the provider has cached, from 0 to 1; null for 0
 * @param batchShare the part of calls made in batches, from 0 to 1; null for 0
 * @param firstPassAccuracy the part of calls whose answer can be used, above 0 and up to 1; null for 1
 * @param maxAttempts calls that are made at most for a request until an answer can be used, from 1 to 100; null for 1
 */
public record Workload(
        Long requestsPerMonth,
        BigDecimal monthlyGrowth,
        Long staticPromptTokens,
        FewShotExamples fewShotExamples,
        Long variablePromptTokens,
        List<WorkloadImage> images,
        Long outputTokens,
        Long messages,
        BigDecimal cacheHitRate,
        BigDecimal batchShare,
        BigDecimal firstPassAccuracy,
        Integer maxAttempts) {
    /** Copies the list, null as an empty one; elements that are null are left for the checks to name. */
    public Workload {
        images = images == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(images));
    }

    /** Whether a call has images, in examples or beside them. */
    public boolean hasImages() {
        return !images.isEmpty() || examples() > 0 && !fewShotExamples.images().isEmpty();
    }

    /** How many examples a prompt has. */
    long examples() {
        return fewShotExamples == null ? 0 : fewShotExamples.count();
    }

    /** How many images a call has, those of examples included. */
    long imageCount() {
        long ofExamples = examples() == 0 ? 0 : count(fewShotExamples.images());
        return count(images) + examples() * ofExamples;
    }

    private static long count(List<WorkloadImage> images) {
        return images.stream().mapToLong(WorkloadImage::times).sum();
    }

    /** All messages of a call: as said, or a static prompt, a question, and 2 for each example. */
    long allMessages() {
        return messages != null ? messages : (staticPromptTokens > 0 ? 2 : 1) + 2 * examples();
    }

    BigDecimal hitRate() {
        return orElse(cacheHitRate, BigDecimal.ZERO);
    }

    BigDecimal inBatches() {
        return orElse(batchShare, BigDecimal.ZERO);
    }

    MonthlyRequests requests() {
        return new MonthlyRequests(BigDecimal.valueOf(requestsPerMonth), orElse(monthlyGrowth, BigDecimal.ZERO));
    }

    /** How many calls a request takes on average. */
    BigDecimal callsPerRequest() {
        return MonthlyRequests.calls(orElse(firstPassAccuracy, BigDecimal.ONE), maxAttempts == null ? 1 : maxAttempts);
    }

    private static BigDecimal orElse(BigDecimal value, BigDecimal otherwise) {
        return value == null ? otherwise : value;
    }
}
