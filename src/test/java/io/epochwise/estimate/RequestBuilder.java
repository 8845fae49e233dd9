package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds a request part by part; what is not set is not said. */
final class RequestBuilder {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final String offering;
    private final Dataset dataset;
    private final List<OwnPrice> ownPrices = new ArrayList<>();
    private Integer epochs;
    private Dataset validation;
    private Method method;
    private String adapter;
    private String tier;
    private String region;
    private String discount;
    private String currency;
    private Organization organization;
    private LocalDate asOf;
    private String trainingHours;
    private Integer jobDays;
    private String hostingHours;
    private Integer evaluations;
    private Boolean packing;
    private Integer maxSequenceLength;
    private Integer trainingSteps;
    private Integer tokensPerStep;
    private String storageMonths;
    private ServingChoice serving;
    private ComputeChoice compute;
    private Labor labor;

    private RequestBuilder(String offering, Dataset dataset) {
        this.offering = offering;
        this.dataset = dataset;
    }

    static RequestBuilder request(String offering, Dataset dataset) {
        return new RequestBuilder(offering, dataset);
    }

    static DatasetSummary text(long examples, String textTokensPerExample) {
        return new DatasetSummary(
                Range.exactly(examples), Range.exactly(new BigDecimal(textTokensPerExample)), null, null, null, null);
    }

    static DatasetSummary images(
            long examples, String textTokensPerExample, String images, int width, int height, Detail detail) {
        return new DatasetSummary(
                Range.exactly(examples),
                Range.exactly(new BigDecimal(textTokensPerExample)),
                Range.exactly(new BigDecimal(images)),
                Range.exactly(width),
                Range.exactly(height),
                detail);
    }

    RequestBuilder epochs(int value) {
        epochs = value;
        return this;
    }

    RequestBuilder validation(Dataset value) {
        validation = value;
        return this;
    }

    RequestBuilder method(Method value) {
        method = value;
        return this;
    }

    RequestBuilder adapter(String value) {
        adapter = value;
        return this;
    }

    RequestBuilder tier(String value) {
        tier = value;
        return this;
    }

    RequestBuilder region(String value) {
        region = value;
        return this;
    }

    RequestBuilder discount(String value) {
        discount = value;
        return this;
    }

    RequestBuilder ownPrice(Meter meter, String amount, String per) {
        ownPrices.add(new OwnPrice(
                meter, amount == null ? null : new BigDecimal(amount), per == null ? null : new BigDecimal(per)));
        return this;
    }

    RequestBuilder ownPrices(List<OwnPrice> values) {
        ownPrices.addAll(values);
        return this;
    }

    RequestBuilder currency(String value) {
        currency = value;
        return this;
    }

    RequestBuilder organization(Organization value) {
        organization = value;
        return this;
    }

    RequestBuilder asOf(String value) {
        asOf = LocalDate.parse(value);
        return this;
    }

    RequestBuilder trainingHours(String value) {
        trainingHours = value;
        return this;
    }

    RequestBuilder jobDays(int value) {
        jobDays = value;
        return this;
    }

    RequestBuilder hostingHours(String value) {
        hostingHours = value;
        return this;
    }

    RequestBuilder evaluations(int value) {
        evaluations = value;
        return this;
    }

    /** Turns packing off. */
    RequestBuilder unpacked(Integer longestSequence) {
        packing = false;
        maxSequenceLength = longestSequence;
        return this;
    }

    RequestBuilder steps(int steps, Integer tokens) {
        trainingSteps = steps;
        tokensPerStep = tokens;
        return this;
    }

    RequestBuilder storageMonths(String value) {
        storageMonths = value;
        return this;
    }

    RequestBuilder serving(ServingChoice value) {
        serving = value;
        return this;
    }

    RequestBuilder compute(ComputeChoice value) {
        compute = value;
        return this;
    }

    RequestBuilder labor(String hours, String hourlyRate) {
        labor = new Labor(new BigDecimal(hours), new BigDecimal(hourlyRate));
        return this;
    }

    TrainingRequest build() {
        PriceOverrides overrides = ownPrices.isEmpty() && discount == null
                ? null
                : new PriceOverrides(ownPrices, discount == null ? null : new BigDecimal(discount));
        return new TrainingRequest(
                offering,
                dataset,
                epochs,
                validation,
                method,
                adapter,
                tier,
                region,
                overrides,
                currency,
                organization,
                asOf,
                trainingHours == null ? null : new BigDecimal(trainingHours),
                jobDays,
                hostingHours == null ? null : new BigDecimal(hostingHours),
                evaluations,
                packing,
                maxSequenceLength,
                trainingSteps,
                tokensPerStep,
                storageMonths == null ? null : new BigDecimal(storageMonths),
                serving,
                compute,
                labor,
                null);
    }

    Estimate estimate(Catalog catalog) {
        return TrainingEstimator.estimate(catalog, build(), TODAY);
    }
}
