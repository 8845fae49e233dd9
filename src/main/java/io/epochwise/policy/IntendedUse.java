package io.epochwise.policy;

import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.RetentionRule;
import io.epochwise.catalog.RetentionTopic;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with an offering, so that it is known which of its facts apply.
 *
 * @param offering the offering
 * @param tier the price class
 * @param method how the model is to be tuned
 * @param organization what is known of the organization
 * @param asOf the day whose facts apply
 */
public record IntendedUse(Offering offering, String tier, Method method, Organization organization, LocalDate asOf) {
    List<RetentionRule> retention(RetentionTopic topic) {
        return offering.retention(topic, tier, asOf);
    }

    Optional<Limit> limit(LimitName name) {
        return offering.limit(name, tier, asOf);
    }

    IntendedUse inTier(String other) {
        return new IntendedUse(offering, other, method, organization, asOf);
    }
}
