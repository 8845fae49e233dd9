package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Meter;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a request for an inference estimate part by part; what is not set is not said. */
final class InferenceBuilder {
    private final String offering;
    private final List<WorkloadImage> images = new ArrayList<>();
    private final List<OwnPrice> ownPrices = new ArrayList<>();
    private Boolean tuned;
    private Integer months;
    private String tier;
    private String region;
    private ServingChoice serving;
    private LocalDate asOf;
    private Long requests = 1_000_000L;
    private BigDecimal growth;
    private Long staticPrompt = 0L;
    private FewShotExamples examples;
    private Long variable = 0L;
    private Long output = 0L;
    private Long messages;
    private BigDecimal hitRate;
    private BigDecimal batchShare;
    private BigDecimal accuracy;
    private Integer attempts;
    private BigDecimal storageHours;
    private BigDecimal fallbackCost;

    private InferenceBuilder(String offering) {
        this.offering = offering;
    }

    /** A million requests of nothing. */
    static InferenceBuilder inference(String offering) {
        return new InferenceBuilder(offering);
    }

    InferenceBuilder tuned() {
        tuned = true;
        return this;
    }

    InferenceBuilder months(Integer value) {
        months = value;
        return this;
    }

    InferenceBuilder tier(String value) {
        tier = value;
        return this;
    }

    InferenceBuilder region(String value) {
        region = value;
        return this;
    }

    InferenceBuilder ownPrice(Meter meter, String amount) {
        ownPrices.add(new OwnPrice(meter, new BigDecimal(amount), null));
        return this;
    }

    InferenceBuilder serving(ServingChoice value) {
        serving = value;
        return this;
    }

    InferenceBuilder asOf(String value) {
        asOf = LocalDate.parse(value);
        return this;
    }

    InferenceBuilder requests(Long value) {
        requests = value;
        return this;
    }

    InferenceBuilder growth(String value) {
        growth = decimal(value);
        return this;
    }

    /** Tokens of the static prompt, the variable prompt and the answer. */
    InferenceBuilder tokens(long ofStatic, long ofVariable, long ofOutput) {
        return staticPrompt(ofStatic).variable(ofVariable).output(ofOutput);
    }

    InferenceBuilder staticPrompt(Long value) {
        staticPrompt = value;
        return this;
    }

    InferenceBuilder variable(Long value) {
        variable = value;
        return this;
    }

    InferenceBuilder output(Long value) {
        output = value;
        return this;
    }

    InferenceBuilder examples(Integer count, Long tokensEach, WorkloadImage... ofEach) {
        examples = new FewShotExamples(range(count), range(tokensEach), Arrays.asList(ofEach));
        return this;
    }

    InferenceBuilder image(Integer width, Integer height, Detail detail, Integer count) {
        images.add(imageOf(width, height, detail, count));
        return this;
    }

    InferenceBuilder messages(Long value) {
        messages = value;
        return this;
    }

    InferenceBuilder hitRate(String value) {
        hitRate = decimal(value);
        return this;
    }

    InferenceBuilder batchShare(String value) {
        batchShare = decimal(value);
        return this;
    }

    InferenceBuilder attempts(String firstPassAccuracy, Integer most) {
        accuracy = decimal(firstPassAccuracy);
        attempts = most;
        return this;
    }

    static WorkloadImage imageOf(Integer width, Integer height, Detail detail, Integer count) {
        return new WorkloadImage(range(width), range(height), detail, range(count));
    }

    /** A range of one value; null if there is none. */
    static Range range(Number value) {
        if (value == null) {
            return null;
        }
        return Range.exactly(value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(value.longValue()));
    }

    InferenceBuilder cacheStorage(String hours) {
        storageHours = decimal(hours);
        return this;
    }

    InferenceBuilder fallbackCost(String amount) {
        fallbackCost = decimal(amount);
        return this;
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    Workload workload() {
        return new Workload(
                range(requests),
                range(growth),
                range(staticPrompt),
                examples,
                range(variable),
                images,
                range(output),
                range(messages),
                range(hitRate),
                range(batchShare),
                range(accuracy),
                range(attempts),
                range(storageHours),
                range(fallbackCost));
    }

    InferenceRequest build() {
        return new InferenceRequest(
                offering,
                tuned,
                workload(),
                months,
                tier,
                region,
                ownPrices.isEmpty() ? null : new PriceOverrides(ownPrices, null),
                serving,
                null,
                asOf,
                null);
    }

    Estimate estimate(Catalog catalog) {
        return InferenceEstimator.estimate(catalog, build(), RequestBuilder.TODAY);
    }
}
