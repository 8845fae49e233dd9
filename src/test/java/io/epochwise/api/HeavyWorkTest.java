package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is too much at once is refused, and small requests are answered meanwhile. */
@QuarkusTest
@TestProfile(HeavyWorkTest.Small.class)
class HeavyWorkTest {
    private static final String LINE =
            "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n";

    private static final String OVERLOADED = "epochwise_datasets_total{outcome=\"overloaded\"}";
    private static final String REFUSED_UPLOADS = "epochwise_work_total{result=\"refused\",work=\"upload\"}";

    /** An installation that takes on one thing at a time, and lets one more wait. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.work.threads", "1",
                    "epochwise.work.max-uploads", "1",
                    "epochwise.work.max-waiting-decisions", "1",
                    "quarkus.smallrye-openapi.store-schema-directory", "target/openapi-heavy-work");
        }
    }

    @Inject
    HeavyWork work;

    @Test
    void anUploadTooManyIsToldToComeBack() throws IOException {
        Map<String, Double> before = Metrics.read();
        String head = "POST /v1/datasets/profile HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                + "Content-Length: " + 2 * LINE.length() + "\r\n\r\n";
        try (RawRequest slow = new RawRequest(head + LINE)) {
            waitUntilRead();
            right().contentType("application/jsonl")
                    .body(LINE)
                    .post("/v1/datasets/profile")
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("/problems/overloaded"))
                    .body("detail", containsString("as many datasets"));
            ask("/v1/tokens/texts", "{\"encoding\":\"o200k_base\",\"texts\":[\"a b\"]}")
                    .statusCode(200);
            assertThat(Metrics.read())
                    .containsEntry("epochwise_work_running{work=\"upload\"}", 1.0)
                    .containsEntry("epochwise_work_limit{work=\"upload\"}", 1.0)
                    .containsEntry(OVERLOADED, before.get(OVERLOADED) + 1)
                    .hasEntrySatisfying(
                            REFUSED_UPLOADS, refused -> assertThat(refused).isGreaterThan(before.get(REFUSED_UPLOADS)));
            slow.send(LINE);
            assertThat(slow.answer()).startsWith("HTTP/1.1 200");
        }
        right().contentType("application/jsonl")
                .body(LINE)
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200)
                .body("examples", equalTo(1));
    }

    /** Until the server works on the upload: from then on it takes no other. */
    private void waitUntilRead() throws IOException {
        for (int i = 0; i < 1000; i++) {
            try {
                work.upload(() -> "none is being read");
                Thread.sleep(10);
            } catch (OverloadedException e) {
                return;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the upload was not begun");
    }

    @Test
    void aDecisionWaitsItsTurnAndOneTooManyIsToldToComeBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> work.decision(() -> {
            begun.countDown();
            awaitUninterruptibly(end);
            return "first";
        }));
        begun.await();
        Thread second = new Thread(() -> work.decision(() -> "second"));
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        assertThat(Metrics.read())
                .containsEntry("epochwise_work_running{work=\"decision\"}", 1.0)
                .containsEntry("epochwise_work_waiting{work=\"decision\"}", 1.0);
        assertThat(Metrics.changed("epochwise_work", () -> assertThatThrownBy(() -> work.decision(() -> "third"))
                        .isInstanceOf(OverloadedException.class)))
                .isEqualTo(Map.of("epochwise_work_total{result=\"refused\",work=\"decision\"}", 1.0));
        end.countDown();
        assertThat(first.get()).isEqualTo("first");
        second.join();
        assertThat(work.decision(() -> "fourth")).isEqualTo("fourth");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatFailsGivesItsPlaceBack() throws IOException {
        assertThatThrownBy(() -> work.upload(() -> {
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        assertThat(work.upload(() -> "next")).isEqualTo("next");
        assertThatThrownBy(() -> work.decision(() -> {
                    throw new IllegalStateException("wrong");
                }))
                .hasMessage("wrong");
        assertThat(work.decision(() -> "next")).isEqualTo("next");
    }
}
