/**
 * Makes the OpenAPI document say what the service does: descriptions, examples, problems. Works while the application is built;
 * nothing of it is needed at run time.
 */
package io.epochwise.api.document;
