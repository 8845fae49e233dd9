package io.epochwise.decision;

/**
 * What keeps a plan from being larger.
 *
 * @param code what it is
 * @param text the same in a sentence
 */
public record Binding(BindingCode code, String text) {}
