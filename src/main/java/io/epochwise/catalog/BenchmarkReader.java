package io.epochwise.catalog;

import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Objects;

/** Reads benchmarks and the harnesses that run them. */
final class BenchmarkReader {
    private final Sources sources;

    BenchmarkReader(Sources sources) {
        this.sources = sources;
    }

    Benchmark benchmark(YamlEntry entry) {
        entry.require("answer");
        Benchmark benchmark = new Benchmark(
                entry.text("id"),
                entry.text("name"),
                entry.entries("splits", this::split),
                entry.entry("imagesPerQuestion", this::imagesPerQuestion),
                entry.entry("imageSizes", this::imageSizes),
                entry.entry("typicalImage", this::typicalImage),
                entry.entry("question", this::question),
                entry.entry("instruction", this::instruction),
                entry.entry("answer", this::answer),
                entry.entries("scores", this::score),
                entry.entry("license", new ModelReader(sources)::license));
        List<BenchmarkSplit> splits = benchmark.splits();
        if (splits.stream().map(BenchmarkSplit::name).distinct().count() < splits.size()) {
            throw entry.fault("splits", "two have the same name");
        }
        if (splits.stream().filter(BenchmarkSplit::usual).count() != 1) {
            throw entry.fault("splits", "one must be the usual one");
        }
        for (BenchmarkScore score : benchmark.scores()) {
            if (benchmark.split(score.split()).isEmpty()) {
                throw entry.fault("scores", "there is no split " + score.split());
            }
        }
        return benchmark;
    }

    private BenchmarkSplit split(YamlEntry entry) {
        entry.require("questions");
        BenchmarkSplit split = new BenchmarkSplit(
                entry.text("name"),
                entry.count("questions"),
                entry.count("low"),
                entry.count("high"),
                entry.count("images"),
                entry.count("questionsWithImage"),
                Boolean.TRUE.equals(entry.flag("usual")),
                entry.flag("answersWithheld"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        boolean disputed = split.low() != null || split.high() != null;
        if (disputed != (split.status() == FactStatus.CONFLICT)) {
            throw entry.fault("status", "must be conflict where low or high is given, and only there");
        }
        long low = Objects.requireNonNullElse(split.low(), split.questions());
        long high = Objects.requireNonNullElse(split.high(), split.questions());
        if (split.questions() < 1 || low > split.questions() || split.questions() > high) {
            throw entry.fault("questions", "must be at least 1, and lie between low and high");
        }
        if (split.questionsWithImage() != null && split.questionsWithImage() > split.questions()) {
            throw entry.fault("questionsWithImage", "must be at most questions");
        }
        return split;
    }

    private ImagesPerQuestion imagesPerQuestion(YamlEntry entry) {
        return new ImagesPerQuestion(
                entry.requiredDecimal("mean"),
                entry.count("most"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private BenchmarkImageSizes imageSizes(YamlEntry entry) {
        entry.require("smallest");
        entry.require("largest");
        BenchmarkImageSizes sizes = new BenchmarkImageSizes(
                entry.entry("smallest", BenchmarkReader::sides),
                entry.entry("largest", BenchmarkReader::sides),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        if (pixels(sizes.smallest()) > pixels(sizes.largest())) {
            throw entry.fault("largest", "must not have fewer pixels than smallest");
        }
        return sizes;
    }

    private static long pixels(ImageSides sides) {
        return (long) sides.width() * sides.height();
    }

    private static ImageSides sides(YamlEntry entry) {
        return new ImageSides(entry.smallCount("width"), entry.smallCount("height"));
    }

    private BenchmarkTypicalImage typicalImage(YamlEntry entry) {
        return new BenchmarkTypicalImage(
                entry.smallCount("width"),
                entry.smallCount("height"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private BenchmarkQuestion question(YamlEntry entry) {
        return new BenchmarkQuestion(
                entry.smallCount("characters"),
                Boolean.TRUE.equals(entry.flag("withInstruction")),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private BenchmarkInstruction instruction(YamlEntry entry) {
        entry.require("tokens");
        return new BenchmarkInstruction(
                entry.text("text", null),
                entry.entry("tokens", BenchmarkReader::tokens),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private BenchmarkAnswer answer(YamlEntry entry) {
        entry.require("tokens");
        return new BenchmarkAnswer(
                entry.text("form"),
                entry.count("characters"),
                entry.entry("tokens", BenchmarkReader::tokens),
                entry.count("maxNewTokens"),
                entry.count("reasoningMaxNewTokens"),
                Boolean.TRUE.equals(entry.flag("needsJudge")),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private static TokenRange tokens(YamlEntry entry) {
        try {
            return new TokenRange(entry.smallCount("low"), entry.smallCount("expected"), entry.smallCount("high"));
        } catch (IllegalArgumentException e) {
            throw entry.fault("expected", "must lie between low and high");
        }
    }

    private BenchmarkScore score(YamlEntry entry) {
        return new BenchmarkScore(
                entry.text("harness"),
                entry.text("split"),
                entry.requiredDecimal("percent"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    Harness harness(YamlEntry entry) {
        return new Harness(
                entry.text("id"),
                entry.text("name"),
                entry.texts("benchmarks"),
                entry.has("unparsedAnswers")
                        ? entry.constant("unparsedAnswers", Harness.UnparsedAnswers.values())
                        : null,
                entry.count("reasoningMaxNewTokens"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }
}
