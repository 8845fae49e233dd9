package io.epochwise.dataset;

import static io.epochwise.dataset.Severity.ERROR;
import static io.epochwise.dataset.Severity.INFO;
import static io.epochwise.dataset.Severity.WARNING;

/** What can be found in a dataset. Codes are stable; the texts may improve. */
public enum FindingCode {
    BYTE_ORDER_MARK(WARNING, "The file starts with a byte order mark; some readers take it for content."),
    CRLF_LINE_ENDING(INFO, "The line ends with carriage return and line feed."),
    BLANK_LINE(WARNING, "The line is empty."),
    NO_EXAMPLES(ERROR, "The file has no usable example."),

    NOT_UTF8(ERROR, "The line is not UTF-8; it is not counted."),
    INVALID_JSON(ERROR, "The line is not valid JSON; it is not counted."),
    TRUNCATED_JSON(ERROR, "The line ends in the middle of its JSON; it is not counted."),
    DUPLICATE_KEY(ERROR, "An object of the line has a key twice, so its meaning is unclear; it is not counted."),
    NESTING_TOO_DEEP(ERROR, "The line nests deeper than any example needs; it is not counted."),
    LINE_TOO_LONG(ERROR, "The line is longer than this service reads; it is not counted."),
    TEXT_TOO_LONG(ERROR, "A text of the line is longer than this service reads; it is not counted."),
    EXAMPLE_TOO_LARGE(ERROR, "The line has more images than this service reads; it is not counted."),
    NOT_AN_OBJECT(ERROR, "The line is JSON, but not an object; it is not counted."),
    MISSING_MESSAGES(ERROR, "The line has no list of messages; it is not counted."),
    EMPTY_MESSAGES(ERROR, "The list of messages is empty; the line is not counted."),
    MESSAGE_NOT_AN_OBJECT(ERROR, "A message is not an object; the line is not counted."),

    MISSING_ROLE(ERROR, "A message has no role."),
    UNRECOGNIZED_ROLE(ERROR, "The role of a message is none of system, developer, user, assistant, tool, function."),
    MISSING_CONTENT(ERROR, "A message has neither content nor a call of a tool."),
    INVALID_CONTENT(ERROR, "The content of a message is neither text nor a list of parts."),
    EMPTY_CONTENT(WARNING, "The content of a message is empty."),
    LONE_SURROGATE(WARNING, "A text has half of a surrogate pair; it is counted as the replacement character."),
    UNRECOGNIZED_KEY(WARNING, "The example has a key the chat format does not know."),
    UNKNOWN_PART_TYPE(ERROR, "A part of a message is neither text nor an image."),
    MISSING_ASSISTANT_MESSAGE(ERROR, "The example has no assistant message, so nothing can be learned from it."),
    LAST_MESSAGE_NOT_ASSISTANT(WARNING, "The last message of the example is not the assistant's."),
    MISSING_USER_MESSAGE(WARNING, "The example has no user message."),
    MISSING_SYSTEM_MESSAGE(INFO, "The example has no system message."),
    INVALID_WEIGHT(ERROR, "The weight of a message is neither 0 nor 1."),
    ZERO_WEIGHT(INFO, "A message has weight 0: it is not learned, but its tokens count fully."),
    INVALID_TOOLS(ERROR, "The definitions of tools cannot be read; their tokens are not counted."),
    TEXT_TOKENS_ESTIMATED(
            WARNING, "The model's own tokenizer is not public or not known; its text tokens are an estimate."),
    OVERHEAD_ESTIMATED(
            WARNING, "No source states what the packaging of messages counts; that of like models is taken."),
    TOOL_TOKENS_ESTIMATED(WARNING, "How definitions of tools are counted is not published; their tokens are a range."),
    DUPLICATE_EXAMPLE(WARNING, "The example repeats an earlier one to the letter."),

    IMAGE_WITHOUT_URL(ERROR, "An image has no URL."),
    INVALID_DETAIL(ERROR, "The detail of an image is none of auto, low, high, original; it is counted as auto."),
    UNSUPPORTED_URL(ERROR, "The URL of an image is none of http, https, data, s3, gs."),
    DATA_URL_NOT_BASE64(ERROR, "The data URL of an image is not base64."),
    INVALID_BASE64(ERROR, "The base64 of an image has a wrong character or wrong padding."),
    TRUNCATED_BASE64(ERROR, "The base64 of an image ends too early."),
    EMPTY_IMAGE(ERROR, "An image has no bytes."),
    UNKNOWN_IMAGE_FORMAT(ERROR, "The bytes of an image are of no format this service reads."),
    TRUNCATED_IMAGE(ERROR, "The header of an image is cut off."),
    CORRUPT_IMAGE(ERROR, "The header of an image contradicts its format."),
    ZERO_DIMENSION(ERROR, "An image claims a width or height of zero."),
    ABSURD_DIMENSION(ERROR, "An image claims a width or height that no real image has."),
    MIME_MISMATCH(WARNING, "The declared type of an image is not that of its bytes."),
    ANIMATED_IMAGE(WARNING, "An image is animated; providers take still images."),
    UNRESOLVED_IMAGE(WARNING, "An image is given by URL and its size is not known; its tokens are a range."),

    TOO_FEW_EXAMPLES(ERROR, "The file has fewer examples than the provider demands."),
    TOO_MANY_EXAMPLES(ERROR, "The file has more examples than the provider takes."),
    TOO_MANY_EXAMPLES_WITH_IMAGES(ERROR, "The file has more examples with images than the provider takes."),
    TOO_MANY_IMAGES(ERROR, "An example has more images than the provider takes."),
    IMAGE_TOO_LARGE(ERROR, "An image has more bytes than the provider takes."),
    IMAGE_FORMAT_NOT_TAKEN(ERROR, "The provider does not take images of this format in training."),
    IMAGE_COLOR_MODE_NOT_TAKEN(ERROR, "The provider does not take images of this color mode in training."),
    IMAGE_ROLE_NOT_TAKEN(ERROR, "The provider does not take images in messages of this role."),
    IMAGE_SOURCE_NOT_TAKEN(ERROR, "The provider does not take images from this kind of source."),
    IMAGE_REJECTED(ERROR, "The provider's rule rejects an image of this size or detail; it is not counted."),
    IMAGE_TOKENS_DISPUTED(WARNING, "Sources differ on the tokens of an image; low and high hold the readings."),
    IMAGE_RULE_IN_DOUBT(
            WARNING, "The rule for the tokens of images is assumed, unverified or disputed for this model."),
    IMAGES_NOT_TRAINABLE(ERROR, "The model cannot be tuned on images."),
    NO_IMAGE_RULE(ERROR, "No rule for the tokens of images is known for the model on this date."),
    NOT_TUNABLE(ERROR, "The model cannot be fine-tuned."),
    FILE_TOO_LARGE(ERROR, "The file has more bytes than the provider takes."),
    EXAMPLE_OVER_CONTEXT(WARNING, "The example is longer than the training context; the provider cuts its end.");

    private final Severity severity;
    private final String message;

    FindingCode(Severity severity, String message) {
        this.severity = severity;
        this.message = message;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** Whether it is told by sums over the file and not by any line. */
    boolean concernsWholeFile() {
        return switch (this) {
            case NO_EXAMPLES,
                    DUPLICATE_EXAMPLE,
                    TOO_FEW_EXAMPLES,
                    TOO_MANY_EXAMPLES,
                    TOO_MANY_EXAMPLES_WITH_IMAGES,
                    FILE_TOO_LARGE,
                    NOT_TUNABLE,
                    TEXT_TOKENS_ESTIMATED,
                    NO_IMAGE_RULE -> true;
            default -> false;
        };
    }

    /** What it means, in a sentence fit for the dataset's owner. */
    public String message() {
        return message;
    }
}
