package io.epochwise.violations.api;

import org.yaml.snakeyaml.nodes.Node;

/** Sees YAML outside the catalog. */
public record SeesYaml(Node node) {}
