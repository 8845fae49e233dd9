package io.epochwise.estimate;

import io.epochwise.catalog.Meter;
import io.epochwise.catalog.Method;
import io.epochwise.dataset.DatasetProfile;
import io.epochwise.dataset.DatasetProfile.SizeCount;
import io.epochwise.dataset.DatasetSummary;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.Spelling;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.fault.Violation;
import io.epochwise.money.Range;
import io.epochwise.token.image.Detail;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static io.epochwise.estimate.RequestBuilder.request;
import static io.epochwise.estimate.RequestBuilder.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a request for a training estimate must keep. */
class TrainingRequestChecksTest {
    private static List<Violation> violations(RequestBuilder request) {
        InvalidInputException fault =
                catchThrowableOfType(InvalidInputException.class, () -> request.estimate(TestCatalogs.LAB));
        assertThat(fault).as("refused").isNotNull();
        return fault.violations();
    }

    private static RequestBuilder plain() {
        return request("lab/plain", text(10, "100"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvFileSource(resources = "/estimate/invalid-requests.csv", numLinesToSkip = 1)
    void eachFaultNamesItsField(String part, String value, String field, String message) {
        assertThat(violations(faulty(part, value))).containsExactly(new Violation(field, message));
    }

    private static DatasetSummary described(BigDecimal text, BigDecimal images, Integer width, Integer height) {
        return new DatasetSummary(
                Range.exactly(10),
                InferenceBuilder.range(text),
                InferenceBuilder.range(images),
                InferenceBuilder.range(width),
                InferenceBuilder.range(height),
                null);
    }

    private static RequestBuilder faulty(String part, String value) {
        return switch (part) {
            case "offering" -> request(null, text(10, "100"));
            case "dataset" -> request("lab/plain", null);
            case "examples" -> request("lab/plain", text(Long.parseLong(value), "100"));
            case "textTokensPerExample" -> request("lab/plain", described(decimal(value), null, null, null));
            case "imagesPerExample" -> request("lab/plain", described(BigDecimal.TEN, decimal(value), 1, 1));
            case "imageWidth" -> request("lab/plain", described(BigDecimal.TEN, BigDecimal.ONE, integer(value), 1));
            case "imageHeight" -> request("lab/plain", described(BigDecimal.TEN, BigDecimal.ONE, 1, integer(value)));
            case "validationExamples" -> plain().validation(text(Long.parseLong(value), "100"));
            case "epochs" -> plain().epochs(Integer.parseInt(value));
            case "tier" -> plain().tier(value);
            case "method" ->
                plain().method(Spelling.parse(Method.values(), value).orElseThrow());
            case "adapter" -> plain().adapter(value);
            case "currency" -> plain().currency(value);
            case "discount" -> plain().discount(value);
            case "ownAmount" -> plain().ownPrice(Meter.TRAINING, value, null);
            case "ownPer" -> plain().ownPrice(Meter.TRAINING, "1", value);
            case "ownPrice" -> plain().ownPrices(Collections.singletonList(null));
            case "ownMeter" -> plain().ownPrice(null, "1", "1");
            case "ownMeterTwice" -> plain().ownPrice(Meter.TRAINING, "1", null).ownPrice(Meter.TRAINING, "2", null);
            case "trainingHours" -> plain().trainingHours(value);
            case "hostingHours" -> plain().hostingHours(value);
            case "jobDays" -> plain().jobDays(Integer.parseInt(value));
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    private static Integer integer(String value) {
        return value == null ? null : Integer.valueOf(value);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(violations(plain().epochs(0).tier("golden").discount("101")))
                .extracting(Violation::field)
                .containsExactly("tier", "epochs", "overrides.discountPercent");
    }

    @Test
    void epochsWithoutALimitOfTheProviderGoToAThousand() {
        assertThat(violations(request("lab/units", text(10, "100")).epochs(1001)))
                .containsExactly(new Violation("epochs", "must be from 1 to 1000"));
        assertThat(request("lab/units", text(10, "100"))
                        .epochs(1000)
                        .estimate(TestCatalogs.LAB)
                        .total())
                .isNotNull();
    }

    @Test
    void anUnknownTierNamesTheTiers() {
        assertThat(violations(request("lab/units", text(10, "100")).tier("golden")))
                .containsExactly(new Violation("tier", "must be one of [global, island, regional]"));
    }

    @Test
    void anUnknownAdapterNamesTheAdapters() {
        assertThat(violations(request("lab/disputed", text(10, "100")).adapter("full")))
                .containsExactly(new Violation("adapter", "must be one of [lora]"));
    }

    @Test
    void aMethodBilledByTheHourNeedsHours() {
        assertThat(violations(request("lab/timed", text(10, "100"))))
                .containsExactly(new Violation("trainingHours", "must be given: the method is billed by the hour"));
    }

    @Test
    void anUnknownOfferingIsNoFaultOfAField() {
        assertThatThrownBy(() -> request("lab/plan", text(10, "100")).estimate(TestCatalogs.LAB))
                .isInstanceOf(UnknownNameException.class);
    }

    @Test
    void aProfileMustHoldWhatIsCounted() {
        DatasetProfile profile = Profiles.profile(
                0, -1, Profiles.images(List.of(new SizeCount(0, 1, Detail.AUTO, -1)), Map.of("auto", -2L)));

        assertThat(violations(request("lab/plain", profile)))
                .extracting(Violation::field)
                .containsExactly(
                        "dataset.examples",
                        "dataset.images.sizes[0].width",
                        "dataset.images.sizes[0].count",
                        "dataset.text.tokens.total",
                        "dataset.images.unresolvedByDetail.auto");
    }

    @Test
    void aProfileOfAnotherSchemaIsRefused() {
        DatasetProfile other = new DatasetProfile(
                "epochwise/dataset-profile/9", null, null, 0, 0, 0L, 1, 0, null, null, null, null, null, null, null);

        assertThat(violations(request("lab/plain", other)))
                .extracting(Violation::field)
                .containsExactly("dataset.schema", "dataset.text", "dataset.messages", "dataset.images");
    }
}
