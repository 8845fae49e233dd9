package io.epochwise.dataset;

import io.epochwise.catalog.Offering;
import io.epochwise.money.RangeChoice;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageChange;
import io.epochwise.token.image.SizedImage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dataset is, in numbers. One that comes from outside may lack what an estimate can do without: those parts are
 * null then; merging needs all of them.
 *
 * @param schema always {@value #SCHEMA}
 * @param catalogVersion the catalog whose rules and limits were applied
 * @param asOf the day whose rules and limits were applied
 * @param bytes bytes of the file, decompressed
 * @param lines physical lines, blank ones included
 * @param blankLines lines of white space only
 * @param examples usable examples
 * @param invalidExamples lines that are no usable example; their content is in no sum
 * @param messages messages by role
 * @param text text by role
 * @param tokensPerExample text, image and overhead tokens of an example by the first offering asked for, not cut at any
 *     context; text alone if none was asked for
 * @param images images
 * @param offerings what each offering asked for makes of it
 * @param findings what holds whatever the offering
 * @param fingerprints hashes of the examples, in base64, so that duplicates are found across merged profiles
 */
public record DatasetProfile(
        String schema,
        String catalogVersion,
        LocalDate asOf,
        long bytes,
        long lines,
        Long blankLines,
        long examples,
        long invalidExamples,
        Messages messages,
        Text text,
        Distribution tokensPerExample,
        Images images,
        List<OfferingProfile> offerings,
        List<Finding> findings,
        String fingerprints)
        implements Dataset {
    /** The schema of this version of the profile. */
    public static final String SCHEMA = "epochwise/dataset-profile/1";

    @Override
    public long exampleCount() {
        return examples;
    }

    @Override
    public DatasetProfile resolved(String path, RangeChoice choice) {
        return this;
    }

    @Override
    public boolean hasImages() {
        return images != null
                && (images.count() > 0
                        || images.sizes() != null && !images.sizes().isEmpty());
    }

    @Override
    public DatasetProfile withExamples(long count) {
        return new Growth(count, examples).of(this);
    }

    @Override
    public DatasetProfile withImages(ImageChange change, Offering offering, LocalDate asOf) {
        return hasImages() ? new ImageRevision(this, offering, asOf).changed(change) : this;
    }

    @Override
    public DatasetProfile packed(BigDecimal questionsPerImage, Offering offering, LocalDate asOf) {
        return hasImages() ? new ImageRevision(this, offering, asOf).packed(questionsPerImage) : this;
    }

    /** What it says of the offering, by its id or an alias; empty if it was not made for it. */
    public Optional<OfferingProfile> row(Offering offering) {
        return offerings == null
                ? Optional.empty()
                : offerings.stream()
                        .filter(row -> offering.id().equals(row.offering())
                                || offering.aliases().contains(row.offering()))
                        .findFirst();
    }

    /** Messages by role; {@code developer} counts as system, {@code function} as tool, an unknown role nowhere. */
    public record Messages(long system, long user, long assistant, long tool) {
        /** All messages. */
        public long total() {
            return system + user + assistant + tool;
        }
    }

    /**
     * Text of the messages: contents, names of speakers, names and arguments of calls.
     *
     * @param encoding the encoding of the tokens
     * @param characters Unicode code points
     */
    public record Text(String encoding, RoleTokens tokens, long characters) {}

    /** Tokens by role, roles as in {@link Messages}; the total holds messages of unknown roles too. */
    public record RoleTokens(long system, long user, long assistant, long tool, long total) {}

    /**
     * How a number is distributed over examples. Quantiles are nearest-rank: p90 is the least value that at least 90 %
     * of the examples do not exceed.
     *
     * @param mean exact up to the precision of a double
     * @param step width of a bucket: 1, so that quantiles are exact, unless there are very many different values
     * @param histogram the buckets that are not empty, in order
     */
    public record Distribution(
            long min, long p50, long p90, long p99, long max, double mean, Long step, List<Bucket> histogram) {}

    /**
     * Examples whose value is at least {@code from} and less than {@code from} plus the step.
     *
     * @param from the least value of the bucket
     * @param count examples in it
     */
    public record Bucket(long from, long count) {}

    /**
     * Images of all usable examples.
     *
     * @param count images, whatever their state
     * @param examplesWithImages examples with at least one
     * @param maxPerExample most images of one example
     * @param bytes decoded bytes of all base64 images
     * @param byFormat base64 images by the format of their bytes
     * @param byColorMode base64 images by color mode
     * @param bySource images by source: {@code base64}, {@code url}, {@code s3}, {@code cloud-storage}, {@code size} (only width and height were given),
     *     {@code other}
     * @param unresolved images by URL whose size is not known
     * @param unreadable images whose bytes give no size
     * @param sizeStep sizes are rounded up to multiples of this, but not beyond the greatest side: 1, so exact, unless there are very many different ones
     * @param sizes images by size and detail, the most frequent first; detail is {@code auto} where none is given
     * @param unresolvedByDetail the unresolved images by detail
     */
    public record Images(
            long count,
            long examplesWithImages,
            long maxPerExample,
            long bytes,
            Map<String, Long> byFormat,
            Map<String, Long> byColorMode,
            Map<String, Long> bySource,
            long unresolved,
            Long unreadable,
            Integer sizeStep,
            List<SizeCount> sizes,
            Map<String, Long> unresolvedByDetail) {

        /** Images whose size is not known, by detail; all are {@code auto} if only their number is told. */
        public Map<Detail, Long> unresolvedDetails() {
            Map<Detail, Long> counts = new EnumMap<>(Detail.class);
            if (unresolvedByDetail != null) {
                unresolvedByDetail.forEach(
                        (detail, count) -> counts.merge(Detail.parse(detail).orElse(Detail.AUTO), count, Long::sum));
            }
            if (counts.isEmpty() && unresolved > 0) {
                counts.put(Detail.AUTO, unresolved);
            }
            return counts;
        }
    }

    /** Images of one size and detail. */
    public record SizeCount(int width, int height, Detail detail, long count) {
        /** One of these images. */
        public SizedImage image() {
            return new SizedImage(width, height, Objects.requireNonNullElse(detail, Detail.AUTO));
        }
    }

    /**
     * What an offering makes of the dataset.
     *
     * @param offering the offering's id
     * @param textTokens tokens of the messages' text in the offering's encoding
     * @param imageTokens tokens of the images as best known
     * @param overheadTokens tokens of the packaging of messages and of tool definitions, as best known
     * @param tokensPerEpoch what is billed per epoch: the sum of the three with each example cut at the training
     *     context
     * @param truncatedExamples examples the provider cuts, as best known
     * @param defaultEpochs the epochs the published rule gives where none are set
     * @param findings what holds for this offering
     */
    public record OfferingProfile(
            String offering,
            long textTokens,
            long imageTokens,
            long overheadTokens,
            TokenRange tokensPerEpoch,
            long truncatedExamples,
            int defaultEpochs,
            List<Finding> findings) {}
}
