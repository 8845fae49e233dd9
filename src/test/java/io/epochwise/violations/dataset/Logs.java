package io.epochwise.violations.dataset;

import java.util.logging.Logger;

/** Logs. */
public record Logs(Logger logger) {}
