package io.epochwise.estimate;

import io.epochwise.money.Bound;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes lines of an evaluation from those of the inference it is. */
final class EvaluationLines {
    private static final String MONTH = "month 1: ";
    private static final Map<LineCode, LineCode> ASKED = codes(Map.of(
            TokenClass.STATIC_PROMPT, LineCode.EVALUATION_STATIC_PROMPT,
            TokenClass.FEW_SHOT_TEXT, LineCode.EVALUATION_FEW_SHOT_TEXT,
            TokenClass.FEW_SHOT_IMAGES, LineCode.EVALUATION_FEW_SHOT_IMAGES,
            TokenClass.VARIABLE_PROMPT, LineCode.EVALUATION_QUESTIONS,
            TokenClass.IMAGES, LineCode.EVALUATION_IMAGES,
            TokenClass.OVERHEAD, LineCode.EVALUATION_OVERHEAD,
            TokenClass.CACHED_INPUT, LineCode.EVALUATION_CACHED_INPUT,
            TokenClass.CACHE_WRITE, LineCode.EVALUATION_CACHE_WRITE,
            TokenClass.OUTPUT, LineCode.EVALUATION_OUTPUT));
    private static final Map<LineCode, LineCode> JUDGED = codes(Map.of(
            TokenClass.VARIABLE_PROMPT, LineCode.EVALUATION_JUDGE_INPUT,
            TokenClass.OVERHEAD, LineCode.EVALUATION_JUDGE_OVERHEAD,
            TokenClass.OUTPUT, LineCode.EVALUATION_JUDGE_OUTPUT));

    private EvaluationLines() {}

    /** The code of each line of inference, in batches or outside. */
    private static Map<LineCode, LineCode> codes(Map<TokenClass, LineCode> ofClasses) {
        Map<LineCode, LineCode> codes = new EnumMap<>(LineCode.class);
        ofClasses.forEach((kind, code) -> {
            codes.put(kind.line(false), code);
            codes.put(kind.line(true), code);
        });
        return codes;
    }

    /** Lines for questions, of which some may have an image more than the others. */
    static List<EstimateLine> ofQuestions(List<InCases> groups) {
        List<EstimateLine> lines = new ArrayList<>();
        for (InCases group : groups) {
            for (EstimateLine line : group.lines(ASKED)) {
                add(lines, line);
            }
        }
        return lines;
    }

    /** Lines for a judge. */
    static List<EstimateLine> ofJudge(InCases calls) {
        return calls.lines(JUDGED);
    }

    /** Adds a line to the one for the same at the same price; what is billed by time, or not known, stands once. */
    private static void add(List<EstimateLine> lines, EstimateLine line) {
        for (int i = 0; i < lines.size(); i++) {
            EstimateLine other = lines.get(i);
            if (other.code() == line.code() && Objects.equals(other.unitPrice(), line.unitPrice())) {
                if (!ASKED.containsValue(line.code()) || line.quantity() == null) {
                    return;
                }
                if (other.quantity().signum() > 0 && line.quantity().signum() > 0) {
                    lines.set(i, sum(other, line));
                    return;
                }
            }
        }
        lines.add(line);
    }

    private static EstimateLine sum(EstimateLine one, EstimateLine other) {
        BigDecimal quantity = one.quantity().add(other.quantity());
        String price = one.formula().substring(price(one));
        return line(
                one,
                one.code(),
                quantity,
                one.unpriced() ? null : one.amount().plus(other.amount()).asAmount(),
                one.formula().substring(0, one.formula().lastIndexOf("; ")) + " and "
                        + other.formula().substring(0, other.formula().lastIndexOf("; ")) + "; "
                        + Decimals.plain(quantity) + price);
    }

    /** Where the price begins in a formula, behind the quantity it is multiplied with. */
    private static int price(EstimateLine line) {
        return line.formula().lastIndexOf("; ")
                + 2
                + Decimals.plain(line.quantity()).length();
    }

    private static EstimateLine line(
            EstimateLine like, LineCode code, BigDecimal quantity, Range amount, String formula) {
        return new EstimateLine(
                code,
                code.description(),
                quantity,
                like.unit(),
                like.listUnitPrice(),
                like.unitPrice(),
                like.per(),
                amount,
                formula,
                like.source(),
                like.priceAsOf(),
                like.grade(),
                like.unpriced());
    }

    /**
     * Estimates of the same calls, each with all that is not known exactly taken as a case has it.
     *
     * @param estimates of all cases but those in which nothing is asked
     * @param requests in words how many calls are expected: {@code 5349 questions}
     */
    record InCases(Map<Bound, Estimate> estimates, String requests) {
        private List<EstimateLine> lines(Map<LineCode, LineCode> codes) {
            Set<LineCode> all = new LinkedHashSet<>();
            Stream.of(Bound.EXPECTED, Bound.HIGH, Bound.LOW)
                    .map(estimates::get)
                    .filter(Objects::nonNull)
                    .flatMap(estimate -> estimate.lines().stream())
                    .forEach(line -> all.add(line.code()));
            return all.stream().map(code -> line(code, codes)).toList();
        }

        private EstimateLine line(LineCode code, Map<LineCode, LineCode> codes) {
            LineCode own = codes.getOrDefault(code, code);
            EstimateLine low = find(Bound.LOW, code);
            EstimateLine expected = find(Bound.EXPECTED, code);
            EstimateLine high = find(Bound.HIGH, code);
            if (expected != null) {
                EstimateLine line = expected.spanning(low).spanning(high);
                return EvaluationLines.line(line, own, line.quantity(), asAmount(line), formula(line));
            }
            EstimateLine line = high == null ? low : high;
            return EvaluationLines.line(
                    line,
                    own,
                    BigDecimal.ZERO,
                    line.unpriced() ? null : Range.ZERO.spanning(line.amount()).asAmount(),
                    "none expected; else " + line.formula().replaceFirst("^" + MONTH, ""));
        }

        private static Range asAmount(EstimateLine line) {
            return line.unpriced() ? null : line.amount().asAmount();
        }

        /** Null if the case has none. */
        private EstimateLine find(Bound which, LineCode code) {
            return !estimates.containsKey(which)
                    ? null
                    : estimates.get(which).lines().stream()
                            .filter(line -> line.code() == code)
                            .findFirst()
                            .orElse(null);
        }

        /** {@code month 1: 5349 requests x 1 in batches x 765 tokens} as {@code 5349 questions in batches x 765 tokens}. */
        private String formula(EstimateLine line) {
            return line.formula()
                    .replaceFirst("^" + MONTH + "\\d+ requests", requests)
                    .replaceFirst("^" + MONTH, "")
                    .replace(" x 1 in batches", " in batches");
        }
    }
}
