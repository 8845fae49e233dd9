package io.epochwise.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A connection to the server that is kept, for one request at a time. It does as little as it can, so that what is
 * measured is the server although both share a machine.
 */
final class Connection implements AutoCloseable {
    private static final int MOST_ANSWER_BYTES = 1 << 18;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(MOST_ANSWER_BYTES);

    Connection(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** The head of a POST request; its body follows. */
    static byte[] head(String path, String type, long bodyBytes) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + bodyBytes + END_OF_HEAD)
                .getBytes(ISO_8859_1);
    }

    /** Sends what the buffer has left. */
    void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Waits for the answer and returns the length of its body.
     *
     * @throws IOException if it does not say 200
     */
    int receive() throws IOException {
        answer.clear();
        int bodyBegin = 0;
        int end = Integer.MAX_VALUE;
        while (answer.position() < end) {
            if (channel.read(answer) < 0) {
                throw new EOFException("the server hung up");
            }
            if (bodyBegin == 0) {
                String head = text(0, answer.position());
                int found = head.indexOf(END_OF_HEAD);
                if (found >= 0) {
                    bodyBegin = found + END_OF_HEAD.length();
                    end = bodyBegin + length(head);
                }
            }
        }
        if (answer.get(9) != '2') {
            throw new IOException("the server answered " + text(0, answer.position()));
        }
        return end - bodyBegin;
    }

    /** The body of the last answer. */
    String body(int length) {
        return text(answer.position() - length, length);
    }

    private static int length(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("an answer that does not tell its length: " + head);
        }
        return Integer.parseInt(length.group(1));
    }

    private String text(int from, int length) {
        byte[] bytes = new byte[length];
        answer.get(from, bytes);
        return new String(bytes, ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
