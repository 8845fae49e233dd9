package io.epochwise.estimate;

import io.epochwise.money.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Questions of one's own, or what to take in place of a benchmark's numbers. Tokens may be ranges.
 *
 * @param questions how many there are, from 1 to 1,000,000,000; null only where a benchmark is given, which has its own
 * @param promptTokens tokens of a question with all that is added to it, up to 1,000,000,000
 * @param images the images of a question; null for none, or for those of the benchmark
 * @param outputTokens tokens of an answer, hidden reasoning included, up to 1,000,000,000
 */
public record EvaluationSet(Long questions, Range promptTokens, List<WorkloadImage> images, Range outputTokens) {
    /** What is left to a benchmark. */
    static final EvaluationSet UNSAID = new EvaluationSet(null, null, null, null);

    /** Copies the list; elements that are null are left for the checks to name. */
    public EvaluationSet {
        images = images == null ? null : Collections.unmodifiableList(new ArrayList<>(images));
    }
}
