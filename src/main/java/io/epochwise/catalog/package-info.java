/**
 * Offerings and their facts: prices by date, image rules, limits, retention, life cycle; read from YAML, validated,
 * looked up by date. Knows where each fact comes from and how good the source is; knows nothing of datasets, estimates
 * or HTTP.
 */
package io.epochwise.catalog;
