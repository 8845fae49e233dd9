package io.epochwise.api.problem;

import io.epochwise.fault.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Says which field or parameter breaks a constraint, in the caller's names. Validation itself names Java methods and
 * parameters: the method is dropped, and so is the parameter that is the body. A parameter of a query or path is named
 * as in Java, so endpoints give both the same name (which {@code @RestQuery} does by default).
 */
final class ViolatedPaths {
    private ViolatedPaths() {}

    static List<Violation> violations(ConstraintViolationException fault, UriInfo uri, SimpleResourceInfo endpoint) {
        return fault.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation, uri, endpoint), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    static Path.Node last(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return last;
    }

    private static String field(ConstraintViolation<?> violation, UriInfo uri, SimpleResourceInfo endpoint) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.isInIterable() && node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.isInIterable() && node.getKey() != null) {
                path.append(path.isEmpty() ? "" : ".").append(node.getKey());
            }
            boolean named = node.getKind() == ElementKind.PROPERTY
                    || node.getKind() == ElementKind.PARAMETER
                            && !isBody(node.as(Path.ParameterNode.class), uri, endpoint);
            if (named) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.toString();
    }

    private static boolean isBody(Path.ParameterNode parameter, UriInfo uri, SimpleResourceInfo endpoint) {
        if (uri.getQueryParameters().containsKey(parameter.getName())
                || uri.getPathParameters().containsKey(parameter.getName())) {
            return false;
        }
        Class<?> type = endpoint.parameterTypes()[parameter.getParameterIndex()];
        return type.isRecord() || Collection.class.isAssignableFrom(type) || type == InputStream.class;
    }
}
