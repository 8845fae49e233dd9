package io.epochwise.api;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A request that no decent client would send. */
final class RawRequest implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    RawRequest(String sent) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Goes on sending. */
    void send(String more) throws IOException {
        socket.getOutputStream().write(more.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** What comes back at first, a few kilobytes at most. */
    String answer() throws IOException {
        byte[] start = new byte[4096];
        int length = 0;
        while (length < start.length && !new String(start, 0, length, ISO_8859_1).contains("}")) {
            int read;
            try {
                read = socket.getInputStream().read(start, length, start.length - length);
            } catch (java.net.SocketTimeoutException e) {
                break;
            }
            if (read < 0) {
                break;
            }
            length += read;
        }
        return new String(start, 0, length, ISO_8859_1);
    }

    /** Hangs up, at once and without a farewell. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
