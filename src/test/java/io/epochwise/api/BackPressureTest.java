package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class BackPressureTest {
    private static final long OFFERED = 256L * 1024 * 1024;
    private static final long TAKEN_AT_MOST = 32L * 1024 * 1024;
    private static final int IDLE_ROUNDS = 100;

    @Test
    void aReaderThatPausesMakesTheClientPause() throws Exception {
        try (SocketChannel client = SocketChannel.open(new InetSocketAddress("localhost", RestAssured.port))) {
            client.write(ByteBuffer.wrap(("POST /test/held HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/octet-stream\r\nContent-Length: " + OFFERED + "\r\n\r\n")
                    .getBytes(ISO_8859_1)));
            client.configureBlocking(false);
            assertThat(takenUntilTheServerStopsTaking(client)).isLessThan(TAKEN_AT_MOST);
        } finally {
            ProbeResource.HELD.countDown();
        }
    }

    private static long takenUntilTheServerStopsTaking(SocketChannel client) throws IOException, InterruptedException {
        ByteBuffer zeros = ByteBuffer.allocate(64 * 1024);
        long taken = 0;
        for (int idle = 0; idle < IDLE_ROUNDS && taken < OFFERED; ) {
            zeros.clear();
            int written = client.write(zeros);
            taken += written;
            idle = written == 0 ? idle + 1 : 0;
            if (written == 0) {
                Thread.sleep(10);
            }
        }
        return taken;
    }
}
