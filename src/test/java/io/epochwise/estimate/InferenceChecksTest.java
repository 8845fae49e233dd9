package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.estimate.InferenceBuilder.inference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a request for an inference estimate must keep. */
class InferenceChecksTest {
    private static List<Violation> violations(InferenceRequest request) {
        InvalidInputException fault = catchThrowableOfType(
                InvalidInputException.class,
                () -> InferenceEstimator.estimate(TestCatalogs.LAB, request, RequestBuilder.TODAY));
        assertThat(fault).as("refused").isNotNull();
        return fault.violations();
    }

    private static InferenceBuilder plain() {
        return inference("forge/whole");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvFileSource(resources = "/estimate/invalid-inference.csv", numLinesToSkip = 1)
    void eachFaultNamesItsField(String part, String value, String field, String message) {
        assertThat(violations(faulty(part, value))).containsExactly(new Violation(field, message));
    }

    private static InferenceRequest faulty(String part, String value) {
        InferenceBuilder request = plain();
        ServingChoice served = ServingChoice.of(null, null, integer(value), null);
        return switch (part) {
            case "offering" -> inference(null).build();
            case "workload" -> InferenceRequest.of("forge/whole", null);
            case "requestsPerMonth" -> request.requests(whole(value)).build();
            case "monthlyGrowth" -> request.growth(value).build();
            case "staticPromptTokens" -> request.staticPrompt(whole(value)).build();
            case "variablePromptTokens" -> request.variable(whole(value)).build();
            case "outputTokens" -> request.output(whole(value)).build();
            case "messages" -> request.messages(whole(value)).build();
            case "cacheHitRate" -> request.hitRate(value).build();
            case "batchShare" -> request.batchShare(value).build();
            case "firstPassAccuracy" -> request.attempts(value, 1).build();
            case "maxAttempts" -> request.attempts("0.5", integer(value)).build();
            case "exampleCount" -> request.examples(integer(value), 1L).build();
            case "exampleTokens" -> request.examples(1, whole(value)).build();
            case "exampleImage" -> request.examples(1, 1L, (WorkloadImage) null).build();
            case "exampleImageWidth" ->
                request.examples(1, 1L, InferenceBuilder.imageOf(integer(value), 1, null, null))
                        .build();
            case "imageWidth" -> request.image(integer(value), 1, null, null).build();
            case "imageHeight" -> request.image(1, integer(value), null, null).build();
            case "imageCount" -> request.image(1, 1, null, integer(value)).build();
            case "months" -> request.months(integer(value)).build();
            case "tier" -> request.tier(value).build();
            case "ownAmount" -> request.ownPrice(Meter.INPUT, value).build();
            case "servingOfBase" -> request.serving(served).build();
            case "servingOfTuned" -> request.tuned().serving(served).build();
            case "servingUnits" ->
                inference("forge/committed").tuned().serving(served).build();
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static Integer integer(String value) {
        return value == null || !value.matches("-?\\d{1,9}") ? null : Integer.valueOf(value);
    }

    private static Long whole(String value) {
        return value == null ? null : Long.valueOf(value);
    }

    @Test
    void imagesAndExamplesMultiplyWithinBoundsOnly() {
        WorkloadImage many = InferenceBuilder.imageOf(1, 1, null, 10_000);
        assertThat(violations(plain().examples(101, 1L, many).build()))
                .extracting(Violation::field)
                .containsExactly("workload.images");
        assertThat(plain().examples(100, 1L, many).estimate(TestCatalogs.LAB).total())
                .isNotNull();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(violations(plain().months(0).hitRate("2").requests(null).build()))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("months", "workload.cacheHitRate", "workload.requestsPerMonth");
    }

    @Test
    void anUnknownOfferingNamesNearOnes() {
        InferenceRequest request = inference("forge/hole").build();
        assertThatThrownBy(() -> InferenceEstimator.estimate(TestCatalogs.LAB, request, RequestBuilder.TODAY))
                .isInstanceOfSatisfying(UnknownNameException.class, fault -> assertThat(fault.nearest())
                        .contains("forge/whole"));
    }
}
