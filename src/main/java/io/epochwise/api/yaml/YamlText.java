package io.epochwise.api.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The characters of a YAML file in UTF-8, in place of SnakeYAML's own reader of them, which copies all it holds for each thousand
 * characters of a long text, and does not say in which line a character is that must be escaped.
 *
 * <p>These are the unprintable ones, what takes the place of bytes that are not UTF-8, and U+0085, U+2028 and U+2029: to YAML 1.1 they are
 * line breaks, and so become spaces, and to YAML 1.2 they are not. Characters are UTF-16 units; to SnakeYAML a half of one beyond U+FFFF is a
 * character of a text like any other.
 */
final class YamlText extends StreamReader {
    private static final int SMALLEST_WINDOW = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int[] NO_SNIPPET = {};

    private final Reader file;
    private char[] window = new char[SMALLEST_WINDOW];
    private int next;
    private int end;
    private boolean atEnd;
    private int readLine;
    private int readColumn;
    private int index;
    private int line;
    private int column;

    YamlText(InputStream body) {
        super(new StringReader(""));
        file = new InputStreamReader(body, StandardCharsets.UTF_8);
    }

    /** There is a character that must be escaped. */
    static final class UnescapedCharacterException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Mark mark;

        UnescapedCharacterException(Mark mark) {
            this.mark = mark;
        }

        Mark mark() {
            return mark;
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    /** The character so many places ahead; 0 beyond the end. */
    @Override
    public int peek(int ahead) {
        return has(ahead) ? window[next + ahead] : 0;
    }

    @Override
    public String prefix(int length) {
        boolean whole = length == 0 || has(length - 1);
        return new String(window, next, whole ? length : end - next);
    }

    /** The next characters, none of them a line break, which it moves behind. */
    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        next += prefix.length();
        index += prefix.length();
        column += prefix.length();
        return prefix;
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        for (int i = 0; i < length && has(0); i++) {
            char character = window[next];
            next++;
            index++;
            column += character == BYTE_ORDER_MARK ? 0 : 1;
            if (character == '\n' || character == '\r' && peek() != '\n') {
                line++;
                column = 0;
            }
        }
    }

    @Override
    public Mark getMark() {
        return mark(line, column);
    }

    private Mark mark(int markedLine, int markedColumn) {
        return new Mark("YAML", index, markedLine, markedColumn, NO_SNIPPET, 0);
    }

    @Override
    public int getIndex() {
        return index;
    }

    /** Nothing, which is never beyond SnakeYAML's limit of a document: a body has a limit of its own. */
    @Override
    public int getDocumentIndex() {
        return 0;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }

    private boolean has(int ahead) {
        while (next + ahead >= end && !atEnd) {
            fill();
        }
        return next + ahead < end;
    }

    private void fill() {
        if (end == window.length) {
            makeRoom();
        }
        try {
            int read = file.read(window, end, window.length - end);
            atEnd = read < 0;
            check(end, end + Math.max(read, 0));
            end += Math.max(read, 0);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** Moves what is left or makes the window twice as large, so that each character is moved but few times. */
    private void makeRoom() {
        if (next > window.length / 2) {
            System.arraycopy(window, next, window, 0, end - next);
            end -= next;
            next = 0;
        } else {
            window = Arrays.copyOf(window, 2 * window.length);
        }
    }

    private void check(int from, int to) {
        for (int i = from; i < to; i++) {
            if (mustBeEscaped(window[i])) {
                throw new UnescapedCharacterException(mark(readLine, readColumn));
            }
            readColumn++;
            if (window[i] == '\n') {
                readLine++;
                readColumn = 0;
            }
        }
    }

    private static boolean mustBeEscaped(char character) {
        return switch (character) {
            case '\u0085', '\u2028', '\u2029', '\uFFFD' -> true;
            default -> !Character.isSurrogate(character) && !StreamReader.isPrintable(character);
        };
    }
}
