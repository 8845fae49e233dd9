package io.epochwise.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.epochwise.api.OverloadedException;
import io.epochwise.api.json.JsonFaults;
import io.epochwise.api.json.QueryParameters;
import io.epochwise.dataset.UnfinishedDatasetException;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Turns every failure into a problem document, once, and never says more than the caller already knows. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    RestResponse<Problem> invalidInput(InvalidInputException fault) {
        return answer(Problem.invalid(fault.violations()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unknownName(UnknownNameException fault) {
        return answer(Problem.unknownName(fault));
    }

    @ServerExceptionMapper
    RestResponse<Problem> brokenRule(ConstraintViolationException fault, UriInfo uri, SimpleResourceInfo endpoint) {
        boolean ours = fault.getConstraintViolations().stream()
                .flatMap(violation -> Stream.of(ViolatedPaths.last(violation)))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
        return ours ? unforeseen(fault) : answer(Problem.invalid(ViolatedPaths.violations(fault, uri, endpoint)));
    }

    /** The two are one method because the reader wraps some faults of JSON and not others. */
    @ServerExceptionMapper({WebApplicationException.class, MismatchedInputException.class})
    RestResponse<Problem> refused(Exception fault, UriInfo uri) {
        Throwable cause = fault instanceof WebApplicationException ? fault.getCause() : fault;
        if (cause instanceof JacksonException json && !(cause instanceof InvalidDefinitionException)) {
            return answer(Problem.invalid(JsonFaults.violations(json)));
        }
        if (cause instanceof InvalidInputException rule) {
            return invalidInput(rule);
        }
        if (cause instanceof QueryParameters.UnreadableParameterException unreadable) {
            return answer(Problem.invalid(named(unreadable, uri)));
        }
        int status = ((WebApplicationException) fault).getResponse().getStatus();
        if (status == 404 && cause != null) {
            return answer(Problem.of(400, "a parameter of the path or the query cannot be read"));
        }
        return status >= 500 ? unforeseen(fault) : answer(Problem.of(status, null));
    }

    @ServerExceptionMapper
    RestResponse<Problem> overloaded(OverloadedException fault) {
        return answer(Problem.of(503, fault.getMessage() + "; ask again in a few seconds"));
    }

    @ServerExceptionMapper
    RestResponse<Problem> interrupted(IOException fault) {
        return unforeseen(fault);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unforeseen(Throwable fault) {
        Long line = null;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnfinishedDatasetException unfinished) {
                line = unfinished.line();
            }
            if (cause instanceof RefusedBodyException refused) {
                return answer(
                        line == null ? refused.problem() : refused.problem().inLine(line));
            }
            if (cause instanceof ClientGoneException) {
                LOG.debug("a client stopped before the end of its body");
                return answer(Problem.of(400, "the body ended early"));
            }
        }
        LOG.error("request failed", Wordless.of(fault));
        return answer(Problem.of(500, null));
    }

    private static List<Violation> named(QueryParameters.UnreadableParameterException fault, UriInfo uri) {
        List<Violation> violations = Stream.of(uri.getQueryParameters(), uri.getPathParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .filter(parameter -> parameter.getValue().contains(fault.text()))
                .map(parameter -> new Violation(parameter.getKey(), fault.getMessage()))
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        return violations.isEmpty() ? List.of(new Violation("", fault.getMessage())) : violations;
    }

    private static RestResponse<Problem> answer(Problem problem) {
        var response = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        if (problem.status() == 405) {
            Set<String> allowed = AllowedMethods.here();
            response.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, OverloadedException.RETRY_AFTER_SECONDS);
        }
        return response.build();
    }
}
