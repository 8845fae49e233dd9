package io.epochwise.estimate;

import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.Distribution;
import io.epochwise.dataset.DatasetProfile.Images;
import io.epochwise.dataset.DatasetProfile.Messages;
import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.dataset.DatasetProfile.RoleTokens;
import io.epochwise.dataset.DatasetProfile.SizeCount;
import io.epochwise.dataset.DatasetProfile.Text;
import io.epochwise.dataset.Finding;
import io.epochwise.token.TokenRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Profiles as a profiler would make them, of examples with a system, a user and an assistant message each. */
final class Profiles {
    static final Images NO_IMAGES = images(List.of(), Map.of());

    private Profiles() {}

    static DatasetProfile profile(long examples, long textTokens, Images images, OfferingProfile... rows) {
        return profile(null, null, "o200k_base", examples, textTokens, images, rows);
    }

    static DatasetProfile profile(
            String catalogVersion,
            LocalDate asOf,
            String encoding,
            long examples,
            long textTokens,
            Images images,
            OfferingProfile... rows) {
        return new DatasetProfile(
                DatasetProfile.SCHEMA,
                catalogVersion,
                asOf,
                0,
                examples,
                0L,
                examples,
                0,
                new Messages(examples, examples, examples, 0),
                new Text(encoding, new RoleTokens(0, textTokens, 0, 0, textTokens), 0),
                new Distribution(0, 0, 0, 0, 0, 0, 1L, List.of()),
                images,
                List.of(rows),
                List.of(),
                "");
    }

    static Images images(List<SizeCount> sizes, Map<String, Long> unresolved) {
        long sized = sizes.stream().mapToLong(SizeCount::count).sum();
        long unknown = unresolved.values().stream().mapToLong(Long::longValue).sum();
        return new Images(
                sized + unknown,
                sized + unknown,
                1,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                unknown,
                0L,
                1,
                sizes,
                unresolved);
    }

    static OfferingProfile row(String offering, TokenRange tokensPerEpoch, long truncated, Finding... findings) {
        return new OfferingProfile(offering, 0, 0, 0, tokensPerEpoch, truncated, 3, List.of(findings));
    }
}
