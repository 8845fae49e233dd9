package io.epochwise.export;

import io.epochwise.export.FocusRules.Rule;
import io.epochwise.export.FocusRules.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.epochwise.export.QuotationFormat.FOCUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The validator of FOCUS finds each rule broken, so that files in which it finds nothing keep them. */
class FocusRulesTest {
    private static final Predicate<Map<String, String>> USAGE =
            row -> row.get("ChargeCategory").equals("Usage")
                    && row.get("CommitmentDiscountId").isEmpty();
    private static final Predicate<Map<String, String>> USED = with("CommitmentDiscountStatus", "Used");
    private static final Predicate<Map<String, String>> UNUSED = with("CommitmentDiscountStatus", "Unused");
    private static final Predicate<Map<String, String>> PURCHASE = with("ChargeCategory", "Purchase");
    private static final Predicate<Map<String, String>> ADJUSTMENT = with("ChargeCategory", "Adjustment");
    private static final Predicate<Map<String, String>> DEDUCTION = with("x_LineCode", "training.free-tokens");

    private static Predicate<Map<String, String>> with(String column, String value) {
        return row -> row.get(column).equals(value);
    }

    private static CsvFile whole(String version) {
        return CsvFile.read(Quotations.written(FOCUS, Quotations.whole(version)));
    }

    /** The file with another value in the first row of a kind. */
    private static CsvFile changed(CsvFile file, Predicate<Map<String, String>> kind, String column, String value) {
        List<Map<String, String>> rows = new ArrayList<>(file.rows());
        int first = rows.indexOf(rows.stream().filter(kind).findFirst().orElseThrow());
        Map<String, String> row = new LinkedHashMap<>(rows.get(first));
        assertThat(row.put(column, value)).as(column).isNotNull().isNotEqualTo(value);
        rows.set(first, row);
        return new CsvFile(file.header(), rows);
    }

    /** The file with another name for a column; null for none. */
    private static CsvFile renamed(CsvFile file, String column, String name) {
        UnaryOperator<List<String>> header = names -> names.stream()
                .flatMap(each -> each.equals(column) ? Stream.ofNullable(name) : Stream.of(each))
                .toList();
        return new CsvFile(
                header.apply(file.header()),
                file.rows().stream()
                        .map(row -> {
                            Map<String, String> other = new LinkedHashMap<>(row);
                            String value = other.remove(column);
                            if (name != null) {
                                other.put(name, value);
                            }
                            return other;
                        })
                        .collect(Collectors.toList()));
    }

    private static Arguments cell(Rule rule, Predicate<Map<String, String>> kind, String column, String value) {
        UnaryOperator<CsvFile> change = file -> changed(file, kind, column, value);
        return arguments(rule, column, change);
    }

    private static Arguments header(Rule rule, String column, UnaryOperator<CsvFile> change) {
        return arguments(rule, column, change);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                header(Rule.MANDATORY_COLUMN, "BilledCost", file -> renamed(file, "BilledCost", null)),
                header(Rule.MANDATORY_COLUMN, "PublisherName", file -> renamed(file, "PublisherName", null)),
                header(Rule.RECOMMENDED_COLUMN, "InvoiceId", file -> renamed(file, "InvoiceId", null)),
                header(Rule.UNKNOWN_COLUMN, "HostProviderName", file -> renamed(file, "Tags", "HostProviderName")),
                header(Rule.COLUMN_NAME, "Sku_Id", file -> renamed(file, "SkuId", "Sku_Id")),
                header(Rule.COLUMN_TWICE, "SkuId", file -> renamed(file, "SkuPriceId", "SkuId")),
                header(Rule.CUSTOM_COLUMNS_LAST, "BillingPeriodEnd", file -> renamed(file, "ListCost", "x_Early")),
                header(Rule.FORECAST, "x_RecordType", file -> renamed(file, "x_RecordType", "x_Other")),
                cell(Rule.FORECAST, USAGE, "x_RecordType", "Actual"),
                cell(Rule.NOT_NULL, USAGE, "BilledCost", ""),
                cell(Rule.NOT_NULL, USAGE, "ServiceName", "NULL"),
                cell(Rule.PLACEHOLDER, USAGE, "BillingAccountName", "Not Applicable"),
                cell(Rule.PLACEHOLDER, USAGE, "SkuMeter", "n/a"),
                cell(Rule.DECIMAL, USAGE, "BilledCost", "$1,000.00"),
                cell(Rule.DECIMAL, USAGE, "ListCost", "+1"),
                cell(Rule.NOT_NEGATIVE, DEDUCTION, "ListUnitPrice", "-25.00"),
                cell(Rule.TIME, USAGE, "ChargePeriodStart", "5/1/25"),
                cell(Rule.CURRENCY, USAGE, "BillingCurrency", "usd"),
                cell(Rule.CURRENCY, USAGE, "PricingCurrency", "XYZ"),
                cell(Rule.UNIT, USAGE, "PricingUnit", "million tokens"),
                cell(Rule.UNIT, USAGE, "ConsumedUnit", "Token"),
                cell(Rule.KEY_VALUE, USAGE, "Tags", "{\"a\":{\"b\":1}}"),
                cell(Rule.KEY_VALUE, USAGE, "Tags", "{\"a\":1,\"a\":2}"),
                cell(Rule.ALLOWED_VALUE, USAGE, "ChargeCategory", "Forecast"),
                cell(Rule.ALLOWED_VALUE, USAGE, "ServiceCategory", "AI"),
                cell(Rule.ALLOWED_VALUE, USAGE, "ChargeFrequency", "Monthly"),
                cell(Rule.PERIOD, USAGE, "ChargePeriodEnd", "2026-11-01T00:00:00Z"),
                cell(Rule.CHARGE_OUTSIDE_BILLING_PERIOD, USAGE, "ChargePeriodStart", "2026-01-01T00:00:00Z"),
                cell(Rule.NO_CORRECTION, USAGE, "ChargeClass", "Correction"),
                cell(Rule.NO_INVOICE, USAGE, "InvoiceId", "1"),
                cell(Rule.CONTRACTED_COST, USAGE, "ContractedCost", "0.01"),
                cell(Rule.CONTRACTED_COST, ADJUSTMENT, "ContractedCost", "0.01"),
                cell(Rule.LIST_COST, USED, "ListCost", "0.01"),
                cell(Rule.LIST_COST, ADJUSTMENT, "ListCost", "0.01"),
                cell(Rule.EFFECTIVE_COST, USAGE, "EffectiveCost", "0.01"),
                cell(Rule.EFFECTIVE_COST, USED, "EffectiveCost", "0.01"),
                cell(Rule.EFFECTIVE_COST, PURCHASE, "EffectiveCost", "0.01"),
                cell(Rule.EFFECTIVE_COST, ADJUSTMENT, "EffectiveCost", "0"),
                cell(Rule.BILLED_COST, USED, "BilledCost", "0.01"),
                cell(Rule.BILLED_COST, UNUSED, "BilledCost", "0.01"),
                cell(Rule.PRICED_CHARGE, USAGE, "SkuPriceId", ""),
                cell(Rule.PRICED_CHARGE, PURCHASE, "ListUnitPrice", ""),
                cell(Rule.PRICED_CHARGE, UNUSED, "PricingQuantity", ""),
                cell(Rule.TAX_HAS_NO_PRICE, USAGE, "ChargeCategory", "Tax"),
                cell(Rule.PRICING_UNIT, USAGE, "PricingUnit", ""),
                cell(Rule.PRICING_UNIT, ADJUSTMENT, "PricingUnit", "Jobs"),
                cell(Rule.FREQUENCY, PURCHASE, "ChargeFrequency", "Usage-Based"),
                cell(Rule.CONSUMED, USAGE, "ConsumedQuantity", ""),
                cell(Rule.CONSUMED, UNUSED, "ConsumedQuantity", "1"),
                cell(Rule.CONSUMED, DEDUCTION, "ConsumedQuantity", "1"),
                cell(Rule.CONSUMED_UNIT, USAGE, "ConsumedUnit", ""),
                cell(Rule.SKU, USAGE, "SkuMeter", ""),
                cell(Rule.SKU, ADJUSTMENT, "SkuMeter", "Tokens"),
                cell(Rule.SUBCATEGORY, USAGE, "ServiceSubcategory", "Virtual Machines"),
                cell(Rule.COMMITMENT, USED, "CommitmentDiscountCategory", ""),
                cell(Rule.COMMITMENT, USAGE, "CommitmentDiscountName", "A"),
                cell(Rule.COMMITMENT_STATUS, USED, "CommitmentDiscountStatus", ""),
                cell(Rule.COMMITMENT_STATUS, USAGE, "CommitmentDiscountStatus", "Used"),
                cell(Rule.COMMITMENT_QUANTITY, PURCHASE, "CommitmentDiscountQuantity", ""),
                cell(Rule.COMMITMENT_QUANTITY, USAGE, "CommitmentDiscountUnit", "USD"),
                cell(Rule.COMMITTED_PRICING, USED, "PricingCategory", "Standard"),
                cell(Rule.COMMITTED_PRICING, PURCHASE, "PricingCategory", "Committed"),
                cell(Rule.COMMITMENT_RESOURCE, UNUSED, "ResourceId", "openai/model"),
                cell(Rule.RESOURCE_TYPE, USAGE, "ResourceType", ""),
                cell(Rule.SKU_PRICE_OF_ONE_SKU, with("x_LineCode", "hosting"), "SkuId", "other"),
                cell(Rule.SKU_PRICE_LOOKUP, with("x_LineCode", "hosting"), "ListUnitPrice", "1"),
                cell(Rule.COMMITMENT_SUM, PURCHASE, "BilledCost", "1"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("broken")
    void aBrokenRuleIsFound(Rule rule, String column, UnaryOperator<CsvFile> change) {
        assertThat(FocusRules.violations("1.2", change.apply(whole("1.2"))))
                .anySatisfy(violation -> assertThat(violation.rule()).isEqualTo(rule))
                .extracting(Violation::rule)
                .contains(rule);
    }

    @Test
    void everyRuleIsTried() {
        Set<Rule> tried = broken().map(each -> (Rule) each.get()[0]).collect(Collectors.toSet());
        assertThat(tried).isEqualTo(EnumSet.allOf(Rule.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.4"})
    void aWholeFileBreaksNone(String version) {
        assertThat(FocusRules.violations(version, whole(version))).isEmpty();
    }

    /** ProviderName and PublisherName went with 1.4, in which two others came. */
    @Test
    void aFileOfOneVersionIsNoneOfTheOther() {
        assertThat(FocusRules.violations("1.4", whole("1.2")))
                .extracting(Violation::rule, Violation::column)
                .contains(
                        tuple(Rule.MANDATORY_COLUMN, "ServiceProviderName"),
                        tuple(Rule.MANDATORY_COLUMN, "HostProviderName"),
                        tuple(Rule.UNKNOWN_COLUMN, "ProviderName"),
                        tuple(Rule.UNKNOWN_COLUMN, "PublisherName"));
    }

    /** FOCUS12: 57 columns, 21 of them mandatory; FOCUS14 has 21 too. */
    @Test
    void theRulesAreOfAllColumns() {
        assertThat(FocusRules.size("1.2")).containsExactly(57, 21);
        assertThat(FocusRules.size("1.4").get(1)).isEqualTo(21);
    }
}
