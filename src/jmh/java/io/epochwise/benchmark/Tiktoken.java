package io.epochwise.benchmark;

import io.epochwise.token.text.Encodings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What other libraries take to count the same texts, in Node and in Python, where these are there. Ours is what
 * {@link TextCounting} measured in the same run.
 */
final class Tiktoken implements Part {
    private static final Path TOOLS = Path.of("tools/benchmark");
    private static final List<String> INPUTS =
            List.of("o200k_base english", "cl100k_base english", "o200k_base code", "o200k_base multilingual");
    private static final List<String> ENCODINGS = List.of("o200k_base", "cl100k_base");

    private final Path folder;
    private final Path log;

    Tiktoken(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("tiktoken.log");
    }

    @Override
    public String name() {
        return "TextCountingElsewhere";
    }

    @Override
    public void run(Table table) throws IOException, InterruptedException {
        if (INPUTS.stream()
                .anyMatch(input -> table.ours(TextCounting.WHAT, input).isEmpty())) {
            table.leaveOut(name(), "there is nothing to compare with without TextCounting");
            return;
        }
        Path texts = writeTexts();
        addRows(table, "Node", () -> inNode(texts));
        addRows(table, "Python", () -> inPython(texts));
    }

    /** What prints a line for each library and text. */
    private interface Counting {
        List<String> lines() throws IOException, InterruptedException;
    }

    private void addRows(Table table, String where, Counting counting) throws InterruptedException {
        try {
            for (String line : counting.lines()) {
                table.add(row(table, line.split("\t")));
            }
        } catch (IOException e) {
            table.leaveOut("counting tokens in " + where, e.getMessage());
        }
    }

    /** Library, encoding, text, tokens, seconds. */
    private static Row row(Table table, String[] result) {
        String input = result[1] + " " + result[2];
        long ours = Encodings.of(result[1]).count(Texts.of(result[2]));
        if (ours != Long.parseLong(result[3])) {
            throw new IllegalStateException(
                    input + ": " + result[0] + " counts " + result[3] + " tokens, but ours are " + ours);
        }
        return new Row(
                TextCounting.WHAT,
                input,
                table.ours(TextCounting.WHAT, input).orElseThrow(),
                Unit.MEGABYTES_PER_SECOND,
                result[0],
                Texts.bytes(result[2]) / 1e6 / Double.parseDouble(result[4]),
                input.equals(INPUTS.get(0)) && result[0].contains("native") ? Target.ratio(20) : Target.NONE);
    }

    private Path writeTexts() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        for (String input : INPUTS) {
            Files.writeString(texts.resolve(input.replace(' ', '.') + ".txt"), Texts.of(TextCounting.text(input)));
        }
        for (String encoding : ENCODINGS) {
            String file = encoding + ".tiktoken";
            try (InputStream vocabulary = Encodings.class.getResourceAsStream("/com/knuddels/jtokkit/" + file)) {
                Files.copy(vocabulary, texts.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return texts;
    }

    private List<String> inNode(Path texts) throws IOException, InterruptedException {
        Commands.output(log, List.of("npm", "ci", "--ignore-scripts", "--silent", "--prefix", TOOLS.toString()));
        return Commands.output(log, List.of("node", TOOLS.resolve("count.mjs").toString(), texts.toString()));
    }

    private List<String> inPython(Path texts) throws IOException, InterruptedException {
        Path environment = folder.resolve("python");
        Path python = environment.resolve("bin/python");
        Commands.output(log, List.of("python3", "-m", "venv", environment.toString()));
        String requirements = TOOLS.resolve("requirements.txt").toString();
        Commands.output(log, List.of(python.toString(), "-m", "pip", "install", "--quiet", "-r", requirements));
        return Commands.output(
                log, List.of(python.toString(), TOOLS.resolve("count.py").toString(), texts.toString()));
    }
}
