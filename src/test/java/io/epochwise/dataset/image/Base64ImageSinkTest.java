package io.epochwise.dataset.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Base64ImageSinkTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Base64ImageSink sink = new Base64ImageSink();

    private Base64Image taken(byte[] payload) {
        sink.reset();
        sink.accept(payload, 0, payload.length);
        return sink.finish();
    }

    private Base64Image taken(String latin1) {
        return taken(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] encoded(byte[] bytes) {
        return Base64.getEncoder().encode(bytes);
    }

    /** A PNG followed by random bytes up to the length. */
    private static byte[] image(int length, int seed) {
        byte[] png = ImageFiles.png(640, 480, 8, 2);
        byte[] file = new byte[length];
        new Random(seed).nextBytes(file);
        System.arraycopy(png, 0, file, 0, Math.min(png.length, length));
        return file;
    }

    private static final ImageHeader IMAGE =
            new ImageHeader(ImageFormat.PNG, 640, 480, ColorMode.RGB, false, ImageProblem.NONE);

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {41, 42, 43, 44, 191, 192, 193, 383, 384, 385, 1000, 1001, 1002, 300_000, 300_001, 300_002})
    void imagesOfEveryLengthAreCountedAndRead(int length) {
        assertThat(taken(encoded(image(length, length)))).isEqualTo(new Base64Image(length, Base64Problem.NONE, IMAGE));
    }

    @Test
    void lastBytesBeforePaddingReachTheProbe() {
        byte[] jpeg = ImageFiles.jpeg(ImageFiles.frame(0xc0, 640, 480, 3));
        int sizeKnownAfter = 2 + 10;
        for (int comment = 0; comment < 3; comment++) {
            byte[] file = new Bytes()
                    .u8(0xff, 0xd8)
                    .raw(ImageFiles.jpegSegment(0xfe, new byte[comment]))
                    .raw(Arrays.copyOfRange(jpeg, 2, sizeKnownAfter))
                    .done();
            Base64Image image = taken(encoded(file));
            assertThat(image.decodedBytes()).isEqualTo(file.length);
            assertThat(image.header().isReadable()).isTrue();
            assertThat(taken(encoded(Arrays.copyOf(file, file.length - 1)))
                            .header()
                            .problem())
                    .isEqualTo(ImageProblem.TRUNCATED_HEADER);
        }
    }

    @Test
    void noCharactersAreEmpty() {
        assertThat(taken(""))
                .isEqualTo(new Base64Image(
                        0,
                        Base64Problem.EMPTY,
                        new ImageHeader(ImageFormat.UNKNOWN, 0, 0, ColorMode.UNKNOWN, false, ImageProblem.EMPTY)));
    }

    @ParameterizedTest(name = "{0}: {1}, {2} bytes")
    @CsvSource({
        "QUJD, NONE, 3",
        "QUI=, NONE, 2",
        "QQ==, NONE, 1",
        // bits left over that are not zero
        "QR==, NONE, 1",
        "QUJ=, NONE, 2",
        "Q, TRUNCATED, 0",
        "QQ, TRUNCATED, 1",
        "QUI, TRUNCATED, 2",
        "QUJDQ, TRUNCATED, 3",
        "QUJDQUI, TRUNCATED, 5",
        "=, BAD_PADDING, 0",
        "==, BAD_PADDING, 0",
        "====, BAD_PADDING, 0",
        "Q=, BAD_PADDING, 0",
        "Q==, BAD_PADDING, 0",
        "Q===, BAD_PADDING, 0",
        "QQ=, BAD_PADDING, 1",
        "QQ===, BAD_PADDING, 1",
        "QUI==, BAD_PADDING, 2",
        "QUJD=, BAD_PADDING, 3",
        "QUJD==, BAD_PADDING, 3",
        "QUJD====, BAD_PADDING, 3",
        "QQ==QQ==, BAD_PADDING, 1",
        "QUI=QUJD, BAD_PADDING, 2",
        "QQ=Q, BAD_PADDING, 1",
        "QUJDQQ==QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD, BAD_PADDING, 4",
        "QUJD-UJD, INVALID_CHARACTER, 3",
        "QUJD_UJD, INVALID_CHARACTER, 3",
        "'QUJD\nQUJD', INVALID_CHARACTER, 3",
        "'QUJD QUJD', INVALID_CHARACTER, 3",
        "'QQ==\n', INVALID_CHARACTER, 1",
        // the first problem is the one that is told
        "QQ=Q*, BAD_PADDING, 1",
        "Q*=Q, INVALID_CHARACTER, 0"
    })
    void rulesOfTheEncoding(String payload, Base64Problem problem, long decodedBytes) {
        Base64Image image = taken(payload);
        assertThat(image.problem()).isEqualTo(problem);
        assertThat(image.decodedBytes()).isEqualTo(decodedBytes);
    }

    @Test
    void everyByteOutsideTheAlphabetIsInvalidWhereverItStands() {
        byte[] good = encoded(image(600, 1));
        for (int value = 0; value < 256; value++) {
            boolean valid = ALPHABET.indexOf(value) >= 0;
            for (int position : new int[] {0, 1, 2, 3, 4, 255, 256, 257, 400, 401, 407, 408, 415, 416, 797, 798, 799}) {
                byte[] payload = good.clone();
                payload[position] = (byte) value;
                Base64Image image = taken(payload);
                Base64Problem expected = valid ? Base64Problem.NONE : Base64Problem.INVALID_CHARACTER;
                if (value == '=') {
                    expected = position == 799 ? Base64Problem.NONE : Base64Problem.BAD_PADDING;
                }
                assertThat(image.problem()).as("byte %d at %d", value, position).isEqualTo(expected);
                if (expected != Base64Problem.NONE) {
                    assertThat(image.decodedBytes()).isEqualTo(position * 3L / 4);
                }
            }
        }
    }

    /** Neighbors matter because eight characters are judged in one go. */
    @Test
    void everyPairOfNeighborsIsJudgedAsItsBytesAre() {
        byte[] text = new byte[32];
        Arrays.fill(text, (byte) 'z');
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                text[5] = (byte) first;
                text[6] = (byte) second;
                int expected = ALPHABET.indexOf(first) < 0 ? 5 : ALPHABET.indexOf(second) < 0 ? 6 : 32;
                int end = Base64Alphabet.end(text, 0, 32);
                if (end != expected) {
                    assertThat(end).as("bytes %d and %d", first, second).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void runsOfAnyBytesEndAtTheFirstOutsideTheAlphabet(int seed) {
        Random random = new Random(seed);
        byte[] text = new byte[100];
        for (int round = 0; round < 500; round++) {
            for (int i = 0; i < text.length; i++) {
                int garbage = random.nextInt(40);
                text[i] = (byte) (garbage == 0 ? random.nextInt(256) : ALPHABET.charAt(random.nextInt(64)));
            }
            int from = random.nextInt(50);
            int expected = from;
            while (expected < text.length && ALPHABET.indexOf(text[expected] & 0xff) >= 0) {
                expected++;
            }
            assertThat(Base64Alphabet.end(text, from, text.length)).isEqualTo(expected);
        }
    }

    @Test
    void headerBeforeAProblemIsReadableAndBehindItIsNot() {
        byte[] payload = encoded(image(600, 1));
        payload[500] = '*';
        assertThat(taken(payload)).isEqualTo(new Base64Image(375, Base64Problem.INVALID_CHARACTER, IMAGE));
        payload[20] = '*';
        assertThat(taken(payload))
                .isEqualTo(new Base64Image(
                        15,
                        Base64Problem.INVALID_CHARACTER,
                        new ImageHeader(
                                ImageFormat.PNG, 0, 0, ColorMode.UNKNOWN, false, ImageProblem.TRUNCATED_HEADER)));
    }

    @Test
    void nothingAfterAProblemIsTaken() {
        byte[] image = encoded(image(600, 1));
        byte[] garbage = {'*'};
        sink.reset();
        sink.accept(garbage, 0, 1);
        sink.accept(image, 0, image.length);
        assertThat(sink.finish().header().problem()).isEqualTo(ImageProblem.EMPTY);
        assertThat(sink.decodedBytes()).isZero();
    }

    @Test
    void runEndsBeforeWhatCannotBelongToAPayload() {
        byte[] line = "\"QUJDQUI=\", \"QUJD\"".getBytes(StandardCharsets.ISO_8859_1);
        sink.reset();
        assertThat(sink.acceptRun(line, 1, line.length)).isEqualTo(9);
        assertThat(sink.finish().problem()).isEqualTo(Base64Problem.NONE);
        assertThat(sink.decodedBytes()).isEqualTo(5);
        sink.reset();
        assertThat(sink.acceptRun(line, 13, line.length - 1)).isEqualTo(line.length - 1);
        assertThat(sink.finish().decodedBytes()).isEqualTo(3);
        sink.reset();
        assertThat(sink.acceptRun(line, 0, line.length)).isZero();
        assertThat(sink.finish().problem()).isEqualTo(Base64Problem.EMPTY);
    }

    @Test
    void runGoesOnAfterWhatTheReaderTookOut() {
        byte[] image = image(900, 3);
        String escaped = new String(encoded(image), StandardCharsets.ISO_8859_1).replace("/", "\\/") + "\"";
        assertThat(escaped).contains("\\/");
        byte[] text = escaped.getBytes(StandardCharsets.ISO_8859_1);
        sink.reset();
        int position = 0;
        while (text[position = sink.acceptRun(text, position, text.length)] == '\\') {
            position++;
        }
        assertThat(position).isEqualTo(text.length - 1);
        assertThat(sink.finish()).isEqualTo(new Base64Image(900, Base64Problem.NONE, IMAGE));
    }

    @Test
    void runEndsAtTheSamePlaceWhateverIsWrong() {
        byte[] line = "QQ==QQ=====QQ\"QQ".getBytes(StandardCharsets.ISO_8859_1);
        sink.reset();
        assertThat(sink.acceptRun(line, 0, line.length)).isEqualTo(13);
        assertThat(sink.finish().problem()).isEqualTo(Base64Problem.BAD_PADDING);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyPiecesGiveTheSameAnswer(int seed) {
        Random random = new Random(seed);
        byte[] payload = encoded(image(50 + random.nextInt(3000), seed));
        if (seed % 3 == 0) {
            payload[random.nextInt(payload.length)] = (byte) random.nextInt(128);
        }
        Base64Image whole = taken(payload);
        int greatest = 1 + random.nextInt(seed % 2 == 0 ? 9 : 500);
        sink.reset();
        int from = 0;
        while (from < payload.length) {
            int length = Math.min(random.nextInt(greatest + 1), payload.length - from);
            byte[] buffer = new byte[length + 14];
            Arrays.fill(buffer, (byte) '*');
            int offset = random.nextInt(15);
            System.arraycopy(payload, from, buffer, offset, length);
            sink.accept(buffer, offset, offset + length);
            from += length;
        }
        assertThat(sink.finish()).isEqualTo(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bytesAndHeaderAreThoseOfThePlatformsDecoder(int seed) {
        Random random = new Random(seed);
        ImageProbe probe = new ImageProbe();
        for (int round = 0; round < 200; round++) {
            byte[] payload = randomPayload(random);
            Base64Image image = taken(payload);
            if (payload.length % 4 != 0 || payload.length == 0) {
                assertThat(image.problem()).isNotEqualTo(Base64Problem.NONE);
                continue;
            }
            byte[] decoded;
            try {
                decoded = Base64.getDecoder().decode(payload);
            } catch (IllegalArgumentException e) {
                assertThat(image.problem()).isNotEqualTo(Base64Problem.NONE);
                continue;
            }
            probe.reset();
            probe.accept(decoded, 0, decoded.length);
            assertThat(image).isEqualTo(new Base64Image(decoded.length, Base64Problem.NONE, probe.finish()));
        }
    }

    /** Characters of the alphabet, the beginning of an image at times, and now and then something wrong. */
    private static byte[] randomPayload(Random random) {
        byte[] payload = new byte[random.nextInt(400)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) ALPHABET.charAt(random.nextInt(64));
        }
        if (random.nextBoolean()) {
            byte[] image = encoded(ImageFiles.gif(640, 480, ImageFiles.gifImage(40)));
            System.arraycopy(image, 0, payload, 0, Math.min(image.length, payload.length));
        }
        int padding = random.nextInt(4);
        for (int i = 1; i <= padding && i <= payload.length; i++) {
            payload[payload.length - i] = '=';
        }
        if (payload.length > 0 && random.nextInt(4) == 0) {
            payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
        }
        return payload;
    }

    @Test
    void sinkForgetsOnReset() {
        assertThat(taken("QQ=Q*").problem()).isEqualTo(Base64Problem.BAD_PADDING);
        assertThat(taken(encoded(image(600, 1)))).isEqualTo(new Base64Image(600, Base64Problem.NONE, IMAGE));
        assertThat(taken("").problem()).isEqualTo(Base64Problem.EMPTY);
    }

    @Test
    void newSinkIsReadyAndFinishingTwiceGivesTheSame() {
        byte[] payload = encoded(image(50, 1));
        sink.accept(payload, 0, payload.length);
        assertThat(sink.finish()).isEqualTo(new Base64Image(50, Base64Problem.NONE, IMAGE));
        assertThat(sink.finish()).isEqualTo(new Base64Image(50, Base64Problem.NONE, IMAGE));
    }

    @Test
    void rangeOutsideTheBufferIsTheCallersError() {
        assertThatThrownBy(() -> sink.accept(new byte[4], 2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
