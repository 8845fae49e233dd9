package io.epochwise.api.mcp;

import io.epochwise.api.EstimateResource;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Price;
import io.epochwise.catalog.Unit;
import io.epochwise.decision.TrainingPlan;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import io.epochwise.token.image.Detail;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Where a number comes from: the prices of an offering as {@code GET /v1/catalog/offerings} has them, or the lines of a training
 * estimate as {@code POST /v1/estimates/training} has them.
 */
@Singleton
final class ExplainNumberTool implements Tool<ExplainNumberTool.Arguments> {
    private static final int WHOLE = 10_000;

    /** How long sources and notes are, the longest first; then there are fewer rows. */
    private static final List<Size> SIZES =
            List.of(new Size(WHOLE, WHOLE), new Size(120, 120), new Size(80, 0), new Size(30, 0));

    private final Catalog catalog;
    private final EstimateResource estimates;
    private final Clock clock;

    ExplainNumberTool(Catalog catalog, EstimateResource estimates, Clock clock) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.clock = clock;
    }

    private record Size(int source, int note) {}

    /** The arguments; {@code mcp/explain_number.json} says what they mean. */
    @RegisterForReflection
    record Arguments(
            String offering,
            Meter meter,
            String tier,
            LocalDate asOf,
            Range examples,
            Range textTokensPerExample,
            Range imagesPerExample,
            Range imageWidth,
            Range imageHeight,
            Detail imageDetail,
            Integer epochs) {
        boolean ofEstimate() {
            return examples != null
                    || textTokensPerExample != null
                    || imagesPerExample != null
                    || imageWidth != null
                    || imageHeight != null
                    || imageDetail != null
                    || epochs != null;
        }

        TrainingPlan training() {
            return Training.plan(
                    examples,
                    textTokensPerExample,
                    imagesPerExample,
                    imageWidth,
                    imageHeight,
                    imageDetail,
                    epochs,
                    tier);
        }
    }

    /**
     * The answer about prices.
     *
     * @param answer the same in a sentence
     * @param offering the offering's id
     * @param asOf the day
     * @param tier the price class
     * @param prices in force on the day for the price class, the operator's own first
     * @param notShown how many more there are; null for none
     */
    @RegisterForReflection
    record Prices(
            String answer, String offering, LocalDate asOf, String tier, List<PriceRow> prices, Integer notShown) {}

    /** A price; each component means what it does in {@link Price}. */
    @RegisterForReflection
    record PriceRow(
            Meter meter,
            BigDecimal amount,
            BigDecimal low,
            BigDecimal high,
            BigDecimal per,
            Unit unit,
            String currency,
            List<String> regions,
            String variant,
            Long fromInputTokens,
            LocalDate from,
            LocalDate to,
            FactStatus status,
            String source,
            LocalDate sourceAsOf,
            Grade grade,
            String note) {}

    /**
     * The answer about an estimate.
     *
     * @param answer the same in a sentence
     * @param offering the offering's id
     * @param asOf the day of the job's creation
     * @param currency ISO 4217 code
     * @param total the sum of the lines; null if one is unpriced
     * @param lines what is charged
     * @param warnings what may make it wrong
     * @param notShown how many more lines there are; null for none
     */
    @RegisterForReflection
    record Lines(
            String answer,
            String offering,
            LocalDate asOf,
            String currency,
            Range total,
            List<LineRow> lines,
            List<String> warnings,
            Integer notShown) {}

    /** A line; each component means what it does in {@link EstimateLine}. */
    @RegisterForReflection
    record LineRow(
            LineCode code,
            BigDecimal quantity,
            Unit unit,
            BigDecimal unitPrice,
            BigDecimal per,
            Range amount,
            boolean unpriced,
            String formula,
            String source,
            LocalDate sourceAsOf,
            Grade grade) {}

    @Override
    public String name() {
        return "explain_number";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Brief.Told answer(Arguments arguments) {
        if (arguments.offering == null) {
            throw new InvalidInputException("offering", "must be given");
        }
        LocalDate asOf = Objects.requireNonNullElse(arguments.asOf, LocalDate.now(clock));
        return arguments.ofEstimate() ? lines(arguments, asOf) : prices(arguments, asOf);
    }

    private Brief.Told prices(Arguments arguments, LocalDate asOf) {
        Offering offering = catalog.require(arguments.offering);
        String tier = Objects.requireNonNullElse(arguments.tier, offering.defaultTier());
        if (arguments.tier != null && !offering.tiers().contains(tier)) {
            throw new InvalidInputException("tier", "must be one of " + offering.tiers());
        }
        List<Price> prices = offering.pricesInForce(asOf).stream()
                .filter(price -> price.tiers().contains(tier))
                .filter(price -> arguments.meter == null || price.meter() == arguments.meter)
                .toList();
        String what = (arguments.meter == null ? "" : arguments.meter + " ") + "price";
        String scope = " of " + offering.id() + ", price class " + tier + ", on " + asOf;
        return step -> {
            int shown = shown(prices.size(), step);
            Size size = size(step);
            return shown < Math.min(1, prices.size())
                    ? null
                    : new Prices(
                            sentence(prices, what, scope),
                            offering.id(),
                            asOf,
                            tier,
                            prices.stream()
                                    .limit(shown)
                                    .map(price -> row(price, size))
                                    .toList(),
                            Words.left(prices, shown));
        };
    }

    private static String sentence(List<Price> prices, String what, String scope) {
        if (prices.isEmpty()) {
            return "No " + what + scope + ", is known; that is not zero.";
        }
        Price first = prices.get(0);
        String amount = first.amount() == null
                ? "not known, which is not zero"
                : first.amount().toPlainString() + " " + first.currency() + " per "
                        + first.per().toPlainString() + " " + first.unit();
        return (prices.size() == 1
                        ? "The " + what + scope + ", is "
                        : prices.size() + " rows are in force for the " + what + scope + "; the first, of "
                                + first.meter() + ", is ")
                + amount + " (" + first.grade() + (first.asOf() == null ? "" : ", as of " + first.asOf()) + ").";
    }

    private static PriceRow row(Price price, Size size) {
        return new PriceRow(
                price.meter(),
                price.amount(),
                price.low(),
                price.high(),
                price.per(),
                price.unit(),
                price.currency(),
                price.regions().isEmpty() ? null : price.regions(),
                price.variant(),
                price.fromInputTokens(),
                price.from(),
                price.to(),
                price.status(),
                Brief.cut(price.source(), size.source),
                price.asOf(),
                price.grade(),
                size.note == 0 ? null : Brief.cut(price.note(), size.note));
    }

    private Brief.Told lines(Arguments arguments, LocalDate asOf) {
        if (arguments.meter != null) {
            throw new InvalidInputException("meter", "must be left out where a training estimate is explained");
        }
        Estimate estimate =
                estimates.training(arguments.training().request(arguments.offering, Organization.UNKNOWN, asOf));
        return step -> {
            int shown = shown(estimate.lines().size(), step);
            Size size = size(step);
            return shown < 1
                    ? null
                    : new Lines(
                            sentence(estimate),
                            estimate.offering(),
                            asOf,
                            estimate.currency(),
                            estimate.total(),
                            estimate.lines().stream()
                                    .limit(shown)
                                    .map(line -> row(line, size))
                                    .toList(),
                            Words.warnings(estimate.warnings(), step == 0),
                            Words.left(estimate.lines(), shown));
        };
    }

    private static String sentence(Estimate estimate) {
        String lines =
                estimate.lines().size() == 1 ? "1 line" : estimate.lines().size() + " lines";
        return "Training " + estimate.offering() + " is charged in " + lines + "; the total is "
                + (estimate.total() == null
                        ? "not known, which is not zero"
                        : Words.amount(estimate.total(), estimate.currency()))
                + ".";
    }

    private static LineRow row(EstimateLine line, Size size) {
        return new LineRow(
                line.code(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.per(),
                line.amount(),
                line.unpriced(),
                line.formula(),
                Brief.cut(line.source(), size.source),
                line.priceAsOf(),
                line.grade());
    }

    private static Size size(int step) {
        return SIZES.get(Math.min(step, SIZES.size() - 1));
    }

    private static int shown(int rows, int step) {
        return rows - Math.max(0, step - SIZES.size() + 1);
    }
}
