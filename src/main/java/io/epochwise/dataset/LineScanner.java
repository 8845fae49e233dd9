package io.epochwise.dataset;

import io.epochwise.dataset.image.Base64ImageSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Reads JSON Lines token by token from a stream of any length in constant memory: a line is never held, nor is a string
 * unless the caller wants its text. Checks UTF-8 and the grammar of JSON strictly.
 *
 * <p>A line feed cannot stand inside JSON, so it always ends the line; whatever is wrong with a line, the next one is
 * found. All reading methods throw {@link LineFault} where the line cannot be used.
 */
final class LineScanner {
    /** Returned in place of a byte where the line or the file ends. */
    static final int END_OF_LINE = -1;

    /** Far more than any format's keys have; readers remember keys. */
    private static final int MOST_KEY_CHARACTERS = 1 << 12;

    /** Many times what providers take as tools; what is captured is parsed into objects that take far more memory. */
    private static final int MOST_CAPTURED_BYTES = 1 << 20;

    private static final int NO_RANGE = -1;
    private static final int NO_STOP = -2;

    private static final byte[] NOTHING = {};

    private final Source source;
    private final ProfileLimits limits;
    private byte[] buffer = NOTHING;
    private int start;
    private int position;
    private int end;
    private long bytesBeforeBuffer;
    private long lineStart;
    private boolean lastWasCarriageReturn;
    private boolean skipping;

    private final TextBuffer text = new TextBuffer();

    private final CRC32 hash = new CRC32();
    private final CRC32C secondHash = new CRC32C();
    private int hashFrom = NO_RANGE;
    private ByteArrayOutputStream capture;
    private int captureFrom = NO_RANGE;
    private boolean captureTooLong;

    private final BitSet objects = new BitSet();
    private final byte[] single = new byte[1];

    /** Bytes in memory from one place to another; only read. */
    record Bytes(byte[] array, int from, int to) {}

    /** Where bytes come from. */
    interface Source {
        /** The next bytes, at least one, good until the next are asked for; null if there are no more. */
        Bytes next() throws IOException;

        /** These and no others. */
        static Source of(Bytes bytes) {
            Bytes[] left = {bytes};
            return () -> {
                Bytes next = left[0];
                left[0] = null;
                return next;
            };
        }
    }

    LineScanner(Source source, ProfileLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Bytes read so far. */
    long bytesRead() {
        return bytesBeforeBuffer + position - start;
    }

    /** Skips a byte order mark that the source gives in one; whether there was one. To be asked before the first line. */
    boolean skipByteOrderMark() throws IOException {
        boolean mark = peek() == 0xEF
                && end - position >= 3
                && buffer[position + 1] == (byte) 0xBB
                && buffer[position + 2] == (byte) 0xBF;
        if (mark) {
            position += 3;
        }
        return mark;
    }

    /** Begins the next line; false if there is none. */
    boolean beginLine() throws IOException {
        lineStart = bytesRead();
        lastWasCarriageReturn = false;
        skipping = false;
        hashFrom = NO_RANGE;
        captureFrom = NO_RANGE;
        return peek() >= 0 || position < end;
    }

    /**
     * Where a line begins, takes it and the others that end in the bytes at hand, unread.
     *
     * @param lookBack how many bytes before the end the last of them must end
     * @return null if none does
     */
    Bytes takeLines(int lookBack) {
        int least = Math.max(position, end - lookBack);
        int to = end;
        while (to > least && buffer[to - 1] != '\n') {
            to--;
        }
        if (to == least) {
            return null;
        }
        Bytes lines = new Bytes(buffer, position, to);
        position = to;
        return lines;
    }

    /**
     * Ends the line after its value.
     *
     * @throws LineFault if anything but white space is left, or the line is too long; its end is then still ahead
     */
    void endLine() throws IOException {
        if (token() != END_OF_LINE) {
            throw new LineFault(FindingCode.INVALID_JSON);
        }
        if (tooLong()) {
            throw new LineFault(FindingCode.LINE_TOO_LONG);
        }
        skipLineFeed();
    }

    /** Skips what is left of the line, if anything; whether the whole line was longer than the limit. */
    boolean skipLine() throws IOException {
        skipping = true;
        hashFrom = NO_RANGE;
        captureFrom = NO_RANGE;
        while (position < end || fill()) {
            int from = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            if (position > from) {
                lastWasCarriageReturn = buffer[position - 1] == '\r';
            }
            if (position < end) {
                break;
            }
        }
        boolean tooLong = tooLong();
        skipLineFeed();
        return tooLong;
    }

    /** Whether the line just ended did so with a carriage return before its line feed. */
    boolean endedWithCarriageReturn() {
        return lastWasCarriageReturn;
    }

    private boolean tooLong() {
        return bytesRead() - lineStart > limits.maxLineBytes();
    }

    private void skipLineFeed() {
        if (position < end) {
            position++;
        } else {
            lastWasCarriageReturn = false;
        }
    }

    /** The next byte that is no white space, not consumed; {@link #END_OF_LINE} if there is none on the line. */
    int token() throws IOException {
        while (true) {
            int c = peek();
            if (c != ' ' && c != '\t' && c != '\r') {
                return c;
            }
            lastWasCarriageReturn = c == '\r';
            position++;
        }
    }

    /** Consumes the byte that {@link #token()} returned. */
    void consume() {
        lastWasCarriageReturn = false;
        position++;
    }

    /** Consumes that byte, which must be the next token. */
    void expect(char c) throws IOException {
        int token = token();
        if (token != c) {
            throw unexpected(token);
        }
        consume();
    }

    /** The fault of an unexpected token. */
    LineFault unexpected(int token) {
        return new LineFault(token == END_OF_LINE ? FindingCode.TRUNCATED_JSON : FindingCode.INVALID_JSON);
    }

    /**
     * Moves to the next key of an object whose brace is consumed, and past its colon; {@link #text()} is the key.
     *
     * @param first whether no key was read yet
     * @return false if the object ended
     */
    boolean nextKey(boolean first) throws IOException {
        if (!nextEntry(first, '}')) {
            return false;
        }
        if (token() != '"') {
            throw unexpected(token());
        }
        readString(MOST_KEY_CHARACTERS);
        expect(':');
        return true;
    }

    /**
     * Moves to the next element of an array whose bracket is consumed.
     *
     * @param first whether no element was read yet
     * @return false if the array ended
     */
    boolean nextElement(boolean first) throws IOException {
        return nextEntry(first, ']');
    }

    private boolean nextEntry(boolean first, char close) throws IOException {
        int token = token();
        if (token == close) {
            consume();
            return false;
        }
        if (!first) {
            if (token != ',') {
                throw unexpected(token);
            }
            consume();
            token = token();
        }
        if (token == END_OF_LINE || token == ',' || token == close) {
            throw unexpected(token);
        }
        return true;
    }

    /** Reads a string whose quote is the next token; returns its content, good until the next string. */
    TextBuffer readString() throws IOException {
        readString(limits.maxTextCharacters());
        return text;
    }

    private void readString(int most) throws IOException {
        if (readStringUntil(NO_STOP, most) == StringPart.FULL) {
            throw new LineFault(FindingCode.TEXT_TOO_LONG);
        }
    }

    /**
     * Reads the beginning of a string whose quote is the next token, up to a character that is consumed too.
     *
     * @param most read no more characters than these
     * @return why it stopped; unless the string ended, it goes on with {@link #skipRest}
     */
    StringPart readStringUntil(int stop, int most) throws IOException {
        consume();
        text.clear();
        StringPart part = readText(stop, most);
        text.finish();
        return part;
    }

    /** Skips a string whose quote is the next token. */
    void skipString() throws IOException {
        consume();
        skipRest();
    }

    /** Skips the rest of a string. */
    void skipRest() throws IOException {
        while (true) {
            position = PlainText.end(buffer, position, end);
            if (peek() == '"') {
                position++;
                return;
            }
            readCharacter();
        }
    }

    /** Why reading a part of a string stopped. */
    enum StringPart {
        ENDED,
        STOPPED,
        FULL
    }

    /** The text last read. */
    String text() {
        return text.toString();
    }

    /** The rest of a string as the characters of base64. */
    void readBase64(Base64ImageSink sink) throws IOException {
        while (true) {
            int c = peek();
            if (c == END_OF_LINE) {
                throw unexpected(c);
            }
            position = sink.acceptRun(buffer, position, end);
            if (position == end) {
                continue;
            }
            c = peek();
            if (c == '"') {
                consume();
                return;
            }
            if (c != END_OF_LINE) {
                single[0] = (byte) Math.min(readCharacter(), 0x7F);
                sink.accept(single, 0, 1);
            }
        }
    }

    /** Reads one character of a string, or half of one if it is escaped; its first byte is there and is no quote. */
    private int readCharacter() throws IOException {
        int c = peek();
        if (c < 0x20) {
            throw unexpected(c);
        }
        position++;
        if (c == '\\') {
            return readEscape();
        }
        return c < 0x80 ? c : readMultiByte(c);
    }

    /** Skips the value that begins at the next token, whatever it is, checking its grammar. */
    void skipValue() throws IOException {
        int depth = 0;
        while (true) {
            int token = token();
            if (token == '{' || token == '[') {
                if (depth == limits.maxDepth()) {
                    throw new LineFault(FindingCode.NESTING_TOO_DEEP);
                }
                consume();
                objects.set(depth++, token == '{');
                if (objects.get(depth - 1) ? nextKey(true) : nextElement(true)) {
                    continue;
                }
                depth--;
            } else {
                skipScalar(token);
            }
            while (depth > 0 && !(objects.get(depth - 1) ? nextKey(false) : nextElement(false))) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
        }
    }

    private void skipScalar(int token) throws IOException {
        switch (token) {
            case '"' -> skipString();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> {
                if (token != '-' && !digit(token)) {
                    throw unexpected(token);
                }
                number();
            }
        }
    }

    private void literal(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            int c = peek();
            if (c != word.charAt(i)) {
                throw unexpected(c);
            }
            consume();
        }
    }

    private void number() throws IOException {
        if (peek() == '-') {
            consume();
        }
        if (peek() == '0') {
            consume();
        } else {
            digits();
        }
        if (peek() == '.') {
            consume();
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            consume();
            if (peek() == '+' || peek() == '-') {
                consume();
            }
            digits();
        }
    }

    private void digits() throws IOException {
        if (!digit(peek())) {
            throw unexpected(peek());
        }
        while (digit(peek())) {
            consume();
        }
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Begins a fingerprint of the bytes from here on. */
    void beginFingerprint() {
        hash.reset();
        secondHash.reset();
        hashFrom = position;
    }

    /** The fingerprint of the bytes since its beginning: 64 bits of two checksums, mixed to be uniform. */
    long endFingerprint() {
        flushFingerprint();
        hashFrom = NO_RANGE;
        long mixed = hash.getValue() << 32 | secondHash.getValue();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * The bytes of the value that begins at the next token.
     *
     * @throws LineFault if they are more than a text may have characters, and nothing is wrong with the value itself
     */
    byte[] captureValue() throws IOException {
        token();
        capture = new ByteArrayOutputStream();
        captureFrom = position;
        captureTooLong = false;
        skipValue();
        flushCapture();
        captureFrom = NO_RANGE;
        if (captureTooLong) {
            throw new LineFault(FindingCode.TEXT_TOO_LONG);
        }
        return capture.toByteArray();
    }

    private void flushFingerprint() {
        if (hashFrom != NO_RANGE) {
            hash.update(buffer, hashFrom, position - hashFrom);
            secondHash.update(buffer, hashFrom, position - hashFrom);
        }
    }

    private void flushCapture() {
        if (captureFrom != NO_RANGE) {
            int length = position - captureFrom;
            // not thrown here: what the line's finding is must not depend on where the buffer ends
            captureTooLong |= length > Math.min(limits.maxTextCharacters(), MOST_CAPTURED_BYTES) - capture.size();
            if (!captureTooLong) {
                capture.write(buffer, captureFrom, length);
            }
        }
    }

    /** Reads characters of a string until it ends, or {@code stop} was consumed, or {@code most} are held. */
    private StringPart readText(int stop, int most) throws IOException {
        while (true) {
            if (stop == NO_STOP) {
                readPlainText(most);
            }
            int c = peek();
            if (c == '"') {
                position++;
                return StringPart.ENDED;
            }
            if (c >= ' ' && text.units() >= most) {
                return StringPart.FULL;
            }
            if (c == stop) {
                position++;
                return StringPart.STOPPED;
            }
            text.add(readCharacter());
        }
    }

    /** Reads the plain text at hand in one, up to {@code most} characters held. */
    private void readPlainText(int most) {
        int plain = PlainText.end(buffer, position, Math.min(end, position + Math.max(0, most - text.units())));
        text.add(buffer, position, plain);
        position = plain;
    }

    private int readEscape() throws IOException {
        int c = peek();
        if (c == END_OF_LINE) {
            throw new LineFault(FindingCode.TRUNCATED_JSON);
        }
        if (c < 0x20) {
            throw new LineFault(FindingCode.INVALID_JSON);
        }
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(peek(), 16);
                    if (digit < 0) {
                        throw unexpected(peek());
                    }
                    unit = unit << 4 | digit;
                    position++;
                }
                yield unit;
            }
            default -> throw new LineFault(FindingCode.INVALID_JSON);
        };
    }

    /** Reads the rest of a character of two to four bytes; overlong forms, surrogates and values over 10FFFF are wrong. */
    private int readMultiByte(int lead) throws IOException {
        int count = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        int least = count == 1 ? 0x80 : count == 2 ? 0x800 : 0x10000;
        if (lead < 0xC2 || lead > 0xF4) {
            throw new LineFault(FindingCode.NOT_UTF8);
        }
        int codePoint = lead & (0x3F >> count);
        for (int i = 0; i < count; i++) {
            int c = peek();
            if (c == END_OF_LINE || (c & 0xC0) != 0x80) {
                throw new LineFault(FindingCode.NOT_UTF8);
            }
            codePoint = codePoint << 6 | c & 0x3F;
            position++;
        }
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (codePoint < least || codePoint > Character.MAX_CODE_POINT || surrogate) {
            throw new LineFault(FindingCode.NOT_UTF8);
        }
        return codePoint;
    }

    /** The next byte of the line, 0 to 255, not consumed; {@link #END_OF_LINE} at a line feed or the end of the file. */
    private int peek() throws IOException {
        if (position == end && !fill()) {
            return END_OF_LINE;
        }
        byte b = buffer[position];
        return b == '\n' ? END_OF_LINE : b & 0xFF;
    }

    /** Goes on to the next bytes; false if the file ended. */
    private boolean fill() throws IOException {
        if (!skipping && tooLong()) {
            throw new LineFault(FindingCode.LINE_TOO_LONG);
        }
        flushFingerprint();
        flushCapture();
        Bytes next = source.next();
        bytesBeforeBuffer += position - start;
        buffer = next == null ? NOTHING : next.array();
        start = next == null ? 0 : next.from();
        position = start;
        end = next == null ? 0 : next.to();
        hashFrom = hashFrom == NO_RANGE ? NO_RANGE : start;
        captureFrom = captureFrom == NO_RANGE ? NO_RANGE : start;
        return next != null;
    }
}
