package io.epochwise.policy;

/**
 * What is known of the organization that asks. Each part may be null: not said.
 *
 * @param hasFineTuned whether it ever created a fine-tuning job at the provider
 * @param recentTunedInference whether it called a model of its own tuning at the provider within the time the provider
 *     sets (OpenAI: the last 60 days)
 * @param azureCustomer whether it already is a customer of Azure OpenAI
 */
public record Organization(Boolean hasFineTuned, Boolean recentTunedInference, Boolean azureCustomer) {
    /** Nothing is said. */
    public static final Organization UNKNOWN = new Organization(null, null, null);
}
