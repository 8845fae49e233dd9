package io.epochwise.api;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** Sends bodies as they are, and makes compressed ones. */
final class Uploads {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Uploads() {}

    /** Sends a body; {@code headers} are names and values in turn. */
    static HttpResponse<String> post(String path, String type, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .POST(body);
        return CLIENT.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** With its length announced. */
    static BodyPublisher whole(byte[] bytes) {
        return HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    /** In chunks, its length untold. */
    static BodyPublisher chunked(byte[] bytes) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    /** Zeros in chunks, made while they are sent. */
    static BodyPublisher chunkedZeros(long length) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(length));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] gzipZeros(long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            new Zeros(length).transferTo(gzip);
        }
        return out.toByteArray();
    }

    static byte[] zstd(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write(bytes);
        }
        return out.toByteArray();
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int read = (int) Math.min(left, length);
            left -= read;
            java.util.Arrays.fill(target, offset, offset + read, (byte) 0);
            return read == 0 ? -1 : read;
        }
    }
}
