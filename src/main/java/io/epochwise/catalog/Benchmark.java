package io.epochwise.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A public set of questions on images, and what asking one of them consumes.
 *
 * @param id its name in requests: {@code docvqa}
 * @param name the name a person reads
 * @param splits its parts, of which one is the usual one to evaluate on
 * @param imagesPerQuestion how many images a question has; null if not known
 * @param imageSizes the smallest and the largest image; null if not known
 * @param typicalImage a size that many images have; null if none is known
 * @param question how long a question is; null if not known
 * @param instruction what is added to a question; null if nothing is known of it
 * @param answer what a model answers
 * @param scores what one model scored, by harness
 * @param license of the data; null if not known
 */
public record Benchmark(
        String id,
        String name,
        List<BenchmarkSplit> splits,
        ImagesPerQuestion imagesPerQuestion,
        BenchmarkImageSizes imageSizes,
        BenchmarkTypicalImage typicalImage,
        BenchmarkQuestion question,
        BenchmarkInstruction instruction,
        BenchmarkAnswer answer,
        List<BenchmarkScore> scores,
        License license) {
    /** Copies the lists. */
    public Benchmark {
        splits = List.copyOf(splits);
        scores = List.copyOf(scores);
    }

    /** The split that is usually evaluated. */
    public BenchmarkSplit usualSplit() {
        return splits.stream().filter(BenchmarkSplit::usual).findFirst().orElseThrow();
    }

    /** The split of that name. */
    public Optional<BenchmarkSplit> split(String name) {
        return splits.stream().filter(split -> split.name().equals(name)).findFirst();
    }
}
