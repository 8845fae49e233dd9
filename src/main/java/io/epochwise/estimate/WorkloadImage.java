package io.epochwise.estimate;

import io.epochwise.token.image.Detail;

/**
 * An image of a prompt, or several alike.
 *
 * @param width pixels, from 1 to 1,000,000
 * @param height pixels, from 1 to 1,000,000
 * @param detail null for {@code auto}
 * @param count how many of them, from 1 to 10,000; null for 1
 */
public record WorkloadImage(Integer width, Integer height, Detail detail, Integer count) {
    /** How many of them, 1 if not said. */
    int times() {
        return count == null ? 1 : count;
    }
}
