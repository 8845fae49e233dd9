package io.epochwise.dataset;

import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.token.image.Detail;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks of a profile that comes from outside, so that sums over it cannot fail or mislead. */
final class ProfileChecks {
    private final String root;
    private final List<Violation> violations = new ArrayList<>();

    private ProfileChecks(String root) {
        this.root = root;
    }

    /**
     * Checks a profile.
     *
     * @param field where the profile stands in the input; empty for the root
     * @throws InvalidInputException naming every field that is missing, negative or at odds with another
     */
    static void check(String field, DatasetProfile profile) {
        ProfileChecks checks = new ProfileChecks(field);
        checks.profile(profile);
        if (!checks.violations.isEmpty()) {
            throw new InvalidInputException(checks.violations);
        }
    }

    private void profile(DatasetProfile profile) {
        if (profile == null) {
            fault("", "must be a profile");
            return;
        }
        if (!DatasetProfile.SCHEMA.equals(profile.schema())) {
            fault("schema", "must be " + DatasetProfile.SCHEMA);
        }
        boolean complete = present("catalogVersion", profile.catalogVersion())
                & present("asOf", profile.asOf())
                & present("messages", profile.messages())
                & present("text", profile.text())
                & present("tokensPerExample", profile.tokensPerExample())
                & present("images", profile.images())
                & present("offerings", profile.offerings())
                & present("findings", profile.findings())
                & present("fingerprints", profile.fingerprints());
        if (!complete) {
            return;
        }
        notNegative("bytes", profile.bytes());
        notNegative("lines", profile.lines());
        given("blankLines", profile.blankLines());
        notNegative("examples", profile.examples());
        notNegative("invalidExamples", profile.invalidExamples());
        DatasetProfile.Messages messages = profile.messages();
        notNegative("messages.system", messages.system());
        notNegative("messages.user", messages.user());
        notNegative("messages.assistant", messages.assistant());
        notNegative("messages.tool", messages.tool());
        text(profile.text());
        distribution(profile.tokensPerExample(), profile.examples());
        images(profile.images());
        for (int i = 0; i < profile.offerings().size(); i++) {
            offering("offerings[" + i + "]", profile.offerings().get(i));
        }
        findings("findings", profile.findings());
    }

    private void text(DatasetProfile.Text text) {
        notNegative("text.characters", text.characters());
        if (!OfferingCounter.USUAL_ENCODING.equals(text.encoding())) {
            fault("text.encoding", "must be " + OfferingCounter.USUAL_ENCODING);
        }
        if (present("text.tokens", text.tokens())) {
            DatasetProfile.RoleTokens tokens = text.tokens();
            notNegative("text.tokens.system", tokens.system());
            notNegative("text.tokens.user", tokens.user());
            notNegative("text.tokens.assistant", tokens.assistant());
            notNegative("text.tokens.tool", tokens.tool());
            BigInteger ofRoles = BigInteger.valueOf(tokens.system())
                    .add(BigInteger.valueOf(tokens.user()))
                    .add(BigInteger.valueOf(tokens.assistant()))
                    .add(BigInteger.valueOf(tokens.tool()));
            if (BigInteger.valueOf(tokens.total()).compareTo(ofRoles) < 0) {
                fault("text.tokens.total", "must be at least the sum of all roles");
            }
        }
    }

    private void distribution(DatasetProfile.Distribution distribution, long examples) {
        String field = "tokensPerExample";
        boolean good =
                notNegative(field + ".min", distribution.min()) & notNegative(field + ".max", distribution.max());
        if (!present(field + ".step", distribution.step())) {
            return;
        }
        long step = distribution.step();
        if (step < 1 || Long.bitCount(step) != 1) {
            fault(field + ".step", "must be a power of two");
            return;
        }
        List<DatasetProfile.Bucket> histogram = distribution.histogram();
        if (!present(field + ".histogram", histogram) || !good) {
            return;
        }
        long last = -1;
        long left = examples;
        for (DatasetProfile.Bucket bucket : histogram) {
            if (bucket == null || bucket.from() <= last || bucket.from() % step != 0 || bucket.count() < 1) {
                fault(field + ".histogram", "must have buckets in order, at multiples of the step, each with a count");
                return;
            }
            last = bucket.from();
            left = left < bucket.count() ? -1 : left - bucket.count();
        }
        if (left != 0) {
            fault(field + ".histogram", "must count as many examples as the profile has");
        } else if (!histogram.isEmpty()
                && (distribution.min() - distribution.min() % step
                                != histogram.get(0).from()
                        || distribution.max() - distribution.max() % step != last)) {
            fault(field, "must have its min in the first bucket and its max in the last");
        }
    }

    private void images(DatasetProfile.Images images) {
        notNegative("images.count", images.count());
        notNegative("images.examplesWithImages", images.examplesWithImages());
        notNegative("images.maxPerExample", images.maxPerExample());
        notNegative("images.bytes", images.bytes());
        notNegative("images.unresolved", images.unresolved());
        given("images.unreadable", images.unreadable());
        counts("images.byFormat", images.byFormat());
        counts("images.byColorMode", images.byColorMode());
        counts("images.bySource", images.bySource());
        counts("images.unresolvedByDetail", images.unresolvedByDetail());
        if (images.unresolvedByDetail() != null
                && !images.unresolvedByDetail().keySet().stream()
                        .allMatch(detail -> Detail.parse(detail).isPresent())) {
            fault("images.unresolvedByDetail", "must have details as keys");
        }
        if (present("images.sizeStep", images.sizeStep())
                && (images.sizeStep() < 1 || Integer.bitCount(images.sizeStep()) != 1)) {
            fault("images.sizeStep", "must be a power of two");
        }
        if (present("images.sizes", images.sizes())) {
            for (int i = 0; i < images.sizes().size(); i++) {
                DatasetProfile.SizeCount size = images.sizes().get(i);
                boolean good = size != null
                        && ImageSize.inRange(size.width())
                        && ImageSize.inRange(size.height())
                        && size.detail() != null
                        && size.count() >= 0;
                if (!good) {
                    fault("images.sizes[" + i + "]", "must have width, height, detail and count in range");
                }
            }
        }
    }

    private void offering(String field, DatasetProfile.OfferingProfile offering) {
        if (!present(field, offering)) {
            return;
        }
        present(field + ".offering", offering.offering());
        present(field + ".tokensPerEpoch", offering.tokensPerEpoch());
        notNegative(field + ".textTokens", offering.textTokens());
        notNegative(field + ".imageTokens", offering.imageTokens());
        notNegative(field + ".overheadTokens", offering.overheadTokens());
        notNegative(field + ".truncatedExamples", offering.truncatedExamples());
        findings(field + ".findings", offering.findings());
    }

    private void findings(String field, List<Finding> findings) {
        if (!present(field, findings)) {
            return;
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean good = finding != null
                    && finding.code() != null
                    && finding.count() >= 0
                    && finding.firstLines() != null
                    && finding.firstLines().stream().allMatch(line -> line != null && line > 0);
            if (!good) {
                fault(field + "[" + i + "]", "must have code, count and firstLines");
            }
        }
    }

    private void counts(String field, Map<String, Long> counts) {
        if (present(field, counts) && !counts.values().stream().allMatch(count -> count != null && count >= 0)) {
            fault(field, "must not have negative counts");
        }
    }

    private boolean notNegative(String field, long value) {
        if (value < 0) {
            fault(field, "must not be negative");
        }
        return value >= 0;
    }

    private void given(String field, Long value) {
        if (present(field, value)) {
            notNegative(field, value);
        }
    }

    private boolean present(String field, Object value) {
        if (value == null) {
            fault(field, "is missing");
        }
        return value != null;
    }

    private void fault(String field, String message) {
        String separator = root.isEmpty() || field.isEmpty() ? "" : ".";
        violations.add(new Violation(root + separator + field, message));
    }
}
