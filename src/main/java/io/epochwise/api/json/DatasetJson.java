package io.epochwise.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.dataset.Finding;
import io.epochwise.token.TokenRange;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Tells the two forms of a dataset apart: a profile names its schema, a summary has none. */
@Singleton
@RegisterForReflection(
        targets = {
            DatasetSummary.class,
            DatasetProfile.class,
            DatasetProfile.Messages.class,
            DatasetProfile.Text.class,
            DatasetProfile.RoleTokens.class,
            DatasetProfile.Distribution.class,
            DatasetProfile.Bucket.class,
            DatasetProfile.Images.class,
            DatasetProfile.SizeCount.class,
            DatasetProfile.OfferingProfile.class,
            Finding.class,
            TokenRange.class
        })
final class DatasetJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("datasets").addDeserializer(Dataset.class, new Reader()));
    }

    private static final class Reader extends StdDeserializer<Dataset> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Dataset.class);
        }

        @Override
        public Dataset deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try (TokenBuffer tokens = context.bufferAsCopyOfValue(parser)) {
                Class<? extends Dataset> form = namesSchema(tokens) ? DatasetProfile.class : DatasetSummary.class;
                return context.readValue(tokens.asParserOnFirstToken(), form);
            }
        }

        /** Looks at tokens and not at a tree, because a tree has doubles where decimals were given. */
        private static boolean namesSchema(TokenBuffer tokens) throws IOException {
            JsonParser parser = tokens.asParserOnFirstToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("schema")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        }
    }
}
