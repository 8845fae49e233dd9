package io.epochwise.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.epochwise.money.Decimals;
import io.epochwise.token.image.RuleParameters;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads the parameters of an image rule: numbers as bounded decimals, words, true and false, and groups of the same. */
@Singleton
final class RuleParametersJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("rule-parameters").addDeserializer(RuleParameters.class, new Reader()));
    }

    private static final class Reader extends StdDeserializer<RuleParameters> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(RuleParameters.class);
        }

        @Override
        public RuleParameters deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.START_OBJECT)) {
                throw rejected(in, "must be an object");
            }
            return new RuleParameters(group(in));
        }

        private static Map<String, Object> group(JsonParser in) throws IOException {
            Map<String, Object> values = new TreeMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                values.put(name, value(in));
            }
            return values;
        }

        private static Object value(JsonParser in) throws IOException {
            return switch (in.currentToken()) {
                case START_OBJECT -> group(in);
                case VALUE_STRING -> startsAsNumber(in.getText()) ? number(in) : in.getText();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in);
                default -> throw rejected(in, "must be a number, a string, true, false or an object");
            };
        }

        /** A decimal may be a string too, as everywhere. */
        private static boolean startsAsNumber(String text) {
            return !text.isEmpty() && Character.isDigit(text.charAt(0));
        }

        private static Object number(JsonParser in) throws IOException {
            try {
                return Decimals.parse(in.getText());
            } catch (NumberFormatException e) {
                throw rejected(in, e.getMessage());
            }
        }

        private static JsonScalars.RejectedValueException rejected(JsonParser in, String message) {
            return new JsonScalars.RejectedValueException(in, message, RuleParameters.class);
        }
    }
}
