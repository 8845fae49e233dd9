package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Examples that a prompt shows, every one alike. Each number may be a range; all are whole.
 *
 * @param count how many, from 0 to 10,000
 * @param tokensEach tokens of the text of one, up to 1,000,000,000
 * @param images the images of one; null as none
 */
public record FewShotExamples(Range count, Range tokensEach, List<WorkloadImage> images) {
    /** Copies the list, null as an empty one; elements that are null are left for the checks to name. */
    public FewShotExamples {
        images = images == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(images));
    }

    /** The same examples with other images. */
    public FewShotExamples withImages(List<WorkloadImage> others) {
        return new FewShotExamples(count, tokensEach, others);
    }

    FewShotExamples resolved(String path, RangeChoice choice) {
        return new FewShotExamples(
                choice.whole(path + "count", count),
                choice.whole(path + "tokensEach", tokensEach),
                WorkloadImage.resolved(path + "images", images, choice));
    }
}
