package io.epochwise.export;

import io.epochwise.decision.DiffEffects;
import io.epochwise.decision.EstimateDiff;
import io.epochwise.decision.EstimateSummary;
import io.epochwise.decision.LineDiff;
import io.epochwise.decision.LineReason;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.Warning;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A diff as a review comment in GitHub's Markdown: the totals, the lines that differ and why, what else differs, and what it rests on.
 * Amounts are exact, as in the diff; only the percentage is rounded, to one decimal.
 */
public final class DiffMarkdown {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NOT_KNOWN = "not known";
    private static final String NONE = "none";

    private final EstimateDiff diff;
    private final StringBuilder out = new StringBuilder();

    private DiffMarkdown(EstimateDiff diff) {
        this.diff = diff;
    }

    /** The diff in Markdown; ends with a line break. The same diff is always the same text. */
    public static String of(EstimateDiff diff) {
        return new DiffMarkdown(diff).write();
    }

    private String write() {
        headline();
        questions();
        lines();
        notes("Warnings", diff.addedWarnings(), diff.removedWarnings(), DiffMarkdown::warning);
        notes("Assumptions", diff.addedAssumptions(), diff.removedAssumptions(), DiffMarkdown::assumption);
        availability();
        sources();
        ids();
        return out.toString();
    }

    private void headline() {
        paragraph("## " + total(diff.before()) + " → " + total(diff.after()) + ": " + difference());
        if (diff.effects() != null && !diff.lines().isEmpty()) {
            DiffEffects effects = diff.effects();
            paragraph("Of this, quantity is " + signed(effects.quantity()) + ", rules " + signed(effects.rule())
                    + " and price " + signed(effects.price()) + ".");
        }
    }

    private static String total(EstimateSummary side) {
        return side.total() == null ? NOT_KNOWN : range(side.total(), " " + side.currency(), BigDecimal::toPlainString);
    }

    private String difference() {
        if (diff.currency() == null) {
            return "no difference, since the currencies differ";
        }
        if (diff.difference() == null) {
            return "no difference, since a total is not known";
        }
        return range(diff.difference(), " " + diff.currency(), DiffMarkdown::signed)
                + percent().map(percent -> ", " + percent).orElse("");
    }

    /** Of the expected total before; empty if that is nothing. */
    private Optional<String> percent() {
        BigDecimal before = diff.before().total().expected();
        if (before.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal rounded = diff.difference().expected().multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
        return Optional.of(signed(rounded) + " %");
    }

    private void questions() {
        row("", "before", "after");
        line("|---|---|---|");
        sides("offering", EstimateSummary::offering);
        sides("day", side -> side.asOf().toString());
        sides("price class", EstimateSummary::tier);
        if (diff.before().region() != null || diff.after().region() != null) {
            sides("region", side -> Objects.requireNonNullElse(side.region(), "not given"));
        }
        out.append('\n');
    }

    private void sides(String name, Function<EstimateSummary, String> value) {
        row(name, MarkdownText.of(value.apply(diff.before())), MarkdownText.of(value.apply(diff.after())));
    }

    private void lines() {
        heading("Lines");
        if (!diff.lines().isEmpty()) {
            row(
                    "line",
                    "",
                    "before, " + diff.before().currency(),
                    "after, " + diff.after().currency(),
                    "difference",
                    "quantity",
                    "rules",
                    "price");
            line("|---|---|---:|---:|---:|---:|---:|---:|");
            diff.lines().forEach(this::row);
            out.append('\n');
            diff.lines()
                    .forEach(line -> item("**" + MarkdownText.of(line.description()) + "** "
                            + line.reasons().stream()
                                    .map(LineReason::text)
                                    .map(MarkdownText::of)
                                    .collect(Collectors.joining(" "))));
            out.append('\n');
        }
        paragraph(unchanged());
    }

    private void row(LineDiff line) {
        Optional<DiffEffects> effects = Optional.ofNullable(line.effects());
        row(
                MarkdownText.of(line.description()),
                line.change().toString(),
                amount(line.before()),
                amount(line.after()),
                signedOrNotKnown(line.difference()),
                signedOrNotKnown(effects.map(DiffEffects::quantity).orElse(null)),
                signedOrNotKnown(effects.map(DiffEffects::rule).orElse(null)),
                signedOrNotKnown(effects.map(DiffEffects::price).orElse(null)));
    }

    private static String amount(List<EstimateLine> lines) {
        if (lines.isEmpty()) {
            return NONE;
        }
        return lines.stream().anyMatch(EstimateLine::unpriced)
                ? NOT_KNOWN
                : range(
                        lines.stream().map(EstimateLine::amount).reduce(Range.ZERO, Range::plus),
                        "",
                        BigDecimal::toPlainString);
    }

    private String unchanged() {
        return switch (diff.unchangedLines()) {
            case 0 -> diff.lines().isEmpty() ? "There are no lines." : "No line is the same in both.";
            case 1 -> "1 line is the same in both.";
            default -> diff.unchangedLines() + " lines are the same in both.";
        };
    }

    private <T> void notes(String title, List<T> added, List<T> removed, Function<T, String> words) {
        if (added.isEmpty() && removed.isEmpty()) {
            return;
        }
        heading(title);
        added.forEach(note -> item("added: " + words.apply(note)));
        removed.forEach(note -> item("removed: " + words.apply(note)));
        out.append('\n');
    }

    private static String warning(Warning warning) {
        return warning.severity() + " `" + warning.code() + "`: " + MarkdownText.of(warning.text());
    }

    private static String assumption(Assumption assumption) {
        return "`" + assumption.code() + "`: " + MarkdownText.of(assumption.text());
    }

    private void availability() {
        if (diff.availability() == null) {
            return;
        }
        heading("Availability");
        item("before: " + verdict(diff.availability().before()));
        item("after: " + verdict(diff.availability().after()));
        out.append('\n');
    }

    private static String verdict(Availability availability) {
        String until = availability.until() == null ? "" : " until " + availability.until();
        return "**" + availability.verdict() + until + "**"
                + availability.reasons().stream()
                        .map(reason -> " " + MarkdownText.of(reason.text()))
                        .collect(Collectors.joining());
    }

    private void sources() {
        List<String> sources = diff.lines().stream()
                .flatMap(line -> Stream.concat(line.before().stream(), line.after().stream()))
                .filter(line -> line.source() != null)
                .map(DiffMarkdown::source)
                .distinct()
                .sorted()
                .toList();
        if (!sources.isEmpty()) {
            heading("Sources of the lines that differ");
            sources.forEach(this::item);
            out.append('\n');
        }
    }

    private static String source(EstimateLine line) {
        String words = line.pricedByRequest()
                ? "own prices of the question"
                : MarkdownText.ofCitation(line.source()) + (line.grade() == null ? "" : " (" + line.grade() + ")");
        return words + (line.priceAsOf() == null ? "" : ", as of " + line.priceAsOf());
    }

    private void ids() {
        heading("Ids");
        item("diff: `" + diff.id() + "`");
        item("before: `" + diff.before().id() + "`");
        item("after: `" + diff.after().id() + "`");
        item("catalog: `" + diff.after().catalogVersion() + "`");
    }

    private static String range(Range range, String unit, Function<BigDecimal, String> words) {
        String expected = words.apply(range.expected()) + unit;
        return range.exact()
                ? expected
                : expected + " (" + words.apply(range.low()) + " to " + words.apply(range.high()) + ")";
    }

    private static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + value.toPlainString();
    }

    private static String signedOrNotKnown(BigDecimal value) {
        return value == null ? NOT_KNOWN : signed(value);
    }

    private void heading(String title) {
        paragraph("### " + title);
    }

    private void paragraph(String text) {
        line(text);
        out.append('\n');
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void item(String text) {
        line("- " + text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
