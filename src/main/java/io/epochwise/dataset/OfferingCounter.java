package io.epochwise.dataset;

import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.MessageTokens;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.TextEncoding;
import io.epochwise.fault.Spelling;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageBilling;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import io.epochwise.token.text.ToolDefinition;
import io.epochwise.token.text.ToolTokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what one offering makes of the examples. */
final class OfferingCounter {
    /** Where no encoding is known for a model; its text tokens are then an estimate. */
    static final String USUAL_ENCODING = "o200k_base";

    private static final int MOST_SIZES_REMEMBERED = 8192;

    private final Offering offering;
    private final LocalDate asOf;
    private final int encodingIndex;
    private final Encoding encoding;
    private final OfferingLimits limits;
    private final ImageBilling billing;
    private final Map<SizeAndDetail, ImageCount> remembered = new HashMap<>();

    private long textTokens;
    private long imageTokens;
    private long overheadTokens;
    private TokenRange tokensPerEpoch = TokenRange.ZERO;
    private long truncatedExamples;
    private final Tally tally = new Tally();

    private record SizeAndDetail(int width, int height, Detail detail) {}

    /** @param finding what is to be noted of such an image; null if nothing */
    private record ImageCount(TokenRange tokens, FindingCode finding) {}

    /** @param encodingIndex where the example's counts in {@link #encodingId} stand */
    OfferingCounter(Offering offering, LocalDate asOf, int encodingIndex) {
        this.offering = offering;
        this.asOf = asOf;
        this.encodingIndex = encodingIndex;
        this.encoding = Encodings.of(encodingId(offering));
        this.limits = new OfferingLimits(offering, null, asOf);
        this.billing = limits.billing();
    }

    /** The encoding an offering's text is counted with. */
    static String encodingId(Offering offering) {
        return offering.textEncoding() == null
                ? USUAL_ENCODING
                : offering.textEncoding().encoding();
    }

    /** Adds an example; returns its tokens as best known, not cut at the context. */
    long add(Example example, long line) {
        TokenRange text = text(example.textTokens(encodingIndex));
        TokenRange overhead = overhead(example);
        TokenRange images = TokenRange.ZERO;
        for (ExampleImage image : example.images) {
            images = images.plus(imageTokens(image, line));
        }
        checkNumberOfImages(example, line);

        TokenRange tokens = text.plus(images).plus(overhead);
        boolean truncated = tokens.expected() > limits.trainingContext();
        if (truncated) {
            tally.add(FindingCode.EXAMPLE_OVER_CONTEXT, line);
        }
        add(
                text.expected(),
                images.expected(),
                overhead.expected(),
                tokens.atMost(limits.trainingContext()),
                truncated ? 1 : 0);
        return tokens.expected();
    }

    private TokenRange text(long counted) {
        return offering.textEncoding() == null
                ? TokenRange.exactly(counted)
                : offering.textEncoding().tokens(counted);
    }

    private TokenRange overhead(Example example) {
        long messages = example.messageCount();
        MessageTokens known = offering.messageTokens();
        TokenRange overhead = known == null
                ? MessageOverhead.USUAL.example(messages, example.names).downTo(0)
                : known.overhead().example(messages, example.names);
        return overhead.plus(toolTokens(known, encoding, example.tools));
    }

    /** Tokens of definitions of tools; with the usual constants where nothing is known of the model's own. */
    static TokenRange toolTokens(MessageTokens fact, Encoding encoding, List<ToolDefinition> tools) {
        boolean known = fact != null && fact.toolFamily() != null;
        return (known ? ToolTokens.of(fact.toolFamily()) : ToolTokens.GPT_4O).count(encoding, tools);
    }

    private TokenRange imageTokens(ExampleImage image, long line) {
        boolean skipped = !image.readable();
        skipped |= breaks(LimitName.IMAGE_ROLE, Spelling.of(image.role()), line);
        skipped |= breaks(LimitName.IMAGE_SOURCE, image.source().toString(), line);
        if (image.source() == ImageSource.BASE64 && image.readable()) {
            skipped |= breaks(LimitName.IMAGE_FORMAT, image.format().toString(), line);
            skipped |= breaks(LimitName.IMAGE_COLOR_MODE, image.colorMode().toString(), line);
            if (limits.exceeds(LimitName.IMAGE_BYTES, image.bytes())) {
                tally.add(OfferingLimits.found(LimitName.IMAGE_BYTES), line);
                skipped |= limits.skipsImages(LimitName.IMAGE_BYTES);
            }
        }
        if (!image.readable() || billing == null) {
            return TokenRange.ZERO;
        }
        ImageCount count = count(image);
        if (count.finding() != null) {
            tally.add(count.finding(), line);
        }
        TokenRange tokens = count.tokens();
        return skipped ? new TokenRange(0, 0, tokens.high()) : tokens;
    }

    /** Notes a value that a limit does not list; whether the provider then skips the image. */
    private boolean breaks(LimitName name, String value, long line) {
        if (limits.takes(name, value)) {
            return false;
        }
        tally.add(OfferingLimits.found(name), line);
        return limits.skipsImages(name);
    }

    private ImageCount count(ExampleImage image) {
        SizeAndDetail key = new SizeAndDetail(image.width(), image.height(), image.detail());
        ImageCount count = remembered.get(key);
        if (count == null) {
            count = image.sized() ? countSized(key) : countUnsized(image.detail());
            if (remembered.size() >= MOST_SIZES_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(key, count);
        }
        return count;
    }

    private ImageCount countSized(SizeAndDetail image) {
        ImageTokens tokens = billing.tokens(image.width(), image.height(), image.detail());
        if (tokens instanceof ImageTokens.Counted counted) {
            boolean disputed = billing.disputed(image.width(), image.height(), image.detail());
            return new ImageCount(counted.tokens(), disputed ? FindingCode.IMAGE_TOKENS_DISPUTED : null);
        }
        return new ImageCount(TokenRange.ZERO, FindingCode.IMAGE_REJECTED);
    }

    private ImageCount countUnsized(Detail detail) {
        return billing.supports(detail)
                ? new ImageCount(billing.bounds(detail), null)
                : new ImageCount(TokenRange.ZERO, FindingCode.IMAGE_REJECTED);
    }

    private void checkNumberOfImages(Example example, long line) {
        if (example.images.isEmpty()) {
            return;
        }
        if (limits.exceeds(LimitName.IMAGES_PER_EXAMPLE, example.images.size())) {
            tally.add(OfferingLimits.found(LimitName.IMAGES_PER_EXAMPLE), line);
        }
        if (limits.tunesTextOnly()) {
            tally.add(FindingCode.IMAGES_NOT_TRAINABLE, line);
        }
    }

    /** Adds what the same offering made of a part of the file, whose lines count from 1. */
    void add(DatasetProfile.OfferingProfile part) {
        add(
                part.textTokens(),
                part.imageTokens(),
                part.overheadTokens(),
                part.tokensPerEpoch(),
                part.truncatedExamples());
        tally.merge(Tally.of(part.findings()), 0);
    }

    /** Adds what the same offering made of a later part of the file. */
    void merge(OfferingCounter later, long lineOffset) {
        add(later.textTokens, later.imageTokens, later.overheadTokens, later.tokensPerEpoch, later.truncatedExamples);
        tally.merge(later.tally, lineOffset);
    }

    private void add(long text, long images, long overhead, TokenRange epoch, long truncated) {
        textTokens = Math.addExact(textTokens, text);
        imageTokens = Math.addExact(imageTokens, images);
        overheadTokens = Math.addExact(overheadTokens, overhead);
        tokensPerEpoch = tokensPerEpoch.plus(epoch);
        truncatedExamples = Math.addExact(truncatedExamples, truncated);
    }

    /** Tokens of all examples as best known, not cut at the context. */
    long uncutTokens() {
        return Math.addExact(Math.addExact(textTokens, imageTokens), overheadTokens);
    }

    DatasetProfile.OfferingProfile profile(long examples, long examplesWithImages, long images, long bytes) {
        List<Finding> findings = new ArrayList<>(tally.findings(limits::limitText));
        findings.addAll(limits.ofFile(examples, examplesWithImages, images, bytes));
        if (textTokens > 0 && !offering.countsTextExactly()) {
            TextEncoding encoding = offering.textEncoding();
            findings.add(Finding.of(
                    FindingCode.TEXT_TOKENS_ESTIMATED,
                    1,
                    List.of(),
                    null,
                    encoding == null ? null : encoding.source()));
        }
        findings.sort((a, b) -> a.code().compareTo(b.code()));
        return new DatasetProfile.OfferingProfile(
                offering.id(),
                textTokens,
                imageTokens,
                overheadTokens,
                tokensPerEpoch,
                truncatedExamples,
                DefaultEpochs.of(offering, null, asOf, examples),
                List.copyOf(findings));
    }
}
