package io.epochwise.dataset;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A dataset so small that every number can be told by hand: one word is one token. */
class GoldenProfileTest {
    private static final String SEEN = Lines.example(
            Lines.system("Hello"),
            Lines.user(Lines.text("Hello world"), Lines.image(Lines.png(512, 512), "high")),
            Lines.assistant("Yes"));
    private static final String NAMED = "{\"messages\":[{\"role\":\"user\",\"name\":\"Bob\",\"content\":\"No\"},"
            + "{\"role\":\"assistant\",\"content\":\"Yes\",\"weight\":0}]}";

    @Test
    void everyNumberIsDerivedByHand() {
        DatasetProfile profile = Profiles.of(Lines.file(SEEN, "", NAMED, "{", NAMED), Profiles.GPT_4O);
        assertThat(profile)
                .isEqualTo(new DatasetProfile(
                        "epochwise/dataset-profile/1",
                        Profiles.CATALOG.version(),
                        Profiles.DAY,
                        SEEN.length() + 1 + 1 + 2 * (106 + 1) + 2,
                        5,
                        1L,
                        3,
                        1,
                        new DatasetProfile.Messages(1, 3, 3, 0),
                        new DatasetProfile.Text(
                                "o200k_base",
                                new DatasetProfile.RoleTokens(1, 2 + 2 * (1 + 1), 3, 0, 10),
                                5 + 11 + 3 + 2 * (3 + 2 + 3)),
                        new DatasetProfile.Distribution(
                                14,
                                14,
                                273,
                                273,
                                273,
                                (273 + 14 + 14) / 3.0,
                                1L,
                                List.of(new DatasetProfile.Bucket(14, 2), new DatasetProfile.Bucket(273, 1))),
                        new DatasetProfile.Images(
                                1,
                                1,
                                1,
                                57,
                                Map.of("png", 1L),
                                Map.of("rgb", 1L),
                                Map.of("base64", 1L),
                                0,
                                0L,
                                1,
                                List.of(new DatasetProfile.SizeCount(512, 512, Detail.HIGH, 1)),
                                Map.of()),
                        List.of(new DatasetProfile.OfferingProfile(
                                "openai/gpt-4o-2024-08-06",
                                10,
                                85 + 170,
                                (3 * 4 + 2) + 2 * (2 * 4 + 1 + 2),
                                new TokenRange(301 - 3 * 2, 301, 301 + 3),
                                0,
                                25,
                                profile.offerings().get(0).findings())),
                        profile.findings(),
                        profile.fingerprints()));
        assertThat(told(profile.findings()))
                .containsExactly(
                        "BLANK_LINE 1 [2]",
                        "TRUNCATED_JSON 1 [4]",
                        "MISSING_SYSTEM_MESSAGE 2 [3, 5]",
                        "ZERO_WEIGHT 2 [3, 5]",
                        "DUPLICATE_EXAMPLE 1 [5]");
        assertThat(told(profile.offerings().get(0).findings())).containsExactly("TOO_FEW_EXAMPLES 3 []");
        Fingerprints fingerprints = Fingerprints.decode("", profile.fingerprints(), 5, 3);
        assertThat(fingerprints.repeats(3)).isOne();
        assertThat(fingerprints.firstLines()).containsExactly(5L);
        assertThat(fingerprints.sampled()).isFalse();
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.count() + " " + finding.firstLines())
                .toList();
    }
}
