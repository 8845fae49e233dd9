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

/** Whether messages have the form that JSON-RPC and the protocol demand; one is sent at a time. */
final class McpMessages {
    /** What the parts of a message are, if they are there. */
    private static final List<Part> PARTS = List.of(
            text("method"),
            group("params"),
            text("params.name"),
            group("params.arguments"),
            group("params._meta"),
            text("params.cursor"),
            text("params.level"),
            text("params.protocolVersion"),
            group("params.capabilities"),
            group("params.clientInfo"),
            text("params.clientInfo.name"),
            text("params.clientInfo.version"));

    /** The parts that must be there, by method. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "initialize",
            List.of("params.protocolVersion", "params.clientInfo.name", "params.clientInfo.version"),
            "tools/call",
            List.of("params.name"));

    private McpMessages() {}

    private record Part(String path, Class<?> type, String words) {}

    private static Part text(String path) {
        return new Part(path, String.class, path + " must be a string");
    }

    private static Part group(String path) {
        return new Part(path, Map.class, path + " must be an object");
    }

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
        if (id != null && !(id instanceof String) && !(id instanceof Number)) {
            refuse(context, null, JsonRpcErrorCodes.INVALID_REQUEST, "id must be a string or a number");
            return;
        }
        String fault = fault(message);
        if (fault != null) {
            refuse(context, id, JsonRpcErrorCodes.INVALID_PARAMS, fault);
            return;
        }
        if (part(message, "params.arguments") instanceof Map<?, ?> arguments
                && arguments.values().removeIf(Objects::isNull)) {
            ((RoutingContextInternal) context).setBody(new JsonObject(message).toBuffer());
        }
        context.next();
    }

    /** What is wrong first; null if nothing is. */
    private static String fault(Map<String, Object> message) {
        for (Part part : PARTS) {
            Object value = part(message, part.path);
            if (value != null && !part.type.isInstance(value)) {
                return part.words;
            }
        }
        String method = Objects.toString(message.get("method"), "");
        return NEEDED.getOrDefault(method, List.of()).stream()
                .filter(path -> part(message, path) == null)
                .map(path -> path + " must be given")
                .findFirst()
                .orElse(null);
    }

    private static Object part(Map<?, ?> message, String path) {
        Object part = message;
        for (String name : path.split("\\.")) {
            part = part instanceof Map<?, ?> group ? group.get(name) : null;
        }
        return part;
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
