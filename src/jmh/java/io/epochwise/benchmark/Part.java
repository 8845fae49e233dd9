package io.epochwise.benchmark;

/** A part of the suite, which can be run alone. */
interface Part {
    /** What {@code -Dbenchmark.only} finds it by. */
    String name();

    /**
     * Measures, and adds its rows to the table.
     *
     * @throws Exception if it cannot; the other parts are run all the same
     */
    void run(Table table) throws Exception;
}
