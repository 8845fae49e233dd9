/**
 * The rim: HTTP, JSON, problem documents, OpenAPI. The only package that knows Quarkus or Jakarta REST; it knows no
 * arithmetic and no facts. What stands around every endpoint is here once: {@link io.epochwise.api.RequestBodies} decodes
 * and bounds what comes in, {@link io.epochwise.api.JsonRules} says what JSON means, {@link
 * io.epochwise.api.QueryParameters} what a parameter means, {@link io.epochwise.api.ProblemMappers} how errors are told.
 */
package io.epochwise.api;
