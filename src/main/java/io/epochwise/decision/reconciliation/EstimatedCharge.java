package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Unit;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines of an estimate that a bill has as one.
 *
 * @param lines at least one, in the order of the estimate
 */
record EstimatedCharge(List<EstimateLine> lines) {

    /** The code of the lines, or the meter's name if they have several. */
    String code() {
        List<LineCode> codes = codes();
        return codes.size() == 1
                ? codes.get(0).toString()
                : meter().map(Meter::toString).orElse(codes.get(0).toString());
    }

    List<LineCode> codes() {
        return lines.stream().map(EstimateLine::code).distinct().toList();
    }

    String description() {
        return codes().stream().map(LineCode::description).collect(Collectors.joining("; "));
    }

    Unit unit() {
        return lines.get(0).unit();
    }

    Optional<Meter> meter() {
        return BilledMeter.of(lines.get(0).code());
    }

    /** Whether it counts tokens. */
    boolean tokens() {
        return unit() == Unit.TOKEN;
    }

    /** The expected quantity; null if that of a line is not known. */
    BigDecimal quantity() {
        return sum(EstimateLine::quantity);
    }

    /** The expected amount; null if a line is unpriced. */
    BigDecimal amount() {
        return sum(line -> line.amount() == null ? null : line.amount().expected());
    }

    private BigDecimal sum(Function<EstimateLine, BigDecimal> figure) {
        List<BigDecimal> figures = lines.stream().map(figure).toList();
        return figures.stream().allMatch(Objects::nonNull)
                ? figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
    }

    /** The price of all lines; empty if one is unpriced or they have several. */
    Optional<Rate> rate() {
        List<Rate> rates = lines.stream()
                .map(line -> line.unpriced() ? null : new Rate(line.unitPrice(), line.per()))
                .toList();
        Rate first = rates.get(0);
        return first != null
                        && rates.stream()
                                .allMatch(rate -> rate != null
                                        && rate.cost(BigDecimal.ONE).compareTo(first.cost(BigDecimal.ONE)) == 0)
                ? Optional.of(first)
                : Optional.empty();
    }
}
