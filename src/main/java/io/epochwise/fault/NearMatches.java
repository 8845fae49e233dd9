package io.epochwise.fault;

public final class NearMatches {
    public static java.util.List<String> of(String n, java.util.Collection<String> c) {
        return null;
    }
}
