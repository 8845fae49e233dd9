package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.token.image.ImageChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What is asked of a model in a month, every call alike. Tokens of text are the model's own. Each number may be a range; those
 * of requests, tokens, messages and attempts are whole.
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
 * @param cacheStorageHours hours of a month for which a prompt cache is kept where the provider bills that apart, from 0 to
 *     1,000,000; null for no explicit cache
 * @param fallbackCost what a request costs beside its calls if none of them gives an answer that can be used, such as a
 *     person's time; from 0 to 1,000,000, in the currency of the offering's prices; null for nothing
 */
public record Workload(
        Range requestsPerMonth,
        Range monthlyGrowth,
        Range staticPromptTokens,
        FewShotExamples fewShotExamples,
        Range variablePromptTokens,
        List<WorkloadImage> images,
        Range outputTokens,
        Range messages,
        Range cacheHitRate,
        Range batchShare,
        Range firstPassAccuracy,
        Range maxAttempts,
        Range cacheStorageHours,
        Range fallbackCost) {
    /** Copies the list, null as an empty one; elements that are null are left for the checks to name. */
    public Workload {
        images = images == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(images));
    }

    /**
     * The same workload with one value chosen of each number that is given as a range.
     *
     * @param path where it stands in the question, with a point behind it
     */
    public Workload resolved(String path, RangeChoice choice) {
        return new Workload(
                choice.whole(path + "requestsPerMonth", requestsPerMonth),
                choice.number(path + "monthlyGrowth", monthlyGrowth),
                choice.whole(path + "staticPromptTokens", staticPromptTokens),
                fewShotExamples == null ? null : fewShotExamples.resolved(path + "fewShotExamples.", choice),
                choice.whole(path + "variablePromptTokens", variablePromptTokens),
                WorkloadImage.resolved(path + "images", images, choice),
                choice.whole(path + "outputTokens", outputTokens),
                choice.whole(path + "messages", messages),
                choice.number(path + "cacheHitRate", cacheHitRate),
                choice.number(path + "batchShare", batchShare),
                choice.number(path + "firstPassAccuracy", firstPassAccuracy),
                choice.whole(path + "maxAttempts", maxAttempts),
                choice.number(path + "cacheStorageHours", cacheStorageHours),
                choice.number(path + "fallbackCost", fallbackCost));
    }

    /** The same workload with another static prompt, in tokens. */
    public Workload withStaticPrompt(Range tokens) {
        return with(requestsPerMonth, tokens, fewShotExamples, images, cacheHitRate, batchShare, firstPassAccuracy);
    }

    /** The same workload with other requests in the first month. */
    public Workload withRequests(Range requests) {
        return with(requests, staticPromptTokens, fewShotExamples, images, cacheHitRate, batchShare, firstPassAccuracy);
    }

    /** The same workload with another part of calls whose answer can be used. */
    public Workload withAccuracy(Range accuracy) {
        return with(requestsPerMonth, staticPromptTokens, fewShotExamples, images, cacheHitRate, batchShare, accuracy);
    }

    /** The same workload with other examples in the prompt; null for none. */
    public Workload withFewShotExamples(FewShotExamples examples) {
        return with(
                requestsPerMonth, staticPromptTokens, examples, images, cacheHitRate, batchShare, firstPassAccuracy);
    }

    /** The same workload with another part of calls whose prefix the provider has cached. */
    public Workload withCacheHitRate(Range rate) {
        return with(requestsPerMonth, staticPromptTokens, fewShotExamples, images, rate, batchShare, firstPassAccuracy);
    }

    /** The same workload with another part of calls made in batches. */
    public Workload withBatchShare(Range share) {
        return with(
                requestsPerMonth, staticPromptTokens, fewShotExamples, images, cacheHitRate, share, firstPassAccuracy);
    }

    /** The same workload with every image changed, those of examples too; of sizes what is expected is taken. */
    public Workload withImages(ImageChange change) {
        return with(
                requestsPerMonth,
                staticPromptTokens,
                fewShotExamples == null
                        ? null
                        : fewShotExamples.withImages(WorkloadImage.changed(fewShotExamples.images(), change)),
                WorkloadImage.changed(images, change),
                cacheHitRate,
                batchShare,
                firstPassAccuracy);
    }

    private Workload with(
            Range requests,
            Range staticPrompt,
            FewShotExamples examples,
            List<WorkloadImage> shown,
            Range hitRate,
            Range inBatches,
            Range accuracy) {
        return new Workload(
                requests,
                monthlyGrowth,
                staticPrompt,
                examples,
                variablePromptTokens,
                shown,
                outputTokens,
                messages,
                hitRate,
                inBatches,
                accuracy,
                maxAttempts,
                cacheStorageHours,
                fallbackCost);
    }

    /** Whether another workload's calls are the same as these, however many there are and whatever takes their place. */
    boolean hasCallsOf(Workload other) {
        return Objects.equals(staticPromptTokens, other.staticPromptTokens)
                && Objects.equals(fewShotExamples, other.fewShotExamples)
                && Objects.equals(variablePromptTokens, other.variablePromptTokens)
                && images.equals(other.images)
                && Objects.equals(outputTokens, other.outputTokens)
                && Objects.equals(messages, other.messages)
                && Objects.equals(cacheHitRate, other.cacheHitRate)
                && Objects.equals(batchShare, other.batchShare)
                && Objects.equals(cacheStorageHours, other.cacheStorageHours);
    }

    /** Whether a call has images, in examples or beside them. */
    public boolean hasImages() {
        return !images.isEmpty() || examples() > 0 && !fewShotExamples.images().isEmpty();
    }

    /** How many examples a prompt has. */
    public long examples() {
        return fewShotExamples == null ? 0 : fewShotExamples.count().expected().longValueExact();
    }

    /** How many images a call has at most, those of examples included. */
    BigDecimal mostImages() {
        BigDecimal ofExamples = fewShotExamples == null
                ? BigDecimal.ZERO
                : fewShotExamples.count().high().multiply(WorkloadImage.most(fewShotExamples.images()));
        return WorkloadImage.most(images).add(ofExamples);
    }

    /** All messages of a call: as said, or a static prompt, a question, and 2 for each example. */
    long allMessages() {
        return messages != null ? value(messages, 0) : (staticPrompt() > 0 ? 2 : 1) + 2 * examples();
    }

    long staticPrompt() {
        return value(staticPromptTokens, 0);
    }

    long variablePrompt() {
        return value(variablePromptTokens, 0);
    }

    long output() {
        return value(outputTokens, 0);
    }

    BigDecimal hitRate() {
        return value(cacheHitRate, BigDecimal.ZERO);
    }

    BigDecimal inBatches() {
        return value(batchShare, BigDecimal.ZERO);
    }

    /** The part of calls whose answer can be used, 1 if not said. */
    public BigDecimal accuracy() {
        return value(firstPassAccuracy, BigDecimal.ONE);
    }

    /** Calls that are made at most for a request, 1 if not said. */
    public int attempts() {
        return Math.toIntExact(value(maxAttempts, 1));
    }

    /** What a month has more than the one before, 0 if not said. */
    public BigDecimal growth() {
        return value(monthlyGrowth, BigDecimal.ZERO);
    }

    MonthlyRequests requests() {
        return new MonthlyRequests(requestsPerMonth.expected(), growth());
    }

    /** How many calls a request takes on average. */
    BigDecimal callsPerRequest() {
        return MonthlyRequests.calls(accuracy(), attempts());
    }

    /** The part of requests none of whose calls gives an answer that can be used. */
    BigDecimal neverAnswered() {
        return MonthlyRequests.neverAnswered(accuracy(), attempts());
    }

    private static long value(Range given, long otherwise) {
        return given == null ? otherwise : given.expected().longValueExact();
    }

    private static BigDecimal value(Range given, BigDecimal otherwise) {
        return given == null ? otherwise : given.expected();
    }
}
