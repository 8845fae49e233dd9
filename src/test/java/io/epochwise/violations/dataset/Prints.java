package io.epochwise.violations.dataset;

/** Prints. */
public final class Prints {
    void print() {
        System.out.println("a line");
    }
}
