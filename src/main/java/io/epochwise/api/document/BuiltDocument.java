package io.epochwise.api.document;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.Config;

/**
 * Shows the OpenAPI document as the build stored it, JSON and YAML. The platform would read the stored document at every
 * start, only to write it again in both forms, which takes longer than all the rest of a start. It still does if servers are
 * set when the service starts, because the document is then not the stored one.
 */
@Singleton
@Unremovable
@Alternative
@Priority(1)
public final class BuiltDocument extends OpenApiDocumentService {
    private final ClassLoader application = Thread.currentThread().getContextClassLoader();
    private final boolean changed;

    BuiltDocument(Config config) {
        changed = config.getOptionalValue("mp.openapi.servers", String.class).isPresent()
                || config.getOptionalValue("quarkus.smallrye-openapi.servers", String.class)
                        .isPresent();
        if (!changed) {
            // The platform makes this bean and at once looks here for the document to read. It is to find none.
            OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
        }
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        if (changed) {
            return super.getDocument(name, format);
        }
        String stored = OpenApiConstants.BASE_NAME + "." + format;
        try (InputStream in = application.getResourceAsStream(stored)) {
            if (in == null) {
                throw new FileNotFoundException(stored);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the OpenAPI document", e);
        }
    }
}
