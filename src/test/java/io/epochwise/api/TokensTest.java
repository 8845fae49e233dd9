package io.epochwise.api;

import io.epochwise.api.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.wrong;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class TokensTest {
    private static final String IMAGES = "/v1/tokens/images";
    private static final String TEXTS = "/v1/tokens/texts";
    private static final String MESSAGES = "/v1/tokens/messages";

    @Test
    void imagesAreCountedOneByOneAndTogether() {
        ask(IMAGES, """
                        {"offering": "openai/gpt-4o", "asOf": "2026-11-23",
                         "images": [{"width": 1024, "height": 1024, "detail": "high"},
                                    {"width": 2048, "height": 4096, "detail": "high"},
                                    {"width": 4096, "height": 8192, "detail": "low"},
                                    {"width": 1, "height": 1}]}
                        """)
                .statusCode(200)
                .body("offering", equalTo("openai/gpt-4o-2024-08-06"))
                .body("rule.id", equalTo("openai-tile-512"))
                .body("images.tokens", contains(765, 1105, 85, 255))
                .body("images[3].detail", equalTo("auto"))
                .body("total.expected", equalTo(2210));
    }

    @Test
    void imagesForAModelWithoutARuleHaveNoTokensAndSayWhy() {
        ask(IMAGES, "{\"offering\":\"openai/gpt-3.5-turbo\",\"images\":[{\"width\":10,\"height\":10}]}")
                .statusCode(200)
                .body("total", nullValue())
                .body("images[0].tokens", nullValue())
                .body("images[0].rejected", notNullValue())
                .body("warnings.code", hasItem("NO_IMAGE_RULE"));
    }

    @Test
    void textsAreCountedByOfferingOrEncoding() {
        ask(TEXTS, "{\"encoding\":\"cl100k_base\",\"texts\":[\"tiktoken is great!\",\"\"]}")
                .body("encoding", equalTo("cl100k_base"))
                .body("exact", equalTo(true))
                .body("counts", contains(6, 0))
                .body("total.high", equalTo(6));
        ask(TEXTS, "{\"offering\":\"openai/gpt-4o\",\"asOf\":\"2026-11-23\",\"texts\":[\"tiktoken is great!\"]}")
                .body("encoding", equalTo("o200k_base"))
                .body("counts", contains(6));
    }

    @Test
    void textsForAModelOfUnknownEncodingHaveARange() {
        ask(TEXTS, "{\"offering\":\"azure/gpt-oss-20b\",\"texts\":[\"Grüße aus München, こんにちは\"]}")
                .body("exact", equalTo(false))
                .body("total.low", notNullValue());
    }

    @Test
    void messagesAreCountedWithTheirPackaging() {
        ask(MESSAGES, """
                        {"offering": "openai/gpt-4o", "asOf": "2026-11-23", "messages": [
                          {"role": "user", "content": [
                            {"type": "text", "text": "tiktoken is great!"},
                            {"type": "image_url",
                             "image_url": {"url": "https://example.com/a.png", "width": 1024, "height": 1024, "detail": "high"}}]}]}
                        """)
                .body("textTokens", equalTo(6))
                .body("imageTokens", equalTo(765))
                .body("overheadTokens", equalTo(7))
                .body("total.expected", equalTo(778));
    }

    @Test
    void anImageOfUnknownSizeIsARangeBecauseNothingIsFetched() {
        ask(MESSAGES, """
                        {"offering": "openai/gpt-4o", "asOf": "2026-11-23", "messages": [
                          {"role": "user", "content": [
                            {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}]}]}
                        """)
                .body("images[0].low", equalTo(255))
                .body("images[0].high", equalTo(1445))
                .body("warnings.code", contains("UNRESOLVED_IMAGE"));
    }

    @Test
    void toolsAreAnEstimate() {
        ask(MESSAGES, """
                        {"offering": "openai/gpt-4o", "messages": [{"role": "user", "content": "What is the weather?"}],
                         "tools": [{"type": "function", "function": {"name": "weather", "description": "Of a city",
                           "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]}
                        """)
                .body("toolTokens.expected", notNullValue())
                .body("warnings.code", contains("TOOL_TOKENS_ESTIMATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {IMAGES, TEXTS, MESSAGES})
    void anUnknownOfferingIsAProblemThatNamesNearOnes(String path) {
        askWrong(path, """
                        {"offering": "openai/gpt4o", %s}
                        """.formatted(
                                path.equals(IMAGES)
                                        ? "\"images\": [{\"width\": 1, \"height\": 1}]"
                                        : path.equals(TEXTS)
                                                ? "\"texts\": [\"a\"]"
                                                : "\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]"))
                .statusCode(404)
                .body("detail", containsString("openai/gpt-4o"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                IMAGES + " | {} | offering",
                IMAGES + " | {'offering':'openai/gpt-4o'} | images",
                IMAGES + " | {'offering':'openai/gpt-4o','images':[]} | images",
                IMAGES + " | {'offering':'openai/gpt-4o','images':[null]} | images[0]",
                IMAGES
                        + " | {'offering':'openai/gpt-4o','images':[{'width':1,'height':1},{'width':0,'height':1}]} | images[1].width",
                IMAGES + " | {'offering':'openai/gpt-4o','images':[{'width':1}]} | images[0].height",
                IMAGES + " | {'offering':'openai/gpt-4o','images':[{'width':1,'height':1000001}]} | images[0].height",
                IMAGES + " | {'offering':'openai/gpt-4o','images':[{'width':1.5,'height':1}]} | images[0].width",
                IMAGES
                        + " | {'offering':'openai/gpt-4o','images':[{'width':1,'height':1,'detail':'medium'}]} | images[0].detail",
                IMAGES
                        + " | {'offering':'openai/gpt-4o','images':[{'width':1,'height':1,'depth':1}]} | images[0].depth",
                IMAGES + " | {'offering':'openai/gpt-4o','images':[{'width':1,'height':1}],'asOf':'today'} | asOf",
                TEXTS + " | {'texts':['a']} | offering",
                TEXTS + " | {'offering':'openai/gpt-4o','encoding':'o200k_base','texts':['a']} | offering",
                TEXTS + " | {'encoding':'o300k','texts':['a']} | encoding",
                TEXTS + " | {'encoding':'o200k_base','texts':[]} | texts",
                TEXTS + " | {'encoding':'o200k_base','texts':['a',null]} | texts[1]",
                TEXTS + " | {'encoding':'o200k_base','texts':['a',1]} | texts[1]",
                TEXTS + " | {'encoding':'o200k_base','text':['a']} | text",
                MESSAGES + " | {'messages':[]} | offering",
                MESSAGES + " | {'offering':'openai/gpt-4o'} | messages",
                MESSAGES + " | {'offering':'openai/gpt-4o','messages':[]} | messages",
                MESSAGES
                        + " | {'offering':'openai/gpt-4o','messages':[{'role':'robot','content':'a'}]} | messages[0].role",
                MESSAGES + " | {'offering':'openai/gpt-4o','messages':[{'role':'user','content':'a'}],'tool':[]} | tool"
            })
    void aWrongFieldIsNamedByItsPath(String path, String body, String field) {
        askWrong(path, body.replace('\'', '"'))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void questionsAreBounded() {
        String image = "{\"width\":1,\"height\":1}";
        String many = String.join(",", Collections.nCopies(10_000, image));
        ask(IMAGES, "{\"offering\":\"openai/gpt-4o\",\"asOf\":\"2026-11-23\",\"images\":[" + many + "]}")
                .statusCode(200)
                .body("total.expected", equalTo(2_550_000));
        askWrong(IMAGES, "{\"offering\":\"openai/gpt-4o\",\"images\":[" + many + "," + image + "]}")
                .statusCode(400)
                .body("violations[0].message", containsString("10000"));
        String texts = String.join(",", Collections.nCopies(10_001, "\"a\""));
        askWrong(TEXTS, "{\"encoding\":\"o200k_base\",\"texts\":[" + texts + "]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("texts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {IMAGES, TEXTS, MESSAGES})
    void anotherContentTypeIsRefused(String path) {
        wrong().contentType(ContentType.XML)
                .body("<a/>")
                .post(path)
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }
}
