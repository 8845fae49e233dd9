package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns JSON Lines into profiles, and profiles of parts into the profile of the whole. Safe for use by many threads. */
public final class DatasetProfiler {
    /** Most offerings one profile may ask for. */
    public static final int MAX_OFFERINGS = 50;

    private final Catalog catalog;
    private final ProfileLimits limits;
    private final Sharing sharing;

    /**
     * @param catalog whose rules and limits apply
     * @param limits what the reader is willing to read
     * @param sharing how the work on long files is shared
     */
    public DatasetProfiler(Catalog catalog, ProfileLimits limits, Sharing sharing) {
        this.catalog = catalog;
        this.limits = limits;
        this.sharing = sharing;
    }

    /**
     * Profiles a dataset in one pass and constant memory. However the work is shared, the profile is the same. Whatever is wrong with a
     * line becomes a finding.
     *
     * @param jsonl examples in OpenAI's chat format, one a line; read to its end, not closed
     * @param offerings ids of the offerings to count for, at most {@value #MAX_OFFERINGS}; may be empty
     * @param asOf the day whose rules and limits apply
     * @param urlImages the size of images given by URL; null if not known
     * @throws io.epochwise.fault.UnknownNameException if an offering is unknown
     * @throws InvalidInputException if there are too many offerings
     * @throws UnfinishedDatasetException if reading fails, naming the line
     */
    public DatasetProfile profile(InputStream jsonl, List<String> offerings, LocalDate asOf, ImageSize urlImages)
            throws UnfinishedDatasetException {
        List<Offering> all = resolve(offerings);
        return new FileReading(jsonl, () -> new ProfileAccumulator(catalog, all, asOf), limits, urlImages, sharing)
                .read()
                .profile();
    }

    /**
     * Merges the profiles of consecutive parts of a file into the profile of the whole: the same as profiling the parts
     * one behind the other.
     *
     * @param parts at least one, all made with this catalog for the same day and the same offerings in the same order
     * @throws InvalidInputException if they are not, or hold what no profile can
     */
    public DatasetProfile merge(List<DatasetProfile> parts) {
        if (parts.isEmpty()) {
            throw new InvalidInputException("", "needs at least one profile");
        }
        for (int i = 0; i < parts.size(); i++) {
            ProfileChecks.check("[" + i + "]", parts.get(i));
            agree("[" + i + "].catalogVersion", catalog.version(), parts.get(i).catalogVersion());
        }
        LocalDate asOf = parts.get(0).asOf();
        List<Offering> offerings = resolve(offeringIds(parts.get(0)));
        List<String> ids = offerings.stream().map(Offering::id).toList();
        ProfileAccumulator sum = new ProfileAccumulator(catalog, offerings, asOf);
        for (int i = 0; i < parts.size(); i++) {
            DatasetProfile part = parts.get(i);
            String field = "[" + i + "]";
            agree(field + ".asOf", asOf, part.asOf());
            agree(field + ".offerings", ids, offeringIds(part));
            Fingerprints fingerprints =
                    Fingerprints.decode(field + ".fingerprints", part.fingerprints(), part.lines(), part.examples());
            try {
                ProfileAccumulator next = new ProfileAccumulator(catalog, offerings, asOf);
                next.restore(part, fingerprints);
                sum.merge(next);
            } catch (ArithmeticException e) {
                throw new InvalidInputException(field, "makes a sum too large");
            }
        }
        try {
            return sum.profile();
        } catch (ArithmeticException e) {
            throw new InvalidInputException("", "make a sum too large");
        }
    }

    private static void agree(String field, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new InvalidInputException(
                    field,
                    "must be " + expected + ": parts are merged only if profiled alike, so profile this one again");
        }
    }

    private static List<String> offeringIds(DatasetProfile profile) {
        return profile.offerings().stream()
                .map(DatasetProfile.OfferingProfile::offering)
                .toList();
    }

    private List<Offering> resolve(List<String> ids) {
        Set<Offering> offerings = new LinkedHashSet<>();
        ids.forEach(id -> offerings.add(catalog.require(id)));
        if (offerings.size() > MAX_OFFERINGS) {
            throw new InvalidInputException("offering", "at most " + MAX_OFFERINGS + " offerings");
        }
        return new ArrayList<>(offerings);
    }
}
