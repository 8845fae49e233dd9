package io.epochwise.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question for the input tokens of a request.
 *
 * @param offering id of the offering
 * @param asOf the day; today if absent
 * @param messages the messages in the provider's chat format
 * @param tools definitions of tools in the provider's format
 */
public record MessageTokenRequest(
        String offering,
        LocalDate asOf,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode messages,

        @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        JsonNode tools) {}
