package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
class DatasetsTest {
    private static final String PROFILE = "/v1/datasets/profile";
    private static final String MERGE = "/v1/datasets/profiles/merge";
    private static final String FINDINGS = "findings.find { it.code == '%s' }.";
    private static final String LINE = "{\"messages\":[{\"role\":\"user\",\"content\":\"tiktoken is great!\"},"
            + "{\"role\":\"assistant\",\"content\":\"tiktoken is great!\"}]}";

    /** Bodies go out as they are, without a charset added to their type. */
    private static final RestAssuredConfig AS_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static byte[] sample() throws Exception {
        return Files.readAllBytes(Path.of("samples/invoices-and-charts.jsonl"));
    }

    private static ValidatableResponse profile(RequestSpecification request, byte[] body) {
        return request.config(AS_IS)
                .contentType("application/octet-stream")
                .queryParam("asOf", "2026-11-23")
                .body(body)
                .post(PROFILE)
                .then();
    }

    private static String profileOf(byte[] body) {
        return profile(right().queryParam("offering", "openai/gpt-4o"), body)
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse profile(String text) {
        return profile(right(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSampleIsWhatItsTableSays() throws Exception {
        JsonPath expected = JsonPath.from(
                Path.of("samples/invoices-and-charts.expected.json").toFile());
        JsonPath profile = JsonPath.from(profileOf(sample()));
        for (String fact : List.of(
                "bytes",
                "lines",
                "examples",
                "messages.system",
                "messages.user",
                "messages.assistant",
                "images.count",
                "images.examplesWithImages",
                "images.maxPerExample",
                "images.bytes",
                "images.byFormat",
                "images.bySource",
                "images.unresolved",
                "images.unresolvedByDetail")) {
            assertThat(profile.<Object>get(fact)).as(fact).isEqualTo(expected.get(fact));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aCompressedFileHasTheProfileOfThePlainOne(String encoding) throws Exception {
        byte[] plain = sample();
        byte[] compressed = encoding.equals("gzip") ? Uploads.gzip(plain) : Uploads.zstd(plain);
        String profile = profile(
                        right().queryParam("offering", "openai/gpt-4o").header("Content-Encoding", encoding),
                        compressed)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(profile).isEqualTo(profileOf(plain));
    }

    @Test
    void aCompressedFileThatBreaksOffNamesTheLineItBreaksOffIn() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(LINE.replace("great", "great " + i)).append('\n');
        }
        byte[] whole = Uploads.gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        ValidatableResponse answer =
                profile(wrong().header("Content-Encoding", "gzip"), Arrays.copyOf(whole, whole.length / 2));
        answer.statusCode(400).contentType(Problem.MEDIA_TYPE).body("detail", containsString("gzip"));
        assertThat(answer.extract().<Integer>path("line")).isBetween(1000, 19_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jsonl", "application/x-ndjson", "application/octet-stream"})
    void everyDocumentedTypeIsTaken(String type) {
        right().config(AS_IS)
                .contentType(type)
                .body(LINE.getBytes(StandardCharsets.UTF_8))
                .post(PROFILE)
                .then()
                .statusCode(200)
                .body("examples", equalTo(1));
    }

    @Test
    void anotherContentTypeIsRefused() {
        wrong().contentType("text/csv")
                .body("a,b")
                .post(PROFILE)
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
        askWrong(PROFILE, LINE).statusCode(415);
        wrong().contentType("application/jsonl")
                .body("[]")
                .post(MERGE)
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkDoNotDisturbTheCounts() {
        ValidatableResponse unix = profile(LINE + "\n" + LINE.replace("great", "good") + "\n");
        ValidatableResponse windows = profile("\ufeff" + LINE + "\r\n" + LINE.replace("great", "good") + "\r\n");
        unix.body("findings.code", contains("MISSING_SYSTEM_MESSAGE"));
        windows.body("examples", equalTo(2))
                .body("text", equalTo(unix.extract().path("text")))
                .body(FINDINGS.formatted("BYTE_ORDER_MARK") + "firstLines", contains(1))
                .body(FINDINGS.formatted("CRLF_LINE_ENDING") + "count", equalTo(2));
    }

    @Test
    void brokenLinesAreReportedByLineAndCountNowhere() {
        profile(LINE + "\n{\"messages\" []}\n\n[1]\n{}\n" + LINE.replace("great", "good") + "\n{\"messages\":[")
                .statusCode(200)
                .body("lines", equalTo(7))
                .body("blankLines", equalTo(1))
                .body("examples", equalTo(2))
                .body("invalidExamples", equalTo(4))
                .body("text.tokens.total", equalTo(24))
                .body(FINDINGS.formatted("INVALID_JSON") + "firstLines", contains(2))
                .body(FINDINGS.formatted("BLANK_LINE") + "firstLines", contains(3))
                .body(FINDINGS.formatted("NOT_AN_OBJECT") + "firstLines", contains(4))
                .body(FINDINGS.formatted("MISSING_MESSAGES") + "firstLines", contains(5))
                .body(FINDINGS.formatted("TRUNCATED_JSON") + "firstLines", contains(7));
    }

    @Test
    void everyDefectOfTheSampleLeavesAProfileWithoutContent() throws Exception {
        String profile = profileOf(Files.readAllBytes(Path.of("samples/every-defect.jsonl")));
        assertThat(JsonPath.from(profile).getInt("lines")).isEqualTo(68);
        assertThat(JsonPath.from(profile).getList("findings.code"))
                .contains("NOT_UTF8", "DUPLICATE_KEY", "TRUNCATED_JSON", "ABSURD_DIMENSION");
        assertThat(profile).doesNotContain("example.com");
    }

    @Test
    void anEmptyFileIsAProfileWithAFinding() {
        profile(wrong(), new byte[0])
                .statusCode(200)
                .body("examples", equalTo(0))
                .body("findings.code", contains("NO_EXAMPLES"));
    }

    @Test
    void aSizeForImagesByUrlTurnsTheirRangeIntoANumber() throws Exception {
        JsonPath open = JsonPath.from(profileOf(sample()));
        JsonPath sized = profile(
                        right().queryParam("offering", "openai/gpt-4o").queryParam("imageSize", "1275x1650"), sample())
                .extract()
                .jsonPath();
        assertThat(open.getInt("images.unresolved")).isEqualTo(1);
        assertThat(sized.getInt("images.unresolved")).isZero();
        assertThat(sized.getList("images.sizes.width", Integer.class)).contains(1275);
        wrong().contentType("application/jsonl")
                .queryParam("imageSize", "1275 x 1650")
                .body(LINE)
                .post(PROFILE)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("imageSize"));
    }

    @Test
    void eachOfferingAskedForMakesItsOwnOfTheFile() throws Exception {
        profile(right().queryParam("offering", "azure/gpt-4o", "openai/gpt-4.1-mini-2025-04-14"), sample())
                .statusCode(200)
                .body("offerings.offering", contains("azure/gpt-4o-2024-08-06", "openai/gpt-4.1-mini-2025-04-14"))
                .body("offerings.findings.flatten().code", hasItem("IMAGES_NOT_TRAINABLE"));
    }

    @Test
    void anUnknownOfferingIsAProblemThatNamesNearOnes() {
        right().contentType("application/jsonl")
                .queryParam("offering", "openai/gpt-4o", "openai/gpt-4o-mni")
                .body(LINE)
                .post(PROFILE)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("openai/gpt-4o-mini"));
    }

    @Test
    void mergedProfilesAreTheProfileOfTheWhole() throws Exception {
        byte[] whole = sample();
        int cut = 0;
        for (int line = 0; line < 5; cut++) {
            line += whole[cut] == '\n' ? 1 : 0;
        }
        String head = profileOf(Arrays.copyOf(whole, cut));
        String tail = profileOf(Arrays.copyOfRange(whole, cut, whole.length));
        String merged = ask(MERGE, "[" + head + "," + tail + "]")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(merged).isEqualTo(profileOf(whole));
        assertThat(JsonPath.from(ask(MERGE, "[" + merged + "]").extract().asString())
                        .<Map<?, ?>>get("$"))
                .isEqualTo(JsonPath.from(merged).get("$"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'examples':1 | 'examples':-1 | [1].examples",
                "'examples':1 | 'examples':'1' | [1].examples",
                "'examples':1 | 'examples':1,'exampels':1 | [1].exampels",
                "'blankLines':0 | 'blankLines':-5 | [1].blankLines",
                "profile/1 | profile/2 | [1].schema",
                "'offerings':[] | 'offerings':null | [1].offerings"
            })
    void aWrongProfileIsNamedByItsPlaceAndField(String part, String otherPart, String field) {
        String good = profile(LINE).extract().asString();
        String bad = good.replace(part.replace('\'', '"'), otherPart.replace('\'', '"'));
        assertThat(bad).isNotEqualTo(good);
        askWrong(MERGE, "[" + good + "," + bad + "]").statusCode(400).body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "null", "{}", "[1]", ""})
    void aMergeOfNothingIsRefused(String body) {
        askWrong(MERGE, body).statusCode(400).body("type", equalTo("/problems/invalid-input"));
    }
}
