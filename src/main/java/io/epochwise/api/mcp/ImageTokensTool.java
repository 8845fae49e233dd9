package io.epochwise.api.mcp;

import io.epochwise.api.TokenResource;
import io.epochwise.dataset.FindingCode;
import io.epochwise.dataset.ImageTokenCount;
import io.epochwise.dataset.ImageTokenRequest;
import io.epochwise.dataset.Severity;
import io.epochwise.dataset.TokenWarning;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How many tokens offerings count for images of one size; as {@code POST /v1/tokens/images} says of each. */
@Singleton
final class ImageTokensTool implements Tool<ImageTokensTool.Arguments> {
    private static final int MOST_OFFERINGS = 10;
    private static final int LONGEST_SOURCE = 90;
    private static final int LONGEST_TEXT = 200;
    private static final int SIZES_OF_A_ROW = 3;

    private final TokenResource tokens;

    ImageTokensTool(TokenResource tokens) {
        this.tokens = tokens;
    }

    /** The arguments; {@code mcp/image_tokens.json} says what they mean. */
    @RegisterForReflection
    record Arguments(
            List<String> offerings, Integer width, Integer height, Detail detail, Integer count, LocalDate asOf) {}

    /**
     * The answer.
     *
     * @param answer the same in a sentence
     * @param asOf the day whose rules apply
     * @param offerings in the order of the question
     * @param notShown how many more there are; null for none
     */
    @RegisterForReflection
    record Answer(String answer, LocalDate asOf, List<Row> offerings, Integer notShown) {}

    /**
     * An offering.
     *
     * @param offering its id
     * @param tokens of all images; null if no rule is known or the images are rejected
     * @param unknown why there are none; null if there are
     * @param rule the rule that counts them; null if none is known
     * @param source where the rule is said, perhaps cut
     * @param warnings what to know about the count; null for nothing
     */
    @RegisterForReflection
    record Row(String offering, TokenRange tokens, String unknown, String rule, String source, List<String> warnings) {}

    @Override
    public String name() {
        return "image_tokens";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public String argument(String field) {
        return field.equals("images") ? "count" : Tool.super.argument(field);
    }

    @Override
    public Brief.Told answer(Arguments arguments) {
        if (arguments.offerings == null) {
            throw new InvalidInputException("offerings", "must be given");
        }
        int count = Objects.requireNonNullElse(arguments.count, 1);
        if (count < 1 || count > ImageTokenRequest.MAX_IMAGES) {
            throw new InvalidInputException("count", "must be from 1 to " + ImageTokenRequest.MAX_IMAGES);
        }
        List<ImageTokenRequest.Image> images = Collections.nCopies(
                count, new ImageTokenRequest.Image(arguments.width, arguments.height, arguments.detail));
        List<ImageTokenCount> counts = new ArrayList<>();
        for (String name : new LinkedHashSet<>(Words.names("offerings", arguments.offerings, MOST_OFFERINGS))) {
            try {
                counts.add(tokens.images(new ImageTokenRequest(name, arguments.asOf, null, images)));
            } catch (UnknownNameException unknown) {
                throw unknown.at(Words.item("offerings", arguments.offerings, name));
            }
        }
        String what = (count == 1 ? "An image" : count + " images") + " of " + arguments.width + " x "
                + arguments.height + " pixels";
        return step -> told(what, counts, step);
    }

    private static Answer told(String what, List<ImageTokenCount> counts, int step) {
        int shown = counts.size() - Math.max(0, step - SIZES_OF_A_ROW + 1);
        if (shown < 1) {
            return null;
        }
        return new Answer(
                what + ": "
                        + counts.stream()
                                .limit(shown)
                                .map(ImageTokensTool::words)
                                .collect(Collectors.joining("; ")) + ".",
                counts.get(0).asOf(),
                counts.stream().limit(shown).map(count -> row(count, step)).toList(),
                Words.left(counts, shown));
    }

    private static String words(ImageTokenCount count) {
        TokenRange total = tokens(count);
        if (total == null) {
            return "not known for " + count.offering();
        }
        String range = total.low() == total.high() ? "" : " (" + total.low() + " to " + total.high() + ")";
        return total.expected() + " tokens" + range + " at " + count.offering();
    }

    private static Row row(ImageTokenCount count, int step) {
        TokenRange total = tokens(count);
        ImageTokenCount.Rule rule = count.rule();
        return new Row(
                count.offering(),
                total,
                total == null ? unknown(count) : null,
                rule == null ? null : rule.id(),
                rule == null || step > 1 ? null : step == 0 ? rule.source() : Brief.cut(rule.source(), LONGEST_SOURCE),
                Words.orNothing(count.warnings().stream()
                        .filter(warning -> warning.severity() != Severity.INFO)
                        .map(warning -> words(warning, step == 0))
                        .distinct()
                        .toList()));
    }

    private static String words(TokenWarning warning, boolean texts) {
        FindingCode code = warning.code();
        return texts ? code + ": " + Brief.cut(warning.text(), LONGEST_TEXT) : code.toString();
    }

    /** All images are alike, so that one that is rejected leaves nothing to count. */
    private static TokenRange tokens(ImageTokenCount count) {
        return count.images().get(0).tokens() == null ? null : count.total();
    }

    private static String unknown(ImageTokenCount count) {
        return count.rule() == null
                ? "no rule is known by which it counts images on the day"
                : "the provider rejects the image: " + count.images().get(0).rejected();
    }
}
