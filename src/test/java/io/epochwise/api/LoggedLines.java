package io.epochwise.api;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/** Collects what is logged, stack traces included, until it is closed. */
final class LoggedLines extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    LoggedLines() {
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getMessage());
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        lines.add(text.toString());
    }

    void assertOnce(String... parts) {
        assertThat(lines)
                .filteredOn(line -> List.of(parts).stream().allMatch(line::contains))
                .hasSize(1);
    }

    /** Whether a line says this by now. */
    boolean has(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    void assertNever(String part) {
        assertThat(lines).noneMatch(line -> line.contains(part));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
