package io.epochwise.policy;

/**
 * What is known of the organization that asks. Each part may be null: not said.
 *
 * @param hasFineTuned whether it ever created a fine-tuning job at the provider
 * @param recentTunedInference whether it called a model of its own tuning at the provider within the time the provider
 *     sets (OpenAI: the last 60 days)
 * @param azureCustomer whether it already is a customer of Azure OpenAI
 * @param existingCustomer whether it already used the model, or the service, at the provider
 */
public record Organization(
        Boolean hasFineTuned, Boolean recentTunedInference, Boolean azureCustomer, Boolean existingCustomer) {
    /** Nothing is said. */
    public static final Organization UNKNOWN = new Organization(null, null, null, null);

    private static final String AZURE = "azure";

    /** The same organization as one that has a tuned model, and so already is a customer where nothing else is said. */
    Organization asCustomer() {
        return new Organization(
                hasFineTuned,
                recentTunedInference,
                azureCustomer,
                existingCustomer == null && azureCustomer == null ? Boolean.TRUE : existingCustomer);
    }

    /** Whether it already is a customer of that provider; null if it is not said. */
    Boolean customerOf(String provider) {
        return AZURE.equals(provider) && azureCustomer != null ? azureCustomer : existingCustomer;
    }

    /** What is known of it at another provider. */
    Organization elsewhere() {
        return new Organization(null, null, azureCustomer, null);
    }
}
