package io.epochwise.api.mcp;

import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether messages have the form that JSON-RPC and the protocol demand. */
final class McpMessages {
    private static final Map<String, Class<?>> TOP = Map.of("method", String.class, "params", Map.class);
    private static final Map<String, Class<?>> PARAMS = Map.of(
            "name", String.class,
            "arguments", Map.class,
            "_meta", Map.class,
            "cursor", String.class,
            "level", String.class,
            "protocolVersion", String.class,
            "capabilities", Map.class,
            "clientInfo", Map.class);
    private static final List<String> OF_INITIALIZE = List.of("protocolVersion", "clientInfo");
    private static final List<String> OF_CLIENT = List.of("name", "version");

    private McpMessages() {}

    /** Lets a message pass that can be read; an argument that is null is left out, since the extension fails on it. */
    static void check(RoutingContext context) {
        Map<String, Object> message;
        try {
            message = Json.decodeValue(context.body().buffer()) instanceof JsonObject object ? object.getMap() : null;
        } catch (DecodeException e) {
            refuse(context, null, JsonRpcErrorCodes.PARSE_ERROR, "the message is not JSON, or beyond its limits");
            return;
        }
        if (message == null) {
            refuse(context, null, JsonRpcErrorCodes.INVALID_REQUEST, "a message must be one JSON object");
            return;
        }
        Object id = message.get("id");
        String fault = fault(message);
        if (fault != null) {
            boolean readable = id == null || id instanceof String || id instanceof Number;
            refuse(context, readable ? id : null, JsonRpcErrorCodes.INVALID_PARAMS, fault);
            return;
        }
        if (params(message).get("arguments") instanceof Map<?, ?> arguments
                && arguments.values().removeIf(Objects::isNull)) {
            ((RoutingContextInternal) context).setBody(new JsonObject(message).toBuffer());
        }
        context.next();
    }

    private static String fault(Map<String, Object> message) {
        Object id = message.get("id");
        if (id != null && !(id instanceof String) && !(id instanceof Number)) {
            return "id must be a string or a number";
        }
        String fault = fault("", message, TOP);
        if (fault != null || !(message.get("params") instanceof Map<?, ?>)) {
            return fault;
        }
        fault = fault("params.", params(message), PARAMS);
        if (fault != null || !"initialize".equals(message.get("method"))) {
            return "tools/call".equals(message.get("method"))
                            && fault == null
                            && params(message).get("name") == null
                    ? "params.name must be given"
                    : fault;
        }
        return ofInitialize(params(message));
    }

    private static String ofInitialize(Map<?, ?> params) {
        for (String part : OF_INITIALIZE) {
            if (params.get(part) == null) {
                return "params." + part + " must be given";
            }
        }
        for (String part : OF_CLIENT) {
            if (!(((Map<?, ?>) params.get("clientInfo")).get(part) instanceof String)) {
                return "params.clientInfo." + part + " must be a string";
            }
        }
        return null;
    }

    private static String fault(String path, Map<?, ?> parts, Map<String, Class<?>> types) {
        return types.entrySet().stream()
                .filter(type ->
                        parts.get(type.getKey()) != null && !type.getValue().isInstance(parts.get(type.getKey())))
                .map(type ->
                        path + type.getKey() + " must be " + (type.getValue() == Map.class ? "an object" : "a string"))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static Map<?, ?> params(Map<String, Object> message) {
        return message.get("params") instanceof Map<?, ?> params ? params : Map.of();
    }

    private static void refuse(RoutingContext context, Object id, int code, String text) {
        JsonObject error = new JsonObject()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("error", new JsonObject().put("code", code).put("message", text));
        context.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(error.toBuffer());
    }
}
