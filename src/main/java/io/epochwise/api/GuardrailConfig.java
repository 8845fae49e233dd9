package io.epochwise.api;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where policies of guardrails are kept. */
@ConfigMapping(prefix = "epochwise.guardrails")
public interface GuardrailConfig {
    /** A folder of {@code *.yaml} files, each a policy of that name. */
    Optional<Path> directory();
}
