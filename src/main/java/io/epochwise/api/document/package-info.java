/**
 * Makes the OpenAPI document say what the service does: descriptions, examples, problems. Works while the application is built; at
 * run time {@link io.epochwise.api.document.BuiltDocument} only shows what the build stored.
 */
package io.epochwise.api.document;
