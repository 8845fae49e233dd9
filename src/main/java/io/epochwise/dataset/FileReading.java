package io.epochwise.dataset;

import io.epochwise.token.text.Encoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Reads one file. Lines that lie within a block may be counted by other threads, block by block, and are added up in the order of the
 * file; a line that goes on beyond its block is read here, as it comes. Memory is a few blocks and what was counted of them.
 */
final class FileReading {
    /**
     * Lines are shared if one ends in the last eighth of a block. Longer ones are images for the most part: reading them costs little more
     * than looking for their ends.
     */
    private static final int LOOK_BACK = 8;

    private final Supplier<ProfileAccumulator> sums;
    private final List<Encoding> encodings;
    private final ProfileLimits limits;
    private final ImageSize urlImages;
    private final Sharing sharing;
    private final Blocks blocks;
    private final Reader reader;
    private final Deque<Part> parts = new ArrayDeque<>();
    private ProfileAccumulator sum;
    /** What was read here since the last part. */
    private ProfileAccumulator open;

    /** Lines that are being counted elsewhere, with those that were read here before them. */
    private record Part(FutureTask<ProfileAccumulator> counting, byte[] block) {}

    /**
     * @param sums makes one that has nothing yet
     * @param urlImages the size of images given by URL; null if not known
     */
    FileReading(
            InputStream in,
            Supplier<ProfileAccumulator> sums,
            ProfileLimits limits,
            ImageSize urlImages,
            Sharing sharing) {
        this.sums = sums;
        this.limits = limits;
        this.urlImages = urlImages;
        this.sharing = sharing;
        this.blocks = new Blocks(in, sharing.blockBytes(), sharing.readers());
        this.open = sums.get();
        this.encodings = open.encodings();
        this.reader = new Reader(blocks);
    }

    /**
     * The sum of all lines.
     *
     * @throws UnfinishedDatasetException if reading fails, naming the line
     */
    ProfileAccumulator read() throws UnfinishedDatasetException {
        try {
            if (reader.scanner.skipByteOrderMark()) {
                open.note(FindingCode.BYTE_ORDER_MARK);
            }
            while (reader.scanner.beginLine()) {
                if (!share()) {
                    reader.readLine(open);
                }
            }
        } catch (IOException e) {
            addUp();
            throw new UnfinishedDatasetException(Math.max(1, sum.lines()), e);
        } finally {
            blocks.close();
        }
        addUp();
        sum.addBytes(reader.scanner.bytesRead());
        return sum;
    }

    /** Lets somebody else count the lines from here that end in this block; false if there are none, or nobody. */
    private boolean share() {
        if (sharing.executor() == null || !blocks.full()) {
            return false;
        }
        LineScanner.Bytes lines = reader.scanner.takeLines(Math.max(1, blocks.size() / LOOK_BACK));
        if (lines == null) {
            return false;
        }
        blocks.lend();
        if (parts.size() == sharing.most()) {
            addFirst();
        }
        ProfileAccumulator before = open;
        open = sums.get();
        FutureTask<ProfileAccumulator> counting = new FutureTask<>(() -> countAll(lines, before));
        parts.add(new Part(counting, lines.array()));
        try {
            sharing.executor().execute(counting);
        } catch (RejectedExecutionException e) {
            counting.run();
        }
        return true;
    }

    private void addUp() {
        while (!parts.isEmpty()) {
            addFirst();
        }
        add(open);
    }

    private void addFirst() {
        Part part = parts.remove();
        add(result(part.counting()));
        blocks.giveBack(part.block());
    }

    private static ProfileAccumulator result(FutureTask<ProfileAccumulator> counting) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return counting.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("counting lines", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void add(ProfileAccumulator next) {
        if (sum == null) {
            sum = next;
        } else {
            sum.merge(next);
        }
    }

    private ProfileAccumulator countAll(LineScanner.Bytes lines, ProfileAccumulator before) throws IOException {
        Reader all = new Reader(LineScanner.Source.of(lines));
        while (all.scanner.beginLine()) {
            all.readLine(before);
        }
        return before;
    }

    /** What one thread reads lines with. */
    private final class Reader {
        private final LineScanner scanner;
        private final ExampleReader examples;
        private final Example example;

        private Reader(LineScanner.Source source) {
            scanner = new LineScanner(source, limits);
            examples = new ExampleReader(scanner, encodings, urlImages);
            example = new Example(encodings.size());
        }

        /** Reads the line the scanner has begun. */
        private void readLine(ProfileAccumulator into) throws IOException {
            into.addLine();
            try {
                if (scanner.token() == LineScanner.END_OF_LINE) {
                    scanner.endLine();
                    into.addBlankLine();
                } else {
                    examples.read(example);
                    into.addExample(example);
                }
            } catch (LineFault fault) {
                into.addInvalidExample(scanner.skipLine() ? FindingCode.LINE_TOO_LONG : fault.code());
            }
            if (scanner.endedWithCarriageReturn()) {
                into.note(FindingCode.CRLF_LINE_ENDING);
            }
        }
    }
}
