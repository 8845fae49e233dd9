package io.epochwise.estimate;

import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The lines of an estimate as they come up. */
final class Charges {
    private final List<Supplier<List<EstimateLine>>> parts = new ArrayList<>();

    List<EstimateLine> lines() {
        return parts.stream().flatMap(part -> part.get().stream()).toList();
    }

    /** Charges that come up only where the lines are read. */
    void later(Consumer<Charges> charging) {
        parts.add(() -> {
            Charges charges = new Charges();
            charging.accept(charges);
            return charges.lines();
        });
    }

    private void add(EstimateLine line) {
        parts.add(() -> List.of(line));
    }

    /** A charge for a quantity, unpriced where no price is known. */
    void add(LineCode code, Quantity quantity, Unit unit, Optional<UnitPrice> price) {
        add(code, quantity.value().expected(), quantity, unit, price, known -> known.cost(quantity.value()));
    }

    /** A deduction for a quantity, unpriced where no price is known. */
    void deduct(LineCode code, Quantity quantity, Unit unit, Optional<UnitPrice> price) {
        add(code, quantity.value().expected().negate(), quantity, unit, price, known -> known.cost(quantity.value())
                .negated());
    }

    private void add(
            LineCode code,
            BigDecimal counted,
            Quantity quantity,
            Unit unit,
            Optional<UnitPrice> price,
            Function<UnitPrice, Range> amount) {
        add(price.map(known ->
                        priced(code, counted, unit, known, amount.apply(known), quantity.formula() + known.factor()))
                .orElseGet(() -> unpriced(code, counted, unit, quantity.formula() + " x price, which is not known")));
    }

    /** A charge whose quantity is not known. */
    void addUnknown(LineCode code, Unit unit, String formula) {
        add(unpriced(code, null, unit, formula));
    }

    /**
     * What is missing to the least that the charges so far cost together; nothing if one of them is unpriced.
     *
     * @param least what they cost at least
     */
    void fillUp(LineCode code, UnitPrice least) {
        Range sum = Estimate.total(lines());
        BigDecimal minimum = least.price().expected();
        if (sum == null || sum.low().compareTo(minimum) >= 0) {
            return;
        }
        Range missing =
                new Range(missing(minimum, sum.high()), missing(minimum, sum.expected()), missing(minimum, sum.low()));
        fill(code, missing, least, "max(0, " + least.words() + " - " + words(sum.expected()) + ")");
    }

    /**
     * What is missing to the most that any source says the charges so far cost at least; it counts in the high bound only.
     * Nothing if one of the charges is unpriced.
     *
     * @param least what they cost at least, a range where sources differ
     */
    void fillUpDisputed(LineCode code, UnitPrice least) {
        Range sum = Estimate.total(lines());
        if (sum == null || sum.high().compareTo(least.price().high()) >= 0) {
            return;
        }
        BigDecimal most = least.price().high();
        Range missing = new Range(BigDecimal.ZERO, BigDecimal.ZERO, missing(most, sum.high()));
        fill(code, missing, least, "high: max(0, " + words(most) + " - " + words(sum.high()) + ")");
    }

    private void fill(LineCode code, Range missing, UnitPrice least, String formula) {
        UnitPrice price = new UnitPrice(
                missing,
                missing.asAmount().expected(),
                BigDecimal.ONE,
                Unit.JOB,
                "",
                least.source(),
                least.asOf(),
                least.grade());
        add(priced(code, BigDecimal.ONE, Unit.JOB, price, missing, formula));
    }

    private static String words(BigDecimal amount) {
        return Decimals.amount(amount).toPlainString();
    }

    private static BigDecimal missing(BigDecimal minimum, BigDecimal charged) {
        return minimum.subtract(charged).max(BigDecimal.ZERO);
    }

    private static EstimateLine priced(
            LineCode code, BigDecimal quantity, Unit unit, UnitPrice price, Range amount, String formula) {
        return new EstimateLine(
                code,
                code.description(),
                plain(quantity),
                unit,
                price.list(),
                price.price().expected(),
                plain(price.per()),
                amount.asAmount(),
                formula,
                price.source(),
                price.asOf(),
                price.grade(),
                false);
    }

    private static EstimateLine unpriced(LineCode code, BigDecimal quantity, Unit unit, String formula) {
        return new EstimateLine(
                code,
                code.description(),
                quantity == null ? null : plain(quantity),
                unit,
                null,
                null,
                null,
                null,
                formula,
                null,
                null,
                null,
                true);
    }

    /** The same number without needless zeros or an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(Decimals.plain(value));
    }
}
