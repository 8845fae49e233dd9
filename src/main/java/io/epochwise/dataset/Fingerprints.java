package io.epochwise.dataset;

import io.epochwise.fault.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds examples that repeat, in bounded memory: of all different fingerprints the {@value #MOST} smallest are kept,
 * each with its lines. Up to that many different examples nothing is missed; beyond it the kept ones are a uniform
 * sample, because fingerprints are uniform, and counts are scaled up. Which are kept depends on the set of fingerprints
 * alone, so merging parts gives the same as reading the whole.
 */
final class Fingerprints {
    /** Most different fingerprints kept: more than any provider's limit of examples with images demands to be told. */
    private static final int MOST = 16_384;

    private static final int PRECISION = 48;

    /** Where a fingerprint was seen: the first line, how many later ones, and the first of those. */
    private record Seen(long firstLine, long repeats, long[] repeatLines) {
        private static final long[] NONE = {};

        static Seen on(long line) {
            return new Seen(line, 0, NONE);
        }

        Seen moved(long lines) {
            long[] moved = repeats == 0
                    ? NONE
                    : Arrays.stream(repeatLines).map(line -> line + lines).toArray();
            return new Seen(firstLine + lines, repeats, moved);
        }

        Seen and(Seen later) {
            long[] lines = Arrays.copyOf(repeatLines, repeatLines.length + 1 + later.repeatLines.length);
            lines[repeatLines.length] = later.firstLine;
            System.arraycopy(later.repeatLines, 0, lines, repeatLines.length + 1, later.repeatLines.length);
            return new Seen(
                    firstLine,
                    repeats + 1 + later.repeats,
                    lines.length > Finding.MAX_LINES ? Arrays.copyOf(lines, Finding.MAX_LINES) : lines);
        }
    }

    /** Up to twice as many as stay, so that it is rarely told which those are. */
    private final Map<Long, Seen> kept = new HashMap<>();

    private long greatest = Long.MAX_VALUE;
    private boolean sampled;

    /** Adds the example of a line; lines come in order. */
    void add(long fingerprint, long line) {
        put(fingerprint >>> Long.SIZE - PRECISION, Seen.on(line));
    }

    private void put(long key, Seen seen) {
        if (key <= greatest) {
            kept.merge(key, seen, Seen::and);
            if (kept.size() >= 2 * MOST) {
                trim();
            }
        }
    }

    /** Keeps the smallest, if there are too many. */
    private Map<Long, Seen> trim() {
        if (kept.size() > MOST) {
            long[] keys = kept.keySet().stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(keys);
            greatest = keys[MOST - 1];
            kept.keySet().removeIf(key -> key > greatest);
            sampled = true;
        }
        return kept;
    }

    /** Adds what another part of the file holds, whose lines come after those of this one. */
    void merge(Fingerprints later, long lineOffset) {
        later.trim().forEach((key, seen) -> put(key, seen.moved(lineOffset)));
        sampled |= later.sampled;
    }

    /** Lines that repeat an earlier one: exact, or scaled up from the sample. */
    long repeats(long examples) {
        long repeats = trim().values().stream().mapToLong(Seen::repeats).sum();
        if (!sampled || repeats == 0) {
            return repeats;
        }
        return Math.round((double) repeats / (kept.size() + repeats) * examples);
    }

    /** Whether there were too many different examples to keep them all. */
    boolean sampled() {
        trim();
        return sampled;
    }

    /** The first lines that repeat an earlier one, as far as kept. */
    List<Long> firstLines() {
        return trim().values().stream()
                .flatMapToLong(seen -> Arrays.stream(seen.repeatLines))
                .sorted()
                .limit(Finding.MAX_LINES)
                .boxed()
                .toList();
    }

    /** All that is kept, as base64. */
    String encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(sampled() ? 1 : 0);
        long last = 0;
        for (Map.Entry<Long, Seen> entry : new TreeMap<>(kept).entrySet()) {
            write(out, entry.getKey() - last);
            last = entry.getKey();
            Seen seen = entry.getValue();
            write(out, seen.firstLine);
            write(out, seen.repeats);
            long line = seen.firstLine;
            for (long repeat : seen.repeatLines) {
                write(out, repeat - line);
                line = repeat;
            }
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /**
     * What {@link #encode()} wrote.
     *
     * @param field the field to name in the fault
     * @param lines lines of the file it was written for
     * @param examples usable examples of that file
     * @throws InvalidInputException if it wrote no such text for such a file
     */
    static Fingerprints decode(String field, String text, long lines, long examples) {
        Fingerprints fingerprints = new Fingerprints();
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            int[] at = {1};
            fingerprints.sampled = bytes[0] == 1;
            require(bytes[0] == 0 || bytes[0] == 1);
            long key = 0;
            long counted = 0;
            while (at[0] < bytes.length) {
                long distance = read(bytes, at);
                require(distance > 0 || fingerprints.kept.isEmpty());
                key = Math.addExact(key, distance);
                Seen seen = readSeen(bytes, at, lines);
                counted = Math.addExact(counted, Math.addExact(seen.repeats, 1));
                fingerprints.kept.put(key, seen);
            }
            require(key >>> PRECISION == 0 && fingerprints.kept.size() <= MOST);
            require(
                    fingerprints.sampled
                            ? fingerprints.kept.size() == MOST && counted < examples
                            : counted == examples);
            return fingerprints;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new InvalidInputException(field, "must be what this service wrote");
        }
    }

    private static Seen readSeen(byte[] bytes, int[] at, long lines) {
        long firstLine = read(bytes, at);
        require(firstLine > 0);
        long repeats = read(bytes, at);
        long[] repeatLines = new long[(int) Math.min(repeats, Finding.MAX_LINES)];
        long line = firstLine;
        for (int i = 0; i < repeatLines.length; i++) {
            long distance = read(bytes, at);
            require(distance > 0);
            line = Math.addExact(line, distance);
            repeatLines[i] = line;
        }
        require(line <= lines);
        return new Seen(firstLine, repeats, repeatLines);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("no such fingerprints");
        }
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(byte[] bytes, int[] at) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            byte b = bytes[at[0]++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new ArithmeticException("too large");
    }
}
