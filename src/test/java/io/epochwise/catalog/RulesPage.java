package io.epochwise.catalog;

import io.epochwise.money.Decimals;
import io.epochwise.token.MessageOverhead;
import io.epochwise.token.TokenRange;
import io.epochwise.token.image.Detail;
import io.epochwise.token.image.ImageRule;
import io.epochwise.token.image.ImageTokens;
import io.epochwise.token.text.ToolTokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How tokens are counted, as one page to read: each rule in words, who uses it with which parameters and by which source, and what it
 * counts. The words are written by hand; all numbers come from the catalog and the rules.
 */
final class RulesPage {
    /** Where the pictures are, from the page. */
    static final String PICTURES = "rules/";

    private static final List<ImageSides> SIZES = Stream.of(
                    "512x512", "1024x1024", "1275x1650", "2048x4096", "4032x3024")
            .map(size -> size.split("x"))
            .map(sides -> new ImageSides(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])))
            .toList();

    /** The size that pictures are of, a page at 150 dots an inch. */
    private static final ImageSides PICTURED = SIZES.get(2);

    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\S+)\\R(.*?)(?=^## |\\z)");

    private final StringBuilder out = new StringBuilder();
    private final SourceKeys sources = new SourceKeys();
    private final Catalog catalog;

    private RulesPage(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The page in Markdown.
     *
     * @param words for each rule a section that is headed by its id
     */
    static String of(Catalog catalog, String words) {
        RulesPage page = new RulesPage(catalog);
        page.head();
        sections(words).forEach(page::rule);
        page.texts();
        page.messages();
        page.sources.section().forEach(page::line);
        return page.out.toString();
    }

    /** By rule, in the order of the words. */
    static Map<String, String> sections(String words) {
        return SECTION.matcher(words)
                .results()
                .collect(Collectors.toMap(
                        section -> section.group(1),
                        section -> section.group(2).strip(),
                        (one, other) -> {
                            throw new IllegalArgumentException("a rule has two sections");
                        },
                        LinkedHashMap::new));
    }

    /** The pictures by file name. */
    static Map<String, String> pictures(Catalog catalog) {
        Map<String, String> pictures = new TreeMap<>();
        for (String rule : RulePicture.rules()) {
            List<Use> uses = facts(catalog, rule).toList();
            pictures.put(rule + ".svg", picture(pictured(uses)).svg());
        }
        return pictures;
    }

    /** The first that cuts images at all. */
    private static ImageRuleFact pictured(List<Use> uses) {
        return uses.stream()
                .map(Use::fact)
                .filter(fact -> picture(fact).columns() > 1)
                .findFirst()
                .orElseThrow();
    }

    private static RulePicture picture(ImageRuleFact fact) {
        return RulePicture.of(fact.rule(), PICTURED.width(), PICTURED.height(), fact.parameters());
    }

    /** An offering that uses a rule. */
    record Use(Offering offering, ImageRuleFact fact) {}

    /** The uses of a rule in the order of the offerings. */
    static Stream<Use> facts(Catalog catalog, String rule) {
        return catalog.offerings().stream().flatMap(offering -> offering.imageRules().stream()
                .filter(fact -> fact.rule().equals(rule))
                .map(fact -> new Use(offering, fact)));
    }

    private void head() {
        line("# Rules").line("");
        line(
                "How images, texts and the packaging of messages become tokens. The figures are made from the catalog and the");
        line("code; a test says when the page is no longer what they say, and `mvn test -Dtest=RulesPageTest");
        line(
                "-Drules.page.update=true` writes it anew. Which rule a model has, on which day and by whose reading, is in the");
        line("[catalog](catalog.md). `POST /v1/tokens/images` counts any size, and takes other `ruleParameters`.")
                .line("");
        line(
                "Each rule has a table of its uses: `billed` is what recorded responses show, `documented` what the provider");
        line(
                "writes, `assumed` is taken over from a related model, `reported` another reading that cannot be excluded, and");
        line(
                "`on-request` must be asked for. The second table has the tokens of one image, low to high in parentheses where");
        line("they are a range.").line("");
    }

    private void rule(String id, String words) {
        List<Use> uses = facts(catalog, id).toList();
        line("## " + id).line("").line(words).line("");
        Map<Map<String, Object>, Integer> sets = new LinkedHashMap<>();
        uses.forEach(use -> sets.computeIfAbsent(use.fact.parameters(), any -> sets.size() + 1));
        if (RulePicture.rules().contains(id)) {
            ImageRuleFact pictured = pictured(uses);
            RulePicture picture = picture(pictured);
            line("![" + id + "](" + PICTURES + id + ".svg)").line("");
            line(PICTURED + " with the parameters of row " + sets.get(pictured.parameters()) + ": " + picture.words()
                            + ", " + count(picture.tokens()) + " tokens.")
                    .line("");
        }
        grouped(
                List.of("row", "offerings", "parameters", "reading", "from", "to", "source"),
                uses,
                use -> List.of(
                        Integer.toString(sets.get(use.fact.parameters())),
                        parameters(use.fact.parameters()),
                        use.fact.reading().toString(),
                        Objects.toString(use.fact.from(), ""),
                        Objects.toString(use.fact.to(), ""),
                        sources.of(use.fact) + SourceKeys.doubt(use.fact)),
                Use::offering);
        row(Stream.concat(Stream.of("row", "detail"), SIZES.stream().map(ImageSides::toString))
                .toList());
        line("|---|---" + "|---:".repeat(SIZES.size()) + "|");
        sets.forEach((parameters, number) -> counts(
                number,
                uses.stream()
                        .map(Use::fact)
                        .filter(fact -> fact.parameters().equals(parameters))
                        .findFirst()
                        .orElseThrow()
                        .compile()));
        line("");
    }

    /** A row for each way in which details differ. */
    private void counts(int number, ImageRule rule) {
        Map<List<String>, List<Detail>> details = new LinkedHashMap<>();
        for (Detail detail : Detail.values()) {
            List<String> tokens = SIZES.stream()
                    .map(size -> tokens(rule.tokens(size.width(), size.height(), detail)))
                    .toList();
            details.computeIfAbsent(tokens, any -> new ArrayList<>()).add(detail);
        }
        details.forEach((tokens, of) -> row(Stream.concat(
                        Stream.of(
                                Integer.toString(number),
                                of.size() == Detail.values().length
                                        ? "any"
                                        : of.stream().map(Detail::toString).collect(Collectors.joining(", "))),
                        tokens.stream())
                .toList()));
    }

    private static String tokens(ImageTokens tokens) {
        return tokens instanceof ImageTokens.Counted counted ? range(counted.tokens()) : "rejected";
    }

    private static String range(TokenRange tokens) {
        return tokens.low() == tokens.high()
                ? count(tokens.expected())
                : count(tokens.expected()) + " (" + count(tokens.low()) + " to " + count(tokens.high()) + ")";
    }

    private void texts() {
        line("## Texts").line("");
        line(
                "A text counts as its encoding says, which is exact and takes no account of its meaning. Where a model's own tokenizer is");
        line("not public, its tokens are estimated as a ratio to an encoding that is.")
                .line("");
        grouped(
                List.of("encoding", "offerings", "tokens for one of the encoding", "source"),
                catalog.offerings().stream()
                        .filter(offering -> offering.textEncoding() != null)
                        .toList(),
                offering -> List.of(
                        offering.textEncoding().encoding(),
                        offering.textEncoding().ratio() == null
                                ? ""
                                : Decimals.plain(offering.textEncoding().ratio().expected()) + " ("
                                        + Decimals.plain(
                                                offering.textEncoding().ratio().low())
                                        + " to "
                                        + Decimals.plain(
                                                offering.textEncoding().ratio().high())
                                        + ")",
                        sources.of(offering.textEncoding()) + SourceKeys.doubt(offering.textEncoding())),
                offering -> offering);
    }

    private void messages() {
        MessageOverhead usual = MessageOverhead.USUAL;
        line("## Messages").line("");
        line(
                "The packaging of messages counts too. A request has so much for each message and name, and once for the opening of the");
        line("reply; an example of a training file has the same for its messages, and once a constant of its own.")
                .line("");
        line("```");
        line("request = perMessage x messages + perName x names + perRequest");
        line("example = perMessage x messages + perName x names + perExample");
        line("```").line("");
        line("Where nothing is known of a model: " + constants(usual) + ".").line("");
        grouped(
                List.of(
                        "constants",
                        "offerings",
                        "a request of 2 messages",
                        "an example of 3 messages",
                        "tools as",
                        "source"),
                catalog.offerings().stream()
                        .filter(offering -> offering.messageTokens() != null)
                        .toList(),
                offering -> List.of(
                        constants(offering.messageTokens().overhead()),
                        count(offering.messageTokens().overhead().request(2, 0)),
                        range(offering.messageTokens().overhead().example(3, 0)),
                        Objects.toString(offering.messageTokens().toolFamily(), "not known"),
                        sources.of(offering.messageTokens()) + SourceKeys.doubt(offering.messageTokens())),
                offering -> offering);
        line(
                "Definitions of tools are counted by the method of OpenAI's cookbook, an estimate: so much for each function, once if it");
        line(
                "has properties, for each property, for each property with an enum and each of its values, and once at the end, beside the");
        line("tokens of names and descriptions.").line("");
        row(List.of("family", "function", "properties", "property", "enum", "value", "end"));
        line("|---" + "|---:".repeat(6) + "|");
        for (String family : ToolTokens.ids()) {
            ToolTokens of = ToolTokens.of(family);
            row(Stream.concat(
                            Stream.of(family),
                            Stream.of(
                                            of.functionInit(),
                                            of.propertyInit(),
                                            of.propertyKey(),
                                            of.enumInit(),
                                            of.enumItem(),
                                            of.functionEnd())
                                    .map(Object::toString))
                    .toList());
        }
        line("");
    }

    private static String constants(MessageOverhead of) {
        return of.perMessage() + " a message, " + of.perName() + " a name, " + of.perRequest() + " a request, "
                + range(of.perExample()) + " an example";
    }

    /** A table in which those that are alike but for the offering share a row; offerings come second. */
    private <T> void grouped(
            List<String> columns, List<T> all, Function<T, List<String>> cells, Function<T, Offering> offering) {
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        all.forEach(one -> alike.computeIfAbsent(cells.apply(one), any -> new ArrayList<>())
                .add(offering.apply(one).id()));
        row(columns);
        line("|---".repeat(columns.size()) + "|");
        alike.forEach((row, offerings) -> {
            List<String> whole = new ArrayList<>(row);
            whole.add(1, offerings.stream().distinct().map(RulesPage::link).collect(Collectors.joining(", ")));
            row(whole);
        });
        line("");
    }

    /** To the offering's heading in the catalog's page. */
    private static String link(String offering) {
        return "[" + offering + "](catalog.md#"
                + offering.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "") + ")";
    }

    private static String parameters(Map<String, Object> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + " " + value(parameter.getValue()))
                        .collect(Collectors.joining(", "));
    }

    @SuppressWarnings("unchecked")
    private static String value(Object value) {
        if (value instanceof Map<?, ?> group) {
            return "(" + parameters((Map<String, Object>) group) + ")";
        }
        return value instanceof BigDecimal number ? Decimals.plain(number) : value.toString();
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private RulesPage row(List<String> cells) {
        return line("| " + String.join(" | ", cells) + " |");
    }

    private RulesPage line(String text) {
        out.append(text.stripTrailing()).append('\n');
        return this;
    }
}
