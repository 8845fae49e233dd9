package io.epochwise.decision;

import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.RangeChoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which numbers matter most, found by changing one at a time. */
final class Sensitivities {
    private static final BigDecimal LESS = new BigDecimal("0.9");
    private static final BigDecimal MORE = new BigDecimal("1.1");
    private static final int MOST = 12;
    private static final int SHARE_DECIMALS = 4;

    /** Sizes of images are left out: a tenth of a side is not what a planner decides on. */
    private static final Set<String> LEFT_OUT = Set.of("width", "height", "imageWidth", "imageHeight", "maxAttempts");

    private static final Set<String> RATIOS = Set.of("cacheHitRate", "batchShare", "firstPassAccuracy");

    private Sensitivities() {}

    private record Outcome(BigDecimal saving, int breakEven) {
        static Outcome of(ShorteningRun run) {
            return run.known() ? new Outcome(run.net(run.pairs().size()), run.breakEvenMonth()) : null;
        }

        Integer month() {
            return breakEven == 0 ? null : Integer.valueOf(breakEven);
        }
    }

    private record Swing(String input, Range values, Outcome atLow, Outcome atHigh) {
        BigDecimal size() {
            return atHigh.saving().subtract(atLow.saving()).abs();
        }

        Sensitivity sensitivity(BigDecimal all) {
            return new Sensitivity(
                    input,
                    values.low(),
                    values.high(),
                    Decimals.amount(atLow.saving()),
                    Decimals.amount(atHigh.saving()),
                    atLow.month(),
                    atHigh.month(),
                    size().divide(all, SHARE_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }

    /**
     * The numbers that matter, the greatest swing first.
     *
     * @param request the question, whose ranges are tried at their bounds and whose exact numbers a tenth below and above
     * @param run answers it for chosen values
     */
    static List<Sensitivity> of(PromptShorteningRequest request, Function<RangeChoice, ShorteningRun> run) {
        Map<String, Range> fields = new LinkedHashMap<>();
        request.resolved(RangeChoice.listing(fields));
        List<Swing> swings = new ArrayList<>();
        fields.forEach((field, range) -> {
            Range values = range.exact() ? around(field, range.expected()) : range;
            if (!values.exact() && !LEFT_OUT.contains(name(field))) {
                Outcome atLow = Outcome.of(run.apply(RangeChoice.of(Map.of(field, values.low()))));
                Outcome atHigh = Outcome.of(run.apply(RangeChoice.of(Map.of(field, values.high()))));
                if (atLow != null && atHigh != null) {
                    swings.add(new Swing(field, values, atLow, atHigh));
                }
            }
        });
        BigDecimal all = swings.stream().map(Swing::size).reduce(BigDecimal.ZERO, BigDecimal::add);
        return swings.stream()
                .filter(swing -> swing.size().signum() > 0)
                .sorted(Comparator.comparing(Swing::size).reversed())
                .limit(MOST)
                .map(swing -> swing.sensitivity(all))
                .collect(Collectors.toList());
    }

    private static Range around(String field, BigDecimal value) {
        BigDecimal less = near(value, LESS);
        BigDecimal more = near(value, MORE);
        if (RATIOS.contains(name(field))) {
            more = more.min(BigDecimal.ONE.max(value));
        }
        return value.signum() < 0 ? new Range(more, value, less) : new Range(less, value, more);
    }

    /** A tenth less or more; of a whole number a whole one. */
    private static BigDecimal near(BigDecimal value, BigDecimal factor) {
        BigDecimal changed = value.multiply(factor);
        boolean whole = value.stripTrailingZeros().scale() <= 0 && value.compareTo(BigDecimal.ONE) > 0;
        return whole ? changed.setScale(0, RoundingMode.HALF_EVEN) : changed;
    }

    private static String name(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
