package io.epochwise.benchmark;

/**
 * A row of the table.
 *
 * @param what what is done
 * @param input to what
 * @param ours what was measured of it
 * @param unit of both numbers
 * @param baseline what it is compared with; empty if with nothing
 * @param theirs what was measured of that; without meaning if there is none
 * @param target what there is to reach; {@link Target#NONE} if nothing is
 */
record Row(String what, String input, double ours, Unit unit, String baseline, double theirs, Target target) {
    /** A row that is compared with nothing. */
    static Row alone(String what, String input, double ours, Unit unit, Target target) {
        return new Row(what, input, ours, unit, "", Double.NaN, target);
    }

    boolean isCompared() {
        return !baseline.isEmpty();
    }

    /** How many times as good as the baseline. */
    double ratio() {
        return unit.ratio(ours, theirs);
    }
}
