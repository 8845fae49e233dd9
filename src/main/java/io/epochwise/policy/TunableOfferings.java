package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/** Which offerings a training job may be created with. */
public final class TunableOfferings {
    private static final EnumSet<Verdict> OPEN = EnumSet.of(Verdict.AVAILABLE, Verdict.RESTRICTED, Verdict.UNKNOWN);

    private TunableOfferings() {}

    /**
     * The hosted offerings that can be tuned by their usual method, as far as is known of the organization.
     *
     * @param withImages whether the examples have images
     * @param asOf the day of the job's creation
     * @return in order of their ids, without those that are certainly closed on the day
     */
    public static List<Offering> hosted(
            Catalog catalog, boolean withImages, Organization organization, LocalDate asOf) {
        return catalog.offerings().stream()
                .filter(offering -> offering.kind() == OfferingKind.HOSTED && offering.tunable())
                .filter(offering ->
                        !withImages || !offering.fineTuning().visionMethods().isEmpty())
                .filter(offering -> isOpen(
                        AvailabilityRules.training(offering, offering.usualMethod(), withImages, organization, asOf)
                                .verdict()))
                .toList();
    }

    /** Whether a job may be possible by a verdict: it is, for some it is, or no source says. */
    public static boolean isOpen(Verdict verdict) {
        return OPEN.contains(verdict);
    }
}
