package io.epochwise.catalog;

import io.epochwise.money.Range;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encodings;
import io.epochwise.token.text.ToolTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the offerings of one file; CONTRIBUTING.md shows the format. */
final class OfferingReader {
    /** The price class of providers that have only one. */
    private static final String STANDARD = "standard";

    private final YamlEntry root;
    private final String provider;
    private final Sources sources;
    private final PriceReader priceRows;
    private final ModelReader models;
    private final List<Read> offerings;
    private final List<ReadGpu> gpuTypes;
    private final List<MemoryRule> memoryRules;
    private final HardwareReader hardware;
    private final List<ReadBenchmark> benchmarks;
    private final List<ReadHarness> harnesses;
    private final List<Agreement> agreements;

    /** An offering with the place it was read from. */
    record Read(Offering offering, YamlEntry entry) {
        /** The id and the aliases. */
        List<String> names() {
            List<String> names = new ArrayList<>(offering.aliases());
            names.add(0, offering.id());
            return names;
        }

        CatalogException fault(String message) {
            return entry.fault(message);
        }
    }

    /** A kind of GPU with the place it was read from. */
    record ReadGpu(GpuType gpu, YamlEntry entry) {}

    /** A benchmark with the place it was read from. */
    record ReadBenchmark(Benchmark benchmark, YamlEntry entry) {}

    /** A harness with the place it was read from. */
    record ReadHarness(Harness harness, YamlEntry entry) {}

    /** Prices of the operator for an offering of any file, with the place they were read from. */
    record OwnPrices(Offering offering, List<Price> prices, YamlEntry entry) {
        CatalogException fault(String message) {
            return entry.fault("offering", message);
        }
    }

    OfferingReader(CatalogFile file) {
        root = YamlEntry.root(file);
        provider = root.text("provider", null);
        sources = new Sources(root);
        priceRows = new PriceReader(sources);
        models = new ModelReader(sources);
        hardware = new HardwareReader(sources);
        gpuTypes = root.entries("gpuTypes", entry -> new ReadGpu(hardware.gpuType(entry), entry));
        memoryRules = root.entries("memoryRules", hardware::memoryRule);
        BenchmarkReader evaluation = new BenchmarkReader(sources);
        benchmarks = root.entries("benchmarks", entry -> new ReadBenchmark(evaluation.benchmark(entry), entry));
        harnesses = root.entries("harnesses", entry -> new ReadHarness(evaluation.harness(entry), entry));
        agreements = new AgreementReader(sources).agreements(root);
        root.ignore("definitions");
        offerings = root.entries("offerings", entry -> new Read(offering(entry), entry));
        root.ignore("ownPrices");
        root.ignore("gpuPrices");
        root.close();
    }

    List<Read> offerings() {
        return offerings;
    }

    List<ReadGpu> gpuTypes() {
        return gpuTypes;
    }

    List<MemoryRule> memoryRules() {
        return memoryRules;
    }

    List<ReadBenchmark> benchmarks() {
        return benchmarks;
    }

    List<ReadHarness> harnesses() {
        return harnesses;
    }

    List<Agreement> agreements() {
        return agreements;
    }

    /** Something is wrong with the file as a whole. */
    CatalogException fault(String message) {
        return root.fault(message);
    }

    /** Reads the prices of GPUs, which may be kinds that another file describes. */
    List<GpuPrice> gpuPrices(Set<String> gpus) {
        return hardware.gpuPrices(root, gpus);
    }

    /**
     * Reads the operator's prices, which may be for offerings of any file.
     *
     * @param find gives the offering of an id or alias, or null
     */
    List<OwnPrices> ownPrices(Function<String, Offering> find) {
        return root.entries("ownPrices", entry -> {
            Offering offering = find.apply(entry.text("offering"));
            if (offering == null) {
                throw entry.fault("offering", "there is no offering " + entry.text("offering"));
            }
            List<Price> own = priceRows.prices(entry, offering.defaultTier(), offering.parameters());
            checkCurrency(entry, Stream.concat(offering.prices().stream(), own.stream()));
            return new OwnPrices(offering, own, entry);
        });
    }

    /** Amounts in two currencies would be added up as if they were one. */
    private static void checkCurrency(YamlEntry entry, Stream<Price> prices) {
        List<String> currencies = prices.map(Price::currency).distinct().toList();
        if (currencies.size() > 1) {
            throw entry.fault("prices", "must all be in one currency, list and own, not in " + currencies);
        }
    }

    private Offering offering(YamlEntry entry) {
        String id = entry.text("id");
        if (provider == null || !id.startsWith(provider + "/")) {
            throw entry.fault("id", "must start with the file's provider and a slash: " + provider + "/…");
        }
        String defaultTier = entry.text("defaultTier", STANDARD);
        Parameters parameters = entry.entry("parameters", models::parameters);
        List<Serving> serving = models.serving(entry);
        List<Price> stated = priceRows.prices(entry, defaultTier, parameters);
        checkCurrency(entry, stated.stream());
        List<Price> prices = Stream.concat(stated.stream(), ServingPrices.of(stated, serving).stream())
                .toList();
        return new Offering(
                id,
                provider,
                entry.text("name"),
                entry.texts("aliases"),
                entry.constant("kind", OfferingKind.values()),
                defaultTier,
                prices.stream()
                        .flatMap(price -> price.tiers().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                entry.entry("textEncoding", this::textEncoding),
                entry.entry("messageTokens", this::messageTokens),
                DatedRows.read(
                        entry,
                        "imageRules",
                        this::imageRule,
                        (a, b) -> a.reading() == b.reading() && a.reading() != Reading.REPORTED),
                entry.entry("contextTokens", this::contextTokens),
                entry.entry("fineTuning", this::fineTuning),
                prices,
                List.of(),
                DatedRows.read(entry, "promotions", this::promotion, (a, b) -> a.meter() == b.meter()),
                entry.entries("lifeCycle", this::lifeCycleEvent).stream()
                        .sorted(Comparator.comparing(LifeCycleEvent::on))
                        .toList(),
                DatedRows.read(
                        entry,
                        "limits",
                        this::limit,
                        (a, b) -> a.limit() == b.limit() && DatedRows.meet(a.tiers(), b.tiers())),
                DatedRows.read(
                        entry,
                        "retention",
                        this::retentionRule,
                        (a, b) -> a.topic() == b.topic()
                                && a.value().equals(b.value())
                                && DatedRows.meet(a.tiers(), b.tiers())),
                entry.entry("promptCaching", this::promptCaching),
                serving,
                parameters,
                entry.entry("visionTower", models::visionTower),
                entry.entry("textTower", models::textTower),
                entry.entries("memory", models::memoryNeed),
                entry.entries("servingThroughput", models::servingThroughput),
                entry.entry("license", models::license));
    }

    private Promotion promotion(YamlEntry entry) {
        entry.require("freePerDay");
        return new Promotion(
                entry.constant("meter", Meter.values()),
                entry.count("freePerDay"),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private LifeCycleEvent lifeCycleEvent(YamlEntry entry) {
        entry.require("on");
        LifeCycleEvent event = new LifeCycleEvent(
                entry.constant("event", LifeCycleEventType.values()),
                entry.date("on"),
                Boolean.TRUE.equals(entry.flag("noEarlierThan")),
                entry.constant("appliesTo", Audience.values(), Audience.EVERYONE),
                entry.texts("replacements"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        if (event.event() == LifeCycleEventType.REROUTED && event.replacements().size() != 1) {
            throw entry.fault("replacements", "must name the one offering that answers from then on");
        }
        return event;
    }

    private Limit limit(YamlEntry entry) {
        Limit limit = new Limit(
                entry.constant("limit", LimitName.values()),
                entry.decimal("min"),
                entry.decimal("max"),
                entry.decimal("usual"),
                entry.texts("values"),
                entry.texts("tiers"),
                entry.constant("effect", Effect.values(), Effect.UNSTATED),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        if (limit.min() == null && limit.max() == null && limit.values().isEmpty()) {
            throw entry.fault("a limit needs min, max or values");
        }
        if (limit.min() != null && limit.max() != null && limit.min().compareTo(limit.max()) > 0) {
            throw entry.fault("min", "must be at most max");
        }
        return limit;
    }

    private RetentionRule retentionRule(YamlEntry entry) {
        return new RetentionRule(
                entry.constant("topic", RetentionTopic.values()),
                entry.text("value"),
                entry.has("days") ? entry.smallCount("days") : null,
                entry.texts("regions"),
                entry.texts("tiers"),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private ImageRuleFact imageRule(YamlEntry entry) {
        ImageRuleFact fact = new ImageRuleFact(
                entry.text("rule"),
                entry.tree("parameters"),
                entry.constant("reading", Reading.values(), Reading.DOCUMENTED),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        try {
            fact.compile();
        } catch (IllegalArgumentException e) {
            throw entry.fault("rule", e.getMessage());
        }
        return fact;
    }

    private TextEncoding textEncoding(YamlEntry entry) {
        String encoding = entry.text("encoding");
        if (!Encodings.ids().contains(encoding)) {
            throw entry.fault("encoding", "\"" + encoding + "\" is none of " + Encodings.ids());
        }
        return new TextEncoding(
                encoding,
                entry.entry("ratio", OfferingReader::ratio),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private static Range ratio(YamlEntry entry) {
        try {
            return new Range(
                    entry.requiredDecimal("low"), entry.requiredDecimal("expected"), entry.requiredDecimal("high"));
        } catch (IllegalArgumentException e) {
            throw entry.fault("expected", "must lie between low and high");
        }
    }

    private MessageTokens messageTokens(YamlEntry entry) {
        String toolFamily = entry.text("toolFamily", null);
        if (toolFamily != null && !ToolTokens.ids().contains(toolFamily)) {
            throw entry.fault("toolFamily", "\"" + toolFamily + "\" is none of " + ToolTokens.ids());
        }
        return new MessageTokens(
                new MessageOverhead(
                        entry.smallCount("perMessage"),
                        entry.smallCount("perName"),
                        entry.smallCount("perRequest"),
                        Objects.requireNonNullElse(entry.entry("perExample", this::tokenRange), TokenRange.ZERO)),
                toolFamily,
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private TokenRange tokenRange(YamlEntry entry) {
        try {
            return new TokenRange(entry.smallCount("low"), entry.smallCount("expected"), entry.smallCount("high"));
        } catch (IllegalArgumentException e) {
            throw entry.fault("expected", "must lie between low and high");
        }
    }

    private ContextTokens contextTokens(YamlEntry entry) {
        return new ContextTokens(
                entry.count("training"),
                entry.count("inference"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private FineTuning fineTuning(YamlEntry entry) {
        List<Method> methods = entry.constants("methods", Method.values());
        List<Method> visionMethods = entry.constants("visionMethods", Method.values());
        if (!methods.containsAll(visionMethods)) {
            throw entry.fault("visionMethods", "must be among methods");
        }
        boolean visionUnknown = Boolean.TRUE.equals(entry.flag("visionUnknown"));
        if (visionUnknown && visionMethods.containsAll(methods)) {
            throw entry.fault("visionUnknown", "must be left out where visionMethods holds all methods");
        }
        long billingUnit = Objects.requireNonNullElse(entry.count("billingUnit"), 1L);
        if (billingUnit == 0) {
            throw entry.fault("billingUnit", "must be at least 1");
        }
        return new FineTuning(
                methods,
                visionMethods,
                visionUnknown,
                entry.texts("adapters"),
                entry.constant("schedule", Schedule.values(), Schedule.EPOCHS),
                Boolean.TRUE.equals(entry.flag("packingOff")),
                billingUnit,
                entry.constant("validation", ValidationBilling.values(), ValidationBilling.UNSTATED),
                entry.text("markUp", null),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private PromptCaching promptCaching(YamlEntry entry) {
        return new PromptCaching(
                entry.text("mode"),
                entry.count("minimumPrefixTokens"),
                entry.count("incrementTokens"),
                entry.text("lifeTime", null),
                entry.count("idleMinutes"),
                entry.flag("tunedModels"),
                entry.flag("images"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }
}
