package io.epochwise.export;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.dataset.Severity;
import io.epochwise.decision.AvailabilityDiff;
import io.epochwise.decision.DiffEffects;
import io.epochwise.decision.DiffReason;
import io.epochwise.decision.EstimateDiff;
import io.epochwise.decision.EstimateSummary;
import io.epochwise.decision.LineChange;
import io.epochwise.decision.LineDiff;
import io.epochwise.decision.LineReason;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.AssumptionCode;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.LineCode;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.money.Range;
import io.epochwise.policy.Availability;
import io.epochwise.policy.AvailabilityCode;
import io.epochwise.policy.Reason;
import io.epochwise.policy.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DiffMarkdownTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Range NINETY = range("90.00", "90.00", "95.00");

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Range range(String low, String expected, String high) {
        return new Range(decimal(low), decimal(expected), decimal(high));
    }

    private static Range exactly(String amount) {
        return Range.exactly(decimal(amount));
    }

    private static EstimateSummary side(String id, String region, String currency, Range total) {
        return new EstimateSummary("sha256:" + id, "sha256:c", DAY, "acme/seer", "standard", region, currency, total);
    }

    private static EstimateLine line(LineCode code, Range amount, String source) {
        return new EstimateLine(
                code,
                code.description(),
                amount == null ? null : BigDecimal.ONE,
                Unit.TOKEN,
                amount == null ? null : amount.expected(),
                amount == null ? null : amount.expected(),
                amount == null ? null : BigDecimal.ONE,
                amount,
                "1 x 1",
                source,
                source == null || source.equals("request") ? null : DAY,
                source == null || source.equals("request") ? null : Grade.OFFICIAL,
                amount == null);
    }

    private static LineDiff changed(LineCode code, EstimateLine before, EstimateLine after, String difference) {
        BigDecimal amount = difference == null ? null : decimal(difference);
        return new LineDiff(
                code,
                code.description(),
                before == null ? LineChange.ADDED : after == null ? LineChange.REMOVED : LineChange.CHANGED,
                before == null ? List.of() : List.of(before),
                after == null ? List.of() : List.of(after),
                amount,
                amount == null ? null : new DiffEffects(amount, decimal("0.00"), decimal("0.00")),
                List.of(new LineReason(DiffReason.QUANTITY, "Now it counts 1 | token, `before` 2.")));
    }

    private static EstimateDiff diff(
            String currency, EstimateSummary before, EstimateSummary after, Range difference, List<LineDiff> lines) {
        return new EstimateDiff(
                "sha256:d",
                currency,
                before,
                after,
                difference,
                difference == null ? null : new DiffEffects(difference.expected(), decimal("0.00"), decimal("0.00")),
                lines,
                2,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static String headline(EstimateDiff diff) {
        return DiffMarkdown.of(diff).lines().findFirst().orElseThrow();
    }

    /** Everything that a diff can hold, with text of the question where it can stand. */
    @Test
    void aDiffIsShownWhole() throws IOException {
        EstimateDiff diff = new EstimateDiff(
                "sha256:d",
                "USD",
                side("b", null, "USD", range("100.00", "120.00", "130.00")),
                side("a", "a|b\n<i>", "USD", NINETY),
                range("-40.00", "-30.00", "-5.00"),
                new DiffEffects(decimal("-40.00"), decimal("10.00"), decimal("0.00")),
                List.of(
                        changed(
                                LineCode.TRAINING_TOKENS,
                                line(
                                        LineCode.TRAINING_TOKENS,
                                        range("50.00", "70.00", "80.00"),
                                        "PAGE: https://acme.example/a_b"),
                                line(LineCode.TRAINING_TOKENS, exactly("30.00"), "request"),
                                "-40.00"),
                        changed(
                                LineCode.TRAINING_VALIDATION_TOKENS,
                                null,
                                line(
                                        LineCode.TRAINING_VALIDATION_TOKENS,
                                        exactly("20.00"),
                                        "PAGE: https://acme.example/a_b"),
                                "20.00"),
                        changed(
                                LineCode.TRAINING_LABOR,
                                line(LineCode.TRAINING_LABOR, exactly("10.00"), "OTHER: a page"),
                                null,
                                "-10.00")),
                1,
                List.of(new Assumption(AssumptionCode.REGION_NOT_GIVEN, "The region [x] is taken.", null)),
                List.of(new Assumption(AssumptionCode.DEFAULT_EPOCHS, "Three epochs.", "3")),
                List.of(new Warning(WarningCode.NOT_TUNABLE, Severity.ERROR, "It *cannot* be tuned.")),
                List.of(new Warning(WarningCode.PRICE_STALE, Severity.WARNING, "A price is old.")),
                new AvailabilityDiff(
                        new Availability(
                                Verdict.AVAILABLE,
                                List.of(new Reason(
                                        AvailabilityCode.TRAINING_ENDS, "It ends on 2027-01-06.", DAY, "PAGE")),
                                LocalDate.parse("2027-01-06"),
                                List.of()),
                        new Availability(Verdict.UNKNOWN, List.of(), null, List.of())));
        assertThat(DiffMarkdown.of(diff)).isEqualTo(Files.readString(Path.of("src/test/resources/export/diff.md")));
    }

    @Test
    void whatIsEqualHasNoLines() {
        EstimateSummary side = side("a", null, "USD", exactly("5.00"));
        String markdown = DiffMarkdown.of(diff("USD", side, side, exactly("0.00"), List.of()));
        assertThat(markdown)
                .startsWith("## 5.00 USD → 5.00 USD: 0.00 USD, 0.0 %\n\n|  | before | after |\n")
                .contains("### Lines\n\n2 lines are the same in both.\n\n### Ids\n")
                .doesNotContain("Of this", "Sources", "Warnings", "Assumptions", "Availability", "region");
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 150.00, 50.00, '+50.00 USD, +50.0 %'",
        "30.00, 40.00, 10.00, '+10.00 USD, +33.3 %'",
        "40.00, 30.00, -10.00, '-10.00 USD, -25.0 %'",
        "80.00, 79.96, -0.04, '-0.04 USD, -0.1 %'",
        "0.00, 10.00, 10.00, +10.00 USD"
    })
    void thePercentageIsOfTheTotalBefore(String before, String after, String difference, String words) {
        assertThat(headline(diff(
                        "USD",
                        side("b", null, "USD", exactly(before)),
                        side("a", null, "USD", exactly(after)),
                        exactly(difference),
                        List.of())))
                .isEqualTo("## " + before + " USD → " + after + " USD: " + words);
    }

    @Test
    void whatIsNotKnownIsSaid() {
        String markdown = DiffMarkdown.of(diff(
                "USD",
                side("b", null, "USD", exactly("5.00")),
                side("a", null, "USD", null),
                null,
                List.of(changed(
                        LineCode.TRAINING_TOKENS,
                        line(LineCode.TRAINING_TOKENS, exactly("5.00"), "PAGE"),
                        line(LineCode.TRAINING_TOKENS, null, null),
                        null))));
        assertThat(markdown)
                .startsWith("## 5.00 USD → not known: no difference, since a total is not known\n")
                .contains("| changed | 5.00 | not known | not known | not known | not known | not known |\n");
    }

    @Test
    void differentCurrenciesAreNotSubtracted() {
        String markdown = DiffMarkdown.of(diff(
                null,
                side("b", null, "USD", NINETY),
                side("a", null, "EUR", exactly("80.00")),
                null,
                List.of(changed(
                        LineCode.TRAINING_TOKENS,
                        line(LineCode.TRAINING_TOKENS, exactly("90.00"), "PAGE"),
                        line(LineCode.TRAINING_TOKENS, exactly("80.00"), "PAGE"),
                        null))));
        assertThat(markdown)
                .startsWith("## 90.00 USD (90.00 to 95.00) → 80.00 EUR: no difference, since the currencies differ\n")
                .contains("| before, USD | after, EUR |");
    }
}
