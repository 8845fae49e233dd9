package io.epochwise.violations.estimate;

import jakarta.ws.rs.core.Response;

/** Knows HTTP. */
public record SeesRest(Response response) {}
