package io.epochwise.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** What is counted: drawn from files that are at hand, or made. The same on every machine with the same JDK. */
final class Texts {
    private static final int SIZE = 1 << 20;
    /** What JTokkit can bear without a space. */
    private static final int RUN = 1 << 14;

    private Texts() {}

    /** The names of all texts. */
    static List<String> names() {
        return List.of("english", "code", "multilingual", "emoji", "one-letter", "digits", "spaces", "no-spaces");
    }

    /** The text of that name. */
    static String of(String name) {
        return switch (name) {
            case "english" -> filled(licenses(), SIZE);
            case "code" -> filled(sources(), SIZE);
            case "multilingual" -> filled(namesOfLanguages(), SIZE);
            case "emoji" -> drawn("\uD83D\uDE00\uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB\u2764\uFE0F ok ", SIZE / 4);
            case "one-letter" -> "a".repeat(RUN);
            case "digits" -> drawn("0123456789", RUN);
            case "spaces" -> " ".repeat(RUN);
            case "no-spaces" -> drawn("abcdefghijklmnopqrstuvwxyz", RUN);
            default -> throw new IllegalArgumentException("no text " + name);
        };
    }

    static int bytes(String name) {
        return of(name).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String filled(String text, int length) {
        return text.repeat(length / text.length() + 1).substring(0, length);
    }

    /** The license of a library, which is English prose. */
    private static String licenses() {
        try (InputStream in = org.assertj.core.api.Assertions.class.getResourceAsStream("/META-INF/LICENSE")) {
            byte[] text = in == null ? Files.readAllBytes(Path.of("LICENSE")) : in.readAllBytes();
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources of this project. */
    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What languages and countries are called in Chinese, Japanese, Korean, Arabic, Hindi, Russian, Greek, Thai and Hebrew. */
    private static String namesOfLanguages() {
        StringBuilder text = new StringBuilder();
        for (String language : List.of("zh", "ja", "ko", "ar", "hi", "ru", "el", "th", "he")) {
            Locale in = Locale.forLanguageTag(language);
            for (String country : Locale.getISOCountries()) {
                text.append(new Locale("", country).getDisplayCountry(in)).append(", ");
            }
            for (String other : Locale.getISOLanguages()) {
                text.append(new Locale(other).getDisplayLanguage(in)).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String drawn(String alphabet, int length) {
        int[] all = alphabet.codePoints().toArray();
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return text.toString();
    }
}
