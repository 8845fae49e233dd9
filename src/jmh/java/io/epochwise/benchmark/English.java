package io.epochwise.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * English prose in the form of a chat: sentences that are at hand, from documentation of the libraries on the class path, of
 * the JDK and of this project, and from the quotations with which Datafaker makes up texts. Each is taken once, since a
 * text that repeats itself flatters whoever remembers words.
 */
final class English {
    private static final Pattern DOCUMENT = Pattern.compile("(?i)(^|/)(license|notice|readme|about|changes)[^/]*$"
            + "|\\.(md|adoc|html)$|config-doc/.*\\.(yaml|json)$|javadoc\\.properties$|^en/.*\\.yml$");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    /** Tags, the marks of Javadoc, escapes, and what begins the lines of a comment. */
    private static final Pattern MARKUP =
            Pattern.compile("<[^>]{0,200}>|\\{@\\w+ ?|[}`]|\\\\[nrt\"]|&\\w+;|(?m)^[ \\t]*[*#]+|[|=_~-]{2,}");

    private static final Pattern SENTENCE = Pattern.compile(
            "\\p{Lu}[\\p{L}0-9]*[ ,'\u2019](?:[\\p{L}0-9,;:'\u2019\"()/-]+ ){3,60}[\\p{L}0-9'\u2019\")]+[.?!]");
    private static final int MOST_SENTENCES_OF_A_TURN = 6;
    private static final List<String> OPENINGS = List.of(
            "Thanks, that's what I was looking for!",
            "Hmm, I don't think it's that simple.",
            "Sure, here's what you'll need to know.",
            "Sorry, I can't follow. Could you explain that once more?",
            "You're right, and we've seen it before.",
            "OK, let's go through it step by step:",
            "I'd say it depends; what's your deadline?",
            "Great question :-)",
            "Does that answer it, or isn't it enough?",
            "They'll want to see this first.",
            "1. Read this twice.",
            "Well... in 2025 we'd have done it by hand.");

    private English() {}

    /** A chat of all sentences at hand. */
    static String chat() {
        List<String> sentences = new ArrayList<>(sentences());
        Random random = new Random(3);
        Collections.shuffle(sentences, random);
        StringBuilder chat = new StringBuilder();
        int next = 0;
        for (int turn = 0; next < sentences.size(); turn++) {
            chat.append(turn % 2 == 0 ? "User: " : "Assistant: ").append(OPENINGS.get(random.nextInt(OPENINGS.size())));
            int end = Math.min(sentences.size(), next + 1 + random.nextInt(MOST_SENTENCES_OF_A_TURN));
            for (; next < end; next++) {
                chat.append(random.nextInt(4) == 0 ? "\n\n" : " ").append(sentences.get(next));
            }
            chat.append("\n\n");
        }
        return chat.toString();
    }

    /** How many different words a text has. */
    static long words(String text) {
        return Pattern.compile("[^\\p{L}']+")
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    private static Set<String> sentences() {
        Set<String> sentences = new TreeSet<>();
        try {
            for (String library : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (library.endsWith(".jar")) {
                    addLibrary(Path.of(library), sentences);
                }
            }
            addFolder(Path.of(System.getProperty("java.home"), "legal"), ".*", sentences);
            addFolder(Path.of("docs"), ".*\\.md", sentences);
            addFolder(Path.of("src"), ".*\\.java", sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    private static void addLibrary(Path library, Set<String> sentences) throws IOException {
        try (ZipFile files = new ZipFile(library.toFile())) {
            for (ZipEntry entry : Collections.list(files.entries())) {
                if (DOCUMENT.matcher(entry.getName()).find()) {
                    add(new String(files.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8), sentences);
                }
            }
        }
    }

    private static void addFolder(Path folder, String names, Set<String> sentences) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().matches(names)) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    add(names.endsWith("java") ? comments(text) : text, sentences);
                }
            }
        }
    }

    private static String comments(String source) {
        StringBuilder comments = new StringBuilder();
        for (Matcher comment = JAVADOC.matcher(source); comment.find(); ) {
            comments.append(comment.group(1)).append('\n');
        }
        return comments.toString();
    }

    private static void add(String document, Set<String> sentences) {
        String prose = MARKUP.matcher(document).replaceAll(" ").replaceAll("\\s+", " ");
        SENTENCE.matcher(prose).results().forEach(sentence -> sentences.add(sentence.group()));
    }
}
