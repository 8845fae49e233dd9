package io.epochwise.benchmark;

/** A class of benchmarks whose results are told in bytes. It needs a constructor without parameters. */
public interface Sized {
    /**
     * The bytes that one call takes.
     *
     * @param input the values of the parameters, separated by spaces; empty if there are none
     */
    long bytes(String input);
}
