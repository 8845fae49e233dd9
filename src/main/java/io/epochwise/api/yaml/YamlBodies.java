package io.epochwise.api.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.epochwise.api.MediaTypes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads a question in YAML. It is first written as JSON and then read as every other question is: so all that JSON must keep
 * to holds for YAML too, and the same question has the same answer, to the byte.
 */
@Provider
@Consumes(MediaTypes.YAML)
public final class YamlBodies implements MessageBodyReader<Object> {
    private final ObjectMapper json;

    YamlBodies(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String question = YamlDocument.toJson(body);
        try {
            return json.readerFor(json.constructType(genericType)).readValue(question);
        } catch (InvalidDefinitionException fault) {
            throw fault;
        } catch (JacksonException fault) {
            throw new WebApplicationException(fault, Response.Status.BAD_REQUEST);
        }
    }
}
