package io.epochwise.dataset.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.dataset.image.ImageFiles.ALPHA;
import static io.epochwise.dataset.image.ImageFiles.ANIMATION;
import static io.epochwise.dataset.image.ImageFiles.animationControl;
import static io.epochwise.dataset.image.ImageFiles.frame;
import static io.epochwise.dataset.image.ImageFiles.gif;
import static io.epochwise.dataset.image.ImageFiles.gifExtension;
import static io.epochwise.dataset.image.ImageFiles.gifImage;
import static io.epochwise.dataset.image.ImageFiles.jfif;
import static io.epochwise.dataset.image.ImageFiles.jpeg;
import static io.epochwise.dataset.image.ImageFiles.jpegSegment;
import static io.epochwise.dataset.image.ImageFiles.png;
import static io.epochwise.dataset.image.ImageFiles.pngChunk;
import static io.epochwise.dataset.image.ImageFiles.riffChunk;
import static io.epochwise.dataset.image.ImageFiles.webp;
import static io.epochwise.dataset.image.ImageFiles.webpExtended;
import static io.epochwise.dataset.image.ImageFiles.webpLossless;
import static io.epochwise.dataset.image.ImageFiles.webpLossy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageProbeTest {
    private final ImageProbe probe = new ImageProbe();

    private ImageHeader probed(byte[] file) {
        probe.reset();
        probe.accept(file, 0, file.length);
        return probe.finish();
    }

    private ImageHeader probed(String latin1) {
        return probed(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ImageHeader still(ImageFormat format, int width, int height, ColorMode mode) {
        return new ImageHeader(format, width, height, mode, false, ImageProblem.NONE);
    }

    private static ImageHeader unmeasured(ImageFormat format, ImageProblem problem) {
        return new ImageHeader(format, 0, 0, ColorMode.UNKNOWN, false, problem);
    }

    @Nested
    class Png {
        @ParameterizedTest(name = "color type {0}, {1} bits: {2}")
        @CsvSource({
            "0, 1, GRAYSCALE",
            "0, 2, GRAYSCALE",
            "0, 4, GRAYSCALE",
            "0, 8, GRAYSCALE",
            "0, 16, GRAYSCALE",
            "2, 8, RGB",
            "2, 16, RGB",
            "3, 1, PALETTE",
            "3, 2, PALETTE",
            "3, 4, PALETTE",
            "3, 8, PALETTE",
            "4, 8, GRAYSCALE_ALPHA",
            "4, 16, GRAYSCALE_ALPHA",
            "6, 8, RGBA",
            "6, 16, RGBA"
        })
        void colorTypeGivesTheMode(int colorType, int bitDepth, ColorMode mode) {
            assertThat(probed(png(640, 480, bitDepth, colorType))).isEqualTo(still(ImageFormat.PNG, 640, 480, mode));
        }

        @ParameterizedTest(name = "color type {0}, {1} bits")
        @CsvSource({"1, 8", "5, 8", "7, 8", "2, 4", "3, 16", "4, 4", "6, 1", "0, 3", "0, 0"})
        void undefinedColorTypesAndDepthsAreCorrupt(int colorType, int bitDepth) {
            assertThat(probed(png(640, 480, bitDepth, colorType)))
                    .isEqualTo(unmeasured(ImageFormat.PNG, ImageProblem.CORRUPT_HEADER));
        }

        @Test
        void transparentPaletteIsAPalette() {
            byte[] file = png(9, 7, 8, 3, pngChunk("PLTE", new byte[12]), pngChunk("tRNS", new byte[4]));
            assertThat(probed(file)).isEqualTo(still(ImageFormat.PNG, 9, 7, ColorMode.PALETTE));
        }

        @Test
        void animationControlBeforeTheDataIsAnAnimation() {
            byte[] file = png(32, 16, 8, 6, pngChunk("iCCP", new byte[70_000]), animationControl(5));
            assertThat(probed(file))
                    .isEqualTo(new ImageHeader(ImageFormat.PNG, 32, 16, ColorMode.RGBA, true, ImageProblem.NONE));
        }

        @Test
        void animationControlAfterTheDataIsIgnored() {
            byte[] file =
                    new Bytes().raw(png(32, 16, 8, 6)).raw(animationControl(5)).done();
            assertThat(probed(file).animated()).isFalse();
        }

        @Test
        void animationControlInsideAnotherChunkIsIgnored() {
            assertThat(probed(png(32, 16, 8, 6, pngChunk("tEXt", animationControl(5))))
                            .animated())
                    .isFalse();
        }

        @Test
        void brokenStructureIsCorrupt() {
            byte[] good = png(32, 16, 8, 6);
            assertThat(changed(good, 6, '\n').problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(changed(good, 11, 14).problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(changed(good, 12, 'J').problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(changed(good, 26, 1).problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(changed(good, 27, 1).problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(changed(good, 28, 2).problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(changed(good, 28, 1).problem()).isEqualTo(ImageProblem.NONE);
            assertThat(changed(good, 37, '1').problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
            assertThat(probed(png(32, 16, 8, 6, pngChunk("IEND", new byte[0]))).problem())
                    .isEqualTo(ImageProblem.CORRUPT_HEADER);
        }

        private ImageHeader changed(byte[] file, int index, int value) {
            byte[] copy = file.clone();
            copy[index] = (byte) value;
            return probed(copy);
        }

        @ParameterizedTest(name = "chunk {0}: {1}")
        @CsvSource({
            "azAZ, NONE",
            "1ext, CORRUPT_HEADER",
            "te@t, CORRUPT_HEADER",
            "te[t, CORRUPT_HEADER",
            "`ext, CORRUPT_HEADER",
            "tex{, CORRUPT_HEADER"
        })
        void chunkTypesAreLetters(String type, ImageProblem problem) {
            assertThat(probed(png(32, 16, 8, 6, pngChunk(type, new byte[3]))).problem())
                    .isEqualTo(problem);
        }

        @Test
        void chunkLengthsHaveThirtyOneBits() {
            byte[] greatest = new Bytes().be32(0x7fff_ffffL).text("tEXt").done();
            byte[] beyond = new Bytes().be32(0x8000_0000L).text("tEXt").done();
            assertThat(probed(png(32, 16, 8, 6, greatest)).problem()).isEqualTo(ImageProblem.TRUNCATED_HEADER);
            assertThat(probed(png(32, 16, 8, 6, beyond)).problem()).isEqualTo(ImageProblem.CORRUPT_HEADER);
        }

        @Test
        void checksumsAreNotVerified() {
            byte[] file = png(32, 16, 8, 6);
            file[29] ^= 0x55;
            assertThat(probed(file)).isEqualTo(still(ImageFormat.PNG, 32, 16, ColorMode.RGBA));
        }

        @ParameterizedTest(name = "{0} x {1}: {2}")
        @CsvSource({
            "0, 5, ZERO_DIMENSION",
            "5, 0, ZERO_DIMENSION",
            "65535, 1, NONE",
            "1, 65535, NONE",
            "65536, 1, ABSURD_DIMENSION",
            "1, 65536, ABSURD_DIMENSION",
            "2147483647, 2147483647, ABSURD_DIMENSION"
        })
        void sidesAreReportedAsReadAndJudged(int width, int height, ImageProblem problem) {
            assertThat(probed(png(width, height, 8, 2)))
                    .isEqualTo(new ImageHeader(ImageFormat.PNG, width, height, ColorMode.RGB, false, problem));
        }

        @Test
        void sidesOverThirtyOneBitsAreCorrupt() {
            assertThat(probed(png(0x8000_0000L, 1, 8, 2)))
                    .isEqualTo(unmeasured(ImageFormat.PNG, ImageProblem.CORRUPT_HEADER));
            assertThat(probed(png(1, 0xffff_ffffL, 8, 2)))
                    .isEqualTo(unmeasured(ImageFormat.PNG, ImageProblem.CORRUPT_HEADER));
        }
    }

    @Nested
    class Jpeg {
        @ParameterizedTest(name = "SOF marker {0}")
        @ValueSource(ints = {0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf})
        void everyFrameHeaderGivesTheSize(int marker) {
            assertThat(probed(jpeg(jfif(), frame(marker, 4032, 3024, 3))))
                    .isEqualTo(still(ImageFormat.JPEG, 4032, 3024, ColorMode.RGB));
        }

        @Test
        void hierarchicalImagesHaveTheSizeOfTheWhole() {
            assertThat(probed(jpeg(frame(0xde, 800, 600, 3), frame(0xc1, 400, 300, 3))))
                    .isEqualTo(still(ImageFormat.JPEG, 800, 600, ColorMode.RGB));
        }

        @ParameterizedTest(name = "marker {0}")
        @ValueSource(ints = {0xc4, 0xc8, 0xcc, 0xdb, 0xdd, 0xe1, 0xe2, 0xef, 0xf0, 0xfe})
        void tablesAndApplicationDataAreNoFrameHeaders(int marker) {
            byte[] decoy = Arrays.copyOfRange(frame(0xc0, 11, 22, 3), 4, 19);
            assertThat(probed(jpeg(jpegSegment(marker, decoy), frame(0xc0, 640, 480, 3))))
                    .isEqualTo(still(ImageFormat.JPEG, 640, 480, ColorMode.RGB));
        }

        @ParameterizedTest(name = "{0} components: {1}")
        @CsvSource({"1, GRAYSCALE", "2, UNKNOWN", "3, RGB", "4, CMYK", "5, UNKNOWN", "255, UNKNOWN"})
        void componentsGiveTheMode(int components, ColorMode mode) {
            assertThat(probed(jpeg(jfif(), frame(0xc0, 7, 5, components))))
                    .isEqualTo(still(ImageFormat.JPEG, 7, 5, mode));
        }

        @Test
        void adobeCmykIsCmyk() {
            byte[] adobe = jpegSegment(
                    0xee, new Bytes().text("Adobe").be16(100).be32(0).u8(2).done());
            assertThat(probed(jpeg(adobe, frame(0xc0, 300, 200, 4))))
                    .isEqualTo(still(ImageFormat.JPEG, 300, 200, ColorMode.CMYK));
        }

        @Test
        void metadataOfAnySizeIsSkippedThumbnailsIncluded() {
            byte[] thumbnail = jpeg(jfif(), frame(0xc0, 160, 120, 3));
            byte[] exif = jpegSegment(
                    0xe1,
                    new Bytes().text("Exif\0\0").raw(thumbnail).zeros(60_000).done());
            byte[] profilePart = jpegSegment(
                    0xe2,
                    new Bytes()
                            .text("ICC_PROFILE\0")
                            .raw(thumbnail)
                            .zeros(65_000)
                            .done());
            byte[] file = jpeg(jfif(), exif, profilePart, profilePart, profilePart, frame(0xc2, 4000, 6000, 3));
            assertThat(file).hasSizeGreaterThan(200_000);
            assertThat(probed(file)).isEqualTo(still(ImageFormat.JPEG, 4000, 6000, ColorMode.RGB));
        }

        @Test
        void fillBytesStandaloneMarkersAndStrayBytesPass() {
            byte[] fill = new Bytes().u8(0xff, 0xff, 0xff, 0xff).done();
            byte[] restart = new Bytes().u8(0xff, 0xd0, 0xff, 0xd7, 0xff, 0x01).done();
            byte[] stray = new Bytes().u8(0x00, 0x13, 0xff, 0x00, 0x37).done();
            assertThat(probed(jpeg(fill, jfif(), restart, stray, fill, frame(0xc0, 64, 48, 1))))
                    .isEqualTo(still(ImageFormat.JPEG, 64, 48, ColorMode.GRAYSCALE));
        }

        @Test
        void emptySegmentsPass() {
            assertThat(probed(jpeg(jpegSegment(0xfe, new byte[0]), frame(0xc0, 64, 48, 1))))
                    .isEqualTo(still(ImageFormat.JPEG, 64, 48, ColorMode.GRAYSCALE));
        }

        @Test
        void heightLeftToALaterSegmentIsUnreadable() {
            byte[] numberOfLines = jpegSegment(0xdc, new Bytes().be16(480).done());
            assertThat(probed(jpeg(jfif(), frame(0xc0, 640, 0, 3), numberOfLines)))
                    .isEqualTo(new ImageHeader(
                            ImageFormat.JPEG, 640, 0, ColorMode.RGB, false, ImageProblem.ZERO_DIMENSION));
        }

        @Test
        void zeroWidthIsUnreadable() {
            assertThat(probed(jpeg(jfif(), frame(0xc0, 0, 480, 3))).problem()).isEqualTo(ImageProblem.ZERO_DIMENSION);
        }

        @Test
        void greatestSidesAreRead() {
            assertThat(probed(jpeg(frame(0xc0, 65_535, 65_535, 3))))
                    .isEqualTo(still(ImageFormat.JPEG, 65_535, 65_535, ColorMode.RGB));
        }

        @Test
        void brokenStructureIsCorrupt() {
            ImageHeader corrupt = unmeasured(ImageFormat.JPEG, ImageProblem.CORRUPT_HEADER);
            byte[] shortSegment = new Bytes().u8(0xff, 0xe1, 0, 1).done();
            byte[] wrongLength = frame(0xc0, 64, 48, 3);
            wrongLength[3]++;
            byte[] reserved = jpegSegment(0x02, new byte[4]);
            byte[] scan = jpegSegment(0xda, new byte[10]);
            byte[] end = new Bytes().u8(0xff, 0xd9).done();
            byte[] start = new Bytes().u8(0xff, 0xd8).done();
            assertThat(probed(jpeg(jfif()))).isEqualTo(corrupt);
            assertThat(probed(jpeg(shortSegment, frame(0xc0, 64, 48, 3)))).isEqualTo(corrupt);
            assertThat(probed(jpeg(wrongLength))).isEqualTo(corrupt);
            assertThat(probed(jpeg(frame(0xc0, 64, 48, 0)))).isEqualTo(corrupt);
            assertThat(probed(jpeg(reserved, frame(0xc0, 64, 48, 3)))).isEqualTo(corrupt);
            assertThat(probed(jpeg(jfif(), scan, frame(0xc0, 64, 48, 3)))).isEqualTo(corrupt);
            assertThat(probed(jpeg(jfif(), end, frame(0xc0, 64, 48, 3)))).isEqualTo(corrupt);
            assertThat(probed(jpeg(jfif(), start, frame(0xc0, 64, 48, 3)))).isEqualTo(corrupt);
        }
    }

    @Nested
    class Webp {
        @Test
        void lossyIsRgb() {
            assertThat(probed(webpLossy(550, 368))).isEqualTo(still(ImageFormat.WEBP, 550, 368, ColorMode.RGB));
            assertThat(probed(webpLossy(16_383, 1))).isEqualTo(still(ImageFormat.WEBP, 16_383, 1, ColorMode.RGB));
        }

        @Test
        void shortestChunksAreRead() {
            byte[] lossy = Arrays.copyOfRange(webpLossy(5, 6), 20, 30);
            byte[] lossless = Arrays.copyOfRange(webpLossless(5, 6, false), 20, 25);
            assertThat(probed(webp(riffChunk("VP8 ", lossy)))).isEqualTo(still(ImageFormat.WEBP, 5, 6, ColorMode.RGB));
            assertThat(probed(webp(riffChunk("VP8L", lossless))))
                    .isEqualTo(still(ImageFormat.WEBP, 5, 6, ColorMode.RGB));
        }

        @Test
        void upscalingBitsAreNotPartOfTheSize() {
            assertThat(probed(webpLossy(550 | 1 << 14, 368 | 3 << 14)))
                    .isEqualTo(still(ImageFormat.WEBP, 550, 368, ColorMode.RGB));
        }

        @Test
        void losslessHasItsAlphaBit() {
            assertThat(probed(webpLossless(400, 301, false)))
                    .isEqualTo(still(ImageFormat.WEBP, 400, 301, ColorMode.RGB));
            assertThat(probed(webpLossless(16_384, 16_384, true)))
                    .isEqualTo(still(ImageFormat.WEBP, 16_384, 16_384, ColorMode.RGBA));
        }

        @ParameterizedTest(name = "flags {0}: {1}, animated {2}")
        @CsvSource({"0, RGB, false", "16, RGBA, false", "2, RGB, true", "18, RGBA, true", "44, RGB, false"})
        void extendedHasCanvasAndFlags(int flags, ColorMode mode, boolean animated) {
            assertThat(probed(webpExtended(flags, 1280, 720)))
                    .isEqualTo(new ImageHeader(ImageFormat.WEBP, 1280, 720, mode, animated, ImageProblem.NONE));
        }

        @Test
        void canvasOfTwentyFourBitsIsReadAndAbsurd() {
            assertThat(probed(webpExtended(0, 1 << 24, 1 << 24)))
                    .isEqualTo(new ImageHeader(
                            ImageFormat.WEBP, 1 << 24, 1 << 24, ColorMode.RGB, false, ImageProblem.ABSURD_DIMENSION));
        }

        @Test
        void zeroSideIsUnreadable() {
            assertThat(probed(webpLossy(0, 3)).problem()).isEqualTo(ImageProblem.ZERO_DIMENSION);
            assertThat(probed(webpLossy(3, 0)).problem()).isEqualTo(ImageProblem.ZERO_DIMENSION);
        }

        @Test
        void brokenStructureIsCorrupt() {
            ImageHeader corrupt = unmeasured(ImageFormat.WEBP, ImageProblem.CORRUPT_HEADER);
            byte[] interFrame = webpLossy(5, 5);
            interFrame[20] |= 1;
            byte[] startCode = webpLossy(5, 5);
            startCode[24]++;
            byte[] signature = webpLossless(5, 5, false);
            signature[20]++;
            byte[] version = webpLossless(5, 5, false);
            version[24] |= 0x20;
            assertThat(probed(interFrame)).isEqualTo(corrupt);
            assertThat(probed(startCode)).isEqualTo(corrupt);
            assertThat(probed(signature)).isEqualTo(corrupt);
            assertThat(probed(version)).isEqualTo(corrupt);
            assertThat(probed(webp(riffChunk("ICCP", new byte[40])))).isEqualTo(corrupt);
            assertThat(probed(webp(riffChunk("VP8 ", new byte[9])))).isEqualTo(corrupt);
            assertThat(probed(webp(riffChunk("VP8L", new byte[4])))).isEqualTo(corrupt);
            assertThat(probed(webp(riffChunk("VP8X", new byte[9])))).isEqualTo(corrupt);
        }

        /** One pixel each, from the encoder of the format's makers: their published probes for browsers. */
        @ParameterizedTest(name = "{0}, animated {1}")
        @CsvSource({
            "RGB, false, UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
            "RGBA, false, UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
            "RGBA, false, UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==",
            "RGBA, true, UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA"
        })
        void filesOfTheReferenceEncoder(ColorMode mode, boolean animated, String base64) {
            assertThat(probed(Base64.getDecoder().decode(base64)))
                    .isEqualTo(new ImageHeader(ImageFormat.WEBP, 1, 1, mode, animated, ImageProblem.NONE));
        }
    }

    @Nested
    class Gif {
        private static final int GRAPHIC_CONTROL = 0xf9;
        private static final int APPLICATION = 0xff;

        @Test
        void oneImageIsNoAnimationWhateverItsExtensions() {
            byte[] file = gif(
                    320,
                    240,
                    gifExtension(APPLICATION, 600),
                    gifExtension(GRAPHIC_CONTROL, 4),
                    gifImage(1000),
                    gifExtension(0xfe, 300));
            assertThat(probed(file)).isEqualTo(still(ImageFormat.GIF, 320, 240, ColorMode.PALETTE));
        }

        @Test
        void secondImageIsAnAnimation() {
            byte[] file = gif(320, 240, gifImage(1000), gifExtension(GRAPHIC_CONTROL, 4), gifImage(700));
            assertThat(probed(file))
                    .isEqualTo(new ImageHeader(ImageFormat.GIF, 320, 240, ColorMode.PALETTE, true, ImageProblem.NONE));
        }

        @Test
        void nothingAfterTheTrailerCounts() {
            byte[] file = new Bytes()
                    .raw(gif(320, 240, gifImage(10)))
                    .raw(gifImage(10))
                    .done();
            assertThat(probed(file).animated()).isFalse();
        }

        @Test
        void oldVersionWithoutColorTablesIsRead() {
            byte[] file = new Bytes()
                    .text("GIF87a")
                    .le16(65_535)
                    .le16(2)
                    .u8(0x07, 0, 0)
                    .text(",")
                    .zeros(9)
                    .u8(2, 1, 0, 0)
                    .text(";")
                    .done();
            assertThat(probed(file)).isEqualTo(still(ImageFormat.GIF, 65_535, 2, ColorMode.PALETTE));
        }

        @Test
        void strayTerminatorsBetweenBlocksPass() {
            byte[] stray = new byte[2];
            assertThat(probed(gif(3, 2, stray, gifImage(9), stray, gifImage(9))).animated())
                    .isTrue();
        }

        @Test
        void brokenStructureBeforeTheFirstImageIsCorrupt() {
            assertThat(probed(gif(3, 2)))
                    .isEqualTo(new ImageHeader(
                            ImageFormat.GIF, 3, 2, ColorMode.PALETTE, false, ImageProblem.CORRUPT_HEADER));
            assertThat(probed(gif(3, 2, new byte[] {'x'}, gifImage(9))).problem())
                    .isEqualTo(ImageProblem.CORRUPT_HEADER);
        }

        @Test
        void brokenStructureAfterTheFirstImageEndsTheFile() {
            assertThat(probed(gif(3, 2, gifImage(9), new byte[] {'x'}, gifImage(9))))
                    .isEqualTo(still(ImageFormat.GIF, 3, 2, ColorMode.PALETTE));
        }

        @Test
        void fileCutAfterItsFirstImageDescriptorIsWhole() {
            byte[] file = gif(3, 2, gifImage(900), gifImage(900));
            int descriptorEnd = 13 + 24 + 10;
            assertThat(probed(Arrays.copyOf(file, descriptorEnd)))
                    .isEqualTo(still(ImageFormat.GIF, 3, 2, ColorMode.PALETTE));
            assertThat(probed(Arrays.copyOf(file, descriptorEnd - 1)))
                    .isEqualTo(new ImageHeader(
                            ImageFormat.GIF, 3, 2, ColorMode.PALETTE, false, ImageProblem.TRUNCATED_HEADER));
        }

        @Test
        void zeroSideIsUnreadable() {
            assertThat(probed(gif(0, 2, gifImage(9))).problem()).isEqualTo(ImageProblem.ZERO_DIMENSION);
            assertThat(probed(gif(2, 0, gifImage(9))).problem()).isEqualTo(ImageProblem.ZERO_DIMENSION);
        }
    }

    @Nested
    class OtherFormats {
        @Test
        void areNamedButNotMeasured() {
            Map<String, ImageFormat> files = new LinkedHashMap<>();
            files.put("BMF\0\0\0\0\0\0\0" + "6\0\0\0(\0\0\0", ImageFormat.BMP);
            files.put("II*\0\u0008\0\0\0\0\0\0\0\0\0", ImageFormat.TIFF);
            files.put("MM\0*\0\0\0\u0008\0\0\0\0\0\0", ImageFormat.TIFF);
            files.put("II+\0\u0008\0\0\0\0\0\0\0\0\0", ImageFormat.TIFF);
            files.put("MM\0+\0\u0008\0\0\0\0\0\0\0\0", ImageFormat.TIFF);
            files.put("\0\0\0\u001cftypavif\0\0\0\0mif1miaf", ImageFormat.AVIF);
            files.put("\0\0\0\u001cftypavis\0\0\0\0avis", ImageFormat.AVIF);
            files.put("\0\0\0\u001cftypmif1\0\0\0\0mif1avif", ImageFormat.AVIF);
            files.put("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", ImageFormat.HEIC);
            files.put("\0\0\0\u0018ftyphevx\0\0\0\0msf1", ImageFormat.HEIC);
            files.put("\0\0\0\u0018ftypmif1\0\0\0\0mif1heix", ImageFormat.HEIC);
            files.put("\0\0\0\u0018ftypmif1\0\0\0\0mif1miafavif", ImageFormat.HEIC);
            files.put("\0\0\0\u0018ftypmif1avifmif1heic", ImageFormat.HEIC);
            files.put("\0\0\0\u0018ftypmsf1\0\0\0\0msf1", ImageFormat.HEIC);
            files.put("\0\0\0\u0010ftypmif1\0\0\0\0avif", ImageFormat.HEIC);
            files.put("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", ImageFormat.SVG);
            files.put(
                    "\u00ef\u00bb\u00bf<?xml version=\"1.0\"?>\n<!-- a < b --><!DOCTYPE svg>\n<svg/>", ImageFormat.SVG);
            files.put("\r\n\t <!-- a-b -- <html> ---> <svg/>", ImageFormat.SVG);
            files.put("%PDF-1.7\n1 0 obj", ImageFormat.PDF);
            files.forEach((file, format) -> assertThat(probed(file))
                    .as("%s %s", format, file)
                    .isEqualTo(unmeasured(format, ImageProblem.UNSUPPORTED_FORMAT)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain text, no image at all",
                    "BMW is no bitmap file",
                    "<html><body><svg/></body></html>",
                    "<!DOCTYPE html><html><svg/></html>",
                    "<?xml version=\"1.0\"?><note/>",
                    "<?xml version=\"1.0\"?>",
                    "            <svg/>",
                    "\0\0\0\u0018ftypisom\0\0\0\0avif",
                    "\0\0\0\u0018ftyphelp\0\0\0\0avif",
                    "RIFF\u0024\0\0\0WAVEfmt ",
                    "GIF88a\u0001\0\u0001\0\0\0\0",
                    "\u00ff\u00d8\0\0\0\0\0\0\0\0\0\0\0\0",
                    "{\"error\":\"not found\"}"
                })
        void areUnknown(String file) {
            assertThat(probed(file)).isEqualTo(unmeasured(ImageFormat.UNKNOWN, ImageProblem.UNKNOWN_FORMAT));
        }

        @Test
        void endlessPrologIsUnknown() {
            assertThat(probed("<!--" + " ".repeat(5000) + "--><svg/>").problem())
                    .isEqualTo(ImageProblem.UNKNOWN_FORMAT);
        }

        @Test
        void noBytesAreEmpty() {
            assertThat(probed("")).isEqualTo(unmeasured(ImageFormat.UNKNOWN, ImageProblem.EMPTY));
        }

        @Test
        void tooFewBytesAreNamedIfTheySuffice() {
            assertThat(probed("\u0089PN")).isEqualTo(unmeasured(ImageFormat.UNKNOWN, ImageProblem.UNKNOWN_FORMAT));
            assertThat(probed("\u0089PNG")).isEqualTo(unmeasured(ImageFormat.PNG, ImageProblem.TRUNCATED_HEADER));
            assertThat(probed("%PDF-")).isEqualTo(unmeasured(ImageFormat.PDF, ImageProblem.UNSUPPORTED_FORMAT));
        }
    }

    @Nested
    class FilesOfAnotherEncoder {
        @ParameterizedTest(name = "{0} of image type {1}: {2}")
        @CsvSource({
            "png, TYPE_INT_RGB, RGB",
            "png, TYPE_INT_ARGB, RGBA",
            "png, TYPE_BYTE_GRAY, GRAYSCALE",
            "png, TYPE_BYTE_INDEXED, PALETTE",
            "png, TYPE_BYTE_BINARY, UNKNOWN",
            "jpeg, TYPE_INT_RGB, RGB",
            "jpeg, TYPE_BYTE_GRAY, GRAYSCALE",
            "gif, TYPE_BYTE_INDEXED, PALETTE"
        })
        void areRead(ImageFormatName name, ImageType type, ColorMode mode) throws IOException {
            BufferedImage image = new BufferedImage(123, 45, type.value);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            assertThat(ImageIO.write(image, name.name(), file)).isTrue();
            ImageHeader header = probed(file.toByteArray());
            // a two-color image may be written as grayscale or with a palette
            ColorMode expected = mode == ColorMode.UNKNOWN ? header.colorMode() : mode;
            assertThat(header).isEqualTo(still(name.format, 123, 45, expected));
        }

        @Test
        void progressiveJpegIsRead() throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
                writer.setOutput(out);
                BufferedImage image = new BufferedImage(67, 89, BufferedImage.TYPE_INT_RGB);
                writer.write(null, new IIOImage(image, null, null), parameters);
            } finally {
                writer.dispose();
            }
            assertThat(new String(file.toByteArray(), StandardCharsets.ISO_8859_1))
                    .as("progressive frame header")
                    .contains("\u00ff\u00c2");
            assertThat(probed(file.toByteArray())).isEqualTo(still(ImageFormat.JPEG, 67, 89, ColorMode.RGB));
        }

        @ParameterizedTest(name = "{0} frames")
        @ValueSource(ints = {1, 2, 3})
        void gifSequenceIsAnimatedFromItsSecondFrame(int frames) throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (int frame = 0; frame < frames; frame++) {
                    writer.writeToSequence(new IIOImage(noise(frame), null, null), null);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
            assertThat(probed(file.toByteArray()))
                    .isEqualTo(
                            new ImageHeader(ImageFormat.GIF, 90, 60, ColorMode.PALETTE, frames > 1, ImageProblem.NONE));
        }

        private static BufferedImage noise(int seed) {
            BufferedImage image = new BufferedImage(90, 60, BufferedImage.TYPE_BYTE_INDEXED);
            Random random = new Random(seed);
            for (int y = 0; y < 60; y++) {
                for (int x = 0; x < 90; x++) {
                    image.setRGB(x, y, random.nextInt());
                }
            }
            return image;
        }
    }

    enum ImageFormatName {
        png(ImageFormat.PNG),
        jpeg(ImageFormat.JPEG),
        gif(ImageFormat.GIF);

        private final ImageFormat format;

        ImageFormatName(ImageFormat format) {
            this.format = format;
        }
    }

    enum ImageType {
        TYPE_INT_RGB(BufferedImage.TYPE_INT_RGB),
        TYPE_INT_ARGB(BufferedImage.TYPE_INT_ARGB),
        TYPE_BYTE_GRAY(BufferedImage.TYPE_BYTE_GRAY),
        TYPE_BYTE_INDEXED(BufferedImage.TYPE_BYTE_INDEXED),
        TYPE_BYTE_BINARY(BufferedImage.TYPE_BYTE_BINARY);

        private final int value;

        ImageType(int value) {
            this.value = value;
        }
    }

    /** Name, file, the bytes from the start after which its size can be known. */
    static Stream<Arguments> samples() {
        byte[] jpegSegments =
                new Bytes().raw(jfif()).raw(jpegSegment(0xe1, new byte[500])).done();
        return Stream.of(
                Arguments.of("png", png(640, 480, 8, 2, pngChunk("gAMA", new byte[4])), 29),
                Arguments.of("apng", png(640, 480, 8, 6, animationControl(2)), 29),
                Arguments.of("huge png", png(2_000_000_000, 70_000, 8, 2), 29),
                Arguments.of("jpeg", jpeg(jpegSegments, frame(0xc0, 640, 480, 3)), 2 + jpegSegments.length + 10),
                Arguments.of(
                        "progressive jpeg with fill bytes",
                        jpeg(new Bytes().u8(0xff, 0xff).done(), frame(0xc2, 640, 480, 4)),
                        2 + 2 + 10),
                Arguments.of("jpeg without height", jpeg(jfif(), frame(0xc0, 640, 0, 3)), 2 + jfif().length + 10),
                Arguments.of("lossy webp", webpLossy(640, 480), 30),
                Arguments.of("lossless webp", webpLossless(640, 480, true), 25),
                Arguments.of("extended webp", webpExtended(ALPHA | ANIMATION, 640, 480), 30),
                Arguments.of("gif", gif(640, 480, gifExtension(0xf9, 4), gifImage(600)), 13),
                Arguments.of("animated gif", gif(640, 480, gifImage(600), gifImage(300)), 13),
                Arguments.of("avif", ascii("\0\0\0\u001cftypmif1\0\0\0\0mif1avif"), Integer.MAX_VALUE),
                Arguments.of("svg", ascii("<?xml version='1.0'?> <svg width='4'/>"), Integer.MAX_VALUE),
                Arguments.of("text", ascii("no image, and long enough"), Integer.MAX_VALUE));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void fileCutAnywhereClaimsNoSizeItHasNotRead(String name, byte[] file, int sizeKnownAfter) {
        ImageHeader whole = probed(file);
        for (int length = 0; length <= file.length; length++) {
            ImageHeader cut = probed(Arrays.copyOf(file, length));
            if (length < sizeKnownAfter) {
                assertThat(cut.width()).as("width after %d bytes", length).isZero();
                assertThat(cut.height()).as("height after %d bytes", length).isZero();
                assertThat(cut.colorMode()).isEqualTo(ColorMode.UNKNOWN);
                assertThat(cut.isReadable()).isFalse();
            } else {
                assertThat(cut.width()).as("width after %d bytes", length).isEqualTo(whole.width());
                assertThat(cut.height()).as("height after %d bytes", length).isEqualTo(whole.height());
                assertThat(cut.colorMode()).isEqualTo(whole.colorMode());
            }
            assertThat(cut.animated() && !whole.animated()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void bytesSaidToBeNeedlessChangeNothing(String name, byte[] file, int sizeKnownAfter) {
        probe.reset();
        int needed = 0;
        while (needed < file.length && !probe.accept(file, needed, 1)) {
            needed++;
        }
        ImageHeader early = probe.finish();
        assertThat(probe.accept(file, 0, file.length)).isEqualTo(needed < file.length);
        if (needed < file.length) {
            assertThat(probe.finish()).isEqualTo(early);
        }
        assertThat(early).isEqualTo(probed(file));
    }

    static Stream<Arguments> filesByNeed() {
        byte[] png = png(640, 480, 8, 2, pngChunk("gAMA", new byte[4]));
        byte[] apng = png(640, 480, 8, 2, animationControl(2));
        byte[] jpeg = jpeg(jfif(), frame(0xc0, 640, 480, 3));
        byte[] still = gif(640, 480, gifImage(600));
        byte[] animated = gif(640, 480, gifImage(600), gifImage(600));
        return Stream.of(
                Arguments.of("png to the start of its data", png, 33 + 16 + 8),
                Arguments.of("apng to its animation control", apng, 33 + 8),
                Arguments.of("jpeg to its number of components", jpeg, 2 + jfif().length + 10),
                Arguments.of("webp to its sides", webpLossy(640, 480), 30),
                Arguments.of("gif to its trailer", still, still.length),
                Arguments.of("animated gif to its second image", animated, still.length),
                Arguments.of("text to twelve bytes", ascii("no image, and long enough"), 12),
                Arguments.of("pdf to twelve bytes", ascii("%PDF-1.7\n1 0 obj"), 12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesByNeed")
    void noMoreBytesAreWantedThanTellAll(String name, byte[] file, int needed) {
        byte[] doubled = new Bytes().raw(file).raw(file).done();
        probe.reset();
        assertThat(probe.accept(doubled, 0, needed - 1)).isFalse();
        assertThat(probe.accept(doubled, needed - 1, 1)).isTrue();
        assertThat(probe.accept(doubled, needed, doubled.length - needed)).isTrue();
        assertThat(probe.finish()).isEqualTo(probed(file));
    }

    static Stream<Arguments> samplesBySeed() {
        return samples().flatMap(sample -> IntStream.rangeClosed(1, 20)
                .mapToObj(seed -> Arguments.of(sample.get()[0], seed, sample.get()[1])));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("samplesBySeed")
    void anyPiecesGiveTheSameAnswer(String name, int seed, byte[] file) {
        ImageHeader whole = probed(file);
        Random random = new Random(seed);
        int greatest = 1 + random.nextInt(40);
        probe.reset();
        int from = 0;
        while (from < file.length) {
            int length = Math.min(random.nextInt(greatest + 1), file.length - from);
            byte[] buffer = new byte[length + 7];
            random.nextBytes(buffer);
            int offset = random.nextInt(8);
            System.arraycopy(file, from, buffer, offset, length);
            probe.accept(buffer, offset, length);
            from += length;
        }
        assertThat(probe.finish()).isEqualTo(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageNeverThrowsAndReadableMeansMeasured(int seed) {
        Random random = new Random(seed);
        byte[][] files = samples().map(sample -> (byte[]) sample.get()[1]).toArray(byte[][]::new);
        for (int round = 0; round < 500; round++) {
            byte[] file = files[random.nextInt(files.length)].clone();
            int changes = 1 + random.nextInt(20);
            for (int change = 0; change < changes; change++) {
                file[random.nextInt(Math.min(file.length, 64))] = (byte) random.nextInt(256);
            }
            assertConsistent(probed(file));
            random.nextBytes(file);
            assertConsistent(probed(file));
        }
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    private static void assertConsistent(ImageHeader header) {
        assertThat(header.width()).isNotNegative();
        assertThat(header.height()).isNotNegative();
        if (header.isReadable()) {
            assertThat(header.format().isMeasured()).isTrue();
            assertThat(header.width()).isBetween(1, ImageHeader.MAX_SIDE);
            assertThat(header.height()).isBetween(1, ImageHeader.MAX_SIDE);
        }
    }

    @Test
    void newProbeIsReady() {
        byte[] file = jpeg(jfif(), frame(0xc0, 640, 480, 3));
        probe.accept(file, 0, 13);
        assertThat(probe.finish()).isEqualTo(unmeasured(ImageFormat.JPEG, ImageProblem.TRUNCATED_HEADER));
    }

    @Test
    void probeForgetsOnReset() {
        ImageHeader gif = probed(gif(3, 2, gifImage(9), gifImage(9)));
        assertThat(gif.animated()).isTrue();
        assertThat(probed(png(640, 480, 8, 2))).isEqualTo(still(ImageFormat.PNG, 640, 480, ColorMode.RGB));
        assertThat(probed(Arrays.copyOf(png(640, 480, 8, 2), 20)))
                .isEqualTo(unmeasured(ImageFormat.PNG, ImageProblem.TRUNCATED_HEADER));
        assertThat(probed("")).isEqualTo(unmeasured(ImageFormat.UNKNOWN, ImageProblem.EMPTY));
    }

    @Test
    void rangeOutsideTheBufferIsTheCallersError() {
        assertThatThrownBy(() -> probe.accept(new byte[4], 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void namesAreThoseOfTheFormats() {
        assertThat(ImageFormat.values())
                .extracting(ImageFormat::toString)
                .containsExactly("png", "jpeg", "webp", "gif", "bmp", "tiff", "avif", "heic", "svg", "pdf", "unknown");
        assertThat(Stream.of(ImageFormat.values()).filter(ImageFormat::isMeasured))
                .containsExactly(ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.GIF);
        assertThat(ImageFormat.SVG.mimeType()).isEqualTo("image/svg+xml");
        assertThat(ColorMode.values())
                .extracting(ColorMode::toString)
                .containsExactly("rgb", "rgba", "grayscale", "grayscale-alpha", "palette", "cmyk", "unknown");
    }
}
