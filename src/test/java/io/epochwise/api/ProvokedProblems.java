package io.epochwise.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.epochwise.api.problem.Problem;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks an operation wrongly, in each way for which it documents a problem. What is wrong with a question for 400 and 404, and what
 * one needs to be heavy work, is said in {@code api/wrong-questions.json} as the difference from the documented example.
 */
final class ProvokedProblems {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_LARGE = 32 * 1024 * 1024 + 1;
    private static final int EXPANDED = 72 * 1024 * 1024;

    private final HeavyWork work;
    private final JsonNode questions;

    /** Nothing that is known makes an operation fail; a probe does, and the rim answers for all. */
    private final JsonNode failure;

    ProvokedProblems(HeavyWork work) throws IOException {
        this.work = work;
        questions = JSON.readTree(Resources.text("api/wrong-questions.json"));
        failure =
                answer(Contract.wrong().contentType(ContentType.JSON).body("{}").post("/test/fail"), "500");
    }

    /** What the service answers. */
    JsonNode problem(DocumentedOperation operation, String status) throws IOException, InterruptedException {
        return switch (status) {
            case "400", "404" -> {
                assertThat(questions.path(operation.id()).has(status))
                        .as(operation.id() + " has a question for " + status)
                        .isTrue();
                yield answer(ask(operation, status, Contract.wrong()), status);
            }
            case "406" -> answer(ask(operation, status, Contract.wrong().accept("image/png")), status);
            case "413" -> tooLarge(operation);
            case "415" ->
                answer(
                        Contract.wrong()
                                .contentType("text/html")
                                .body("<p>".getBytes(UTF_8))
                                .post(operation.path()),
                        status);
            case "500" -> failure;
            case "503" -> answer(whileBusy(() -> ask(operation, status, Contract.right())), status);
            default -> throw new AssertionError(operation.id() + " documents " + status + ", which nothing provokes");
        };
    }

    private static JsonNode answer(Response answer, String status) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).hasToString(status);
        assertThat(answer.contentType()).startsWith(Problem.MEDIA_TYPE);
        return JSON.readTree(answer.asString());
    }

    /** Asks the documented example, changed as the status needs it. */
    private Response ask(DocumentedOperation operation, String status, RequestSpecification request) {
        JsonNode change = questions.path(operation.id()).path(status);
        operation.parameters(request, change.path("parameters"));
        Iterator<Map.Entry<String, JsonNode>> types =
                operation.requestTypes().properties().iterator();
        if (types.hasNext()) {
            Map.Entry<String, JsonNode> type = types.next();
            JsonNode body = operation.firstExample(type.getValue()).deepCopy();
            change.path("body").properties().forEach(at -> set(body, JsonPointer.compile(at.getKey()), at.getValue()));
            String text = body.isTextual() ? body.textValue() : body.toString();
            request.contentType(type.getKey()).body(text.getBytes(UTF_8));
        }
        return request.request(operation.method(), operation.path());
    }

    private static void set(JsonNode body, JsonPointer at, JsonNode value) {
        JsonNode parent = body.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
    }

    /** More JSON than is taken in; a dataset that is, but only once it is decompressed, since 64 GiB take long to send. */
    private static JsonNode tooLarge(DocumentedOperation operation) throws IOException, InterruptedException {
        boolean dataset = !operation.requestTypes().has("application/json");
        HttpResponse<String> answer = dataset
                ? Uploads.post(
                        operation.path(),
                        "application/jsonl",
                        Uploads.whole(Uploads.gzip(spaces(EXPANDED))),
                        "Content-Encoding",
                        "gzip")
                : Uploads.post(operation.path(), "application/json", Uploads.whole(spaces(TOO_LARGE)));
        assertThat(answer.statusCode()).as(operation.id()).isEqualTo(413);
        return JSON.readTree(answer.body());
    }

    private static byte[] spaces(int length) {
        byte[] spaces = new byte[length];
        Arrays.fill(spaces, (byte) ' ');
        return spaces;
    }

    /** Asks while all places for uploads and decisions are taken. */
    private Response whileBusy(Supplier<Response> question) throws InterruptedException {
        ExecutorService others = Executors.newCachedThreadPool();
        CountDownLatch end = new CountDownLatch(1);
        try {
            fill(others, () -> work.decision(() -> waitFor(end)));
            fill(others, () -> {
                try {
                    work.upload(() -> waitFor(end));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            return question.get();
        } finally {
            end.countDown();
            others.shutdown();
        }
    }

    private static void fill(ExecutorService others, Runnable place) throws InterruptedException {
        AtomicBoolean full = new AtomicBoolean();
        while (!full.get()) {
            others.execute(() -> {
                try {
                    place.run();
                } catch (OverloadedException e) {
                    full.set(true);
                }
            });
            Thread.sleep(1);
        }
    }

    private static boolean waitFor(CountDownLatch end) {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
