package io.epochwise.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
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
            JsonNode tree = context.readTree(parser);
            Class<? extends Dataset> form = tree.has("schema") ? DatasetProfile.class : DatasetSummary.class;
            return context.readTreeAsValue(tree, form);
        }
    }
}
