package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.Workload;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds by what to correct the next estimate: by how much more was used than expected, where quantities are known, else by how much
 * more was paid; and where in the next question that goes.
 */
final class Calibrating {
    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int FACTOR_SCALE = 6;
    private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

    /** Lines whose tokens are a number of the workload. */
    private static final Map<LineCode, String> FIELDS = Map.of(
            LineCode.INFERENCE_STATIC_PROMPT, "staticPromptTokens",
            LineCode.INFERENCE_VARIABLE_PROMPT, "variablePromptTokens",
            LineCode.INFERENCE_OUTPUT, "outputTokens");

    /** A factor with the bounds that single lines or periods give it. */
    private record Factor(BigDecimal value, BigDecimal low, BigDecimal high, String basis) {
        Range of(BigDecimal number) {
            return new Range(number.multiply(least()), number.multiply(value), number.multiply(most()));
        }

        BigDecimal least() {
            return low == null ? value : low;
        }

        BigDecimal most() {
            return high == null ? value : high;
        }
    }

    private final BillingCase bill;
    private final CostQuestion question;

    private Calibrating(BillingCase bill, CostQuestion question) {
        this.bill = bill;
        this.question = question;
    }

    /** What to correct; null if nothing can be compared. */
    static Calibration of(BillingCase bill, CostQuestion question) {
        Calibrating calibrating = new Calibrating(bill, question);
        List<ComparedCharge> metered = bill.charges().stream()
                .filter(charge -> charge.quantity() != null
                        && charge.quantity().signum() >= 0
                        && charge.estimated().quantity() != null
                        && charge.estimated().quantity().signum() > 0)
                .toList();
        return (metered.isEmpty() ? calibrating.byAmount() : Optional.of(byQuantity(metered)))
                .map(factor -> new Calibration(
                        rounded(factor.value()),
                        factor.low() == null ? null : rounded(factor.low()),
                        factor.high() == null ? null : rounded(factor.high()),
                        factor.basis(),
                        calibrating.use(metered, factor)))
                .orElse(null);
    }

    private static BigDecimal rounded(BigDecimal factor) {
        return factor.setScale(FACTOR_SCALE, RoundingMode.HALF_EVEN);
    }

    private Optional<Factor> byAmount() {
        BigDecimal expected = bill.expected();
        if (expected == null
                || expected.signum() <= 0
                || bill.amount() == null
                || bill.amount().signum() < 0) {
            return byTokens();
        }
        return Optional.of(new Factor(
                bill.amount().divide(expected, PRECISION),
                null,
                null,
                "Amount billed over amount expected: "
                        + Decimals.amount(bill.amount()).toPlainString() + " / "
                        + Decimals.amount(expected).toPlainString() + ". " + alone()));
    }

    private Optional<Factor> byTokens() {
        BigDecimal expected = bill.expectedTokens();
        return expected == null || expected.signum() <= 0 || bill.tokens() == null
                ? Optional.empty()
                : Optional.of(new Factor(
                        bill.tokens().divide(expected, PRECISION),
                        null,
                        null,
                        "Tokens billed over tokens expected: " + Decimals.plain(bill.tokens()) + " / "
                                + Decimals.plain(expected) + ". " + alone()));
    }

    /** Quantities of several lines are weighed by their prices, since that is how they bear on the total. */
    private static Factor byQuantity(List<ComparedCharge> metered) {
        BigDecimal billed = weighed(metered, true);
        BigDecimal expected = weighed(metered, false);
        boolean one = metered.size() == 1 || expected.signum() == 0;
        BigDecimal of = one ? metered.get(0).quantity() : billed;
        BigDecimal over = one ? metered.get(0).estimated().quantity() : expected;
        BigDecimal value = of.divide(over, PRECISION);
        List<BigDecimal> factors = Stream.concat(
                        metered.size() == 1 ? Stream.empty() : metered.stream().map(Calibrating::factor),
                        metered.stream().flatMap(Calibrating::ofPeriods))
                .toList();
        String what = one
                ? "Quantity of " + metered.get(0).estimated().code() + " billed over quantity expected: "
                : "Quantities billed over quantities expected, at the expected prices: ";
        String words = what + Decimals.plain(of) + " / " + Decimals.plain(over) + ". ";
        return factors.isEmpty()
                ? new Factor(value, null, null, words + alone())
                : new Factor(
                        value,
                        factors.stream().reduce(value, BigDecimal::min),
                        factors.stream().reduce(value, BigDecimal::max),
                        words + "Low and high are the least and the most of " + factors.size()
                                + " factors of single lines and periods.");
    }

    private static String alone() {
        return "One figure alone does not say how much the next one may differ, so there is no range: keep that of the"
                + " estimate until there is a second bill.";
    }

    private static BigDecimal factor(ComparedCharge charge) {
        return charge.quantity().divide(charge.estimated().quantity(), PRECISION);
    }

    private static BigDecimal weighed(List<ComparedCharge> metered, boolean billed) {
        return metered.stream()
                .flatMap(charge -> charge
                        .estimated()
                        .rate()
                        .map(rate -> rate.cost(
                                billed ? charge.quantity() : charge.estimated().quantity()))
                        .stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The factor of a charge as each of its periods alone would have it, by what was used a day; none of a single period. */
    private static Stream<BigDecimal> ofPeriods(ComparedCharge charge) {
        Map<LocalDate, BigDecimal> quantities = new TreeMap<>();
        Map<LocalDate, Long> days = new TreeMap<>();
        for (BilledRow row : charge.rows()) {
            if (row.from() == null || row.to() == null || row.quantity() == null) {
                return Stream.empty();
            }
            quantities.merge(row.from(), row.quantity(), BigDecimal::add);
            days.merge(row.from(), Math.max(1, ChronoUnit.DAYS.between(row.from(), row.to())), Math::max);
        }
        long all = days.values().stream().mapToLong(Long::longValue).sum();
        if (quantities.size() < 2 || charge.quantity().signum() == 0) {
            return Stream.empty();
        }
        BigDecimal factor = factor(charge);
        return quantities.entrySet().stream().map(period -> factor.multiply(period.getValue())
                .multiply(BigDecimal.valueOf(all))
                .divide(charge.quantity().multiply(BigDecimal.valueOf(days.get(period.getKey()))), PRECISION)
                .max(BigDecimal.ZERO));
    }

    private List<CalibratedInput> use(List<ComparedCharge> metered, Factor factor) {
        if (question.kind() == CostKind.INFERENCE) {
            return Stream.concat(
                            ofWorkload(metered, factor).stream(),
                            bill.charges().stream().flatMap(this::paidPrice))
                    .toList();
        }
        return metered.isEmpty()
                ? bill.charges().stream()
                        .flatMap(charge -> factoredPrice(charge, factor))
                        .toList()
                : metered.stream().flatMap(this::used).toList();
    }

    /** What a charge alone says: of a job the number it comes from, else the price with the factor in it. */
    private Stream<CalibratedInput> used(ComparedCharge charge) {
        Factor factor = byQuantity(List.of(charge));
        Optional<CalibratedInput> number =
                question.kind() == CostKind.TRAINING ? ofJob(charge, factor) : Optional.empty();
        return number.isPresent() ? Stream.concat(number.stream(), paidPrice(charge)) : factoredPrice(charge, factor);
    }

    private Optional<CalibratedInput> ofJob(ComparedCharge charge, Factor factor) {
        return switch (charge.estimated().meter().orElse(Meter.JOB_MINIMUM)) {
            case TRAINING -> ofDataset(factor);
            case HOSTING ->
                Optional.of(new CalibratedInput(
                        "hostingHours",
                        null,
                        hours(factor.of(charge.estimated().quantity())),
                        "The hours that were billed."));
            default -> Optional.empty();
        };
    }

    private static Range hours(Range range) {
        return new Range(
                range.low().setScale(2, RoundingMode.HALF_EVEN),
                range.expected().setScale(2, RoundingMode.HALF_EVEN),
                range.high().setScale(2, RoundingMode.HALF_EVEN));
    }

    /** Text tokens of an example that make up what was billed, where a summary says what else there is. */
    private Optional<CalibratedInput> ofDataset(Factor factor) {
        if (bill.job() == null || !(bill.job().request().dataset() instanceof DatasetSummary)) {
            return Optional.empty();
        }
        JobCount count = bill.job().count();
        Range tokens = factor.of(count.tokens());
        BigDecimal passes = count.examples().multiply(count.epochs());
        BigDecimal images = count.images().divide(count.examples(), PRECISION);
        boolean plain = count.validationPasses().signum() == 0
                && count.free().signum() == 0
                && count.perEpoch().compareTo(count.uncut()) == 0;
        BigDecimal least = tokens.low().divide(passes, PRECISION).subtract(images);
        if (!plain || least.signum() < 0) {
            return Optional.empty();
        }
        return Optional.of(new CalibratedInput(
                "dataset.textTokensPerExample",
                null,
                new Range(
                        text(tokens.low(), passes, images),
                        text(tokens.expected(), passes, images),
                        text(tokens.high(), passes, images)),
                "Billed tokens / " + Decimals.plain(count.examples()) + " examples / " + Decimals.plain(count.epochs())
                        + " epochs - " + Decimals.plain(images.setScale(FACTOR_SCALE, RoundingMode.HALF_EVEN))
                        + " tokens of images; all of the deviation is put on the text."));
    }

    /** Rounded down, so that no billing unit more is begun. */
    private static BigDecimal text(BigDecimal tokens, BigDecimal passes, BigDecimal images) {
        return tokens.divide(passes, PRECISION).subtract(images).setScale(FACTOR_SCALE, RoundingMode.FLOOR);
    }

    /** Each number of the workload whose tokens are known, or the requests if none is. */
    private List<CalibratedInput> ofWorkload(List<ComparedCharge> metered, Factor factor) {
        Workload workload = ((InferenceRequest) question.request()).workload();
        List<CalibratedInput> inputs = new ArrayList<>();
        for (ComparedCharge charge : metered) {
            LineCode code = charge.estimated().codes().get(0);
            boolean alone = charge.estimated().codes().size() == 1 && FIELDS.containsKey(code);
            if (!alone) {
                return List.of(requests(workload, factor));
            }
            inputs.add(new CalibratedInput(
                    "workload." + FIELDS.get(code),
                    null,
                    whole(byQuantity(List.of(charge)).of(number(workload, code).expected())),
                    "The number of the request x the factor of its line, " + Decimals.plain(rounded(factor(charge)))
                            + "."));
        }
        return inputs.isEmpty() ? List.of(requests(workload, factor)) : inputs;
    }

    private static Range number(Workload workload, LineCode code) {
        return switch (code) {
            case INFERENCE_STATIC_PROMPT -> workload.staticPromptTokens();
            case INFERENCE_VARIABLE_PROMPT -> workload.variablePromptTokens();
            default -> workload.outputTokens();
        };
    }

    private static CalibratedInput requests(Workload workload, Factor factor) {
        return new CalibratedInput(
                "workload.requestsPerMonth",
                null,
                whole(factor.of(workload.requestsPerMonth().expected())),
                "The requests of the question x the factor; all of the deviation is put on how many there are.");
    }

    private static Range whole(Range range) {
        return new Range(
                range.low().setScale(0, RoundingMode.HALF_EVEN),
                range.expected().setScale(0, RoundingMode.HALF_EVEN),
                range.high().setScale(0, RoundingMode.HALF_EVEN));
    }

    /** The price that was paid, where it is not the expected one. */
    private Stream<CalibratedInput> paidPrice(ComparedCharge charge) {
        BigDecimal atExpectedPrice = charge.atExpectedPrice();
        if (atExpectedPrice == null
                || charge.amount() == null
                || charge.quantity().signum() <= 0
                || charge.amount().signum() < 0
                || charge.amount().subtract(atExpectedPrice).abs().compareTo(HALF_CENT) <= 0) {
            return Stream.empty();
        }
        Rate rate = charge.estimated().rate().orElseThrow();
        BigDecimal price = charge.amount().multiply(rate.per()).divide(charge.quantity(), PRECISION);
        return ownPrice(
                charge,
                Range.exactly(price),
                "Amount billed / quantity billed, per " + Decimals.plain(rate.per()) + " "
                        + charge.estimated().unit() + ".");
    }

    /** The expected price times the factor, where no number of the question can hold it; and times what was paid of that price. */
    private Stream<CalibratedInput> factoredPrice(ComparedCharge charge, Factor factor) {
        BigDecimal atExpectedPrice = charge.atExpectedPrice();
        boolean paid = charge.amount() != null
                && charge.amount().signum() >= 0
                && atExpectedPrice != null
                && atExpectedPrice.signum() > 0;
        return charge.estimated().rate().stream().flatMap(rate -> {
            BigDecimal price =
                    paid ? rate.price().multiply(charge.amount()).divide(atExpectedPrice, PRECISION) : rate.price();
            return ownPrice(
                    charge,
                    factor.of(price),
                    (paid ? "The price paid, " : "The expected price, ")
                            + scaled(price).toPlainString() + " per "
                            + Decimals.plain(rate.per()) + " "
                            + charge.estimated().unit() + ", x the factor of the "
                            + (charge.quantity() == null ? "amount, " : "quantity, ")
                            + Decimals.plain(rounded(factor.value())) + ".");
        });
    }

    private Stream<CalibratedInput> ownPrice(ComparedCharge charge, Range price, String text) {
        return charge.estimated().meter().map(this::asAsked).stream()
                .filter(meter -> meter != Meter.JOB_MINIMUM && meter != Meter.GPU_HOUR)
                .map(meter -> new CalibratedInput(
                        "overrides.prices[].amount",
                        meter,
                        new Range(scaled(price.low()), scaled(price.expected()), scaled(price.high())),
                        text));
    }

    private static BigDecimal scaled(BigDecimal price) {
        return Decimals.amount(price.setScale(FACTOR_SCALE, RoundingMode.HALF_EVEN));
    }

    /** The meter under its name for tuned models, where one was asked for. */
    private Meter asAsked(Meter meter) {
        boolean tuned = question.request() instanceof InferenceRequest calls && Boolean.TRUE.equals(calls.tuned());
        return tuned ? BilledMeter.tuned(meter) : meter;
    }
}
