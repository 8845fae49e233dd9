package io.epochwise.dataset;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageTokenCountTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** A PNG of one pixel. */
    private static final String PIXEL =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
                    + "DwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static MessageTokenCount count(String offering, String json) {
        return MessageTokenCount.of(
                CATALOG,
                offering,
                json.replace('\'', '"').replace("\n", "").getBytes(StandardCharsets.UTF_8),
                TODAY,
                ProfileLimits.DEFAULT);
    }

    private static String messages(String messages) {
        return "{'messages':[" + messages + "]}";
    }

    private static String withImage(String image) {
        return messages("{'role':'user','content':[{'type':'text','text':'hello world'}," + image + "]}");
    }

    /** Recorded requests (RECORDED in the catalog): 4 a message, and 3 or 2 a request. */
    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "openai/gpt-4o, 7, 11",
        "openai/gpt-4.1, 7, 11",
        "openai/gpt-5, 6, 10",
        "openai/gpt-5.4, 6, 10",
        "openai/o3, 6, 10"
    })
    void messagesHaveTheirOverhead(String offering, long one, long two) {
        MessageTokenCount single = count(offering, messages("{'role':'user','content':'hello world'}"));
        assertThat(single.overheadTokens()).isEqualTo(one);
        assertThat(single.textTokens()).isEqualTo(2);
        assertThat(single.total()).isEqualTo(TokenRange.exactly(2 + one));
        MessageTokenCount pair = count(
                offering,
                messages("{'role':'developer','content':'hello world'},{'role':'user','content':'hello world'}"));
        assertThat(pair.overheadTokens()).isEqualTo(two);
        assertThat(pair.total()).isEqualTo(TokenRange.exactly(4 + two));
        assertThat(pair.warnings()).isEmpty();
    }

    @Test
    void nameCountsAsTextAndOneMore() {
        MessageTokenCount count =
                count("openai/gpt-4o", messages("{'role':'user','name':'hello world','content':'hello world'}"));
        assertThat(count.textTokens()).isEqualTo(4);
        assertThat(count.overheadTokens()).isEqualTo(8);
    }

    /** OA-CB-COUNT: the cookbook's request with a tool, 101 tokens on GPT-4o and 105 on GPT-4. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"openai/gpt-4o, 101", "openai/gpt-4, 105"})
    void toolsAreCountedAsTheCookbookDoesAndSaidToBeAnEstimate(String offering, long expected) {
        String tools = """
                [{'type':'function','function':{'name':'get_current_weather',
                'description':'Get the current weather in a given location',
                'parameters':{'type':'object','properties':{
                'location':{'type':'string','description':'The city and state, e.g. San Francisco, CA'},
                'unit':{'type':'string','description':'The unit of temperature to return',
                'enum':['celsius','fahrenheit']}},'required':['location']}}}]""";
        MessageTokenCount count = count(
                offering,
                "{'messages':[{'role':'system','content':"
                        + "'You are a helpful assistant that can answer to questions about the weather.'},"
                        + "{'role':'user','content':'What\\u0027s the weather like in San Francisco?'}],'tools':"
                        + tools
                        + "}");
        assertThat(count.total()).isEqualTo(new TokenRange(expected - 10, expected, expected + 5));
        assertThat(count.overheadTokens()).isEqualTo(11 + count.toolTokens().expected());
        assertThat(count.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(FindingCode.TOOL_TOKENS_ESTIMATED);
            assertThat(warning.text()).contains("POST /v1/responses/input_tokens");
        });
    }

    @Test
    void imageIsMeasuredInItsDataUrl() {
        MessageTokenCount count = count(
                "openai/gpt-4o", withImage("{'type':'image_url','image_url':{'url':'" + PIXEL + "','detail':'high'}}"));
        assertThat(count.images())
                .containsExactly(new ImageTokenCount.Image(1, 1, Detail.HIGH, 255L, 255L, 255L, null));
        assertThat(count.imageTokens()).isEqualTo(255);
        assertThat(count.total()).isEqualTo(TokenRange.exactly(2 + 7 + 255));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'image_url','image_url':{'width':1024,'height':1024,'detail':'high'}}",
                "{'type':'image_url','image_url':{'url':'https://example.com/a.png','detail':'high'},'width':1024,'height':1024}",
                "{'type':'input_image','image_url':'https://example.com/a.png','detail':'high','width':1024,'height':1024}",
                "{'type':'image','width':1024,'height':1024,'detail':'high'}"
            },
            quoteCharacter = '`')
    void imageMayBeGivenByItsSize(String part) {
        MessageTokenCount count = count("openai/gpt-4o", withImage(part));
        assertThat(count.images())
                .containsExactly(new ImageTokenCount.Image(1024, 1024, Detail.HIGH, 765L, 765L, 765L, null));
        assertThat(count.warnings()).isEmpty();
    }

    @Test
    void imageOfUnknownSizeIsARange() {
        // From one tile to eight (2048 x 768): 85 + 170 a tile.
        MessageTokenCount count = count(
                "openai/gpt-4o", withImage("{'type':'image_url','image_url':{'url':'https://example.com/a.png'}}"));
        assertThat(count.images())
                .containsExactly(new ImageTokenCount.Image(null, null, Detail.AUTO, 850L, 255L, 1445L, null));
        assertThat(count.total()).isEqualTo(new TokenRange(9 + 255, 9 + 850, 9 + 1445));
        assertThat(count.warnings()).extracting(TokenWarning::code).containsExactly(FindingCode.UNRESOLVED_IMAGE);
    }

    @Test
    void imageOfUnknownSizeIsRejectedForItsDetail() {
        MessageTokenCount count = count(
                "openai/gpt-4o",
                withImage("{'type':'image_url','image_url':{'url':'https://example.com/a.png','detail':'original'}}"));
        assertThat(count.images())
                .containsExactly(new ImageTokenCount.Image(
                        null,
                        null,
                        Detail.ORIGINAL,
                        null,
                        null,
                        null,
                        "detail original is not supported by this rule"));
        assertThat(count.total()).isEqualTo(TokenRange.exactly(9));
    }

    @Test
    void disputedImageIsSaidOnceAndImagesAddUp() {
        String image = "{'type':'image','width':2048,'height':2048,'detail':'high'}";
        MessageTokenCount count = count("openai/gpt-5.4", withImage(image + "," + image));
        assertThat(count.imageTokens()).isEqualTo(6000);
        assertThat(count.total()).isEqualTo(new TokenRange(8 + 2 * 1826, 8 + 2 * 3000, 8 + 2 * 3001));
        assertThat(count.warnings()).extracting(TokenWarning::code).containsExactly(FindingCode.IMAGE_TOKENS_DISPUTED);
    }

    @Test
    void whatIsNotStatedIsARangeWithAWarning() {
        // No source says how computer-use-preview counts text or packaging, and its image rule has ended.
        MessageTokenCount count = count(
                "openai/computer-use-preview",
                messages("{'role':'user','content':[{'type':'text','text':'お誕生日おめでとう'},"
                        + "{'type':'image','width':10,'height':10}]}"));
        assertThat(count.textTokens()).isEqualTo(8);
        assertThat(count.total()).isEqualTo(new TokenRange(8, 15, 16));
        assertThat(count.images().get(0).rejected()).contains("no rule");
        assertThat(count.warnings())
                .extracting(TokenWarning::code)
                .containsExactly(
                        FindingCode.TEXT_TOKENS_ESTIMATED, FindingCode.OVERHEAD_ESTIMATED, FindingCode.NO_IMAGE_RULE);
    }

    @Test
    void requestNeedsNoAnswer() {
        assertThat(count("openai/gpt-4o", messages("{'role':'user','content':'hello world','weight':0.5}"))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "messages[1].content[0].image_url.url    | {'type':'image_url','image_url':{'url':'data:image/png;base64,????'}}",
                "messages[1].content[0].image_url.url    | {'type':'image_url','image_url':{'url':'ftp://example.com/a.png'}}",
                "messages[1].content[0].image_url.url    | {'type':'image_url'}",
                "messages[1].content[0].image_url.detail | {'type':'image_url','image_url':{'url':'https://a.b/c','detail':'best'}}",
                "messages[1].content[0].image_url.width  | {'type':'image_url','image_url':{'width':0,'height':1}}",
                "messages[1].content[0].height           | {'type':'image','width':1,'height':1000001}",
                "messages[1].content[0].detail           | {'type':'image','width':1,'height':1,'detail':7}",
                "messages[1].content[0].type             | {'type':'audio'}",
                "messages[1].content[0]                  | 7"
            })
    void wrongPartIsNamedByItsPath(String field, String part) {
        assertThatThrownBy(() -> count(
                        "openai/gpt-4o",
                        messages("{'role':'system','content':'a'},{'role':'user','content':[" + part + "]}")))
                .isInstanceOfSatisfying(InvalidInputException.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::field)
                        .contains(field));
    }

    @Test
    void everyWrongMessageIsNamed() {
        assertThatThrownBy(() -> count(
                        "openai/gpt-4o",
                        "{'messages':[{'content':'a'},{'role':'wizard','content':'a'},{'role':'user'},"
                                + "{'role':'user','content':7}],'tools':[{'type':'function'}]}"))
                .isInstanceOfSatisfying(InvalidInputException.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::field)
                        .containsExactly(
                                "messages[0].role",
                                "messages[1].role",
                                "messages[2].content",
                                "messages[3].content",
                                "tools"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                 | messages: must be a list of messages",
                "{'messages':{}}    | messages: must be a list of messages",
                "{'messages':[]}    | messages: must have a message at least",
                "{'messages':['a']} | messages: must hold nothing but objects"
            })
    void messagesMustBeAListOfObjects(String json, String message) {
        assertThatThrownBy(() -> count("openai/gpt-4o", json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    /** What is only worth a warning, or matters to training alone, must not hide what is wrong behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"{'role':'user','content':''},", "{'role':'user','content':'a','weight':5},"})
    void wrongMessageIsNamedHoweverManyHarmlessOnesComeFirst(String harmless) {
        String many = harmless.repeat(500);
        assertThatThrownBy(() -> count("openai/gpt-4o", messages(many + "{'role':'robot','content':'a'}")))
                .isInstanceOfSatisfying(InvalidInputException.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::field)
                        .containsExactly("messages[500].role"));
    }

    @Test
    void warningIsGivenHoweverManyOthersComeFirst() {
        String many = "{'role':'user','content':''},".repeat(500);
        assertThat(count("openai/gpt-4o", messages(many + "{'role':'user','content':'\\ud83d'}"))
                        .warnings())
                .extracting(TokenWarning::code)
                .contains(FindingCode.EMPTY_CONTENT, FindingCode.LONE_SURROGATE);
    }

    @Test
    void offeringMustBeKnown() {
        assertThatThrownBy(() -> count("openai/gpt-4oo", messages("{'role':'user','content':'a'}")))
                .isInstanceOf(UnknownNameException.class);
    }
}
