package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What remains on a day where an offering cannot be had: only offerings that certainly can. Those the vendor names as
 * replacements come first, in the vendor's order; then those of the same provider, of others, and self-hosted ones, each
 * group with those that last longest first, and else in order of their ids.
 */
public final class Alternatives {
    private static final int MOST = 10;

    private Alternatives() {}

    /**
     * The offerings that can be tuned in place of one that cannot, and the replacements its vendor names.
     *
     * @param catalog where the offerings are from
     * @param offering the one that cannot be had; never its own alternative
     * @param method how it was to be tuned
     * @param withImages whether the examples have images
     * @param organization what is known of the organization at the offering's provider
     * @param asOf the day of the job's creation
     * @return at most 10
     */
    public static List<Alternative> of(
            Catalog catalog,
            Offering offering,
            Method method,
            boolean withImages,
            Organization organization,
            LocalDate asOf) {
        List<Alternative> replacements = replacements(catalog, offering, organization, asOf);
        Stream<Alternative> trainable = catalog.offerings().stream()
                .filter(other -> !other.id().equals(offering.id()))
                .filter(other -> other.tunable() && other.fineTuning().methods().contains(method))
                .filter(other -> replacements.stream()
                        .noneMatch(named -> named.offering().equals(other.id())))
                .flatMap(other -> trainable(offering, other, method, withImages, organization, asOf).stream())
                .sorted(Comparator.comparing(Alternative::why)
                        .thenComparing(Alternative::until, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()))
                        .thenComparing(Alternative::offering));
        return Stream.concat(replacements.stream(), trainable).limit(MOST).toList();
    }

    /** The offerings that the vendor names as replacements and that can be called; the parameters are those of {@link #of}. */
    public static List<Alternative> replacements(
            Catalog catalog, Offering offering, Organization organization, LocalDate asOf) {
        return offering.lifeCycle().stream()
                .flatMap(event -> event.replacements().stream())
                .map(catalog::require)
                .filter(other -> !other.id().equals(offering.id()))
                .distinct()
                .flatMap(other -> remaining(
                        other,
                        AlternativeReason.REPLACEMENT,
                        AvailabilityRules.baseInference(other, known(organization, offering, other), asOf))
                        .stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<Alternative> trainable(
            Offering offering,
            Offering other,
            Method method,
            boolean withImages,
            Organization organization,
            LocalDate asOf) {
        Availability training =
                AvailabilityRules.training(other, method, withImages, known(organization, offering, other), asOf);
        return remaining(other, reason(offering, other), training);
    }

    private static AlternativeReason reason(Offering offering, Offering other) {
        if (other.provider().equals(offering.provider())) {
            return AlternativeReason.SAME_PROVIDER;
        }
        return other.kind() == OfferingKind.SELF_HOSTED
                ? AlternativeReason.SELF_HOSTED
                : AlternativeReason.OTHER_PROVIDER;
    }

    private static Optional<Alternative> remaining(Offering other, AlternativeReason why, Availability availability) {
        return availability.verdict() == Verdict.AVAILABLE
                ? Optional.of(new Alternative(other.id(), why, availability.verdict(), availability.until()))
                : Optional.empty();
    }

    private static Organization known(Organization organization, Offering offering, Offering other) {
        return other.provider().equals(offering.provider()) ? organization : organization.elsewhere();
    }
}
