package io.epochwise.dataset;

import io.epochwise.dataset.DatasetProfile.OfferingProfile;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What images of examples count as, with GPT-4o: 85 tokens, and 170 a tile. */
class ImageSemanticsTest {
    private static final String URL = "https://example.com/1.png";

    private static DatasetProfile profile(String... images) {
        return Profiles.of(Lines.file(Lines.show(images)), Profiles.GPT_4O);
    }

    /** The tokens of the images: those of text and packaging taken off, whose 2 an example may be 0 or 3. */
    private static TokenRange tokens(DatasetProfile profile) {
        OfferingProfile gpt4o = profile.offerings().get(0);
        long rest = gpt4o.textTokens() + gpt4o.overheadTokens();
        TokenRange all = gpt4o.tokensPerEpoch();
        assertThat(gpt4o.imageTokens()).isEqualTo(all.expected() - rest);
        return new TokenRange(all.low() - rest + 2, all.expected() - rest, all.high() - rest - 1);
    }

    private static TokenRange tokens(String... images) {
        return tokens(profile(images));
    }

    private static List<String> sizes(DatasetProfile profile) {
        return profile.images().sizes().stream()
                .map(size -> size.width() + "x" + size.height() + " " + size.detail() + " " + size.count())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"image_url\",\"image_url\":{\"url\":\"%s\"}}",
                "{\"type\":\"image_url\",\"image_url\":\"%s\"}",
                "{\"type\":\"input_image\",\"image_url\":\"%s\"}",
                "{\"image_url\":{\"url\":\"%s\"}}",
                "{\"image_url\":\"%s\",\"type\":\"image_url\"}",
            })
    void urlsComeInAnObjectOrBare(String part) {
        for (String url : List.of(Lines.png(1024, 1024), Lines.png(1024, 1024).replace("/", "\\/"))) {
            DatasetProfile profile = profile(part.formatted(url));
            assertThat(tokens(profile)).isEqualTo(TokenRange.exactly(765));
            assertThat(sizes(profile)).containsExactly("1024x1024 auto 1");
            assertThat(profile.findings().stream().map(Finding::code)).isEmpty();
        }
    }

    @Test
    void escapedSlashesInBase64AreCharactersOfIt() {
        byte[] bytes = Lines.pngBytes(1024, 1024, Lines.RGB, 3000);
        Arrays.fill(bytes, 60, 3000, (byte) 0xFF);
        String url = Lines.dataUrl("image/png", bytes);
        DatasetProfile plain = profile(Lines.image(url));
        DatasetProfile escaped = profile(Lines.image(url.replace("/", "\\/")));
        DatasetProfile coded = profile(Lines.image(url.replace("//", "\\u002f\\u002F")));
        assertThat(plain.images().bytes()).isEqualTo(3000);
        assertThat(escaped.images()).isEqualTo(plain.images());
        assertThat(coded.images()).isEqualTo(plain.images());
        assertThat(escaped.offerings()).isEqualTo(plain.offerings());
    }

    @Test
    void aSizeAloneIsAnImageToo() {
        DatasetProfile profile = profile(Lines.imageUrl("\"width\":1024,\"height\":1024.0,\"detail\":\"high\""));
        assertThat(tokens(profile)).isEqualTo(TokenRange.exactly(765));
        assertThat(profile.images().bySource()).isEqualTo(Map.of("size", 1L));
        assertThat(profile.findings()).extracting(Finding::code).isEmpty();
        assertThat(tokens(Lines.imageUrl("\"width\":1024")).high()).isZero();
    }

    @Test
    void aSizeGivenWithAUrlIsTaken() {
        DatasetProfile profile = profile(Lines.imageUrl("\"url\":\"" + URL + "\",\"width\":512,\"height\":512"));
        assertThat(tokens(profile)).isEqualTo(TokenRange.exactly(255));
        assertThat(profile.images().bySource()).isEqualTo(Map.of("url", 1L));
        assertThat(profile.images().unresolved()).isZero();
    }

    @Test
    void bytesKnowTheirSizeBetterThanWhoSendsThem() {
        String url = "\"url\":\"" + Lines.png(1024, 1024) + "\"";
        String size = "\"width\":512,\"height\":512";
        for (String members : List.of(url + "," + size, size + "," + url)) {
            assertThat(sizes(profile(Lines.imageUrl(members)))).containsExactly("1024x1024 auto 1");
        }
        DatasetProfile broken = profile(Lines.imageUrl("\"url\":\"data:image/png;base64,AAAA\"," + size));
        assertThat(broken.images().unreadable()).isOne();
        assertThat(tokens(broken)).isEqualTo(TokenRange.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, 1024", "1000001, 1", "1, -1", "1, 1.5", "1e999999999, 1", "true, 1", "[], 1"})
    void sizesThatCannotBeAreFindings(String width, String height) {
        DatasetProfile profile = profile(Lines.imageUrl("\"width\":" + width + ",\"height\":" + height));
        assertThat(Profiles.codes(profile.findings())).contains("ABSURD_DIMENSION", "IMAGE_WITHOUT_URL");
        assertThat(profile.images().unreadable()).isOne();
    }

    @Test
    void imagesByUrlHaveTheSizeTheCallerGives() throws Exception {
        byte[] file = Lines.file(Lines.show(Lines.image(URL), Lines.image(URL, "low"), Lines.image(Lines.png(8, 8))));
        DatasetProfile profile = Profiles.PROFILER.profile(
                new ByteArrayInputStream(file), List.of(Profiles.GPT_4O), Profiles.DAY, new ImageSize(1024, 1024));
        assertThat(sizes(profile)).containsExactly("8x8 auto 1", "1024x1024 auto 1", "1024x1024 low 1");
        assertThat(tokens(profile)).isEqualTo(TokenRange.exactly(765 + 85 + 255));
        assertThat(profile.images().unresolved()).isZero();
        assertThat(profile.findings()).extracting(Finding::code).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"low, 85, 85, 85", "high, 255, 850, 1445", "auto, 255, 850, 1445"})
    void unseenImagesAreARangeByDetail(String detail, long low, long expected, long high) {
        DatasetProfile profile = profile(Lines.image(URL, detail));
        // 1 tile; 2048 x 768, so 4 x 2 tiles
        assertThat(tokens(profile)).isEqualTo(new TokenRange(low, expected, high));
        assertThat(profile.images().unresolvedByDetail()).isEqualTo(Map.of(detail, 1L));
        assertThat(Profiles.codes(profile.findings())).containsExactly("UNRESOLVED_IMAGE");
    }

    @Test
    void aDetailTheRuleRejectsIsNotCounted() {
        for (String image : List.of(Lines.image(URL, "original"), Lines.image(Lines.png(8, 8), "original"))) {
            DatasetProfile profile = profile(image);
            assertThat(tokens(profile)).isEqualTo(TokenRange.ZERO);
            assertThat(Profiles.codes(profile.offerings().get(0).findings())).containsExactly("IMAGE_REJECTED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"medium\"", "\"LOW\"", "1", "{}", "\"\""})
    void anInvalidDetailCountsAsAuto(String detail) {
        DatasetProfile profile =
                profile(Lines.imageUrl("\"url\":\"" + Lines.png(1024, 1024) + "\",\"detail\":" + detail));
        assertThat(Profiles.codes(profile.findings())).containsExactly("INVALID_DETAIL");
        assertThat(profile.images().sizes())
                .extracting(DatasetProfile.SizeCount::detail)
                .containsExactly(Detail.AUTO);
        assertThat(tokens(profile)).isEqualTo(TokenRange.exactly(765));
    }

    @Test
    void aFormatThatIsSkippedMayYetCount() {
        DatasetProfile profile = profile(Lines.image(Lines.dataUrl("image/gif", Lines.gifBytes(1024, 1024))));
        assertThat(tokens(profile)).isEqualTo(new TokenRange(0, 0, 765));
        Finding found = Profiles.find(profile.offerings().get(0).findings(), FindingCode.IMAGE_FORMAT_NOT_TAKEN)
                .orElseThrow();
        assertThat(found.limit()).isEqualTo("png, jpeg, webp");
        assertThat(found.source()).contains("vision-fine-tuning");
    }

    @Test
    void colorModesThatAreNotTakenCountBecauseNoSourceSaysTheyAreSkipped() {
        for (String url : List.of(
                Lines.png(8, 8, Lines.PALETTE),
                Lines.png(8, 8, Lines.GRAYSCALE),
                Lines.png(8, 8, Lines.GRAYSCALE_ALPHA),
                Lines.dataUrl("image/jpeg", Lines.jpegBytes(8, 8, 1)),
                Lines.dataUrl("image/jpeg", Lines.jpegBytes(8, 8, 4)))) {
            DatasetProfile profile = profile(Lines.image(url));
            assertThat(tokens(profile)).isEqualTo(TokenRange.exactly(255));
            assertThat(Profiles.codes(profile.offerings().get(0).findings()))
                    .containsExactly("IMAGE_COLOR_MODE_NOT_TAKEN");
        }
        assertThat(profile(Lines.image(Lines.png(8, 8, Lines.RGBA)))
                        .offerings()
                        .get(0)
                        .findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.TOO_FEW_EXAMPLES);
    }

    @Test
    void anImageOverTenMegabytesIsSkipped() {
        byte[] most = Lines.pngBytes(1024, 1024, Lines.RGB, 10_000_000);
        assertThat(tokens(Lines.image(Lines.dataUrl("image/png", most)))).isEqualTo(TokenRange.exactly(765));
        byte[] more = Lines.pngBytes(1024, 1024, Lines.RGB, 10_000_001);
        DatasetProfile profile = profile(Lines.image(Lines.dataUrl("image/png", more)));
        assertThat(tokens(profile)).isEqualTo(new TokenRange(0, 0, 765));
        assertThat(profile.images().bytes()).isEqualTo(10_000_001);
        Finding found = Profiles.find(profile.offerings().get(0).findings(), FindingCode.IMAGE_TOO_LARGE)
                .orElseThrow();
        assertThat(found.limit()).isEqualTo("10000000");
        assertThat(found.firstLines()).containsExactly(1L);
    }

    @Test
    void anImageOfTheAssistantIsNotTaken() {
        String image = Lines.image(Lines.png(8, 8));
        for (String role : List.of("user", "assistant", "system", "developer", "tool", "narrator")) {
            String message = "{\"content\":[" + image + "],\"role\":\"" + role + "\"}";
            OfferingProfile gpt4o = Profiles.gpt4o(Lines.example(message));
            assertThat(Profiles.codes(gpt4o.findings()).contains("IMAGE_ROLE_NOT_TAKEN"))
                    .as(role)
                    .isEqualTo(role.equals("assistant"));
            assertThat(gpt4o.imageTokens()).isEqualTo(255);
        }
    }

    @Test
    void elevenImagesAreTooManyAndTenAreNot() {
        String image = Lines.image(Lines.png(8, 8), "low");
        String[] ten = new String[10];
        Arrays.fill(ten, image);
        DatasetProfile.OfferingProfile most = profile(ten).offerings().get(0);
        assertThat(Profiles.codes(most.findings())).isEmpty();
        String[] eleven = new String[11];
        Arrays.fill(eleven, image);
        DatasetProfile more = profile(eleven);
        assertThat(more.images().maxPerExample()).isEqualTo(11);
        Finding found = Profiles.find(more.offerings().get(0).findings(), FindingCode.TOO_MANY_IMAGES)
                .orElseThrow();
        assertThat(found.count()).isOne();
        assertThat(found.limit()).isEqualTo("10");
        assertThat(tokens(more)).isEqualTo(TokenRange.exactly(11 * 85));
    }

    @Test
    void jpgIsAnotherNameForJpeg() {
        byte[] jpeg = Lines.jpegBytes(8, 8, 3);
        for (String type : List.of("image/jpeg", "image/jpg", "IMAGE/JPEG", "image/jpeg;charset=x")) {
            assertThat(profile(Lines.image(Lines.dataUrl(type, jpeg))).findings())
                    .isEmpty();
        }
        assertThat(Profiles.codes(
                        profile(Lines.image(Lines.dataUrl("image/png", jpeg))).findings()))
                .containsExactly("MIME_MISMATCH");
        assertThat(Profiles.codes(profile(Lines.image(Lines.dataUrl("", jpeg))).findings()))
                .containsExactly("MIME_MISMATCH");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"s3, s3://bucket/pages/1.png", "cloud-storage, gs://bucket/pages/1.png"})
    void imagesInStoresOfProvidersLieElsewhere(String source, String url) {
        DatasetProfile profile = profile(Lines.image(url));
        assertThat(profile.images().bySource()).isEqualTo(Map.of(source, 1L));
        assertThat(profile.images().unresolved()).isEqualTo(1);
        assertThat(profile.images().unreadable()).isZero();
    }
}
