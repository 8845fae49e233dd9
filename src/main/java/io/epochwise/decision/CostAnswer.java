package io.epochwise.decision;

import io.epochwise.catalog.Catalog;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.EvaluationEstimator;
import io.epochwise.estimate.EvaluationRequest;
import io.epochwise.estimate.Explored;
import io.epochwise.estimate.InferenceCosts;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.PreparedInference;
import io.epochwise.estimate.Question;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What something costs, with all lines. Of a comparison and of prompt shortening it is what one of the alternatives costs.
 *
 * @param kind what was asked
 * @param question the same with the offerings' ids in place of names and the day that was taken, as far as the answer's own
 *     operation names it so
 * @param catalogVersion the catalog whose facts were applied
 * @param asOf the day whose facts were applied, and the first day of month 1
 * @param currency ISO 4217 code of all amounts
 * @param alternative whose costs these are; null where there is only one
 * @param total all parts; null if a line is unpriced
 * @param parts what is paid for what
 * @param months the months of the calls; empty if there are none
 */
public record CostAnswer(
        CostKind kind,
        Question question,
        String catalogVersion,
        LocalDate asOf,
        String currency,
        String alternative,
        Range total,
        List<CostPart> parts,
        List<CostMonth> months) {
    /** Copies the lists. */
    public CostAnswer {
        parts = List.copyOf(parts);
        months = List.copyOf(months);
    }

    /**
     * Answers a question.
     *
     * @param catalog where the facts are from
     * @param question what is asked
     * @param today the day to take where the question names none
     * @throws InvalidInputException if the question breaks a rule, or the alternative cannot be had; fields of the request begin
     *     with {@code request.}
     * @throws io.epochwise.fault.UnknownNameException if there is no such offering, benchmark or harness, naming its field
     */
    public static CostAnswer of(Catalog catalog, CostQuestion question, LocalDate today) {
        String alternative = question.alternative();
        Question request = question.request();
        if (question.kind() == null) {
            throw new InvalidInputException("kind", "must be given");
        }
        if (request == null) {
            throw new InvalidInputException("request", "must be given");
        }
        return switch (question.kind()) {
            case TRAINING -> {
                only(alternative);
                TrainingRequest training = (TrainingRequest) request;
                yield alone(
                        CostKind.TRAINING,
                        request,
                        CostPartKind.TRAINING,
                        Part.at("request", () -> training.estimate(catalog, today)));
            }
            case INFERENCE -> {
                only(alternative);
                yield Part.at("request", () -> inference(catalog, (InferenceRequest) request, today));
            }
            case EVALUATION -> {
                only(alternative);
                EvaluationRequest evaluation = (EvaluationRequest) request;
                yield alone(
                        CostKind.EVALUATION,
                        request,
                        CostPartKind.EVALUATION,
                        Part.at("request", () -> EvaluationEstimator.estimate(catalog, evaluation, today)
                                .estimate()));
            }
            case COMPARISON -> Comparison.cost(catalog, (ComparisonRequest) request, alternative, today);
            case PROMPT_SHORTENING ->
                PromptShortening.cost(catalog, (PromptShorteningRequest) request, alternative, today);
        };
    }

    /** The same for a question that is a part of another: what is wrong with it is told by its place, such as {@code requests[2]}. */
    public static CostAnswer of(Catalog catalog, String path, CostQuestion question, LocalDate today) {
        return Part.at(path, () -> of(catalog, question, today));
    }

    /** All lines, in the order of the parts. */
    public Stream<EstimateLine> lines() {
        return parts.stream().flatMap(part -> part.estimate().lines().stream());
    }

    /** The requests of all months. */
    public BigDecimal requests() {
        return months.stream().map(CostMonth::requests).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void only(String alternative) {
        if (alternative != null) {
            throw new InvalidInputException(
                    "alternative", "must be absent: only comparisons and prompt shortening have alternatives");
        }
    }

    private static CostAnswer alone(CostKind kind, Question question, CostPartKind part, Estimate estimate) {
        return new CostAnswer(
                kind,
                question,
                estimate.catalogVersion(),
                estimate.asOf(),
                estimate.currency(),
                null,
                estimate.total(),
                List.of(new CostPart(part, 0, estimate)),
                List.of());
    }

    private static CostAnswer inference(Catalog catalog, InferenceRequest request, LocalDate today) {
        PreparedInference prepared = PreparedInference.of(catalog, request, today);
        Explored<RunCosts> explored = Explored.of(
                choice -> calls(prepared.costs(request.workload().resolved("workload.", choice))), RunCosts::expected);
        return of(
                CostKind.INFERENCE,
                request,
                catalog.version(),
                prepared.asOf(),
                explored.expected().calls().estimate().currency(),
                null,
                explored);
    }

    private static RunCosts calls(InferenceCosts costs) {
        return new RunCosts(null, costs, Collections.emptySortedMap());
    }

    /**
     * The costs of a way to get a workload done.
     *
     * @param question for the answer
     * @param catalogVersion as in the answer
     * @param currency as in the answer
     * @param explored the way for all values of its numbers
     */
    static CostAnswer of(
            CostKind kind,
            Question question,
            String catalogVersion,
            LocalDate asOf,
            String currency,
            String alternative,
            Explored<RunCosts> explored) {
        Range total = explored.expected().total();
        return new CostAnswer(
                kind,
                question,
                catalogVersion,
                asOf,
                currency,
                alternative,
                total == null
                        ? null
                        : explored.points()
                                .map(RunCosts::total)
                                .filter(Objects::nonNull)
                                .reduce(total, Range::spanning),
                spanned(explored, RunCosts::parts, CostPart::spanning),
                months(explored));
    }

    private static List<CostMonth> months(Explored<RunCosts> explored) {
        return spanned(explored, RunCosts::months, CostMonth::spanning);
    }

    /** The expected elements with the bounds of all that was tried. */
    private static <T> List<T> spanned(
            Explored<RunCosts> explored, Function<RunCosts, List<T>> elements, BinaryOperator<T> spanning) {
        return explored.points()
                .map(elements)
                .reduce(elements.apply(explored.expected()), (one, other) -> IntStream.range(0, one.size())
                        .mapToObj(i -> i < other.size() ? spanning.apply(one.get(i), other.get(i)) : one.get(i))
                        .toList());
    }
}
