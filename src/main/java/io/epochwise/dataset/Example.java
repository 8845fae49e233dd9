package io.epochwise.dataset;

import io.epochwise.token.text.ToolDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** One example as read from its line: counts and sizes, no content. Reused from line to line by one reader. */
final class Example {
    /** Issues of one code kept with their place; a line can have millions, and none may hide those of another code. */
    private static final long MOST_ISSUES_OF_A_CODE = 10;

    /** Something found, with the place as a path within the example. */
    record Issue(FindingCode code, String path) {}

    final long[] messages = new long[Role.values().length];

    /** Tokens of text by role and encoding. */
    final long[][] tokens;

    long characters;
    long names;
    long fingerprint;
    final List<ExampleImage> images = new ArrayList<>();
    final List<ToolDefinition> tools = new ArrayList<>();

    /** How often each code was found. */
    final long[] issueCounts = new long[FindingCode.values().length];

    /** The first things found of each code. */
    final List<Issue> issues = new ArrayList<>();

    Example(int encodings) {
        tokens = new long[messages.length][encodings];
    }

    void clear() {
        for (int role = 0; role < messages.length; role++) {
            messages[role] = 0;
            Arrays.fill(tokens[role], 0);
        }
        characters = 0;
        names = 0;
        fingerprint = 0;
        images.clear();
        tools.clear();
        issues.clear();
        Arrays.fill(issueCounts, 0);
    }

    /** Notes an issue; {@code path} is asked for only if the issue is kept. */
    void add(FindingCode code, Supplier<String> path) {
        if (++issueCounts[code.ordinal()] <= MOST_ISSUES_OF_A_CODE) {
            issues.add(new Issue(code, path.get()));
        }
    }

    long messageCount() {
        long count = 0;
        for (long ofRole : messages) {
            count += ofRole;
        }
        return count;
    }

    long textTokens(int encoding) {
        long count = 0;
        for (long[] ofRole : tokens) {
            count += ofRole[encoding];
        }
        return count;
    }
}
