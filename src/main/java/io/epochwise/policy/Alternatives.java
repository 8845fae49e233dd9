package io.epochwise.policy;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.FineTuning;
import io.epochwise.catalog.LifeCycleEvent;
import io.epochwise.catalog.LifeCycleEventType;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What remains on a day where an offering cannot be had: only offerings that certainly can. Those the vendor names as
 * replacements come first, in the vendor's order; then those of the same provider, of others, and self-hosted ones.
 *
 * <p>Of other providers the same model comes first, and then each provider has its turn, so that none fills the list. Of a
 * provider those that last longest come first, of these the newest, of these by id. Two places are kept for self-hosted
 * ones.
 */
public final class Alternatives {
    private static final int MOST = 10;
    private static final int KEPT_FOR_SELF_HOSTED = 2;

    private static final Comparator<Candidate> NEAREST_OF_A_PROVIDER = Comparator.comparing(
                    Candidate::until, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Candidate::start, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Candidate::id);

    private Alternatives() {}

    /**
     * An offering that can be tuned.
     *
     * @param sameModel whether it is the same model at another provider
     * @param start the first day on which it is known to be in service; null if none is
     */
    private record Candidate(
            Offering offering, AlternativeReason why, boolean sameModel, Judgment training, LocalDate start) {
        String id() {
            return offering.id();
        }

        LocalDate until() {
            return training.until();
        }

        Alternative alternative() {
            return new Alternative(id(), why, training.verdict(), until());
        }
    }

    private record Turn(int number, Candidate candidate) {}

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
        Set<String> named = replacements.stream().map(Alternative::offering).collect(Collectors.toSet());
        String model = model(offering);
        List<Candidate> candidates = new ArrayList<>();
        for (Offering other : catalog.offerings()) {
            boolean considered = other.tunable()
                    && takes(other.fineTuning(), method, withImages)
                    && !other.id().equals(offering.id())
                    && !named.contains(other.id());
            if (!considered) {
                continue;
            }
            Judgment training = AvailabilityRules.judgeTraining(
                    other, method, withImages, known(organization, offering, other), asOf);
            if (training.verdict() == Verdict.AVAILABLE) {
                boolean sameModel = model(other).equals(model);
                candidates.add(new Candidate(other, reason(offering, other), sameModel, training, start(other)));
            }
        }
        candidates.sort(NEAREST_OF_A_PROVIDER);
        List<Alternative> hosted = new ArrayList<>(replacements);
        hosted.addAll(inTurn(candidates, AlternativeReason.SAME_PROVIDER));
        hosted.addAll(inTurn(candidates, AlternativeReason.OTHER_PROVIDER));
        List<Alternative> selfHosted = inTurn(candidates, AlternativeReason.SELF_HOSTED);
        int kept = Math.min(KEPT_FOR_SELF_HOSTED, selfHosted.size());
        return Stream.concat(hosted.stream().limit(MOST - kept), selfHosted.stream())
                .limit(MOST)
                .toList();
    }

    /** The offerings that the vendor names as replacements and that can be called; the parameters are those of {@link #of}. */
    public static List<Alternative> replacements(
            Catalog catalog, Offering offering, Organization organization, LocalDate asOf) {
        return offering.lifeCycle().stream()
                .flatMap(event -> event.replacements().stream())
                .flatMap(id -> catalog.find(id).stream())
                .map(Offering::id)
                .filter(id -> !id.equals(offering.id()))
                .distinct()
                .map(catalog::require)
                .map(other -> {
                    Availability calls =
                            AvailabilityRules.baseInference(other, known(organization, offering, other), asOf);
                    return new Alternative(other.id(), AlternativeReason.REPLACEMENT, calls.verdict(), calls.until());
                })
                .filter(other -> other.verdict() == Verdict.AVAILABLE)
                .limit(MOST)
                .toList();
    }

    /** What is certain of the model whatever the day is; it spares most offerings the look at their lives. */
    private static boolean takes(FineTuning tuning, Method method, boolean withImages) {
        return tuning.methods().contains(method)
                && (!withImages || tuning.visionMethods().contains(method));
    }

    private static LocalDate start(Offering offering) {
        for (LifeCycleEvent event : offering.lifeCycle()) {
            if (event.event() == LifeCycleEventType.LAUNCH || event.event() == LifeCycleEventType.SEEN_IN_SERVICE) {
                return event.on();
            }
        }
        return null;
    }

    /** The same model first, then the nearest of each provider, then the second nearest of each, and so on. */
    private static List<Alternative> inTurn(List<Candidate> nearestFirst, AlternativeReason why) {
        Map<String, Integer> turns = new HashMap<>();
        return nearestFirst.stream()
                .filter(candidate -> candidate.why() == why)
                .map(candidate -> new Turn(
                        candidate.sameModel()
                                ? 0
                                : turns.merge(candidate.offering().provider(), 1, Integer::sum),
                        candidate))
                .sorted(Comparator.comparing(Turn::number))
                .map(turn -> turn.candidate().alternative())
                .toList();
    }

    private static AlternativeReason reason(Offering offering, Offering other) {
        if (other.provider().equals(offering.provider())) {
            return AlternativeReason.SAME_PROVIDER;
        }
        return other.kind() == OfferingKind.SELF_HOSTED
                ? AlternativeReason.SELF_HOSTED
                : AlternativeReason.OTHER_PROVIDER;
    }

    /** The vendor's own model id. */
    private static String model(Offering offering) {
        return offering.id().substring(offering.provider().length() + 1);
    }

    private static Organization known(Organization organization, Offering offering, Offering other) {
        return other.provider().equals(offering.provider()) ? organization : organization.elsewhere();
    }
}
