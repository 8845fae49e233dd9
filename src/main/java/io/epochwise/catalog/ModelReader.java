package io.epochwise.catalog;

import java.util.List;
import java.util.Objects;

/** Reads what a model is made of and how it is served. */
final class ModelReader {
    private final Sources sources;

    ModelReader(Sources sources) {
        this.sources = sources;
    }

    Parameters parameters(YamlEntry entry) {
        return new Parameters(
                entry.count("total"),
                entry.count("active"),
                entry.count("languageModel"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    VisionTower visionTower(YamlEntry entry) {
        return new VisionTower(
                entry.text("encoder"),
                entry.count("parameters"),
                entry.decimal("gigaflopsPerCrop"),
                entry.count("mostCrops"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    TextTower textTower(YamlEntry entry) {
        entry.require("contextTokens");
        return new TextTower(
                entry.count("contextTokens"),
                entry.requiredDecimal("gigaflopsPerText"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    ServingThroughput servingThroughput(YamlEntry entry) {
        ServingThroughput row = new ServingThroughput(
                entry.text("engine"),
                entry.text("gpu"),
                entry.smallCount("gpus"),
                entry.smallCount("gpusPerReplica"),
                entry.text("workload"),
                Boolean.TRUE.equals(entry.flag("images")),
                entry.decimal("requestsPerSecond"),
                entry.decimal("outputTokensPerSecond"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        if (row.gpusPerReplica() == 0 || row.gpus() == 0 || row.gpus() % row.gpusPerReplica() != 0) {
            throw entry.fault("gpus", "must be a multiple of gpusPerReplica, and both at least 1");
        }
        if (row.requestsPerSecond() == null && row.outputTokensPerSecond() == null) {
            throw entry.fault("a throughput needs requestsPerSecond or outputTokensPerSecond");
        }
        return row;
    }

    MemoryNeed memoryNeed(YamlEntry entry) {
        return new MemoryNeed(
                entry.text("adapter"),
                entry.requiredDecimal("gigabytes"),
                entry.has("gpus") ? entry.count("gpus") : 1,
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    License license(YamlEntry entry) {
        return new License(
                entry.text("name"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    /** The ways of serving, of which one mode holds once on a day. */
    List<Serving> serving(YamlEntry entry) {
        return DatedRows.read(
                entry,
                "serving",
                this::way,
                (a, b) -> a.mode() == b.mode()
                        && Objects.equals(a.variant(), b.variant())
                        && DatedRows.meet(a.adapters(), b.adapters())
                        && DatedRows.meet(a.regions(), b.regions()));
    }

    private Serving way(YamlEntry entry) {
        Serving way = new Serving(
                entry.constant("mode", ServingMode.values()),
                entry.decimal("multiplier"),
                entry.text("variant", null),
                entry.texts("adapters"),
                entry.count("minimumUnits"),
                entry.count("minimumMonths"),
                entry.texts("regions"),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        boolean multiplied = way.mode() == ServingMode.MULTIPLIER;
        if (multiplied != (way.multiplier() != null)
                || multiplied && way.multiplier().signum() <= 0) {
            throw entry.fault("multiplier", "must be given, above zero, in the mode multiplier and only there");
        }
        return way;
    }
}
