package io.epochwise.export;

import java.util.Map;

/**
 * What a provider is called in documents.
 *
 * @param display its name; the catalog's id for one that an operator added
 * @param cloud whether it runs a cloud of its own, on which its models are; of others the sources do not say
 */
record ProviderName(String display, boolean cloud) {
    /** What the catalog calls what is done by oneself. */
    private static final String SELF = "self-hosted";

    private static final Map<String, ProviderName> KNOWN = Map.ofEntries(
            Map.entry("alibaba", new ProviderName("Alibaba Cloud", true)),
            Map.entry("anthropic", new ProviderName("Anthropic", false)),
            Map.entry("aws", new ProviderName("AWS", true)),
            Map.entry("azure", new ProviderName("Microsoft Azure", true)),
            Map.entry("databricks", new ProviderName("Databricks", false)),
            Map.entry("fireworks", new ProviderName("Fireworks AI", false)),
            Map.entry("gemini-api", new ProviderName("Google", true)),
            Map.entry("google", new ProviderName("Google Cloud", true)),
            Map.entry("mistral", new ProviderName("Mistral AI", false)),
            Map.entry("nebius", new ProviderName("Nebius", true)),
            Map.entry("openai", new ProviderName("OpenAI", false)),
            Map.entry("ori", new ProviderName("Ori", false)),
            Map.entry("predibase", new ProviderName("Predibase", false)),
            Map.entry("prime-intellect", new ProviderName("Prime Intellect", false)),
            Map.entry("thinking-machines", new ProviderName("Thinking Machines", false)),
            Map.entry("together", new ProviderName("Together AI", false)));

    /**
     * The name of a provider.
     *
     * @param id the first part of its offerings' ids; null for what is of none
     */
    static ProviderName of(String id) {
        return id == null ? new ProviderName(SELF, false) : KNOWN.getOrDefault(id, new ProviderName(id, false));
    }
}
