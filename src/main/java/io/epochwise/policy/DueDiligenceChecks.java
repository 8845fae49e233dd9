package io.epochwise.policy;

import io.epochwise.catalog.Offering;
import io.epochwise.dataset.DatasetChecks;
import io.epochwise.dataset.image.ImageFormat;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Spelling;
import io.epochwise.fault.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a request for due diligence must keep; all that is wrong is named at once. */
final class DueDiligenceChecks {
    private static final int MAX_OFFERINGS = 50;
    private static final int MAX_DAYS = 36_500;
    private static final int MAX_NAMES = 50;
    private static final int MAX_NAME_CHARACTERS = 100;
    private static final long MAX_CONTEXT = 1_000_000_000;

    private final List<Violation> violations = new ArrayList<>();

    private DueDiligenceChecks() {}

    /** @throws InvalidInputException if the request is not complete or out of range */
    static void complete(DueDiligenceRequest request) {
        DueDiligenceChecks checks = new DueDiligenceChecks();
        checks.offerings(request);
        if (request.dataset() != null) {
            checks.violations.addAll(DatasetChecks.of("dataset", request.dataset()));
        }
        if (request.requirements() == null) {
            checks.fault("requirements", "must be given");
        } else {
            checks.requirements(request.requirements());
        }
        checks.end();
    }

    /** @throws InvalidInputException if no offering has the price class */
    static void possible(DueDiligenceRequest request, List<Offering> offerings) {
        Set<String> tiers = new TreeSet<>();
        offerings.forEach(offering -> tiers.addAll(tiers(offering)));
        if (request.tier() != null && !tiers.contains(request.tier())) {
            throw new InvalidInputException("tier", "must be one of " + tiers);
        }
    }

    /** The price classes of an offering. */
    static Set<String> tiers(Offering offering) {
        Set<String> tiers = new TreeSet<>(offering.tiers());
        tiers.add(offering.defaultTier());
        return tiers;
    }

    private void offerings(DueDiligenceRequest request) {
        if (request.offering() != null && request.offerings() != null) {
            fault("offerings", "must be left out where offering is given");
        } else if (request.offering() == null && request.offerings() == null) {
            fault("offering", "must be given, or else offerings");
        } else if (request.offerings() != null) {
            size("offerings", request.offerings(), MAX_OFFERINGS);
        }
    }

    private void requirements(Requirements requirements) {
        range("maxRetentionDays", requirements.maxRetentionDays(), 0, MAX_DAYS);
        range("minimumContextTokens", requirements.minimumContextTokens(), 1, MAX_CONTEXT);
        names("regions", requirements.regions());
        names("imageFormats", requirements.imageFormats());
        if (requirements.imageFormats() != null) {
            for (int i = 0; i < requirements.imageFormats().size(); i++) {
                String format = requirements.imageFormats().get(i);
                if (Spelling.parse(ImageFormat.values(), format).isEmpty()) {
                    fault("requirements.imageFormats[" + i + "]", "must be one of " + List.of(ImageFormat.values()));
                }
            }
        }
    }

    private void names(String requirement, List<String> names) {
        if (names == null) {
            return;
        }
        String field = "requirements." + requirement;
        size(field, names, MAX_NAMES);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank() || names.get(i).length() > MAX_NAME_CHARACTERS) {
                fault(field + "[" + i + "]", "must have from 1 to " + MAX_NAME_CHARACTERS + " characters");
            }
        }
    }

    private void range(String requirement, Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            fault("requirements." + requirement, "must be from " + min + " to " + max);
        }
    }

    private void size(String field, List<String> list, int most) {
        if (list.isEmpty() || list.size() > most) {
            fault(field, "must have from 1 to " + most + " items");
        }
    }

    private void fault(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private void end() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }
}
