package io.epochwise.dataset;

import io.epochwise.catalog.Offering;
import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageChange;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A profile whose images are changed is the profile of the file whose images are changed. */
class ImageRevisionTest {
    private static String file(long seed, Detail detail, int divisor) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> images = new ArrayList<>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                int width = 2 * (1 + random.nextInt(800));
                int height = 2 * (1 + random.nextInt(800));
                String own = random.nextBoolean() ? "high" : "low";
                boolean sized = random.nextInt(8) > 0;
                String asked = detail == null ? own : detail.toString();
                images.add(
                        sized
                                ? Lines.imageUrl("\"url\":\"https://a.example/" + i + "\",\"detail\":\"" + asked
                                        + "\",\"width\":" + width / divisor + ",\"height\":" + height / divisor)
                                : Lines.image("https://a.example/" + i, asked));
            }
            lines.add(Lines.show(images.toArray(String[]::new)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static DatasetProfile profile(long seed, Detail detail, int divisor, String offering) {
        return Profiles.of(Lines.file(file(seed, detail, divisor)), offering);
    }

    @ParameterizedTest
    @ValueSource(strings = {Profiles.GPT_4O, Profiles.GPT_41_MINI})
    void anotherDetailCountsAsIfTheFileAskedForIt(String id) {
        Offering offering = Profiles.CATALOG.require(id);
        for (long seed = 0; seed < 50; seed++) {
            DatasetProfile changed =
                    profile(seed, null, 1, id).withImages(ImageChange.detail(Detail.LOW), offering, Profiles.DAY);
            assertSame(changed, profile(seed, Detail.LOW, 1, id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Profiles.GPT_4O, Profiles.GPT_41_MINI})
    void otherSizesCountAsIfTheFileHadThem(String id) {
        Offering offering = Profiles.CATALOG.require(id);
        ImageChange half = image -> new SizedImage(image.width() / 2, image.height() / 2, image.detail());
        for (long seed = 0; seed < 50; seed++) {
            DatasetProfile changed = profile(seed, null, 1, id).withImages(half, offering, Profiles.DAY);
            assertSame(changed, profile(seed, null, 2, id));
        }
    }

    private static void assertSame(DatasetProfile changed, DatasetProfile profiled) {
        OfferingProfile row = changed.offerings().get(0);
        OfferingProfile expected = profiled.offerings().get(0);
        assertThat(row.tokensPerEpoch()).isEqualTo(expected.tokensPerEpoch());
        assertThat(row.imageTokens()).isEqualTo(expected.imageTokens());
        assertThat(row.textTokens()).isEqualTo(expected.textTokens());
        assertThat(changed.images().sizes())
                .containsExactlyInAnyOrderElementsOf(profiled.images().sizes());
        assertThat(changed.images().unresolvedByDetail())
                .isEqualTo(profiled.images().unresolvedByDetail());
    }

    /** 40 questions of 20 images: half the images' tokens, all of the text's. */
    @Test
    void packedQuestionsShowEachImageOnce() {
        Offering offering = Profiles.CATALOG.require(Profiles.GPT_4O);
        String[] lines = new String[40];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Lines.show(Lines.imageUrl(
                    "\"url\":\"https://a.example/" + i / 2 + "\",\"detail\":\"high\",\"width\":1024,\"height\":1024"));
        }
        DatasetProfile profile = Profiles.of(Lines.file(lines), Profiles.GPT_4O);
        DatasetProfile packed = profile.packed(new BigDecimal("2"), offering, Profiles.DAY);
        assertThat(packed.examples()).isEqualTo(20);
        assertThat(packed.images().count()).isEqualTo(20);
        OfferingProfile before = profile.offerings().get(0);
        OfferingProfile after = packed.offerings().get(0);
        assertThat(before.imageTokens()).isEqualTo(40 * 765);
        assertThat(after.imageTokens()).isEqualTo(20 * 765);
        assertThat(after.tokensPerEpoch().expected())
                .isEqualTo(before.tokensPerEpoch().expected() - 20 * 765);
        assertThat(after.textTokens()).isEqualTo(before.textTokens());
    }

    @Test
    void withoutImagesThereIsNothingToChange() {
        DatasetProfile profile = Profiles.of(Lines.file(Lines.ask("How many?")), Profiles.GPT_4O);
        Offering offering = Profiles.CATALOG.require(Profiles.GPT_4O);
        assertThat(profile.withImages(ImageChange.detail(Detail.LOW), offering, Profiles.DAY))
                .isSameAs(profile);
        assertThat(profile.packed(BigDecimal.TEN, offering, Profiles.DAY)).isSameAs(profile);
    }
}
