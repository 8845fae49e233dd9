package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.money.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

import static io.epochwise.estimate.InferenceBuilder.range;

/** Builds a request for an evaluation part by part; what is not set is not said. */
public final class EvaluationBuilder {
    private final String offering;
    private String benchmark;
    private EvaluationSet set;
    private String split;
    private Long limit;
    private Integer runs;
    private Boolean tuned;
    private Boolean chainOfThought;
    private Range staticPrompt;
    private FewShotExamples examples;
    private Range hitRate;
    private String harness;
    private EvaluationJudge judge;
    private Boolean batch;
    private String tier;
    private PriceOverrides overrides;
    private ServingChoice serving;
    private BigDecimal hostingHours;
    private EvaluationPrecision precision;
    private LocalDate asOf;

    private EvaluationBuilder(String offering) {
        this.offering = offering;
    }

    public static EvaluationBuilder evaluation(String offering) {
        return new EvaluationBuilder(offering);
    }

    public EvaluationBuilder benchmark(String value) {
        benchmark = value;
        return this;
    }

    public EvaluationBuilder set(Long questions, Long promptTokens, Long outputTokens, WorkloadImage... images) {
        return set(new EvaluationSet(
                questions,
                range(promptTokens),
                images.length == 0 ? null : Arrays.asList(images),
                range(outputTokens)));
    }

    public EvaluationBuilder set(EvaluationSet value) {
        set = value;
        return this;
    }

    public EvaluationBuilder split(String value) {
        split = value;
        return this;
    }

    public EvaluationBuilder limit(Long value) {
        limit = value;
        return this;
    }

    public EvaluationBuilder runs(Integer value) {
        runs = value;
        return this;
    }

    public EvaluationBuilder tuned() {
        tuned = true;
        return this;
    }

    public EvaluationBuilder chainOfThought() {
        chainOfThought = true;
        return this;
    }

    public EvaluationBuilder staticPrompt(Long value) {
        staticPrompt = range(value);
        return this;
    }

    public EvaluationBuilder examples(Integer count, Long tokensEach, WorkloadImage... ofEach) {
        examples = new FewShotExamples(range(count), range(tokensEach), Arrays.asList(ofEach));
        return this;
    }

    public EvaluationBuilder hitRate(String value) {
        hitRate = range(new BigDecimal(value));
        return this;
    }

    public EvaluationBuilder harness(String value) {
        harness = value;
        return this;
    }

    public EvaluationBuilder judge(String judging, String share, Long promptTokens, Long outputTokens) {
        return judge(judging, share == null ? null : range(new BigDecimal(share)), promptTokens, outputTokens);
    }

    public EvaluationBuilder judge(String judging, Range share, Long promptTokens, Long outputTokens) {
        judge = new EvaluationJudge(judging, share, range(promptTokens), range(outputTokens), null, null, null, null);
        return this;
    }

    public EvaluationBuilder judge(EvaluationJudge value) {
        judge = value;
        return this;
    }

    public EvaluationBuilder batch() {
        batch = true;
        return this;
    }

    public EvaluationBuilder tier(String value) {
        tier = value;
        return this;
    }

    public EvaluationBuilder discount(String percent) {
        overrides = new PriceOverrides(null, new BigDecimal(percent));
        return this;
    }

    public EvaluationBuilder serving(ServingChoice value) {
        serving = value;
        return this;
    }

    public EvaluationBuilder hostingHours(String value) {
        hostingHours = new BigDecimal(value);
        return this;
    }

    public EvaluationBuilder precision(EvaluationPrecision value) {
        precision = value;
        return this;
    }

    public EvaluationBuilder asOf(String value) {
        asOf = LocalDate.parse(value);
        return this;
    }

    public EvaluationRequest build() {
        return new EvaluationRequest(
                offering,
                benchmark,
                set,
                split,
                limit,
                runs,
                tuned,
                chainOfThought,
                staticPrompt,
                examples,
                hitRate,
                harness,
                judge,
                batch,
                tier,
                null,
                overrides,
                serving,
                hostingHours,
                precision,
                null,
                asOf);
    }

    EvaluationCosts costs(Catalog catalog) {
        return EvaluationEstimator.estimate(catalog, build(), RequestBuilder.TODAY);
    }

    Estimate estimate(Catalog catalog) {
        return costs(catalog).estimate();
    }
}
