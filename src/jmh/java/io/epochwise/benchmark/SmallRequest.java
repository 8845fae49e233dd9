package io.epochwise.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A request whose head and body are sent in one piece. */
final class SmallRequest {
    private static final Path EXAMPLE = Path.of("src/main/resources/openapi/examples/estimateTraining.request.json");

    private final byte[] bytes;

    private SmallRequest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The documented example of a training estimate. */
    static SmallRequest estimate() throws IOException {
        return post("/v1/estimates/training");
    }

    /** The same body, to be answered by so many bytes. */
    static SmallRequest echo(int answerBytes) throws IOException {
        return post("/baseline/echo?bytes=" + answerBytes);
    }

    private static SmallRequest post(String path) throws IOException {
        byte[] body = Files.readAllBytes(EXAMPLE);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(Connection.head(path, "application/json", body.length));
        request.write(body);
        return new SmallRequest(request.toByteArray());
    }

    /** As it is sent, for one thread to use again and again. */
    ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
