package io.epochwise.catalog.list;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list's names for provider and model in the catalog's terms: the catalog's provider, the vendor's own model id
 * without the list's prefix, and what else the list puts into the name.
 *
 * @param tier the price class the name speaks of; null for the usual one
 * @param region the region the name speaks of, without hyphens as in the catalog; null if none
 */
record ListedName(String provider, String model, String tier, String region) {
    /** The catalog's providers by the lists' names for them; those not here keep the list's. */
    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("google", "gemini-api"),
            Map.entry("gemini", "gemini-api"),
            Map.entry("google-vertex", "google"),
            Map.entry("google-vertex-anthropic", "google"),
            Map.entry("vertex-ai", "google"),
            Map.entry("bedrock", "aws"),
            Map.entry("amazon-bedrock", "aws"),
            Map.entry("azure-ai", "azure"),
            Map.entry("azure-openai", "azure"),
            Map.entry("azure-text", "azure"),
            Map.entry("azure-cognitive-services", "azure"),
            Map.entry("together-ai", "together"),
            Map.entry("togetherai", "together"),
            Map.entry("fireworks-ai", "fireworks"),
            Map.entry("mistral-ai", "mistral"),
            Map.entry("mistralai", "mistral"),
            Map.entry("dashscope", "alibaba"),
            Map.entry("open-ai", "openai"),
            Map.entry("text-completion-openai", "openai"),
            Map.entry("cohere-chat", "cohere"),
            Map.entry("perplexity-ai", "perplexity"),
            Map.entry("x-ai", "xai"),
            Map.entry("moonshotai", "moonshot"),
            Map.entry("z-ai", "zai"),
            Map.entry("novita-ai", "novita"));

    /** LiteLLM's {@code vertex_ai-language-models}, {@code bedrock_converse}: the family, a dash, what is called there. */
    private static final Map<String, String> FAMILIES = Map.of("vertex-ai-", "google", "bedrock-", "aws");

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern MODEL = Pattern.compile("[!-~&&[^\\\\]]{1,200}");
    private static final Pattern AWS_REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,2}-\\d");
    private static final Set<String> AZURE_GLOBAL = Set.of("global", "global-standard");
    private static final Set<String> AZURE_DATA_ZONES = Set.of("eu", "us");

    /**
     * The names of a list whose models have no prefix.
     *
     * @return empty if one of them cannot be read
     */
    static Optional<ListedName> of(String listProvider, String listModel) {
        if (listProvider == null
                || listModel == null
                || !MODEL.matcher(listModel).matches()) {
            return Optional.empty();
        }
        String provider = provider(listProvider);
        return PROVIDER.matcher(provider).matches()
                ? Optional.of(new ListedName(provider, listModel, null, null))
                : Optional.empty();
    }

    /**
     * The names of a list that puts the provider before the model, and before that of Bedrock and Azure also the region or
     * deployment type: {@code bedrock/us-west-2/…}, {@code azure/eu/…}, {@code azure/global-standard/…}. Azure's plain
     * price is its global one.
     *
     * @return empty if one of them cannot be read
     */
    static Optional<ListedName> ofPrefixed(String listProvider, String listModel) {
        return of(listProvider, listModel).map(whole -> {
            int slash = whole.model.indexOf('/');
            boolean prefixed =
                    slash > 0 && provider(whole.model.substring(0, slash)).equals(whole.provider);
            return (prefixed ? whole.without(slash) : whole).withoutPlace();
        });
    }

    private ListedName withoutPlace() {
        int slash = model.indexOf('/');
        if (slash < 1 || slash == model.length() - 1) {
            return this;
        }
        String first = model.substring(0, slash);
        ListedName rest = without(slash);
        if (provider.equals("aws") && AWS_REGION.matcher(first).matches()) {
            return new ListedName(provider, rest.model, null, first.replace("-", ""));
        }
        if (provider.equals("azure") && AZURE_GLOBAL.contains(first)) {
            return rest;
        }
        if (provider.equals("azure") && AZURE_DATA_ZONES.contains(first)) {
            return new ListedName(provider, rest.model, "data-zone", first);
        }
        return this;
    }

    private ListedName without(int slash) {
        return slash == model.length() - 1 ? this : new ListedName(provider, model.substring(slash + 1), tier, region);
    }

    private static String provider(String listProvider) {
        String name = listProvider.toLowerCase(Locale.ROOT).replace('_', '-');
        return FAMILIES.entrySet().stream()
                .filter(family -> name.startsWith(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> PROVIDERS.getOrDefault(name, name));
    }
}
