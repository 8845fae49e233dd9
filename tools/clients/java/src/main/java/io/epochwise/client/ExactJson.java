package io.epochwise.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.epochwise.client.model.ComparisonRequest;
import io.epochwise.client.model.Dataset;
import io.epochwise.client.model.DatasetProfile;
import io.epochwise.client.model.DatasetSummary;
import io.epochwise.client.model.EvaluationRequest;
import io.epochwise.client.model.InferenceRequest;
import io.epochwise.client.model.PromptShorteningRequest;
import io.epochwise.client.model.TrainingRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/** What the generated client reads and writes JSON with, so that no decimal changes on the way. Copy it with the pom. */
public final class ExactJson {
    /** What a union of questions can be. */
    private static final Set<Class<?>> QUESTIONS = Set.of(
            TrainingRequest.class,
            InferenceRequest.class,
            EvaluationRequest.class,
            ComparisonRequest.class,
            PromptShorteningRequest.class);

    private ExactJson() {}

    /** The mapper that the generated client comes with, and what it leaves to do. */
    public static ObjectMapper mapper() {
        ObjectMapper json = ApiClient.createDefaultObjectMapper();
        // A decimal is written as the string that the service writes, never with an exponent.
        json.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        // Unions are read by way of a tree, which would make a double of a number and strip zeros.
        json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        // Generated readers of unions try all forms and give up if several can be read, and Jackson minds no missing field.
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).addHandler(new UnknownFields());
        json.addMixIn(Dataset.class, EitherDataset.class);
        return json;
    }

    /** Of an answer they are skipped, since a later service may know more; a question is told from another by them. */
    private static final class UnknownFields extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context, JsonParser in, JsonDeserializer<?> reader, Object bean, String field)
                throws IOException {
            if (QUESTIONS.contains(bean.getClass())) {
                return false;
            }
            in.skipChildren();
            return true;
        }
    }

    @JsonDeserialize(using = DatasetReader.class)
    private interface EitherDataset {}

    /** Only a profile names its schema. */
    static final class DatasetReader extends JsonDeserializer<Dataset> {
        @Override
        public Dataset deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(in);
            return tree.has("schema")
                    ? new Dataset(context.readTreeAsValue(tree, DatasetProfile.class))
                    : new Dataset(context.readTreeAsValue(tree, DatasetSummary.class));
        }
    }
}
