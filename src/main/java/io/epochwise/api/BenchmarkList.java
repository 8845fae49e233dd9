package io.epochwise.api;

import io.epochwise.catalog.Benchmark;
import io.epochwise.catalog.Harness;
import java.util.List;

/**
 * Public sets of questions and the harnesses that run them.
 *
 * @param catalogVersion the catalog's version
 * @param benchmarks in order of their ids
 * @param harnesses in order of their ids
 */
public record BenchmarkList(String catalogVersion, List<Benchmark> benchmarks, List<Harness> harnesses) {}
