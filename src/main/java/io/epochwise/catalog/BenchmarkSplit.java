package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * A part of a benchmark.
 *
 * @param name {@code validation}
 * @param questions how many it has
 * @param low the lowest reading of the sources; null if they agree
 * @param high the highest reading of the sources; null if they agree
 * @param images different images of all questions; null if not known
 * @param questionsWithImage how many of the questions have an image; null if all have
 * @param usual whether it is the one that is usually evaluated; the note says why
 * @param answersWithheld whether the right answers are not public; null if no source says
 */
public record BenchmarkSplit(
        String name,
        long questions,
        Long low,
        Long high,
        Long images,
        Long questionsWithImage,
        boolean usual,
        Boolean answersWithheld,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
