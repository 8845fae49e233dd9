package io.epochwise.export;

import io.epochwise.catalog.Unit;
import io.epochwise.money.Decimals;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A quotation as Cost and Usage rows of FOCUS, https://focus.finops.org, version 1.2 or 1.4, as CSV in which NULL is an empty field.
 * FOCUS has no word for a forecast, so {@code x_RecordType} says it in each row.
 *
 * <p>The sum of BilledCost is what is payable. The sum of EffectiveCost is what is effective in total, and what rounding leaves. List and
 * contracted costs of the rows that are of usage lines ({@code x_LineCategory}) add up to those totals; those of an agreed amount and
 * of what is unused of it are its own, as the specification has it, and would count twice.
 */
final class FocusQuotation {
    private static final String TYPE_OF_COMMITMENT = "Agreed Spending";

    /** The account of who has stated none. */
    private static final String ACCOUNT = "estimate";

    private final Quotation quotation;
    private final DocumentDetails document;
    private final ExchangeRate exchange;

    /** From version 1.3 on providers have other columns. */
    private final boolean beforeHosts;

    private FocusQuotation(Quotation quotation) {
        this.quotation = quotation;
        document = quotation.document();
        exchange = document.exchangeRate();
        beforeHosts = quotation.focusVersion().equals("1.2");
    }

    static void write(Quotation quotation, OutputStream out) throws IOException {
        FocusQuotation focus = new FocusQuotation(quotation);
        CsvTable<FocusRow> table = new CsvTable<>();
        focus.costs(table);
        focus.charge(table);
        focus.commitment(table);
        focus.sku(table);
        focus.origin(table);
        focus.own(table);
        table.write(FocusRows.of(quotation).stream(), out);
    }

    /** What the caller says, told from the word that tools read as nothing. */
    private static String said(String text) {
        return text.equalsIgnoreCase("NULL") ? "'" + text : text;
    }

    private void costs(CsvTable<FocusRow> table) {
        Party buyer = document.buyer();
        table.number("BilledCost", row -> Decimals.amount(row.billed()))
                .number("EffectiveCost", row -> Decimals.amount(row.effective()))
                .number("ListCost", row -> Decimals.amount(row.listCost()))
                .number("ContractedCost", row -> Decimals.amount(row.contractedCost()))
                .text("BillingAccountId", row -> buyer == null || buyer.id() == null ? ACCOUNT : said(buyer.id()))
                .text("BillingAccountName", row -> buyer == null ? null : said(buyer.name()))
                .text("BillingCurrency", row -> quotation.currency())
                .text("BillingPeriodStart", row -> row.billing().startTime())
                .text("BillingPeriodEnd", row -> row.billing().endTime());
    }

    private void charge(CsvTable<FocusRow> table) {
        table.text("ChargeCategory", FocusRow::kind)
                .text("ChargeClass", row -> null)
                .text("ChargeDescription", row -> "Forecast: " + description(row))
                .text("ChargeFrequency", FocusQuotation::frequency)
                .text("ChargePeriodStart", row -> row.charged().startTime())
                .text("ChargePeriodEnd", row -> row.charged().endTime())
                .number(
                        "ConsumedQuantity",
                        row -> isConsumed(row) ? row.quantity().stripTrailingZeros() : null)
                .text("ConsumedUnit", row -> isConsumed(row) ? row.price().unit() : null);
    }

    private static String description(FocusRow row) {
        return row.unused()
                ? "Not used of the amount agreed to be spent at " + row.provider()
                : row.line().description();
    }

    private static String frequency(FocusRow row) {
        if (row.kind() != FocusRow.Kind.USAGE || row.unused()) {
            return "One-Time";
        }
        Unit unit = row.line().unit();
        return switch (unit) {
            case MONTH, UNIT_MONTH, UNIT_YEAR -> "Recurring";
            case JOB -> "One-Time";
            default -> "Usage-Based";
        };
    }

    private static boolean isConsumed(FocusRow row) {
        return row.kind() == FocusRow.Kind.USAGE && !row.unused();
    }

    private void commitment(CsvTable<FocusRow> table) {
        table.text("CommitmentDiscountCategory", covered(coverage -> "Spend"))
                .text("CommitmentDiscountId", covered(coverage -> said(coverage.id())))
                .text("CommitmentDiscountName", covered(coverage -> said(coverage.id())))
                .number(
                        "CommitmentDiscountQuantity",
                        row -> row.coverage() == null
                                ? null
                                : row.coverage().money().stripTrailingZeros())
                .text("CommitmentDiscountStatus", covered(FocusRow.Coverage::status))
                .text("CommitmentDiscountType", covered(coverage -> TYPE_OF_COMMITMENT))
                .text("CommitmentDiscountUnit", covered(coverage -> quotation.currency()));
    }

    private static Function<FocusRow, String> covered(Function<FocusRow.Coverage, String> value) {
        return row -> row.coverage() == null ? null : value.apply(row.coverage());
    }

    private void sku(CsvTable<FocusRow> table) {
        table.number(
                        "ContractedUnitPrice",
                        row -> row.price() == null ? null : row.price().contracted())
                .number(
                        "ListUnitPrice",
                        row -> row.price() == null ? null : row.price().list())
                .text("PricingCategory", FocusQuotation::pricing)
                .text("PricingCurrency", row -> quotation.listCurrency())
                .number(
                        "PricingQuantity",
                        row -> row.price() == null
                                ? null
                                : row.price().priced(row.quantity()).stripTrailingZeros())
                .text("PricingUnit", priced(FocusPrice::pricingUnit))
                .text("SkuId", priced(FocusPrice::sku))
                .text("SkuMeter", priced(FocusPrice::meter))
                .text("SkuPriceId", priced(price -> price.skuPrice(quotation.currency())));
    }

    private static Function<FocusRow, String> priced(Function<FocusPrice, String> value) {
        return row -> row.price() == null ? null : value.apply(row.price());
    }

    private static String pricing(FocusRow row) {
        if (row.price() == null) {
            return null;
        }
        return row.kind() == FocusRow.Kind.USAGE && row.coverage() != null ? "Committed" : "Standard";
    }

    private void origin(CsvTable<FocusRow> table) {
        table.text("InvoiceIssuerName", this::issuer);
        if (beforeHosts) {
            table.text("InvoiceId", row -> null)
                    .text("ProviderName", FocusQuotation::provider)
                    .text("PublisherName", FocusQuotation::provider);
        } else {
            table.text(
                            "HostProviderName",
                            row -> ProviderName.of(row.provider()).cloud() ? provider(row) : null)
                    .text("ServiceProviderName", FocusQuotation::provider);
        }
        table.text("AvailabilityZone", row -> null)
                .text(
                        "ResourceId",
                        row -> isAgreed(row)
                                ? said(row.coverage().id())
                                : row.line().offering())
                .text("ResourceType", row -> isAgreed(row) ? TYPE_OF_COMMITMENT : resourceType(row))
                .text("ServiceCategory", row -> service(row).category())
                .text("ServiceName", row -> service(row).name())
                .text("ServiceSubcategory", row -> service(row).subcategory())
                .text("Tags", this::tags);
    }

    /** Whether a row is of an agreed amount itself, and not of what it covers. */
    private static boolean isAgreed(FocusRow row) {
        return row.coverage() != null && row.group() == null;
    }

    private static String resourceType(FocusRow row) {
        return row.line().offering() == null ? null : "Model";
    }

    private static FocusService service(FocusRow row) {
        return FocusService.of(row.line(), provider(row));
    }

    private static String provider(FocusRow row) {
        return ProviderName.of(row.provider()).display();
    }

    /** Who sells, where the document says it; a quotation takes a single provider's id if it says nothing. */
    private String issuer(FocusRow row) {
        Party supplier = document.supplier();
        boolean stated = supplier != null && !supplier.name().equals(row.provider());
        return stated && row.provider() != null ? said(supplier.name()) : provider(row);
    }

    private String tags(FocusRow row) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("costCenter", document.costCenter());
        tags.put(
                "scenario",
                row.group() == null
                        ? null
                        : Objects.requireNonNullElse(row.group().alternative(), "base"));
        tags.values().removeIf(Objects::isNull);
        return tags.isEmpty()
                ? null
                : tags.entrySet().stream()
                        .map(tag -> JsonText.of(tag.getKey()) + ":" + JsonText.of(tag.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private void own(CsvTable<FocusRow> table) {
        table.text("x_RecordType", row -> "Forecast")
                .text("x_QuotationNumber", row -> said(document.number()))
                .text("x_QuotationId", row -> quotation.id())
                .text("x_CatalogVersion", row -> quotation.catalogVersion())
                .text(
                        "x_EstimateId",
                        row -> row.group() == null ? null : row.group().estimateId())
                .text("x_LineId", row -> row.line().id())
                .text("x_LineCategory", row -> row.line().category())
                .text("x_LineCode", row -> row.line().code())
                .text("x_Offering", row -> row.line().offering())
                .number(
                        "x_AmountLow",
                        row -> row.amount() == null
                                ? null
                                : Decimals.amount(row.amount().low()))
                .number(
                        "x_AmountHigh",
                        row -> row.amount() == null
                                ? null
                                : Decimals.amount(row.amount().high()))
                .text(
                        "x_ListPriceKnown",
                        row -> row.price() == null ? null : row.line().listUnitPrice() != null)
                .text("x_PriceAsOf", row -> row.line().priceAsOf())
                .text("x_PriceGrade", row -> row.line().grade())
                .text("x_PriceSource", row -> row.line().source())
                .number("x_ExchangeRate", row -> exchange == null ? null : exchange.rate())
                .text("x_ExchangeRateAsOf", row -> exchange == null ? null : exchange.asOf())
                .text("x_ExchangeRateSource", row -> exchange == null ? null : said(exchange.source()))
                .text("x_ValidUntil", row -> document.validUntil())
                .text("x_Notice", row -> quotation.notice());
    }
}
