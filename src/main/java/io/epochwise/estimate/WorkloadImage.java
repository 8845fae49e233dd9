package io.epochwise.estimate;

import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageChange;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An image of a prompt, or several alike. Each number may be a range; all are whole.
 *
 * @param width pixels, from 1 to 1,000,000
 * @param height pixels, from 1 to 1,000,000
 * @param detail null for {@code auto}
 * @param count how many of them, from 1 to 10,000; null for 1
 */
public record WorkloadImage(Range width, Range height, Detail detail, Range count) {
    private static final Range ONE = Range.exactly(1);

    /** How many of them are expected, 1 if not said. */
    int times() {
        return Objects.requireNonNullElse(count, ONE).expected().intValueExact();
    }

    int expectedWidth() {
        return width.expected().intValueExact();
    }

    int expectedHeight() {
        return height.expected().intValueExact();
    }

    /** The image that is expected. */
    public SizedImage expected() {
        return new SizedImage(expectedWidth(), expectedHeight(), Objects.requireNonNullElse(detail, Detail.AUTO));
    }

    /** The images after a change; of sizes what is expected is taken. */
    static List<WorkloadImage> changed(List<WorkloadImage> images, ImageChange change) {
        return images.stream().map(image -> image.changed(change)).toList();
    }

    private WorkloadImage changed(ImageChange change) {
        SizedImage changed = change.of(expected());
        return new WorkloadImage(
                Range.exactly(changed.width()), Range.exactly(changed.height()), changed.detail(), count);
    }

    /** How many images they are at most. */
    static BigDecimal most(List<WorkloadImage> images) {
        return images.stream()
                .map(image -> Objects.requireNonNullElse(image.count, ONE).high())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<WorkloadImage> resolved(String path, List<WorkloadImage> images, RangeChoice choice) {
        List<WorkloadImage> resolved = new ArrayList<>(images.size());
        for (int i = 0; i < images.size(); i++) {
            WorkloadImage image = images.get(i);
            String at = path + "[" + i + "].";
            resolved.add(new WorkloadImage(
                    choice.whole(at + "width", image.width),
                    choice.whole(at + "height", image.height),
                    image.detail,
                    choice.whole(at + "count", image.count)));
        }
        return resolved;
    }
}
