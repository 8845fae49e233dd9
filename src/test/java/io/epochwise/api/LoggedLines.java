package io.epochwise.api;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Collects what is logged, with the fields and stack traces that belong to it, until it is closed. */
final class LoggedLines extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    LoggedLines() {
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getLoggerName()).append(' ');
        text.append(entry instanceof ExtLogRecord more ? more.getFormattedMessage() : entry.getMessage());
        if (entry instanceof ExtLogRecord more) {
            text.append(' ').append(more.getMdcCopy().toString());
        }
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

    /** All lines of a category so far. */
    List<String> of(String category) {
        return lines.stream().filter(line -> line.startsWith(category + ' ')).toList();
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
