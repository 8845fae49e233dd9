package io.epochwise.violations.api;

import org.yaml.snakeyaml.nodes.Node;

/** Sees YAML outside the catalog and where bodies in YAML are read. */
public record SeesYaml(Node node) {}
