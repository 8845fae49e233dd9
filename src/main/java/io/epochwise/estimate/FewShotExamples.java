package io.epochwise.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Examples that a prompt shows, every one alike.
 *
 * @param count how many, from 0 to 10,000
 * @param tokensEach tokens of the text of one, up to 1,000,000,000
 * @param images the images of one; null as none
 */
public record FewShotExamples(Integer count, Long tokensEach, List<WorkloadImage> images) {
    /** Copies the list, null as an empty one; elements that are null are left for the checks to name. */
    public FewShotExamples {
        images = images == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(images));
    }
}
