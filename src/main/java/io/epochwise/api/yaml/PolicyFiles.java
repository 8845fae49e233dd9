package io.epochwise.api.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.api.GuardrailConfig;
import io.epochwise.api.Policies;
import io.epochwise.api.json.JsonFaults;
import io.epochwise.api.problem.RefusedBodyException;
import io.epochwise.decision.guardrail.Policy;
import io.epochwise.decision.guardrail.PolicyChecks;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.NearMatches;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The policies that the service keeps in files, read once at start-up, so that a wrong file stops the service and not a pipeline. */
@Singleton
@Startup
final class PolicyFiles implements Policies {
    private static final String ENDING = ".yaml";

    private final Map<String, Policy> byName = new TreeMap<>();

    PolicyFiles(GuardrailConfig config, ObjectMapper json) {
        config.directory().ifPresent(directory -> readAll(directory, json));
    }

    private void readAll(Path directory, ObjectMapper json) {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, "*" + ENDING)) {
            for (Path path : paths) {
                String file = path.getFileName().toString();
                byName.put(file.substring(0, file.length() - ENDING.length()), read(path, file, json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read policies: " + e.getMessage(), e);
        }
    }

    private static Policy read(Path path, String file, ObjectMapper json) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Policy policy = json.readValue(YamlDocument.toJson(in), Policy.class);
            PolicyChecks.check(policy);
            return policy;
        } catch (InvalidInputException fault) {
            throw wrong(file, fault.violations());
        } catch (JacksonException fault) {
            throw wrong(file, JsonFaults.violations(fault));
        } catch (RefusedBodyException fault) {
            throw new IllegalStateException(file + ": is empty", fault);
        }
    }

    private static IllegalStateException wrong(String file, List<Violation> violations) {
        return new IllegalStateException(violations.stream()
                .map(violation -> file + ": " + (violation.field().isEmpty() ? "" : violation.field() + " ")
                        + violation.message())
                .collect(Collectors.joining("; ")));
    }

    @Override
    public Policy require(String name) {
        Policy found = byName.get(name);
        if (found == null) {
            throw new UnknownNameException("policy", name, NearMatches.of(name, byName.keySet())).at("policyName");
        }
        return found;
    }

    @Override
    public List<NamedPolicy> all() {
        return byName.entrySet().stream()
                .map(entry -> new NamedPolicy(entry.getKey(), entry.getValue()))
                .toList();
    }
}
