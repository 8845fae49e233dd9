package io.epochwise.estimate;

import io.epochwise.fault.Spelling;
import java.math.BigDecimal;

/**
 * How sure the score of a model, or the difference between base and tuned model, is to be. Every part may be null; at most one
 * of {@code marginOfError} and {@code difference} is given.
 *
 * @param confidence of intervals, and one less the chance to see a difference where there is none (two-sided); from 0.5 to
 *     0.9999; null for 0.95
 * @param marginOfError how far the score may be from the true one, from 0.0001 to 0.5
 * @param baselineAccuracy the part of questions answered right, of the model or of the base model, from 0 to 1; null for the
 *     one that needs the most questions
 * @param difference the accuracy of the tuned model less that of the base model that must not be missed, from 0.0001 to 1 or the
 *     same below zero
 * @param power the chance not to miss it, from 0.5 to 0.9999; null for 0.8
 * @param design whether both models answer the same questions; null for paired
 * @param disagreement the part of questions that one of the two models answers right and the other wrong, from the difference to
 *     1; for paired designs. Null for two models whose errors are unrelated, which needs more questions than any that err alike
 * @param population what the score is to hold for; null for the set
 */
public record EvaluationPrecision(
        BigDecimal confidence,
        BigDecimal marginOfError,
        BigDecimal baselineAccuracy,
        BigDecimal difference,
        BigDecimal power,
        Design design,
        BigDecimal disagreement,
        Population population) {
    /** How two models are compared. */
    public enum Design {
        /** Both answer the same questions. */
        PAIRED,
        /** Each answers questions of its own. */
        UNPAIRED;

        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }

    /** What a score is to hold for. */
    public enum Population {
        /** The set itself, all of whose questions would give the true score. */
        SET,
        /** All questions of the kind, of which the set is a sample. */
        UNBOUNDED;

        @Override
        public String toString() {
            return Spelling.of(this);
        }
    }
}
