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
    private static final int MOST_ANSWER_BYTES = 1 << 22;
    private static final int SHOWN_OF_FAILURE = 500;
    private static final int FIRST_DIGIT_OF_STATUS = "HTTP/1.1 ".length();
    private static final int IN_CHUNKS = -1;
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(MOST_ANSWER_BYTES);
    private int bodyBegin;
    private int bodyLength;

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
     * Waits for the answer and returns the length of its body, the marks of chunks included if it is in chunks.
     *
     * @throws IOException if it does not say 200
     */
    int receive() throws IOException {
        answer.clear();
        bodyBegin = 0;
        while (!isComplete()) {
            if (channel.read(answer) < 0) {
                throw new EOFException("the server hung up");
            }
            if (bodyBegin == 0) {
                readHead();
            }
        }
        if (answer.get(FIRST_DIGIT_OF_STATUS) != '2') {
            throw new IOException("the server answered " + text(0, Math.min(answer.position(), SHOWN_OF_FAILURE)));
        }
        return answer.position() - bodyBegin;
    }

    /** The body of the last answer as it came, with the marks of chunks. */
    String body() {
        return text(bodyBegin, answer.position() - bodyBegin);
    }

    private void readHead() {
        String head = text(0, answer.position());
        int end = head.indexOf(END_OF_HEAD);
        if (end >= 0) {
            bodyBegin = end + END_OF_HEAD.length();
            Matcher length = LENGTH.matcher(head);
            bodyLength = length.find() ? Integer.parseInt(length.group(1)) : IN_CHUNKS;
        }
    }

    private boolean isComplete() {
        if (bodyBegin == 0) {
            return false;
        }
        int length = answer.position() - bodyBegin;
        return bodyLength == IN_CHUNKS
                ? length >= LAST_CHUNK.length()
                        && text(answer.position() - LAST_CHUNK.length(), LAST_CHUNK.length())
                                .equals(LAST_CHUNK)
                : length >= bodyLength;
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
