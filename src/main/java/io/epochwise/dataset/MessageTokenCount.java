package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.MessageTokens;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.TextEncoding;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encoding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The input tokens of one request in the provider's chat format.
 *
 * @param offering the offering's id
 * @param asOf the day
 * @param textTokens tokens of contents, names, and names and arguments of calls
 * @param imageTokens tokens of images as best known
 * @param overheadTokens tokens of the packaging of messages and of tool definitions, as best known
 * @param toolTokens how many of the overhead tokens are of tool definitions; an estimate
 * @param total all input tokens
 * @param images the images, in order
 * @param warnings what to know about the count
 */
public record MessageTokenCount(
        String offering,
        LocalDate asOf,
        long textTokens,
        long imageTokens,
        long overheadTokens,
        TokenRange toolTokens,
        TokenRange total,
        List<ImageTokenCount.Image> images,
        List<TokenWarning> warnings) {

    /** What does not matter to a request although it matters to a training example. */
    private static final Set<FindingCode> OF_TRAINING_ONLY = EnumSet.of(
            FindingCode.MISSING_ASSISTANT_MESSAGE, FindingCode.LAST_MESSAGE_NOT_ASSISTANT, FindingCode.INVALID_WEIGHT);

    private static final String COUNTING_ENDPOINT =
            "The provider's own counting endpoint is the authority: POST /v1/responses/input_tokens at OpenAI (OA-TOKENS),"
                    + " POST /v1/messages/count_tokens at Anthropic (C-VISION).";

    /**
     * Counts a request.
     *
     * @param json one JSON object with {@code messages} and perhaps {@code tools}, without line feeds
     * @throws io.epochwise.fault.UnknownNameException if the offering is unknown
     * @throws InvalidInputException naming each message or part that is wrong
     */
    public static MessageTokenCount of(
            Catalog catalog, String offeringId, byte[] json, LocalDate asOf, ProfileLimits limits) {
        Offering offering = catalog.require(offeringId);
        List<Encoding> encodings = TextTokenCount.encodings(offering.textEncoding());
        Example example = read(json, encodings, limits);
        refuseFaults(example.issues);

        ImageCounter images = new ImageCounter(offering, asOf);
        example.images.forEach(image -> count(image, images));
        TokenRange text = text(offering.textEncoding(), example, encodings.size());
        TokenRange packaging = packaging(offering.messageTokens(), example);
        TokenRange tools = OfferingCounter.toolTokens(offering.messageTokens(), encodings.get(0), example.tools);
        return new MessageTokenCount(
                offering.id(),
                asOf,
                text.expected(),
                images.total().expected(),
                packaging.expected() + tools.expected(),
                tools,
                text.plus(packaging).plus(tools).plus(images.total()),
                images.images(),
                warnings(offering, example, images));
    }

    private static TokenRange text(TextEncoding fact, Example example, int encodings) {
        return fact != null && fact.ratio() != null
                ? fact.tokens(example.textTokens(0))
                : TextTokenCount.spanning(IntStream.range(0, encodings)
                        .mapToLong(example::textTokens)
                        .toArray());
    }

    private static Example read(byte[] json, List<Encoding> encodings, ProfileLimits limits) {
        Example example = new Example(encodings.size());
        try {
            LineScanner scanner =
                    new LineScanner(LineScanner.Source.of(new LineScanner.Bytes(json, 0, json.length)), limits);
            scanner.beginLine();
            new ExampleReader(scanner, encodings, null).read(example);
        } catch (LineFault fault) {
            throw new InvalidInputException("messages", words(fault.code()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        return example;
    }

    /** A finding's text speaks of lines of a file where a request has none. */
    private static String words(FindingCode code) {
        return switch (code) {
            case MISSING_MESSAGES -> "must be a list of messages";
            case EMPTY_MESSAGES -> "must have a message at least";
            case MESSAGE_NOT_AN_OBJECT -> "must hold nothing but objects";
            default -> code.message();
        };
    }

    private static void refuseFaults(List<Example.Issue> issues) {
        List<Violation> violations = issues.stream()
                .filter(issue -> issue.code().severity() == Severity.ERROR && !OF_TRAINING_ONLY.contains(issue.code()))
                .map(issue -> new Violation(issue.path(), issue.code().message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private static void count(ExampleImage image, ImageCounter images) {
        if (image.sized()) {
            images.add(image.width(), image.height(), image.detail());
        } else {
            images.addUnsized(image.detail());
        }
    }

    private static TokenRange packaging(MessageTokens fact, Example example) {
        if (fact != null) {
            return TokenRange.exactly(fact.overhead().request(example.messageCount(), example.names));
        }
        long usual = MessageOverhead.USUAL.request(example.messageCount(), example.names);
        return new TokenRange(0, usual, usual);
    }

    private static List<TokenWarning> warnings(Offering offering, Example example, ImageCounter images) {
        Set<FindingCode> found = EnumSet.noneOf(FindingCode.class);
        example.issues.stream()
                .map(Example.Issue::code)
                .filter(code -> code.severity() == Severity.WARNING && !OF_TRAINING_ONLY.contains(code))
                .forEach(found::add);
        if (!offering.countsTextExactly()) {
            found.add(FindingCode.TEXT_TOKENS_ESTIMATED);
        }
        if (offering.messageTokens() == null || offering.messageTokens().status() != FactStatus.STATED) {
            found.add(FindingCode.OVERHEAD_ESTIMATED);
        }
        List<TokenWarning> warnings = new ArrayList<>();
        found.forEach(code ->
                warnings.add(code == FindingCode.TEXT_TOKENS_ESTIMATED ? counted(code) : TokenWarning.of(code, null)));
        if (!example.tools.isEmpty()) {
            warnings.add(counted(FindingCode.TOOL_TOKENS_ESTIMATED));
        }
        warnings.addAll(images.warnings());
        return List.copyOf(warnings);
    }

    /** What is estimated here can be had exactly from the provider. */
    private static TokenWarning counted(FindingCode code) {
        return new TokenWarning(code, code.severity(), code.message() + " " + COUNTING_ENDPOINT, null);
    }
}
