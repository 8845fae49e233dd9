package io.epochwise.api;

import io.epochwise.decision.EstimateDiff;
import io.epochwise.export.DiffMarkdown;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Answers with a diff in Markdown where that is what the caller accepts. */
@Provider
@Produces(MediaTypes.MARKDOWN)
public final class MarkdownDiffs implements MessageBodyWriter<EstimateDiff> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == EstimateDiff.class;
    }

    @Override
    public void writeTo(
            EstimateDiff diff,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(DiffMarkdown.of(diff).getBytes(StandardCharsets.UTF_8));
    }
}
