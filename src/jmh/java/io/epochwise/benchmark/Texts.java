package io.epochwise.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is counted: drawn from files that are at hand, or made. The same on every machine with the same JDK. */
final class Texts {
    private static final int SIZE = 1 << 20;
    /** What JTokkit can bear without a space. */
    private static final int RUN = 1 << 14;
    /** Where the scripts other than Latin begin. */
    private static final int FIRST_NOT_LATIN = 0x370;

    private static final Map<String, String> MADE = new ConcurrentHashMap<>();

    private Texts() {}

    /** The text of that name. */
    static String of(String name) {
        return MADE.computeIfAbsent(name, Texts::make);
    }

    /** Its length in UTF-8. */
    static long bytes(String name) {
        return of(name).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Letters without a space, of one kind or of many, or spaces; what takes others time that grows with the square. */
    static String run(String kind, int length) {
        return switch (kind) {
            case "one-letter" -> "a".repeat(length);
            case "spaces" -> " ".repeat(length);
            case "no-spaces" -> drawn("abcdefghijklmnopqrstuvwxyz", length);
            default -> throw new IllegalArgumentException("no run of " + kind);
        };
    }

    private static String make(String name) {
        return switch (name) {
            case "english" -> English.chat();
            case "code" -> sources();
            case "multilingual" -> namesInTheirLanguages();
            case "emoji" -> drawn("\uD83D\uDE00\uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB\u2764\uFE0F ok ", SIZE / 4);
            case "digits" -> drawn("0123456789", RUN);
            default -> run(name, RUN);
        };
    }

    /** The sources of this project. */
    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What countries and languages are called in each language that the JDK knows and that is not written in Latin. */
    private static String namesInTheirLanguages() {
        Set<String> languages = new TreeSet<>();
        Stream.of(Locale.getAvailableLocales()).map(Locale::getLanguage).forEach(languages::add);
        StringBuilder text = new StringBuilder();
        for (String language : languages) {
            Locale in = Locale.forLanguageTag(language);
            for (String country : Locale.getISOCountries()) {
                appendIfNotLatin(text, new Locale("", country).getDisplayCountry(in), ", ");
            }
            for (String other : Locale.getISOLanguages()) {
                appendIfNotLatin(text, new Locale(other).getDisplayLanguage(in), " ");
            }
        }
        return text.toString();
    }

    private static void appendIfNotLatin(StringBuilder text, String name, String separator) {
        if (name.codePoints().anyMatch(character -> character >= FIRST_NOT_LATIN)) {
            text.append(name).append(separator);
        }
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
