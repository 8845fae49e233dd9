/**
 * What YAML means: the JSON that says the same, and nothing where readers of YAML would not agree.
 */
package io.epochwise.api.yaml;
