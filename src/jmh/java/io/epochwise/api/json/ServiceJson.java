package io.epochwise.api.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.epochwise.api.RequestLimits;

/** JSON as the service reads and writes it, without the service. */
public final class ServiceJson {
    private static final int ENOUGH = 1 << 25;

    private ServiceJson() {}

    /** A mapper like the service's. */
    public static ObjectMapper mapper() {
        ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
        new JsonRules(new Unlimited()).customize(json);
        new DatasetJson().customize(json);
        new DiffJson().customize(json);
        new RuleParametersJson().customize(json);
        return json;
    }

    private static final class Unlimited implements RequestLimits {
        @Override
        public long maxJsonBytes() {
            return ENOUGH;
        }

        @Override
        public int maxStringCharacters() {
            return ENOUGH;
        }

        @Override
        public int maxExpansion() {
            return ENOUGH;
        }
    }
}
