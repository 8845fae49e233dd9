package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Unit;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.EstimateRequest;
import io.epochwise.estimate.Warning;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What differs between two estimates, line by line, and why.
 *
 * @param id digest of the two estimates' ids and the catalog version; null until set by {@link #withIds}
 * @param currency ISO 4217 code of the differences; null if the two differ
 * @param before the estimate that is compared with
 * @param after the estimate that is compared
 * @param difference the total after less that before; null if a side is unpriced or the currencies differ. Expected is exact. Low
 *     is the least that the lines in {@code lines} cost after, less the most that they cost before, and high the other way round:
 *     unchanged lines cost the same on both sides, whatever that is. Only where a deduction or a fill-up to a least amount differs,
 *     whose bounds depend on other lines, are the bounds those of all lines
 * @param effects the parts of the expected difference, summed over the lines; null if there is none
 * @param lines those that differ, in the order of their codes
 * @param unchangedLines how many lines of the estimate after are as before
 * @param addedAssumptions what only the estimate after takes for granted
 * @param removedAssumptions what only the estimate before takes for granted
 * @param addedWarnings those of the estimate after only
 * @param removedWarnings those of the estimate before only
 * @param availability whether the two can be had; null if that does not differ
 */
public record EstimateDiff(
        String id,
        String currency,
        EstimateSummary before,
        EstimateSummary after,
        Range difference,
        DiffEffects effects,
        List<LineDiff> lines,
        int unchangedLines,
        List<Assumption> addedAssumptions,
        List<Assumption> removedAssumptions,
        List<Warning> addedWarnings,
        List<Warning> removedWarnings,
        AvailabilityDiff availability) {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** Copies the lists. */
    public EstimateDiff {
        lines = List.copyOf(lines);
        addedAssumptions = List.copyOf(addedAssumptions);
        removedAssumptions = List.copyOf(removedAssumptions);
        addedWarnings = List.copyOf(addedWarnings);
        removedWarnings = List.copyOf(removedWarnings);
    }

    /**
     * Answers two questions and compares the answers.
     *
     * @param catalog where the facts are from
     * @param request what is asked
     * @param today the day to take where the request names none
     * @return the answer, without ids
     * @throws InvalidInputException if the request breaks a rule; fields of a side begin with {@code before.} or {@code after.}
     * @throws UnknownNameException if there is no such offering, naming its field
     */
    public static EstimateDiff of(Catalog catalog, DiffRequest request, LocalDate today) {
        LocalDate day = Objects.requireNonNullElse(request.asOf(), today);
        List<Violation> violations = new ArrayList<>();
        Optional<Estimate> before = answer(catalog, BEFORE, request.before(), day, violations);
        Optional<Estimate> after = answer(catalog, AFTER, request.after(), day, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
        return of(catalog, request, day, before.orElseThrow(), after.orElseThrow());
    }

    private static Optional<Estimate> answer(
            Catalog catalog, String side, EstimateRequest question, LocalDate day, List<Violation> violations) {
        if (question == null) {
            violations.add(new Violation(side, "must be given"));
            return Optional.empty();
        }
        try {
            return Optional.of(Part.at(side, () -> question.estimate(catalog, day)));
        } catch (InvalidInputException fault) {
            violations.addAll(fault.violations());
            return Optional.empty();
        }
    }

    private static EstimateDiff of(
            Catalog catalog, DiffRequest request, LocalDate day, Estimate before, Estimate after) {
        EstimateSummary ofBefore = summary(catalog, request.before(), before);
        EstimateSummary ofAfter = summary(catalog, request.after(), after);
        TermsDiff terms = TermsDiff.of(
                ofBefore, request.before().overrides(), ofAfter, request.after().overrides());
        Optional<Estimate> onTerms = onTerms(catalog, request, day);
        boolean oneCurrency = before.currency().equals(after.currency());
        List<LineMatching.Match> matches =
                LineMatching.of(before.lines(), onTerms.map(Estimate::lines).orElse(null), after.lines());
        List<LineDiff> lines = matches.stream()
                .map(match -> new LineComparison(match, terms, oneCurrency).diff())
                .flatMap(Optional::stream)
                .toList();
        boolean subtractable = oneCurrency && before.total() != null && after.total() != null;
        return new EstimateDiff(
                null,
                oneCurrency ? after.currency() : null,
                ofBefore,
                ofAfter,
                subtractable ? difference(lines, before, after) : null,
                subtractable ? lines.stream().map(LineDiff::effects).reduce(DiffEffects.NONE, DiffEffects::plus) : null,
                lines,
                after.lines().size()
                        - lines.stream().mapToInt(line -> line.after().size()).sum(),
                without(after.assumptions(), before.assumptions()),
                without(before.assumptions(), after.assumptions()),
                without(after.warnings(), before.warnings()),
                without(before.warnings(), after.warnings()),
                before.availability().equals(after.availability())
                        ? null
                        : new AvailabilityDiff(before.availability(), after.availability()));
    }

    private static EstimateSummary summary(Catalog catalog, EstimateRequest question, Estimate estimate) {
        String usual = catalog.require(estimate.offering()).defaultTier();
        return EstimateSummary.of(estimate, Objects.requireNonNullElse(question.tier(), usual), question.region());
    }

    /** What is asked before on the terms after; empty if it cannot be asked there, as with epochs beyond the offering's limit. */
    private static Optional<Estimate> onTerms(Catalog catalog, DiffRequest request, LocalDate day) {
        try {
            return Optional.of(request.before().onTermsOf(request.after()).estimate(catalog, day));
        } catch (InvalidInputException notAskedThere) {
            return Optional.empty();
        }
    }

    private static Range difference(List<LineDiff> lines, Estimate before, Estimate after) {
        boolean alone = lines.stream()
                .flatMap(line -> Stream.concat(line.before().stream(), line.after().stream()))
                .noneMatch(EstimateDiff::dependsOnOthers);
        Range ofBefore = alone ? total(lines, LineDiff::before) : before.total();
        Range ofAfter = alone ? total(lines, LineDiff::after) : after.total();
        return ofAfter.minus(ofBefore).asAmount();
    }

    private static boolean dependsOnOthers(EstimateLine line) {
        return line.unit() == Unit.JOB || line.amount().expected().signum() < 0;
    }

    private static Range total(List<LineDiff> lines, Function<LineDiff, List<EstimateLine>> side) {
        return Estimate.total(lines.stream().map(side).flatMap(List::stream).toList());
    }

    private static <T> List<T> without(List<T> notes, List<T> others) {
        return notes.stream().filter(note -> !others.contains(note)).toList();
    }

    /**
     * The same answer with its id and those of the two estimates.
     *
     * @param ofBefore the id that the estimate before has on its own
     * @param ofAfter the id that the estimate after has on its own
     */
    public EstimateDiff withIds(String id, String ofBefore, String ofAfter) {
        return new EstimateDiff(
                id,
                currency,
                before.withId(ofBefore),
                after.withId(ofAfter),
                difference,
                effects,
                lines,
                unchangedLines,
                addedAssumptions,
                removedAssumptions,
                addedWarnings,
                removedWarnings,
                availability);
    }
}
