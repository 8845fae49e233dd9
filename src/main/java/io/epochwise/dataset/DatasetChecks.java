package io.epochwise.dataset;

import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.ImageRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a dataset that is given as numbers must keep, so that no calculation over it can fail; all faults at once. */
public final class DatasetChecks {
    /** Most examples, messages, images or tokens that a profile may count. */
    public static final long MAX_COUNT = 1_000_000_000_000_000L;

    private static final long MAX_EXAMPLES = 1_000_000_000;
    private static final BigDecimal MAX_TOKENS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MAX_IMAGES = BigDecimal.valueOf(1_000_000);

    private final String path;
    private final List<Violation> violations = new ArrayList<>();

    private DatasetChecks(String path) {
        this.path = path;
    }

    /**
     * What is wrong with the dataset; of a profile only what it has, since what may be missing depends on its use.
     *
     * @param path where it stands in the input
     * @param dataset not null
     */
    public static List<Violation> of(String path, Dataset dataset) {
        DatasetChecks checks = new DatasetChecks(path + ".");
        if (dataset instanceof DatasetSummary summary) {
            checks.summary(summary);
        } else if (dataset instanceof DatasetProfile profile) {
            checks.profile(profile);
        }
        return checks.violations;
    }

    private void summary(DatasetSummary summary) {
        if (given("examples", summary.examples())) {
            whole("examples", summary.examples(), 1, MAX_EXAMPLES);
        }
        if (given("textTokensPerExample", summary.textTokensPerExample())) {
            range("textTokensPerExample", summary.textTokensPerExample(), MAX_TOKENS);
        }
        if (summary.imagesPerExample() != null) {
            range("imagesPerExample", summary.imagesPerExample(), MAX_IMAGES);
        }
        whole("imageWidth", summary.imageWidth(), 1, ImageRule.MAX_SIDE);
        whole("imageHeight", summary.imageHeight(), 1, ImageRule.MAX_SIDE);
        if (summary.hasImages()) {
            given("imageWidth", summary.imageWidth());
            given("imageHeight", summary.imageHeight());
        }
    }

    private void profile(DatasetProfile profile) {
        if (profile.schema() != null && !profile.schema().equals(DatasetProfile.SCHEMA)) {
            fault("schema", "must be " + DatasetProfile.SCHEMA);
        }
        range("examples", profile.examples(), 1, MAX_COUNT);
        List<DatasetProfile.SizeCount> sizes =
                profile.images() == null ? null : profile.images().sizes();
        for (int i = 0; sizes != null && i < sizes.size(); i++) {
            String size = "images.sizes[" + i + "]";
            if (given(size, sizes.get(i))) {
                side(size + ".width", sizes.get(i).width());
                side(size + ".height", sizes.get(i).height());
                range(size + ".count", sizes.get(i).count(), 0, MAX_COUNT);
            }
        }
    }

    private void side(String field, Integer pixels) {
        if (pixels != null) {
            range(field, pixels, 1, ImageRule.MAX_SIDE);
        }
    }

    private void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            fault(field, "must be from " + min + " to " + max);
        }
    }

    private void whole(String field, Range value, long min, long max) {
        if (value != null) {
            value.faultAsWhole(min, max).ifPresent(fault -> fault(field, fault));
        }
    }

    private void range(String field, Range value, BigDecimal max) {
        value.faultAsDecimal(BigDecimal.ZERO, max).ifPresent(fault -> fault(field, fault));
    }

    private boolean given(String field, Object value) {
        if (value == null) {
            fault(field, "must be given");
        }
        return value != null;
    }

    private void fault(String field, String message) {
        violations.add(new Violation(path + field, message));
    }
}
