package io.epochwise.catalog;

import io.epochwise.money.Decimals;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalog as one page to read: all facts in words, each with the key of its source, sources at the end. */
final class CatalogPage {
    private final StringBuilder out = new StringBuilder();
    private final SourceKeys sources = new SourceKeys();

    private CatalogPage() {}

    /** The page in Markdown. */
    static String of(Catalog catalog) {
        CatalogPage page = new CatalogPage();
        page.head(catalog);
        String provider = "";
        for (Offering offering : catalog.offerings()) {
            if (!offering.provider().equals(provider)) {
                provider = offering.provider();
                page.line("## " + provider).line("");
            }
            page.offering(offering);
        }
        page.hardware(catalog);
        page.benchmarks(catalog);
        page.sources.section().forEach(page::line);
        return page.out.toString();
    }

    private void head(Catalog catalog) {
        line("# Catalog").line("");
        line(
                "All facts of the built-in catalog, made from `src/main/resources/catalog/*.yaml`; do not edit. A test says when the");
        line(
                "page is no longer what the files hold. Prices are list prices without tax, per 1,000,000 tokens where they count");
        line(
                "tokens. Dates are intervals from the first day to the first day after. *Not found* means that no source is known,");
        line("never zero. Keys such as `OA-SFT` lead to the first page that their source names; all sources are listed at the end.")
                .line("");
        line("| provider | offerings |").line("|---|---|");
        catalog.providers().forEach((name, count) -> line("| [" + name + "](#" + name + ") | " + count + " |"));
        line("");
    }

    private void offering(Offering offering) {
        line("### " + offering.id()).line("");
        List<String> facts = new ArrayList<>();
        facts.add(offering.name() + ", " + offering.kind()
                + (offering.aliases().isEmpty() ? "" : "; also " + String.join(", ", offering.aliases())));
        add(facts, "Parameters", offering.parameters(), CatalogPage::words);
        add(facts, "Vision tower", offering.visionTower(), CatalogPage::words);
        add(
                facts,
                "Text tower",
                offering.textTower(),
                tower -> tower.contextTokens() + " tokens, " + Decimals.plain(tower.gigaflopsPerText())
                        + " GFLOP a text");
        add(facts, "License", offering.license(), License::name);
        add(facts, "Text", offering.textEncoding(), CatalogPage::words);
        add(facts, "Context", offering.contextTokens(), CatalogPage::words);
        add(facts, "Fine-tuning", offering.fineTuning(), CatalogPage::words);
        add(facts, "Prompt caching", offering.promptCaching(), CatalogPage::words);
        facts.forEach(fact -> line("- " + fact));
        line("");
        table(
                "Images",
                List.of("rule", "reading"),
                offering.imageRules(),
                rule -> List.of(
                        rule.rule() + " " + rule.parameters(), rule.reading().toString()));
        table(
                "Prices",
                List.of("meter", "price", "for"),
                offering.prices(),
                price -> List.of(price.meter().toString(), amount(price), selection(price)));
        table(
                "Promotions",
                List.of("meter", "free a day"),
                offering.promotions(),
                promotion -> List.of(promotion.meter().toString(), Long.toString(promotion.freePerDay())));
        table(
                "Serving of tuned models",
                List.of("mode", "terms"),
                offering.serving(),
                way -> List.of(way.mode().toString(), terms(way)));
        table(
                "Memory to tune",
                List.of("adapter", "memory"),
                offering.memory(),
                need -> List.of(need.adapter(), need.gpus() + " x " + Decimals.plain(need.gigabytes()) + " GB"));
        table(
                "Throughput",
                List.of("on", "workload", "requests a second", "output tokens a second"),
                offering.servingThroughput(),
                row -> List.of(
                        row.engine() + ", " + row.gpus() + " x " + row.gpu() + ", " + row.gpusPerReplica()
                                + " a replica",
                        row.workload(),
                        rate(row.requestsPerSecond()),
                        rate(row.outputTokensPerSecond())));
        table(
                "Life cycle",
                List.of("event", "on", "whom"),
                offering.lifeCycle(),
                event -> List.of(
                        event.event()
                                + (event.replacements().isEmpty()
                                        ? ""
                                        : " → " + String.join(", ", event.replacements())),
                        event.on() + (event.noEarlierThan() ? " or later" : ""),
                        event.appliesTo().toString()));
        table(
                "Limits",
                List.of("limit", "value", "effect"),
                offering.limits(),
                limit -> List.of(
                        limit.limit() + tiers(limit.tiers()),
                        bounds(limit),
                        limit.effect().toString()));
        table(
                "Data",
                List.of("topic", "value"),
                offering.retention(),
                rule -> List.of(
                        rule.topic() + tiers(rule.tiers()),
                        rule.value()
                                + (rule.days() == null ? "" : ", " + rule.days() + " days")
                                + (rule.regions().isEmpty() ? "" : ": " + String.join(", ", rule.regions()))));
    }

    private <T extends Fact> void add(List<String> facts, String title, T fact, Function<T, String> words) {
        if (fact != null) {
            facts.add(title + ": " + words.apply(fact) + SourceKeys.doubt(fact) + " (" + sources.of(fact) + ")");
        }
    }

    private <T extends Fact> void table(
            String title, List<String> columns, List<T> rows, Function<T, List<String>> cells) {
        if (rows.isEmpty()) {
            return;
        }
        line("**" + title + "**").line("");
        boolean dated = rows.get(0) instanceof Dated;
        row(join(columns, dated ? List.of("from", "to") : List.of(), List.of("source")));
        out.append("|---".repeat(columns.size() + (dated ? 3 : 1))).append("|\n");
        for (T fact : rows) {
            row(join(
                    cells.apply(fact),
                    dated ? interval((Dated) fact) : List.of(),
                    List.of(sources.of(fact) + SourceKeys.doubt(fact))));
        }
        line("");
    }

    private static List<String> join(List<String> a, List<String> b, List<String> c) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        all.addAll(c);
        return all;
    }

    private static List<String> interval(Dated dated) {
        return List.of(Objects.toString(dated.from(), ""), Objects.toString(dated.to(), ""));
    }

    private void hardware(Catalog catalog) {
        line("## GPUs").line("");
        table(
                "Kinds",
                List.of("id", "name", "memory", "dense peak"),
                catalog.gpuTypes(),
                gpu -> List.of(
                        gpu.id(),
                        gpu.name(),
                        gpu.memoryGigabytes() == null ? "not found" : Decimals.plain(gpu.memoryGigabytes()) + " GB",
                        gpu.denseFlops() == null
                                ? "not found"
                                : Decimals.plain(gpu.denseFlops().movePointLeft(12)) + " TFLOP/s"));
        table(
                "Memory to tune",
                List.of("adapter", "precision", "GB for a billion parameters"),
                catalog.memoryRules(),
                rule -> List.of(rule.adapter(), rule.precision(), Decimals.plain(rule.gigabytesPerBillion())));
        table(
                "Prices by the hour",
                List.of("GPU", "provider", "product", "price"),
                catalog.gpuPrices().stream()
                        .sorted(Comparator.comparing(GpuPrice::gpu).thenComparing(GpuPrice::provider))
                        .toList(),
                price -> List.of(
                        price.gpu(),
                        price.provider() + ", " + price.term(),
                        Objects.toString(price.product(), "") + (price.region() == null ? "" : " " + price.region()),
                        range(price.amount(), price.low(), price.high(), price.currency())));
    }

    private void benchmarks(Catalog catalog) {
        line("## Benchmarks").line("");
        for (Benchmark benchmark : catalog.benchmarks()) {
            line("### " + benchmark.id()).line("");
            List<String> facts = new ArrayList<>();
            facts.add(benchmark.name());
            add(
                    facts,
                    "Images of a question",
                    benchmark.imagesPerQuestion(),
                    images -> Decimals.plain(images.mean())
                            + (images.most() == null ? "" : ", at most " + images.most()));
            add(
                    facts,
                    "Images from smallest to largest",
                    benchmark.imageSizes(),
                    sizes -> sizes.smallest() + " to " + sizes.largest());
            add(facts, "Typical image", benchmark.typicalImage(), image -> image.sides()
                    .toString());
            add(
                    facts,
                    "Question",
                    benchmark.question(),
                    question -> question.characters() + " characters"
                            + (question.withInstruction() ? ", with what is added" : ""));
            add(
                    facts,
                    "Added to it",
                    benchmark.instruction(),
                    added -> (added.text() == null ? "" : "\"" + added.text() + "\", ") + words(added.tokens()));
            add(
                    facts,
                    "Answer",
                    benchmark.answer(),
                    answer -> answer.form() + ", " + words(answer.tokens())
                            + (answer.maxNewTokens() == null ? "" : ", at most " + answer.maxNewTokens())
                            + (answer.reasoningMaxNewTokens() == null
                                    ? ""
                                    : ", with reasoning " + answer.reasoningMaxNewTokens())
                            + (answer.needsJudge() ? ", judged by a model" : ""));
            add(facts, "License", benchmark.license(), License::name);
            List<String> missing = new ArrayList<>();
            missing(missing, "the images' sizes", benchmark.imageSizes());
            missing(missing, "a typical size", benchmark.typicalImage());
            missing(missing, "the questions' length", benchmark.question());
            missing(missing, "the license", benchmark.license());
            if (!missing.isEmpty()) {
                facts.add("*not found*: " + String.join(", ", missing));
            }
            facts.forEach(fact -> line("- " + fact));
            line("");
            table(
                    "Splits",
                    List.of("split", "questions", "images"),
                    benchmark.splits(),
                    split -> List.of(
                            split.name()
                                    + (split.usual() ? " (usual)" : "")
                                    + (Boolean.TRUE.equals(split.answersWithheld()) ? ", answers withheld" : ""),
                            count(split.questions())
                                    + (split.high() == null ? "" : " to " + count(split.high()))
                                    + (split.questionsWithImage() == null
                                            ? ""
                                            : ", " + count(split.questionsWithImage()) + " with an image"),
                            count(split.images())));
            table(
                    "Scores of one model",
                    List.of("harness", "split", "percent"),
                    benchmark.scores(),
                    score -> List.of(score.harness(), score.split(), Decimals.plain(score.percent())));
        }
        table(
                "Harnesses",
                List.of("id", "name", "benchmarks", "answers it cannot read"),
                catalog.harnesses(),
                harness -> List.of(
                        harness.id(),
                        harness.name(),
                        String.join(", ", harness.benchmarks()),
                        harness.unparsedAnswers() == null
                                ? "not found"
                                : harness.unparsedAnswers().toString()));
    }

    private static void missing(List<String> words, String what, Fact fact) {
        if (fact == null) {
            words.add(what);
        }
    }

    private static String words(TokenRange tokens) {
        return tokens.low() == tokens.high()
                ? tokens.expected() + " tokens"
                : tokens.low() + " to " + tokens.high() + " tokens, expected " + tokens.expected();
    }

    private static String words(Parameters parameters) {
        return "total " + count(parameters.total())
                + (parameters.active() == null ? "" : ", active " + count(parameters.active()))
                + (parameters.languageModel() == null ? "" : ", language model " + count(parameters.languageModel()));
    }

    private static String words(VisionTower tower) {
        return tower.encoder()
                + (tower.parameters() == null ? "" : ", " + count(tower.parameters()) + " parameters")
                + (tower.gigaflopsPerCrop() == null
                        ? ""
                        : ", " + Decimals.plain(tower.gigaflopsPerCrop()) + " GFLOP a crop")
                + (tower.mostCrops() == null ? "" : ", at most " + tower.mostCrops() + " crops");
    }

    private static String words(TextEncoding encoding) {
        return encoding.ratio() == null
                ? encoding.encoding()
                : "estimated as " + Decimals.plain(encoding.ratio().expected()) + " ("
                        + Decimals.plain(encoding.ratio().low()) + " to "
                        + Decimals.plain(encoding.ratio().high()) + ") tokens for one of " + encoding.encoding();
    }

    private static String words(ContextTokens context) {
        return "training " + count(context.training()) + ", inference " + count(context.inference()) + " tokens";
    }

    private static String words(FineTuning tuning) {
        return tuning.methods().isEmpty()
                ? "not possible"
                : tuning.methods()
                        + onImages(tuning)
                        + (tuning.adapters().isEmpty() ? "" : ", adapters " + tuning.adapters())
                        + ", validation " + tuning.validation()
                        + (tuning.schedule() == Schedule.STEPS ? ", in steps" : "");
    }

    private static String onImages(FineTuning tuning) {
        if (tuning.visionMethods().isEmpty()) {
            return tuning.visionUnknown() ? ", on images not known" : ", text only";
        }
        return ", on images " + tuning.visionMethods() + (tuning.visionUnknown() ? ", the others not known" : "");
    }

    private static String words(PromptCaching caching) {
        return caching.mode()
                + (caching.minimumPrefixTokens() == null ? "" : ", from " + caching.minimumPrefixTokens() + " tokens")
                + (caching.lifeTime() == null ? "" : ", " + caching.lifeTime());
    }

    private static String terms(Serving way) {
        return (way.multiplier() == null ? "" : "x " + Decimals.plain(way.multiplier()) + " ")
                + Objects.toString(way.variant(), "")
                + (way.minimumUnits() == null ? "" : " at least " + way.minimumUnits() + " units")
                + (way.minimumMonths() == null ? "" : " at least " + way.minimumMonths() + " months");
    }

    private static String amount(Price price) {
        if (price.unit() == Unit.TOKEN && price.amount() != null) {
            BigDecimal million = BigDecimal.valueOf(1_000_000).divide(price.per());
            return range(
                    price.amount().multiply(million),
                    price.low() == null ? null : price.low().multiply(million),
                    price.high() == null ? null : price.high().multiply(million),
                    price.currency());
        }
        return range(price.amount(), price.low(), price.high(), price.currency())
                + (price.amount() == null
                        ? ""
                        : " per " + (price.per().equals(BigDecimal.ONE) ? "" : price.per() + " ") + price.unit());
    }

    private static String range(BigDecimal amount, BigDecimal low, BigDecimal high, String currency) {
        if (amount == null) {
            return "*not found*";
        }
        String words = Decimals.amount(amount).toPlainString() + " " + currency;
        if (low == null && high == null) {
            return words;
        }
        return words + " ("
                + Decimals.amount(Objects.requireNonNullElse(low, amount)).toPlainString() + " to "
                + Decimals.amount(Objects.requireNonNullElse(high, amount)).toPlainString() + ")";
    }

    private static String selection(Price price) {
        List<String> words = new ArrayList<>(price.tiers());
        words.addAll(price.regions());
        price.methods().forEach(method -> words.add(method.toString()));
        if (price.variant() != null) {
            words.add(price.variant());
        }
        if (price.fromInputTokens() != null) {
            words.add("from " + price.fromInputTokens() + " input tokens");
        }
        return String.join(", ", words);
    }

    private static String bounds(Limit limit) {
        String numbers = (limit.min() == null ? "" : "at least " + Decimals.plain(limit.min()) + " ")
                + (limit.max() == null ? "" : "at most " + Decimals.plain(limit.max()))
                + (limit.usual() == null ? "" : ", else " + Decimals.plain(limit.usual()));
        return limit.values().isEmpty() ? numbers.strip() : String.join(", ", limit.values());
    }

    private static String rate(BigDecimal perSecond) {
        return perSecond == null ? "not found" : Decimals.plain(perSecond);
    }

    private static String tiers(List<String> tiers) {
        return tiers.isEmpty() ? "" : " (" + String.join(", ", tiers) + ")";
    }

    private static String count(Long count) {
        return count == null ? "not found" : String.format(java.util.Locale.ROOT, "%,d", count);
    }

    private void row(List<String> cells) {
        line(cells.stream().map(SourceKeys::escape).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private CatalogPage line(String text) {
        out.append(text.stripTrailing()).append('\n');
        return this;
    }
}
