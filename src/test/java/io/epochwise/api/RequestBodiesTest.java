package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Uploads.chunked;
import static io.epochwise.api.Uploads.gzip;
import static io.epochwise.api.Uploads.whole;
import static io.epochwise.api.Uploads.zstd;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class RequestBodiesTest {
    private static final String NOTICED = "a client stopped before the end of its body";
    private static final byte[] JSON = "{\"count\":1}".getBytes(UTF_8);
    private static final int MIB = 1024 * 1024;

    private static HttpResponse<String> echo(BodyPublisher body, String... headers) throws Exception {
        return Uploads.post("/test/echo", "application/json", body, headers);
    }

    private static HttpResponse<String> upload(BodyPublisher body, String... headers) throws Exception {
        return Uploads.post("/test/upload", "application/jsonl", body, headers);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String part) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(part);
    }

    @Test
    void jsonMayBeCompressed() throws Exception {
        assertThat(echo(whole(gzip(JSON)), "Content-Encoding", "gzip").body()).isEqualTo("{\"count\":1}");
        assertThat(echo(whole(zstd(JSON)), "Content-Encoding", "zstd").body()).isEqualTo("{\"count\":1}");
        assertThat(echo(whole(JSON), "Content-Encoding", "identity").body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void uploadsMayBeCompressed() throws Exception {
        byte[] noise = new byte[3 * MIB];
        new Random(1).nextBytes(noise);
        assertThat(upload(whole(noise)).body()).isEqualTo("{\"bytes\":3145728}");
        assertThat(upload(chunked(gzip(noise)), "Content-Encoding", "gzip").body())
                .isEqualTo("{\"bytes\":3145728}");
        assertThat(upload(chunked(zstd(noise)), "Content-Encoding", "zstd").body())
                .isEqualTo("{\"bytes\":3145728}");
    }

    @Test
    void everyMemberOfAGzipUploadCountsHoweverSlowlyItComes() throws Exception {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 50; i++) {
            members.writeBytes(gzip(new byte[1000]));
        }
        assertThat(upload(chunked(members.toByteArray()), "Content-Encoding", "gzip")
                        .body())
                .isEqualTo("{\"bytes\":50000}");
        byte[] first = Arrays.copyOf(members.toByteArray(), members.size() / 50);
        String head = "POST /test/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = Integer.toHexString(first.length) + "\r\n" + new String(first, ISO_8859_1) + "\r\n";
        try (RawRequest request = new RawRequest(head + chunk)) {
            Thread.sleep(300);
            request.send(chunk + "0\r\n\r\n");
            assertThat(request.answer()).contains("{\"bytes\":2000}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, zstd", "compress", "nonsense"})
    void anEncodingThatIsNotAcceptedIsRefusedWithTheOnesThatAre(String encoding) throws Exception {
        for (HttpResponse<String> answer : List.of(
                echo(whole(JSON), "Content-Encoding", encoding), upload(whole(JSON), "Content-Encoding", encoding))) {
            assertProblem(answer, 415, "/problems/unsupported-encoding");
            assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip, zstd, identity");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void brokenCompressionIsAProblemOfTheCaller(String encoding) throws Exception {
        byte[] noise = new byte[2 * MIB];
        new Random(2).nextBytes(noise);
        byte[] good = encoding.equals("gzip") ? gzip(noise) : zstd(noise);
        byte[] flipped = good.clone();
        for (int i = good.length / 2; i < good.length / 2 + 64; i++) {
            flipped[i] ^= 0x55;
        }
        String broken = "the body is no complete " + encoding + " data";
        assertProblem(upload(whole(Arrays.copyOf(good, good.length / 2)), "Content-Encoding", encoding), 400, broken);
        assertProblem(upload(whole(Arrays.copyOf(good, good.length - 2)), "Content-Encoding", encoding), 400, broken);
        assertProblem(upload(whole(flipped), "Content-Encoding", encoding), 400, broken);
        assertProblem(upload(whole(noise), "Content-Encoding", encoding), 400, broken);
        assertProblem(echo(whole(JSON), "Content-Encoding", encoding), 400, broken);
    }

    @Test
    void aBodyThatExpandsBeyondReasonIsRefused() throws Exception {
        byte[] bomb = Uploads.gzipZeros(200L * MIB);
        assertProblem(upload(whole(bomb), "Content-Encoding", "gzip"), 413, "500 times");
        assertProblem(echo(whole(bomb), "Content-Encoding", "gzip"), 400, "malformed JSON");
    }

    @Test
    void aJsonBodyBeyondTheLimitIsRefusedWhetherAnnouncedOrNot() throws Exception {
        byte[] blanks = new byte[40 * MIB];
        Arrays.fill(blanks, (byte) ' ');
        assertProblem(echo(chunked(blanks)), 413, "33554432 bytes");
        assertProblem(echo(whole(gzip(blanks)), "Content-Encoding", "gzip"), 413, "33554432 bytes");
        assertProblem(echo(whole(blanks)), 413, "33554432 bytes");
        assertThat(echo(whole(JSON)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusalDoesNotWaitForTheRestOfAnEndlessBody() throws Exception {
        String head = "POST /test/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: ";
        for (String length : List.of("33554433", "999999999999", "9223372036854775807")) {
            try (RawRequest request = new RawRequest(head + length + "\r\n\r\n{")) {
                assertThat(request.answer()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
            }
        }
    }

    @Test
    void anUploadOfAnySizeIsCountedToItsEnd() throws Exception {
        assertThat(upload(Uploads.chunkedZeros(300L * MIB)).body()).isEqualTo("{\"bytes\":314572800}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "upload"})
    void aClientThatStopsHalfWayDisturbsNobody(String path) throws Exception {
        String type = path.equals("echo") ? "application/json" : "application/jsonl";
        try (LoggedLines log = new LoggedLines()) {
            String head = "POST /test/" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                    + "\r\nContent-Length: 1000\r\n\r\n";
            // Who hangs up before the server began to read is never noticed, so a busy machine gets more time.
            for (int pause = 300; pause < 20_000 && !log.has(NOTICED); pause *= 3) {
                try (RawRequest request = new RawRequest(head)) {
                    request.send("{\"name\":\"secret-word");
                    Thread.sleep(pause);
                }
                Thread.sleep(pause);
            }
            assertThat(log.has(NOTICED)).isTrue();
            RestAssured.get("/test/today").then().statusCode(200);
            log.assertNever("secret");
            log.assertNever("\tat ");
            log.assertNever("request failed");
        }
    }
}
