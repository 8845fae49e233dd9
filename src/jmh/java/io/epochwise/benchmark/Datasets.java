package io.epochwise.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Datasets in memory, to be profiled once or sent many times. */
final class Datasets {
    /** Examples of text. */
    static final String TEXT = "jsonl-text";
    /** Examples of a text and an image in base64. */
    static final String BASE64 = "jsonl-base64";
    /** What is counted for. */
    static final String OFFERING = "openai/gpt-4o-2024-08-06";

    private static final int SIZE = 1 << 24;
    private static final int IMAGE = 200_000;
    private static final int QUESTION = 600;
    private static final int ANSWER = 400;

    private Datasets() {}

    /** About 16 MB of whole lines, each beginning with {@link #NUMBERED}. */
    static byte[] of(String name) {
        StringBuilder lines = new StringBuilder(SIZE + 2 * IMAGE);
        Random random = new Random(2);
        String prose = Texts.of("english").replaceAll("[\"\\\\\\p{Cntrl}]+", " ");
        String image = name.equals(TEXT) ? "" : image();
        while (lines.length() < SIZE) {
            int from = random.nextInt(prose.length() - QUESTION - ANSWER);
            lines.append(NUMBERED)
                    .append(prose, from, from + QUESTION)
                    .append("\"}")
                    .append(image)
                    .append("]},{\"role\":\"assistant\",\"content\":\"")
                    .append(prose, from + QUESTION, from + QUESTION + ANSWER)
                    .append("\"}]}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** How lines begin; the zeros are there to be replaced by a number that makes each line different. */
    static final String NUMBERED =
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"00000000 ";

    private static String image() {
        return ",{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(Images.png(IMAGE)) + "\"}}";
    }
}
