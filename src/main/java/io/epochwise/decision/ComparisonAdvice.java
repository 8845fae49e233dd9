package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.estimate.Workload;
import io.epochwise.policy.Alternative;
import io.epochwise.policy.Alternatives;
import io.epochwise.policy.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a comparison does not tell, where it would otherwise be over-read. */
record ComparisonAdvice(Catalog catalog, ComparisonRequest request, Organization organization, LocalDate asOf) {
    List<Advisory> of(List<RankedAlternative> ranked) {
        List<Advisory> advisories = new ArrayList<>();
        BigDecimal prompted = most(alternative -> !trained(alternative));
        BigDecimal tuned = most(ComparisonAdvice::trained);
        boolean anyTrained = tuned.signum() > 0;
        if (anyTrained && prompted.signum() > 0 && tuned.compareTo(prompted) > 0) {
            advisories.add(Advisory.of(AdvisoryCode.NO_PUBLISHED_COMPARISON));
        }
        if (anyTrained
                && request.alternatives().stream()
                        .anyMatch(each -> workload(each).hasImages())) {
            advisories.add(Advisory.of(AdvisoryCode.NO_NEW_ABILITIES));
        }
        replacements().ifPresent(advisories::add);
        if (ranked.stream().map(RankedAlternative::offering).distinct().count() > 1
                && request.alternatives().stream()
                                .filter(each -> each.workload() == null)
                                .count()
                        > 1) {
            advisories.add(Advisory.of(AdvisoryCode.SAME_TOKENS_ASSUMED));
        }
        if (request.alternatives().stream().anyMatch(each -> withoutPeople(each) && isRanked(each, ranked))) {
            advisories.add(Advisory.of(AdvisoryCode.OPERATIONS_NOT_INCLUDED));
        }
        return advisories;
    }

    private static boolean withoutPeople(ComparedAlternative alternative) {
        return alternative.kind() == AlternativeKind.SELF_HOSTED
                && (alternative.serving() == null || alternative.serving().labor() == null);
    }

    private static boolean isRanked(ComparedAlternative alternative, List<RankedAlternative> ranked) {
        return ranked.stream().anyMatch(one -> one.id().equals(alternative.name()));
    }

    private static boolean trained(ComparedAlternative alternative) {
        return alternative.training() != null || Boolean.TRUE.equals(alternative.tuned());
    }

    private Workload workload(ComparedAlternative alternative) {
        return Objects.requireNonNullElse(alternative.workload(), request.workload());
    }

    /** The highest accuracy that is claimed of some of the alternatives; 0 if there are none. */
    private BigDecimal most(Predicate<ComparedAlternative> which) {
        return request.alternatives().stream()
                .filter(which)
                .map(alternative -> workload(alternative).accuracy())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** Newer models that vendors name in place of those compared, and that are not compared. */
    private Optional<Advisory> replacements() {
        Set<String> compared = request.alternatives().stream()
                .map(alternative -> catalog.require(alternative.offering()).id())
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (String id : compared) {
            Alternatives.replacements(catalog, catalog.require(id), organization, asOf).stream()
                    .map(Alternative::offering)
                    .filter(replacement -> !compared.contains(replacement))
                    .forEach(missing::add);
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advisory(
                        AdvisoryCode.REPLACEMENT_EXISTS,
                        "Vendors name " + String.join(", ", missing)
                                + " as replacement of models compared; called without tuning they may cost less. Compare"
                                + " them."));
    }
}
