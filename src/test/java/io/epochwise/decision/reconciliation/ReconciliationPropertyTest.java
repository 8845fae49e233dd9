package io.epochwise.decision.reconciliation;

import io.epochwise.dataset.DatasetSummary;
import io.epochwise.decision.CostAnswer;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostQuestion;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.InferenceRequest;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.Question;
import io.epochwise.estimate.TrainingRequest;
import io.epochwise.estimate.Workload;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.epochwise.decision.reconciliation.Bills.ACME;
import static io.epochwise.decision.reconciliation.Bills.TODAY;
import static io.epochwise.decision.reconciliation.Bills.images;
import static io.epochwise.decision.reconciliation.Bills.job;
import static io.epochwise.decision.reconciliation.Bills.reconcile;
import static io.epochwise.decision.reconciliation.Bills.rows;
import static io.epochwise.decision.reconciliation.Bills.text;
import static io.epochwise.decision.reconciliation.Bills.tokens;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every bill, tried on jobs and calls drawn from seeds. */
class ReconciliationPropertyTest {
    private static final int CASES = 500;

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Examples with images, of a size at which high and low differ. */
    private static DatasetSummary pictures(Random random) {
        return images(
                1 + random.nextInt(20_000),
                200 + random.nextInt(800) + "." + random.nextInt(1000),
                Integer.toString(1 + random.nextInt(4)),
                Detail.HIGH);
    }

    private static TrainingRequest drawn(Random random) {
        String offering = one(random, "acme/thousands", "acme/single", "acme/given", "acme/least");
        DatasetSummary dataset =
                random.nextBoolean() ? pictures(random) : text(1 + random.nextInt(20_000), "" + random.nextInt(6_000));
        return job(
                offering,
                dataset,
                1 + random.nextInt(9),
                random.nextBoolean() ? text(1 + random.nextInt(500), "700") : null,
                offering.equals("acme/least") ? null : one(random, null, null, "late"),
                null,
                null,
                null,
                offering.equals("acme/least") || random.nextBoolean() ? null : "" + random.nextInt(800));
    }

    private static InferenceRequest calls(Random random) {
        Workload workload = new Workload(
                Range.exactly(1 + random.nextInt(100_000)),
                null,
                Range.exactly(random.nextInt(2_000)),
                null,
                Range.exactly(random.nextInt(2_000)),
                List.of(),
                Range.exactly(1 + random.nextInt(900)),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return InferenceRequest.of("acme/single", workload);
    }

    private static CostAnswer answer(CostKind kind, Question request) {
        return CostAnswer.of(ACME, new CostQuestion(kind, request, null), TODAY);
    }

    private static ActualUsage billed(EstimateLine line, BigDecimal quantity, BigDecimal amount) {
        return new ActualUsage(line.code(), null, quantity, null, amount, null, null);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEstimateReconciledWithItselfHasNoDifference(long seed) {
        Random random = random(seed);
        CostKind kind = random.nextBoolean() ? CostKind.TRAINING : CostKind.INFERENCE;
        Question request = kind == CostKind.TRAINING ? drawn(random) : calls(random);
        CostAnswer answer = answer(kind, request);
        List<ActualUsage> rows = answer.lines()
                .map(line -> billed(line, line.quantity(), line.amount().expected()))
                .toList();
        Reconciliation byLine = reconcile(ACME, kind, request, rows(rows.toArray(ActualUsage[]::new)));
        assertThat(byLine.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.difference()).isZero();
            assertThat(line.percent())
                    .satisfiesAnyOf(percent -> assertThat(percent).isNull(), percent -> assertThat(percent)
                            .isZero());
        });
        assertThat(byLine.causes()).filteredOn(cause -> cause.tokens() != null).isEmpty();
        Reconciliation whole =
                reconcile(ACME, kind, request, new Actual(null, answer.total().expected(), null, null, null, null));
        assertThat(whole.total().difference()).isZero();
        assertThat(whole.total().within()).isTrue();
        assertThat(whole.causes()).isEmpty();
        assertThat(whole.warnings()).isEmpty();
        if (answer.total().expected().signum() > 0) {
            assertThat(whole.calibration().factor()).isEqualByComparingTo("1");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatQuantityAndPriceMakeAddsUp(long seed) {
        Random random = random(seed);
        CostKind kind = random.nextBoolean() ? CostKind.TRAINING : CostKind.INFERENCE;
        Question request = kind == CostKind.TRAINING ? drawn(random) : calls(random);
        List<ActualUsage> rows = answer(kind, request)
                .lines()
                .map(line -> billed(
                        line,
                        BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(4)),
                        BigDecimal.valueOf(random.nextInt(1_000_000), 2)))
                .toList();
        Reconciliation answer = reconcile(ACME, kind, request, rows(rows.toArray(ActualUsage[]::new)));
        assertThat(answer.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.difference())
                    .isEqualByComparingTo(
                            line.actual().amount().subtract(line.estimated().amount()));
            boolean split = !line.code().equals(LineCode.TRAINING_MINIMUM.toString());
            if (split) {
                assertThat(line.quantityDifference().add(line.priceDifference()))
                        .isEqualByComparingTo(line.difference());
            }
        });
        BigDecimal differences =
                answer.lines().stream().map(ReconciledLine::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ofOthers = answer.notBilled().stream()
                .map(line -> line.estimated().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(differences.subtract(ofOthers))
                .isEqualByComparingTo(answer.total().difference());
    }

    /** A provider that counts in one way otherwise, simulated without the classes that look for it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aProviderThatCountsOtherwiseIsFoundOut(long seed) {
        Random random = random(seed);
        DatasetSummary dataset = pictures(random);
        long examples = dataset.exampleCount();
        BigDecimal text = dataset.textTokensPerExample().expected().multiply(BigDecimal.valueOf(examples));
        long images = dataset.imagesPerExample().expected().longValueExact() * examples;
        int epochs = 2 + random.nextInt(5);
        BillingCauseCode cause = List.of(
                        BillingCauseCode.MESSAGE_OVERHEAD,
                        BillingCauseCode.SKIPPED_IMAGES,
                        BillingCauseCode.IMAGE_DETAIL,
                        BillingCauseCode.IMAGE_RULE,
                        BillingCauseCode.EPOCHS,
                        BillingCauseCode.FILE_BYTES,
                        BillingCauseCode.BILLING_UNIT)
                .get(random.nextInt(7));
        long bytes = 4L * (1_000_000 + random.nextInt(900_000_000));
        long overhead = 4L * (2 + random.nextInt(7)) + 2;
        int billedEpochs = cause == BillingCauseCode.EPOCHS ? epochs + 1 + random.nextInt(20) : epochs;
        BigDecimal perEpoch =
                switch (cause) {
                    case MESSAGE_OVERHEAD -> text.add(BigDecimal.valueOf(images * 255 + overhead * examples));
                    case SKIPPED_IMAGES -> text;
                    case IMAGE_DETAIL -> text.add(BigDecimal.valueOf(images * 85));
                    case IMAGE_RULE -> text.add(BigDecimal.valueOf(images * 210));
                    case FILE_BYTES -> BigDecimal.valueOf(bytes / 4);
                    default -> text.add(BigDecimal.valueOf(images * 255));
                };
        long unit = cause == BillingCauseCode.BILLING_UNIT ? 1_000_000 : 1_000;
        long billed = perEpoch.multiply(BigDecimal.valueOf(billedEpochs))
                .divide(BigDecimal.valueOf(unit), 0, RoundingMode.CEILING)
                .multiply(BigDecimal.valueOf(unit))
                .longValueExact();
        Reconciliation answer =
                reconcile(job("acme/thousands", dataset, epochs), new Actual(billed, null, null, null, null, bytes));
        if (answer.tokens().difference().signum() == 0) {
            // too few examples to begin another unit
            assertThat(answer.causes()).isEmpty();
            return;
        }
        assertThat(answer.causes()).as(cause + " of " + answer.tokens()).anySatisfy(found -> {
            assertThat(found.code()).isEqualTo(cause);
            assertThat(found.with()).isNull();
            assertThat(found.confidence()).isEqualTo(Confidence.EXACT);
            assertThat(found.tokens()).isEqualByComparingTo(answer.tokens().difference());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsToUseTheNextTimeMeetsTheBill(long seed) {
        Random random = random(seed);
        DatasetSummary dataset = text(1 + random.nextInt(20_000), 100 + random.nextInt(1_000) + ".5");
        int epochs = 1 + random.nextInt(5);
        TrainingRequest first = job("acme/thousands", dataset, epochs);
        long billed = 1_000L * (1 + random.nextInt(20_000));
        List<CalibratedInput> use =
                reconcile(first, tokens(billed)).calibration().use();
        assertThat(use).hasSize(1);
        BigDecimal calibrated = use.get(0).value().expected();
        boolean withinContext = calibrated.compareTo(BigDecimal.valueOf(4_000)) < 0;
        if (withinContext) {
            TrainingRequest next =
                    job("acme/thousands", text(dataset.exampleCount(), calibrated.toPlainString()), epochs);
            assertThat(reconcile(next, tokens(billed)).tokens().difference()).isZero();
        }
    }

    /** Whatever a bill holds, it is compared or refused with its place. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noBillIsTooOdd(long seed) {
        Random random = random(seed);
        CostKind kind = random.nextBoolean() ? CostKind.TRAINING : CostKind.INFERENCE;
        Question request = kind == CostKind.TRAINING ? drawn(random) : calls(random);
        Actual actual = new Actual(
                random.nextBoolean() ? null : random.nextLong(-1, 1_000_000_000),
                figure(random),
                random.nextInt(9) == 0 ? "EUR" : null,
                random.ints(random.nextInt(4), 0, 6)
                        .mapToObj(i -> oddRow(random))
                        .toList(),
                random.nextInt(3) == 0 ? oddFocus(random) : null,
                random.nextBoolean() ? null : 1L + random.nextInt(1_000_000_000));
        try {
            Reconciliation answer = reconcile(ACME, kind, request, actual);
            BigDecimal matched = answer.lines().stream()
                    .map(ReconciledLine::actual)
                    .filter(line -> line != null && line.amount() != null)
                    .map(MeteredAmount::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal unmatched = answer.unmatchedActual().stream()
                    .map(UnmatchedActual::amount)
                    .filter(amount -> amount != null)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean rowsAlone = actual.amount() == null && answer.total().actual() != null;
            if (rowsAlone) {
                assertThat(matched.add(unmatched))
                        .isEqualByComparingTo(answer.total().actual());
            }
        } catch (InvalidInputException refused) {
            assertThat(refused.violations())
                    .allSatisfy(fault -> assertThat(fault.field()).startsWith("actual"));
        }
    }

    private static BigDecimal figure(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> BigDecimal.ZERO;
            case 2 -> new BigDecimal("-" + random.nextInt(1_000) + ".0" + random.nextInt(100));
            default -> BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(10));
        };
    }

    private static ActualUsage oddRow(Random random) {
        boolean line = random.nextBoolean();
        return new ActualUsage(
                line ? LineCode.values()[random.nextInt(LineCode.values().length)] : null,
                line ? null : one(random, "training", "hosting", "input", "output tokens", "???", "input output", "x"),
                random.nextInt(9) == 0 ? null : BigDecimal.valueOf(random.nextInt() / 2L, random.nextInt(4)),
                one(random, null, null, "tokens", "1K tokens", "hours"),
                random.nextInt(9) == 0 ? null : BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(40)),
                random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(400)));
    }

    private static String oddFocus(Random random) {
        String names = "BilledCost,EffectiveCost,ContractedCost,ListCost,BillingCurrency,ChargeCategory,ChargeClass,"
                + "ChargeDescription,ChargePeriodStart,ChargePeriodEnd,PricingQuantity,PricingUnit\n";
        String cost = one(random, "1", "-3.5", "1E2", "NULL", "", "x");
        return names
                + String.join(
                        ",",
                        cost,
                        cost,
                        one(random, "1", "2"),
                        "0",
                        one(random, "USD", "USD", "USD", "usd"),
                        one(random, "Usage", "Usage", "Tax", "Credit", "Purchase", ""),
                        one(random, "NULL", "", "Correction"),
                        one(random, "Hosting", "training", "\"", "\"\"", "=1+1"),
                        "2026-01-01T00:00:00Z",
                        one(random, "2026-02-01T00:00:00Z", "2025-02-01T00:00:00Z", "soon"),
                        one(random, "5", "NULL", "0", "-1"),
                        one(random, "Hours", "Tokens", "Boxes", ""))
                + one(random, "", "\n", ",,\n");
    }
}
