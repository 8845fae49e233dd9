package io.epochwise.token.image;

public record ImageBilling(ImageRule billed, java.util.List<ImageRule> alternatives) {}
