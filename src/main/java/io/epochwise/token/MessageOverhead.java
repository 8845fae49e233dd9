package io.epochwise.token;

public record MessageOverhead(int perMessage, int perName, int perRequest, TokenRange perExample) {}
