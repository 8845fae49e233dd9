package io.epochwise.catalog;

import io.epochwise.money.Rate;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.text.Encodings;
import io.epochwise.token.text.ToolTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the offerings of one file; CONTRIBUTING.md shows the format. */
final class OfferingReader {
    /** The price class of providers that have only one. */
    private static final String STANDARD = "standard";

    private final YamlEntry root;
    private final String provider;
    private final Map<String, Source> sources;
    private final List<Read> offerings;

    /** A source as the file registers it. */
    private record Source(String citation, LocalDate asOf, Grade grade) {}

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

    /** Prices of the operator for an offering of any file, with the place they were read from. */
    record OwnPrices(Offering offering, List<Price> prices, YamlEntry entry) {
        CatalogException fault(String message) {
            return entry.fault("offering", message);
        }
    }

    OfferingReader(CatalogFile file) {
        root = YamlEntry.root(file);
        provider = root.text("provider", null);
        sources = root.entriesByKey(
                "sources",
                entry -> new Source(
                        entry.text("citation"), entry.date("asOf"), entry.constant("grade", Grade.values())));
        root.ignore("definitions");
        offerings = root.entries("offerings", entry -> new Read(offering(entry), entry));
        root.ignore("ownPrices");
        root.close();
    }

    List<Read> offerings() {
        return offerings;
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
            List<Price> own = prices(entry, offering.defaultTier());
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
        List<Price> prices = prices(entry, defaultTier);
        checkCurrency(entry, prices.stream());
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
                rows(
                        entry,
                        "imageRules",
                        this::imageRule,
                        (a, b) -> a.reading() == b.reading() && a.reading() != Reading.REPORTED),
                entry.entry("contextTokens", this::contextTokens),
                entry.entry("fineTuning", this::fineTuning),
                prices,
                List.of(),
                rows(entry, "promotions", this::promotion, (a, b) -> a.meter() == b.meter()),
                entry.entries("lifeCycle", this::lifeCycleEvent).stream()
                        .sorted(Comparator.comparing(LifeCycleEvent::on))
                        .toList(),
                rows(entry, "limits", this::limit, (a, b) -> a.limit() == b.limit() && meet(a.tiers(), b.tiers())),
                rows(
                        entry,
                        "retention",
                        this::retentionRule,
                        (a, b) -> a.topic() == b.topic() && a.value().equals(b.value()) && meet(a.tiers(), b.tiers())),
                entry.entry("promptCaching", this::promptCaching));
    }

    private List<Price> prices(YamlEntry entry, String defaultTier) {
        return rows(
                entry,
                "prices",
                row -> price(row, defaultTier),
                (a, b) -> a.meter() == b.meter()
                        && a.unit() == b.unit()
                        && Objects.equals(a.variant(), b.variant())
                        && Objects.equals(a.fromInputTokens(), b.fromInputTokens())
                        && meet(a.tiers(), b.tiers())
                        && a.regions().isEmpty() == b.regions().isEmpty()
                        && meet(a.regions(), b.regions()));
    }

    private Price price(YamlEntry entry, String defaultTier) {
        Meter meter = entry.constant("meter", Meter.values());
        Unit unit = entry.constant("unit", Unit.values(), meter.units().get(0));
        if (!meter.units().contains(unit)) {
            throw entry.fault("unit", "a price of " + meter + " counts one of " + meter.units());
        }
        List<String> tiers = entry.texts("tiers");
        Price price = new Price(
                meter,
                entry.decimal("amount"),
                entry.decimal("low"),
                entry.decimal("high"),
                Objects.requireNonNullElse(entry.decimal("per"), BigDecimal.ONE),
                unit,
                entry.text("currency", "USD"),
                tiers.isEmpty() ? List.of(defaultTier) : tiers,
                entry.texts("regions").stream().map(Offering::regionKey).toList(),
                entry.text("variant", null),
                entry.count("fromInputTokens"),
                entry.date("from"),
                entry.date("to"),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
        if ((price.amount() == null) != (price.status() == FactStatus.NOT_FOUND)) {
            throw entry.fault("amount", "must be given, or else the status must be not-found");
        }
        boolean disputed = price.low() != null || price.high() != null;
        if (disputed != (price.status() == FactStatus.CONFLICT)) {
            throw entry.fault("status", "must be conflict where low or high is given, and only there");
        }
        try {
            new Rate(Objects.requireNonNullElse(price.amount(), BigDecimal.ZERO), price.per());
        } catch (IllegalArgumentException e) {
            throw entry.fault("amount", e.getMessage());
        }
        boolean disordered = price.low() != null && price.low().compareTo(price.amount()) > 0
                || price.high() != null && price.high().compareTo(price.amount()) < 0;
        if (disordered) {
            throw entry.fault("amount", "must lie between low and high");
        }
        return price;
    }

    private Promotion promotion(YamlEntry entry) {
        entry.require("freePerDay");
        return new Promotion(
                entry.constant("meter", Meter.values()),
                entry.count("freePerDay"),
                entry.date("from"),
                entry.date("to"),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
    }

    private LifeCycleEvent lifeCycleEvent(YamlEntry entry) {
        entry.require("on");
        return new LifeCycleEvent(
                entry.constant("event", LifeCycleEventType.values()),
                entry.date("on"),
                Boolean.TRUE.equals(entry.flag("noEarlierThan")),
                entry.constant("appliesTo", Audience.values(), Audience.EVERYONE),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
    }

    private Limit limit(YamlEntry entry) {
        Limit limit = new Limit(
                entry.constant("limit", LimitName.values()),
                entry.decimal("min"),
                entry.decimal("max"),
                entry.texts("values"),
                entry.texts("tiers"),
                entry.constant("effect", Effect.values(), Effect.UNSTATED),
                entry.date("from"),
                entry.date("to"),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
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
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
    }

    private ImageRuleFact imageRule(YamlEntry entry) {
        ImageRuleFact fact = new ImageRuleFact(
                entry.text("rule"),
                entry.tree("parameters"),
                entry.constant("reading", Reading.values(), Reading.DOCUMENTED),
                entry.date("from"),
                entry.date("to"),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
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
                encoding, source(entry), asOf(entry), grade(entry), status(entry), entry.text("note", null));
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
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
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
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
    }

    private FineTuning fineTuning(YamlEntry entry) {
        List<Method> methods = entry.constants("methods", Method.values());
        List<Method> visionMethods = entry.constants("visionMethods", Method.values());
        if (!methods.containsAll(visionMethods)) {
            throw entry.fault("visionMethods", "must be among methods");
        }
        long billingUnit = Objects.requireNonNullElse(entry.count("billingUnit"), 1L);
        if (billingUnit == 0) {
            throw entry.fault("billingUnit", "must be at least 1");
        }
        return new FineTuning(
                methods,
                visionMethods,
                billingUnit,
                entry.constant("validation", ValidationBilling.values(), ValidationBilling.UNSTATED),
                entry.text("markUp", null),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
    }

    private PromptCaching promptCaching(YamlEntry entry) {
        return new PromptCaching(
                entry.text("mode"),
                entry.count("minimumPrefixTokens"),
                entry.count("incrementTokens"),
                entry.text("lifeTime", null),
                entry.flag("tunedModels"),
                entry.flag("images"),
                source(entry),
                asOf(entry),
                grade(entry),
                status(entry),
                entry.text("note", null));
    }

    /** Rows of which no two that clash may be in force on the same day. */
    private <T extends Dated> List<T> rows(
            YamlEntry entry, String key, Function<YamlEntry, T> read, BiPredicate<T, T> clash) {
        List<YamlEntry> places = new ArrayList<>();
        List<T> rows = entry.entries(key, row -> {
            places.add(row);
            return read.apply(row);
        });
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (row.from() != null && row.to() != null && !row.from().isBefore(row.to())) {
                throw places.get(i).fault("from", "must be before to");
            }
            for (int j = 0; j < i; j++) {
                if (row.overlaps(rows.get(j)) && clash.test(row, rows.get(j))) {
                    throw places.get(i).fault("overlaps an earlier row of " + key + " for the same thing and dates");
                }
            }
        }
        return rows;
    }

    /** Whether two lists, where an empty one means all, have something in common. */
    private static boolean meet(List<String> a, List<String> b) {
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }

    private String source(YamlEntry entry) {
        if (entry.texts("source").isEmpty()) {
            throw entry.fault("missing key \"source\"");
        }
        return entry.texts("source").stream()
                .map(key -> key + ": " + registered(entry, key).citation())
                .collect(Collectors.joining("; "));
    }

    private LocalDate asOf(YamlEntry entry) {
        return entry.has("asOf") ? entry.date("asOf") : firstSource(entry).asOf();
    }

    private Grade grade(YamlEntry entry) {
        return entry.constant("grade", Grade.values(), firstSource(entry).grade());
    }

    private static FactStatus status(YamlEntry entry) {
        return entry.constant("status", FactStatus.values(), FactStatus.STATED);
    }

    private Source firstSource(YamlEntry entry) {
        return registered(entry, entry.texts("source").get(0));
    }

    private Source registered(YamlEntry entry, String key) {
        Source source = sources.get(key);
        if (source == null) {
            throw entry.fault("source", "\"" + key + "\" is not among the file's sources");
        }
        return source;
    }
}
