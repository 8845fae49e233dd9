package io.epochwise.decision;

/**
 * How sure the run as it is asked is of its result. Ratios have six decimals.
 *
 * @param questions it asks
 * @param confidence of the intervals
 * @param power with which the difference is not missed
 * @param accuracy the part answered right for which this is computed
 * @param low the lower end of Wilson's interval around it, for questions of the kind
 * @param high its upper end
 * @param marginOfError half of it
 * @param marginOfErrorOfSet the margin of error for the set itself, zero if all of it is asked
 * @param detectableDifference the smallest difference of two models that is not missed with that power; null if none is
 */
public record AchievedPrecision(
        long questions,
        double confidence,
        double power,
        double accuracy,
        double low,
        double high,
        double marginOfError,
        double marginOfErrorOfSet,
        Double detectableDifference) {}
