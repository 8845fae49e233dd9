package io.epochwise.fault;

public final class UnknownNameException extends RuntimeException {
    public UnknownNameException(String k, String n, java.util.List<String> m) {}
}
