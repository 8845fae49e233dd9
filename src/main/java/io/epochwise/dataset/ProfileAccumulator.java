package io.epochwise.dataset;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Offering;
import io.epochwise.token.image.Detail;
import io.epochwise.token.text.Encoding;
import io.epochwise.token.text.Encodings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The growing sum of a profile. Examples and parts are added in the order of the file. */
final class ProfileAccumulator {
    private static final int MAIN_ENCODING = 0;
    private static final FindingCode[] CODES = FindingCode.values();

    private final String catalogVersion;
    private final LocalDate asOf;
    private final List<String> encodingIds;
    private final List<OfferingCounter> offerings = new ArrayList<>();

    private long bytes;
    private long lines;
    private long blankLines;
    private long examples;
    private long invalidExamples;
    private final long[] messages = new long[Role.values().length];
    private final long[] textTokens = new long[messages.length];
    private long characters;
    private final Histogram tokensPerExample = new Histogram();
    private long imageCount;
    private long examplesWithImages;
    private long maxImages;
    private long imageBytes;
    private long unresolved;
    private long unreadable;
    private final Map<String, Long> imagesByFormat = new TreeMap<>();
    private final Map<String, Long> imagesByColorMode = new TreeMap<>();
    private final Map<String, Long> imagesBySource = new TreeMap<>();
    private final Map<Detail, Long> unresolvedByDetail = new EnumMap<>(Detail.class);
    private final SizeTable sizes = new SizeTable();
    private final Fingerprints fingerprints = new Fingerprints();
    private final Tally tally = new Tally();

    ProfileAccumulator(Catalog catalog, List<Offering> offerings, LocalDate asOf) {
        this.catalogVersion = catalog.version();
        this.asOf = asOf;
        Set<String> ids = new LinkedHashSet<>(List.of(OfferingCounter.USUAL_ENCODING));
        offerings.forEach(offering -> ids.add(OfferingCounter.encodingId(offering)));
        this.encodingIds = List.copyOf(ids);
        offerings.forEach(offering -> this.offerings.add(
                new OfferingCounter(offering, asOf, encodingIds.indexOf(OfferingCounter.encodingId(offering)))));
    }

    /** The encodings that examples must be counted with, in order. */
    List<Encoding> encodings() {
        return encodingIds.stream().map(Encodings::of).toList();
    }

    void addBytes(long more) {
        bytes = Math.addExact(bytes, more);
    }

    /** Begins the next line; returns its number. */
    long addLine() {
        return ++lines;
    }

    /** Lines begun so far. */
    long lines() {
        return lines;
    }

    void addBlankLine() {
        blankLines++;
        note(FindingCode.BLANK_LINE);
    }

    void addInvalidExample(FindingCode code) {
        invalidExamples++;
        note(code);
    }

    /** Notes a finding on the present line. */
    void note(FindingCode code) {
        note(code, 1);
    }

    private void note(FindingCode code, long count) {
        if (count > 0) {
            tally.add(code, count, List.of(Math.max(1, lines)));
        }
    }

    void addExample(Example example) {
        examples++;
        for (int role = 0; role < messages.length; role++) {
            messages[role] += example.messages[role];
            textTokens[role] += example.tokens[role][MAIN_ENCODING];
        }
        characters += example.characters;
        addImages(example);
        fingerprints.add(example.fingerprint, lines);
        for (FindingCode code : CODES) {
            note(code, example.issueCounts[code.ordinal()]);
        }
        long tokens = example.textTokens(MAIN_ENCODING);
        for (int i = 0; i < offerings.size(); i++) {
            long ofOffering = offerings.get(i).add(example, lines);
            tokens = i == 0 ? ofOffering : tokens;
        }
        tokensPerExample.add(tokens);
    }

    private void addImages(Example example) {
        imageCount += example.images.size();
        examplesWithImages += example.images.isEmpty() ? 0 : 1;
        maxImages = Math.max(maxImages, example.images.size());
        for (ExampleImage image : example.images) {
            imageBytes += image.bytes();
            imagesBySource.merge(image.source().toString(), 1L, Long::sum);
            if (image.source() == ImageSource.BASE64) {
                imagesByFormat.merge(image.format().toString(), 1L, Long::sum);
                imagesByColorMode.merge(image.colorMode().toString(), 1L, Long::sum);
            }
            if (image.sized()) {
                sizes.add(image.width(), image.height(), image.detail(), 1);
            } else if (image.readable()) {
                unresolved++;
                unresolvedByDetail.merge(image.detail(), 1L, Long::sum);
            } else {
                unreadable++;
            }
        }
    }

    /**
     * Adds the profile of a part of the file to a sum that has nothing yet.
     *
     * @param part for the same offerings in the same order
     * @param partFingerprints what its fingerprints decode to
     * @throws ArithmeticException if a sum overflows
     */
    void restore(DatasetProfile part, Fingerprints partFingerprints) {
        fingerprints.merge(partFingerprints, 0);
        tally.merge(Tally.of(part.findings()), 0);
        for (int i = 0; i < offerings.size(); i++) {
            offerings.get(i).add(part.offerings().get(i));
        }
        bytes = part.bytes();
        lines = part.lines();
        blankLines = part.blankLines();
        examples = part.examples();
        invalidExamples = part.invalidExamples();
        messages[Role.SYSTEM.ordinal()] = part.messages().system();
        messages[Role.USER.ordinal()] = part.messages().user();
        messages[Role.ASSISTANT.ordinal()] = part.messages().assistant();
        messages[Role.TOOL.ordinal()] = part.messages().tool();
        DatasetProfile.RoleTokens tokens = part.text().tokens();
        textTokens[Role.SYSTEM.ordinal()] = tokens.system();
        textTokens[Role.USER.ordinal()] = tokens.user();
        textTokens[Role.ASSISTANT.ordinal()] = tokens.assistant();
        textTokens[Role.TOOL.ordinal()] = tokens.tool();
        textTokens[Role.UNKNOWN.ordinal()] =
                tokens.total() - tokens.system() - tokens.user() - tokens.assistant() - tokens.tool();
        characters = part.text().characters();
        tokensPerExample.merge(Histogram.of(part.tokensPerExample()));
        DatasetProfile.Images images = part.images();
        imageCount = images.count();
        examplesWithImages = images.examplesWithImages();
        maxImages = images.maxPerExample();
        imageBytes = images.bytes();
        unresolved = images.unresolved();
        unreadable = images.unreadable();
        imagesByFormat.putAll(images.byFormat());
        imagesByColorMode.putAll(images.byColorMode());
        imagesBySource.putAll(images.bySource());
        images.unresolvedByDetail()
                .forEach((detail, count) ->
                        unresolvedByDetail.put(Detail.parse(detail).orElseThrow(), count));
        sizes.merge(SizeTable.of(images));
    }

    /**
     * Adds the next part of the file.
     *
     * @param later for the same offerings in the same order
     * @throws ArithmeticException if a sum overflows
     */
    void merge(ProfileAccumulator later) {
        fingerprints.merge(later.fingerprints, lines);
        tally.merge(later.tally, lines);
        for (int i = 0; i < offerings.size(); i++) {
            offerings.get(i).merge(later.offerings.get(i), lines);
        }
        bytes = Math.addExact(bytes, later.bytes);
        lines = Math.addExact(lines, later.lines);
        blankLines = Math.addExact(blankLines, later.blankLines);
        examples = Math.addExact(examples, later.examples);
        invalidExamples = Math.addExact(invalidExamples, later.invalidExamples);
        add(messages, later.messages);
        add(textTokens, later.textTokens);
        characters = Math.addExact(characters, later.characters);
        tokensPerExample.merge(later.tokensPerExample);
        imageCount = Math.addExact(imageCount, later.imageCount);
        examplesWithImages = Math.addExact(examplesWithImages, later.examplesWithImages);
        maxImages = Math.max(maxImages, later.maxImages);
        imageBytes = Math.addExact(imageBytes, later.imageBytes);
        unresolved = Math.addExact(unresolved, later.unresolved);
        unreadable = Math.addExact(unreadable, later.unreadable);
        add(imagesByFormat, later.imagesByFormat);
        add(imagesByColorMode, later.imagesByColorMode);
        add(imagesBySource, later.imagesBySource);
        add(unresolvedByDetail, later.unresolvedByDetail);
        sizes.merge(later.sizes);
    }

    private static <K> void add(Map<K, Long> sums, Map<K, Long> more) {
        more.forEach((key, count) -> sums.merge(key, count, Math::addExact));
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(sums[i], more[i]);
        }
    }

    DatasetProfile profile() {
        long allTokens = 0;
        for (long ofRole : textTokens) {
            allTokens = Math.addExact(allTokens, ofRole);
        }
        long sum = offerings.isEmpty() ? allTokens : offerings.get(0).uncutTokens();
        return new DatasetProfile(
                DatasetProfile.SCHEMA,
                catalogVersion,
                asOf,
                bytes,
                lines,
                blankLines,
                examples,
                invalidExamples,
                new DatasetProfile.Messages(
                        messages[Role.SYSTEM.ordinal()],
                        messages[Role.USER.ordinal()],
                        messages[Role.ASSISTANT.ordinal()],
                        messages[Role.TOOL.ordinal()]),
                new DatasetProfile.Text(
                        OfferingCounter.USUAL_ENCODING,
                        new DatasetProfile.RoleTokens(
                                textTokens[Role.SYSTEM.ordinal()],
                                textTokens[Role.USER.ordinal()],
                                textTokens[Role.ASSISTANT.ordinal()],
                                textTokens[Role.TOOL.ordinal()],
                                allTokens),
                        characters),
                tokensPerExample.distribution(sum),
                images(),
                offerings.stream()
                        .map(offering -> offering.profile(examples, examplesWithImages, imageCount, bytes))
                        .toList(),
                findings(),
                fingerprints.encode());
    }

    private DatasetProfile.Images images() {
        Map<String, Long> byDetail = new TreeMap<>();
        unresolvedByDetail.forEach((detail, count) -> byDetail.put(detail.toString(), count));
        return new DatasetProfile.Images(
                imageCount,
                examplesWithImages,
                maxImages,
                imageBytes,
                new TreeMap<>(imagesByFormat),
                new TreeMap<>(imagesByColorMode),
                new TreeMap<>(imagesBySource),
                unresolved,
                unreadable,
                sizes.step(),
                sizes.sizes(),
                byDetail);
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(tally.findings(code -> Tally.LimitText.NONE));
        if (examples == 0) {
            findings.add(Finding.of(FindingCode.NO_EXAMPLES, 1, List.of(), null, null));
        }
        long repeats = fingerprints.repeats(examples);
        if (repeats > 0) {
            findings.add(Finding.of(
                    FindingCode.DUPLICATE_EXAMPLE,
                    repeats,
                    fingerprints.firstLines(),
                    fingerprints.sampled() ? "estimated from a sample" : null,
                    null));
        }
        findings.sort((a, b) -> a.code().compareTo(b.code()));
        return List.copyOf(findings);
    }
}
