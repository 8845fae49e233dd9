package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A dataset that is sent over and over as one long body, made while it is sent. Its lines are numbered, so that no two of
 * them are the same.
 */
final class Upload {
    private static final int DIGITS = 8;
    private static final int SHOWN_OF_ANSWER = 500;

    private final ByteBuffer block;
    private final List<Integer> numbers = new ArrayList<>();
    private final int blocks;

    /**
     * @param dataset its name
     * @param bytes how long it should be at least
     */
    Upload(String dataset, long bytes) {
        byte[] lines = Datasets.of(dataset);
        block = ByteBuffer.allocateDirect(lines.length).put(lines);
        blocks = (int) ((bytes + lines.length - 1) / lines.length);
        int digits = Datasets.NUMBERED.indexOf("0".repeat(DIGITS));
        for (int line = 0; line < lines.length; ) {
            numbers.add(line + digits);
            while (lines[line] != '\n') {
                line++;
            }
            line++;
        }
    }

    /** How long it is. */
    long bytes() {
        return (long) block.capacity() * blocks;
    }

    /** Sends it to be profiled; returns the seconds until the answer was there. */
    double profile(Connection connection) throws IOException {
        return send(connection, "/v1/datasets/profile?offering=" + Datasets.OFFERING);
    }

    /** Sends it to be drained; returns the seconds until the answer was there. */
    double drain(Connection connection) throws IOException {
        return send(connection, "/baseline/drain");
    }

    private double send(Connection connection, String path) throws IOException {
        long begin = System.nanoTime();
        connection.send(ByteBuffer.wrap(Connection.head(path, "application/jsonl", bytes())));
        int line = 0;
        for (int sent = 0; sent < blocks; sent++) {
            for (int at : numbers) {
                block.put(at, String.format("%08d", line++).getBytes(ISO_8859_1));
            }
            connection.send(block.clear());
        }
        connection.receive();
        double seconds = (System.nanoTime() - begin) / 1e9;
        check(connection.body(), line);
        return seconds;
    }

    private void check(String answer, int lines) {
        String profile = String.format("\"bytes\":%d,\"lines\":%d,\"blankLines\":0,\"examples\":%2$d,", bytes(), lines);
        if (!answer.equals(Long.toString(bytes())) && !answer.contains(profile)) {
            throw new IllegalStateException("sent " + bytes() + " bytes, but the answer is "
                    + answer.substring(0, Math.min(answer.length(), SHOWN_OF_ANSWER)));
        }
    }
}
