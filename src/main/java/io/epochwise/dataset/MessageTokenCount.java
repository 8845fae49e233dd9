package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Violation;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import io.epochwise.token.text.ToolTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private static final Set<FindingCode> OF_TRAINING_ONLY =
            Set.of(FindingCode.MISSING_ASSISTANT_MESSAGE, FindingCode.INVALID_WEIGHT);

    private static final String COUNTING_ENDPOINT =
            "The provider's own counting endpoint, POST /v1/responses/input_tokens at OpenAI, is the authority.";

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
        Encoding encoding = Encodings.of(OfferingCounter.encodingId(offering));
        Example example = read(json, encoding, limits);
        refuseFaults(example.issues);

        Map<FindingCode, TokenWarning> warnings = new EnumMap<>(FindingCode.class);
        example.issues.stream()
                .map(Example.Issue::code)
                .filter(code -> code.severity() == Severity.WARNING && code != FindingCode.LAST_MESSAGE_NOT_ASSISTANT)
                .forEach(code -> warnings.put(code, TokenWarning.of(code, null)));
        TokenRange images = TokenRange.ZERO;
        List<ImageTokenCount.Image> counted = new ArrayList<>();
        for (ExampleImage image : example.images) {
            ImageTokenCount.Image one = image(catalog, offering, asOf, image, warnings);
            counted.add(one);
            if (one.tokens() != null) {
                images = images.plus(new TokenRange(one.low(), one.tokens(), one.high()));
            }
        }
        long text = example.textTokens(0);
        TokenRange tools = tools(offering, encoding, example, warnings);
        long packaging = packaging(offering, example);
        TokenRange total = TokenRange.exactly(text + packaging).plus(images).plus(tools);
        return new MessageTokenCount(
                offering.id(),
                asOf,
                text,
                images.expected(),
                packaging + tools.expected(),
                tools,
                total,
                counted,
                List.copyOf(warnings.values()));
    }

    private static Example read(byte[] json, Encoding encoding, ProfileLimits limits) {
        Example example = new Example(1);
        try {
            LineScanner scanner = new LineScanner(new ByteArrayInputStream(json), limits);
            scanner.beginLine();
            new ExampleReader(scanner, List.of(encoding), null).read(example);
        } catch (LineFault fault) {
            throw new InvalidInputException("messages", fault.code().message());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        return example;
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

    private static ImageTokenCount.Image image(
            Catalog catalog,
            Offering offering,
            LocalDate asOf,
            ExampleImage image,
            Map<FindingCode, TokenWarning> warnings) {
        if (!image.sized()) {
            return unsized(offering, asOf, image.detail());
        }
        ImageTokenCount count = ImageTokenCount.of(
                catalog,
                new ImageTokenRequest(
                        offering.id(),
                        asOf,
                        List.of(new ImageTokenRequest.Image(image.width(), image.height(), image.detail()))),
                asOf);
        count.warnings().forEach(warning -> warnings.put(warning.code(), warning));
        return count.images().get(0);
    }

    private static ImageTokenCount.Image unsized(Offering offering, LocalDate asOf, Detail detail) {
        return offering.imageBilling(asOf)
                .filter(billing -> billing.supports(detail))
                .map(billing -> billing.bounds(detail))
                .map(tokens ->
                        new ImageTokenCount.Image(0, 0, detail, tokens.expected(), tokens.low(), tokens.high(), null))
                .orElseGet(() -> new ImageTokenCount.Image(
                        0, 0, detail, null, null, null, "no rule is known for this detail on this date"));
    }

    private static TokenRange tools(
            Offering offering, Encoding encoding, Example example, Map<FindingCode, TokenWarning> warnings) {
        if (example.tools.isEmpty()) {
            return TokenRange.ZERO;
        }
        FindingCode code = FindingCode.TOOL_TOKENS_ESTIMATED;
        warnings.put(code, new TokenWarning(code, code.severity(), code.message() + " " + COUNTING_ENDPOINT, null));
        boolean known =
                offering.messageTokens() != null && offering.messageTokens().toolFamily() != null;
        ToolTokens family = known ? ToolTokens.of(offering.messageTokens().toolFamily()) : ToolTokens.GPT_4O;
        return family.count(encoding, example.tools);
    }

    private static long packaging(Offering offering, Example example) {
        MessageOverhead overhead = offering.messageTokens() == null
                ? OfferingCounter.USUAL_OVERHEAD
                : offering.messageTokens().overhead();
        return overhead.request(example.messageCount(), example.names);
    }
}
