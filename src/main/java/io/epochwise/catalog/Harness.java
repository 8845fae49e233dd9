package io.epochwise.catalog;

import io.epochwise.fault.Spelling;
import java.time.LocalDate;
import java.util.List;

/**
 * A program that asks a benchmark's questions and scores the answers.
 *
 * @param id its name in requests: {@code lmms-eval}
 * @param name the name a person reads
 * @param benchmarks ids of the benchmarks it is known to have
 * @param unparsedAnswers what becomes of an answer from which no result can be read; null if no source says
 * @param reasoningMaxNewTokens the most tokens it lets a model write that is told to reason first, in many of its tasks; null if
 *     not known
 */
public record Harness(
        String id,
        String name,
        List<String> benchmarks,
        UnparsedAnswers unparsedAnswers,
        Long reasoningMaxNewTokens,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {
    /** What becomes of an answer from which no result can be read. */
    public enum UnparsedAnswers {
        /** A paid model reads it. */
        JUDGE,
        /** One of the options is drawn. */
        RANDOM_GUESS;

        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** Copies the list. */
    public Harness {
        benchmarks = List.copyOf(benchmarks);
    }
}
