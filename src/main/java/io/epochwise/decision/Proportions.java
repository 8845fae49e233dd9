package io.epochwise.decision;

/**
 * How many questions it takes to know the part of questions that a model answers right, and how well so many tell it. Normal
 * approximations throughout; sizes are real numbers, to be rounded up.
 *
 * @param confidence of two-sided intervals, and one less the chance to see a difference where there is none; between 0 and 1
 * @param power the chance not to miss a difference; between 0 and 1
 */
record Proportions(double confidence, double power) {
    private static final int HALVINGS = 100;

    /**
     * An interval of proportions.
     *
     * @param low its lower end
     * @param high its upper end
     */
    record Interval(double low, double high) {}

    /** How a number of questions follows from a difference. */
    @FunctionalInterface
    interface BySize {
        double questions(double difference);
    }

    /** How many standard deviations the interval reaches to either side. */
    double z() {
        return NormalQuantile.of(1.0 - (1.0 - confidence) / 2.0);
    }

    private double zOfPower() {
        return NormalQuantile.of(power);
    }

    /** Questions for a margin of error e of a proportion p (Wald): {@code z^2 p (1-p) / e^2}. */
    double forMargin(double p, double margin) {
        return z() * z() * p * (1.0 - p) / (margin * margin);
    }

    /**
     * Questions for each of two models that answer different ones (two-sided test with pooled variance):
     * {@code (z sqrt(2 m (1-m)) + z' sqrt(p (1-p) + q (1-q)))^2 / (q-p)^2}, m = (p+q)/2.
     *
     * @param p accuracy of the one, other than q
     * @param q accuracy of the other
     */
    double unpaired(double p, double q) {
        double mean = (p + q) / 2.0;
        double root =
                z() * Math.sqrt(2.0 * mean * (1.0 - mean)) + zOfPower() * Math.sqrt(p * (1.0 - p) + q * (1.0 - q));
        return root * root / ((q - p) * (q - p));
    }

    /**
     * Questions that two models both answer (McNemar's test; R. J. Connor, Biometrics 43, 1987):
     * {@code (z sqrt(s) + z' sqrt(s - d^2))^2 / d^2}.
     *
     * @param difference d, of their accuracies; not zero
     * @param disagreement s, the part of questions that one answers right and the other wrong; at least |d|
     */
    double paired(double difference, double disagreement) {
        double square = difference * difference;
        double root = z() * Math.sqrt(disagreement) + zOfPower() * Math.sqrt(Math.max(0.0, disagreement - square));
        return root * root / square;
    }

    /** Questions out of a finite set that tell as much of it as n out of an unbounded one: {@code n / (1 + (n-1)/N)}. */
    static double ofSet(double questions, long set) {
        return questions / (1.0 + (questions - 1.0) / set);
    }

    /** The other way round, {@code n (N-1) / (N-n)}: as many out of an unbounded set; infinite for the whole set. */
    static double asOfUnbounded(long questions, long set) {
        return questions >= set
                ? Double.POSITIVE_INFINITY
                : questions * ((double) set - 1.0) / ((double) set - questions);
    }

    /** The margin of error that so many questions give (Wald): {@code z sqrt(p (1-p) / n)}. */
    double margin(double p, double questions) {
        return z() * Math.sqrt(p * (1.0 - p) / questions);
    }

    /** Wilson's interval around a proportion that was seen in so many questions. */
    Interval interval(double p, double questions) {
        double square = z() * z();
        double center = (p + square / (2.0 * questions)) / (1.0 + square / questions);
        double half = z()
                / (1.0 + square / questions)
                * Math.sqrt(p * (1.0 - p) / questions + square / (4.0 * questions * questions));
        return new Interval(Math.max(0.0, center - half), Math.min(1.0, center + half));
    }

    /**
     * The smallest difference for which so many questions are enough.
     *
     * @param most the greatest difference there can be
     * @param bySize how many questions a difference needs; fewer, the greater it is
     * @return NaN if they are not enough for any
     */
    static double detectable(double questions, double most, BySize bySize) {
        if (bySize.questions(most) > questions) {
            return Double.NaN;
        }
        double low = 0.0;
        double high = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2.0;
            if (bySize.questions(middle) > questions) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
