package io.epochwise.violations.estimate;

import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Knows the description of the interface. */
public record SeesOpenApi(OpenAPI document) {}
