package io.epochwise.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the specification of FOCUS demands of Cost and Usage rows, versions 1.2 and 1.4, as a validator. FOCUS12, FOCUS14: the columns and
 * attributes at https://focus.finops.org; and what rows of a forecast keep beyond it, such as that none has an invoice.
 */
public final class FocusRules {
    /** What can be wrong. */
    public enum Rule {
        MANDATORY_COLUMN,
        RECOMMENDED_COLUMN,
        UNKNOWN_COLUMN,
        COLUMN_NAME,
        COLUMN_TWICE,
        CUSTOM_COLUMNS_LAST,
        NOT_NULL,
        PLACEHOLDER,
        DECIMAL,
        NOT_NEGATIVE,
        TIME,
        CURRENCY,
        UNIT,
        KEY_VALUE,
        ALLOWED_VALUE,
        PERIOD,
        CHARGE_OUTSIDE_BILLING_PERIOD,
        NO_CORRECTION,
        NO_INVOICE,
        CONTRACTED_COST,
        LIST_COST,
        EFFECTIVE_COST,
        BILLED_COST,
        PRICED_CHARGE,
        TAX_HAS_NO_PRICE,
        PRICING_UNIT,
        FREQUENCY,
        CONSUMED,
        CONSUMED_UNIT,
        SKU,
        SUBCATEGORY,
        COMMITMENT,
        COMMITMENT_STATUS,
        COMMITMENT_QUANTITY,
        COMMITTED_PRICING,
        COMMITMENT_RESOURCE,
        RESOURCE_TYPE,
        SKU_PRICE_OF_ONE_SKU,
        SKU_PRICE_LOOKUP,
        COMMITMENT_SUM,
        FORECAST
    }

    /**
     * Something wrong.
     *
     * @param column where
     * @param row counted from 0; -1 for the file
     */
    public record Violation(Rule rule, String column, int row) {}

    private enum Level {
        MANDATORY,
        RECOMMENDED,
        CONDITIONAL
    }

    private enum Type {
        TEXT,
        DECIMAL,
        PRICE,
        TIME,
        CURRENCY,
        UNIT,
        KEY_VALUE
    }

    private record Column(Level level, boolean nullable, Type type, Set<String> allowed) {}

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*|x_[A-Za-z0-9_]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern UNITS =
            Pattern.compile("([1-9]\\d* )?[A-Z]\\w*(-[A-Z]\\w*s|/([1-9]\\d* )?[A-Z]\\w*)?");
    private static final Set<String> PLACEHOLDERS =
            Set.of("not applicable", "n/a", "na", "none", "-", "unknown", "undefined", "nil", "not available");
    private static final Set<String> CURRENCY_UNITS = Set.of("USD", "EUR", "JPY", "KWD");
    private static final Set<String> STATUS = Set.of("Used", "Unused");

    /** The largest that a cut quantity may leave between what a commitment pays and the price of what it covers. */
    private static final BigDecimal CUT = new BigDecimal("0.000000001");

    private static final Map<String, Set<String>> SUBCATEGORIES = Map.of(
            "AI and Machine Learning",
            Set.of(
                    "AI Platforms",
                    "Bots",
                    "Generative AI",
                    "Machine Learning",
                    "Natural Language Processing",
                    "Other (AI and Machine Learning)"),
            "Compute",
            Set.of(
                    "Containers",
                    "End User Computing",
                    "Quantum Compute",
                    "Serverless Compute",
                    "Virtual Machines",
                    "Other (Compute)"),
            "Other",
            Set.of("Other (Other)"));

    private static final Set<String> CATEGORIES = Set.of(
            "AI and Machine Learning",
            "Analytics",
            "Business Applications",
            "Compute",
            "Databases",
            "Developer Tools",
            "Multicloud",
            "Identity",
            "Integration",
            "Internet of Things",
            "Management and Governance",
            "Media",
            "Migration",
            "Mobile",
            "Networking",
            "Security",
            "Storage",
            "Web",
            "Other");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final boolean hosts;
    private final Map<String, Column> columns;
    private final CsvFile file;
    private final List<Violation> violations = new ArrayList<>();

    /** All that is wrong with a file of a version; if its columns are wrong, only that. */
    public static List<Violation> violations(String version, CsvFile file) {
        FocusRules rules = new FocusRules(version, file);
        rules.header();
        if (!rules.violations.isEmpty()) {
            return rules.violations;
        }
        for (int i = 0; i < file.rows().size(); i++) {
            rules.new Row(i, file.rows().get(i)).check();
        }
        rules.acrossRows();
        return rules.violations;
    }

    private FocusRules(String version, CsvFile file) {
        this.file = file;
        hosts = version.equals("1.4");
        columns = columns();
    }

    private Map<String, Column> columns() {
        Map<String, Column> all = new LinkedHashMap<>();
        for (String name : List.of("BilledCost", "ContractedCost", "EffectiveCost", "ListCost")) {
            all.put(name, new Column(Level.MANDATORY, false, Type.DECIMAL, null));
        }
        for (String name : List.of("BillingPeriodEnd", "BillingPeriodStart", "ChargePeriodEnd", "ChargePeriodStart")) {
            all.put(name, new Column(Level.MANDATORY, false, Type.TIME, null));
        }
        for (String name : List.of("BillingAccountId", "InvoiceIssuerName", "ServiceName")) {
            all.put(name, new Column(Level.MANDATORY, false, Type.TEXT, null));
        }
        for (String name : List.of("BillingAccountName", "ChargeDescription")) {
            all.put(name, new Column(Level.MANDATORY, true, Type.TEXT, null));
        }
        all.put("BillingCurrency", new Column(Level.MANDATORY, false, Type.CURRENCY, null));
        all.put(
                "ChargeCategory",
                new Column(
                        Level.MANDATORY, false, Type.TEXT, Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment")));
        all.put("ChargeClass", new Column(Level.MANDATORY, true, Type.TEXT, Set.of("Correction")));
        all.put("PricingQuantity", new Column(Level.MANDATORY, true, Type.DECIMAL, null));
        all.put("PricingUnit", new Column(Level.MANDATORY, true, Type.UNIT, null));
        all.put("ServiceCategory", new Column(Level.MANDATORY, false, Type.TEXT, CATEGORIES));
        if (hosts) {
            all.put("ServiceProviderName", new Column(Level.MANDATORY, false, Type.TEXT, null));
            all.put("HostProviderName", new Column(Level.MANDATORY, true, Type.TEXT, null));
        } else {
            all.put("ProviderName", new Column(Level.MANDATORY, false, Type.TEXT, null));
            all.put("PublisherName", new Column(Level.MANDATORY, false, Type.TEXT, null));
        }
        all.put("AvailabilityZone", new Column(Level.RECOMMENDED, true, Type.TEXT, null));
        all.put(
                "ChargeFrequency",
                new Column(Level.RECOMMENDED, false, Type.TEXT, Set.of("One-Time", "Recurring", "Usage-Based")));
        all.put("InvoiceId", new Column(hosts ? Level.CONDITIONAL : Level.RECOMMENDED, true, Type.TEXT, null));
        all.put("ServiceSubcategory", new Column(Level.RECOMMENDED, false, Type.TEXT, null));
        all.put("BillingAccountType", new Column(Level.CONDITIONAL, false, Type.TEXT, null));
        all.put("CapacityReservationStatus", new Column(Level.CONDITIONAL, true, Type.TEXT, STATUS));
        all.put("CommitmentDiscountCategory", new Column(Level.CONDITIONAL, true, Type.TEXT, Set.of("Spend", "Usage")));
        all.put("CommitmentDiscountStatus", new Column(Level.CONDITIONAL, true, Type.TEXT, STATUS));
        all.put(
                "PricingCategory",
                new Column(Level.CONDITIONAL, true, Type.TEXT, Set.of("Standard", "Dynamic", "Committed", "Other")));
        all.put("PricingCurrency", new Column(Level.CONDITIONAL, !hosts, Type.CURRENCY, null));
        all.put("PricingCurrencyEffectiveCost", new Column(Level.CONDITIONAL, !hosts, Type.DECIMAL, null));
        for (String name : List.of("CommitmentDiscountQuantity", "ConsumedQuantity")) {
            all.put(name, new Column(Level.CONDITIONAL, true, Type.DECIMAL, null));
        }
        for (String name : List.of(
                "ContractedUnitPrice",
                "ListUnitPrice",
                "PricingCurrencyContractedUnitPrice",
                "PricingCurrencyListUnitPrice")) {
            all.put(name, new Column(Level.CONDITIONAL, true, Type.PRICE, null));
        }
        for (String name : List.of("CommitmentDiscountUnit", "ConsumedUnit")) {
            all.put(name, new Column(Level.CONDITIONAL, true, Type.UNIT, null));
        }
        for (String name : List.of("SkuPriceDetails", "Tags")) {
            all.put(name, new Column(Level.CONDITIONAL, true, Type.KEY_VALUE, null));
        }
        for (String name : List.of(
                "CapacityReservationId",
                "CommitmentDiscountId",
                "CommitmentDiscountName",
                "CommitmentDiscountType",
                "RegionId",
                "RegionName",
                "ResourceId",
                "ResourceName",
                "ResourceType",
                "SkuId",
                "SkuMeter",
                "SkuPriceId",
                "SubAccountId",
                "SubAccountName",
                "SubAccountType")) {
            all.put(name, new Column(Level.CONDITIONAL, true, Type.TEXT, null));
        }
        return all;
    }

    /** How many columns the data set has, and how many of them are mandatory: 57 and 21 in version 1.2. */
    static List<Integer> size(String version) {
        Map<String, Column> all = new FocusRules(version, new CsvFile(List.of(), List.of())).columns;
        return List.of(all.size(), (int) all.values().stream()
                .filter(column -> column.level() == Level.MANDATORY)
                .count());
    }

    private void add(Rule rule, String column, int row) {
        violations.add(new Violation(rule, column, row));
    }

    private void header() {
        columns.forEach((name, column) -> {
            if (!file.header().contains(name)) {
                if (column.level() == Level.MANDATORY) {
                    add(Rule.MANDATORY_COLUMN, name, -1);
                } else if (column.level() == Level.RECOMMENDED) {
                    add(Rule.RECOMMENDED_COLUMN, name, -1);
                }
            }
        });
        boolean custom = false;
        Set<String> seen = new HashSet<>();
        for (String name : file.header()) {
            if (!NAME.matcher(name).matches()) {
                add(Rule.COLUMN_NAME, name, -1);
            }
            if (!seen.add(name)) {
                add(Rule.COLUMN_TWICE, name, -1);
            }
            if (name.startsWith("x_")) {
                custom = true;
            } else {
                if (custom) {
                    add(Rule.CUSTOM_COLUMNS_LAST, name, -1);
                }
                if (!columns.containsKey(name)) {
                    add(Rule.UNKNOWN_COLUMN, name, -1);
                }
            }
        }
        if (!seen.contains("x_RecordType")) {
            add(Rule.FORECAST, "x_RecordType", -1);
        }
    }

    /** The rules of a row. */
    private final class Row {
        private final int number;
        private final Map<String, String> cells;
        private boolean readable = true;

        Row(int number, Map<String, String> cells) {
            this.number = number;
            this.cells = cells;
        }

        void check() {
            columns.forEach((name, column) -> {
                if (cells.containsKey(name)) {
                    check(name, column);
                }
            });
            if (!"Forecast".equals(cells.get("x_RecordType"))) {
                wrong(Rule.FORECAST, "x_RecordType");
            }
            if (readable) {
                periods();
                costs();
                prices();
                consumption();
                commitment();
                names();
            }
        }

        private void wrong(Rule rule, String column) {
            add(rule, column, number);
        }

        /** The value of a cell; null for NULL, also where there is no such column. */
        private String text(String name) {
            String cell = cells.get(name);
            return cell == null || cell.isEmpty() || cell.equals("NULL") ? null : cell;
        }

        private BigDecimal decimal(String name) {
            return text(name) == null ? null : new BigDecimal(text(name));
        }

        private boolean is(String column, String... values) {
            return text(column) != null && List.of(values).contains(text(column));
        }

        private void check(String name, Column column) {
            String value = text(name);
            if (value == null) {
                if (!column.nullable()) {
                    wrong(Rule.NOT_NULL, name);
                    readable = false;
                }
                return;
            }
            if (PLACEHOLDERS.contains(value.strip().toLowerCase(Locale.ROOT))) {
                wrong(Rule.PLACEHOLDER, name);
            }
            if (column.allowed() != null && !column.allowed().contains(value)) {
                wrong(Rule.ALLOWED_VALUE, name);
            }
            switch (column.type()) {
                case TEXT -> {}
                case DECIMAL, PRICE -> number(name, value, column.type() == Type.PRICE);
                case TIME -> {
                    if (!MOMENT.matcher(value).matches()) {
                        wrong(Rule.TIME, name);
                        readable = false;
                    }
                }
                case CURRENCY -> {
                    if (!isCurrency(value)) {
                        wrong(Rule.CURRENCY, name);
                    }
                }
                case UNIT -> {
                    if (!isUnit(value)) {
                        wrong(Rule.UNIT, name);
                    }
                }
                case KEY_VALUE -> {
                    if (!isKeyValue(name, value)) {
                        wrong(Rule.KEY_VALUE, name);
                    }
                }
            }
        }

        private void number(String name, String value, boolean price) {
            if (!NUMBER.matcher(value).matches()) {
                wrong(Rule.DECIMAL, name);
                readable = false;
            } else if (price && new BigDecimal(value).signum() < 0) {
                wrong(Rule.NOT_NEGATIVE, name);
            }
        }

        private void periods() {
            for (String kind : List.of("Billing", "Charge")) {
                if (text(kind + "PeriodStart").compareTo(text(kind + "PeriodEnd")) >= 0) {
                    wrong(Rule.PERIOD, kind + "PeriodEnd");
                }
            }
            if (text("ChargePeriodStart").compareTo(text("BillingPeriodStart")) < 0
                    || text("ChargePeriodEnd").compareTo(text("BillingPeriodEnd")) > 0) {
                wrong(Rule.CHARGE_OUTSIDE_BILLING_PERIOD, "ChargePeriodStart");
            }
            if (text("ChargeClass") != null) {
                wrong(Rule.NO_CORRECTION, "ChargeClass");
            }
            if (text("InvoiceId") != null) {
                wrong(Rule.NO_INVOICE, "InvoiceId");
            }
        }

        private void costs() {
            cost(Rule.CONTRACTED_COST, "ContractedCost", "ContractedUnitPrice");
            cost(Rule.LIST_COST, "ListCost", "ListUnitPrice");
            BigDecimal effective = decimal("EffectiveCost");
            BigDecimal billed = decimal("BilledCost");
            if (is("ChargeCategory", "Purchase") && effective.signum() != 0) {
                wrong(Rule.EFFECTIVE_COST, "EffectiveCost");
            }
            if (!is("ChargeCategory", "Purchase", "Usage") && effective.compareTo(billed) != 0) {
                wrong(Rule.EFFECTIVE_COST, "EffectiveCost");
            }
            if (is("ChargeCategory", "Usage") && text("CommitmentDiscountId") != null) {
                if (billed.signum() != 0) {
                    wrong(Rule.BILLED_COST, "BilledCost");
                }
                if (effective.subtract(decimal("ContractedCost")).abs().compareTo(CUT) > 0) {
                    wrong(Rule.EFFECTIVE_COST, "EffectiveCost");
                }
            } else if (is("ChargeCategory", "Usage") && effective.compareTo(billed) != 0) {
                wrong(Rule.EFFECTIVE_COST, "EffectiveCost");
            }
        }

        private void cost(Rule rule, String cost, String price) {
            BigDecimal quantity = decimal("PricingQuantity");
            BigDecimal unit = decimal(price);
            if (unit != null && quantity != null) {
                if (unit.multiply(quantity).compareTo(decimal(cost)) != 0) {
                    wrong(rule, cost);
                }
            } else if (unit == null && !is("ChargeCategory", "Usage", "Purchase", "Tax")) {
                if (decimal(cost).compareTo(decimal("BilledCost")) != 0) {
                    wrong(rule, cost);
                }
            }
        }

        private void prices() {
            for (String column : List.of(
                    "PricingQuantity",
                    "ListUnitPrice",
                    "ContractedUnitPrice",
                    "PricingCategory",
                    "SkuId",
                    "SkuPriceId")) {
                if (is("ChargeCategory", "Usage", "Purchase") && text(column) == null) {
                    wrong(Rule.PRICED_CHARGE, column);
                }
                if (is("ChargeCategory", "Tax") && text(column) != null) {
                    wrong(Rule.TAX_HAS_NO_PRICE, column);
                }
            }
            if ((text("PricingQuantity") == null) != (text("PricingUnit") == null)) {
                wrong(Rule.PRICING_UNIT, "PricingUnit");
            }
            if (is("ChargeCategory", "Purchase") && is("ChargeFrequency", "Usage-Based")) {
                wrong(Rule.FREQUENCY, "ChargeFrequency");
            }
        }

        private void consumption() {
            boolean consumed = is("ChargeCategory", "Usage") && !is("CommitmentDiscountStatus", "Unused");
            if (consumed != (text("ConsumedQuantity") != null)) {
                wrong(Rule.CONSUMED, "ConsumedQuantity");
            }
            if ((text("ConsumedQuantity") == null) != (text("ConsumedUnit") == null)) {
                wrong(Rule.CONSUMED_UNIT, "ConsumedUnit");
            }
        }

        private void commitment() {
            boolean committed = text("CommitmentDiscountId") != null;
            for (String column : List.of("CommitmentDiscountCategory", "CommitmentDiscountType")) {
                if (committed != (text(column) != null)) {
                    wrong(Rule.COMMITMENT, column);
                }
            }
            if (!committed && text("CommitmentDiscountName") != null) {
                wrong(Rule.COMMITMENT, "CommitmentDiscountName");
            }
            boolean used = committed && is("ChargeCategory", "Usage");
            if (used && text("CommitmentDiscountStatus") == null
                    || !committed && text("CommitmentDiscountStatus") != null) {
                wrong(Rule.COMMITMENT_STATUS, "CommitmentDiscountStatus");
            }
            boolean counted = committed && is("ChargeCategory", "Usage", "Purchase");
            for (String column : List.of("CommitmentDiscountQuantity", "CommitmentDiscountUnit")) {
                if (counted != (text(column) != null)) {
                    wrong(Rule.COMMITMENT_QUANTITY, column);
                }
            }
            if (used != is("PricingCategory", "Committed")) {
                wrong(Rule.COMMITTED_PRICING, "PricingCategory");
            }
            boolean itself =
                    committed && (is("ChargeCategory", "Purchase") || is("CommitmentDiscountStatus", "Unused"));
            if (itself && !is("ResourceId", text("CommitmentDiscountId"))) {
                wrong(Rule.COMMITMENT_RESOURCE, "ResourceId");
            }
        }

        private void names() {
            for (String column : List.of("SkuMeter", "SkuPriceId", "SkuPriceDetails")) {
                if (text("SkuId") == null && text(column) != null) {
                    wrong(Rule.SKU, column);
                }
            }
            if (text("SkuId") != null && text("SkuMeter") == null) {
                wrong(Rule.SKU, "SkuMeter");
            }
            if ((text("ResourceId") == null) != (text("ResourceType") == null)) {
                wrong(Rule.RESOURCE_TYPE, "ResourceType");
            }
            String subcategory = text("ServiceSubcategory");
            if (subcategory != null
                    && !SUBCATEGORIES
                            .getOrDefault(text("ServiceCategory"), Set.of())
                            .contains(subcategory)) {
                wrong(Rule.SUBCATEGORY, "ServiceSubcategory");
            }
        }
    }

    private static boolean isCurrency(String value) {
        try {
            return value.matches("[A-Z]{3}") && Currency.getInstance(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Capitalized, and plural where it counts things. */
    private static boolean isUnit(String value) {
        return CURRENCY_UNITS.contains(value)
                || UNITS.matcher(value).matches()
                        && (value.contains("/") || value.contains("-") || value.endsWith("s"));
    }

    /** An object of scalars; in prices' details keys that the specification does not define start with x_. */
    private static boolean isKeyValue(String column, String value) {
        try {
            JsonNode object = JSON.readTree(value);
            return object.isObject()
                    && object.properties().stream()
                            .allMatch(entry -> entry.getValue().isValueNode())
                    && (column.equals("Tags")
                            || object.properties().stream()
                                    .allMatch(entry -> entry.getKey().startsWith("x_")));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void acrossRows() {
        Map<String, String> skus = new HashMap<>();
        Map<String, String> prices = new HashMap<>();
        Map<String, BigDecimal> purchased = new TreeMap<>();
        Map<String, BigDecimal> spent = new TreeMap<>();
        for (int i = 0; i < file.rows().size(); i++) {
            Map<String, String> row = file.rows().get(i);
            String price = row.getOrDefault("SkuPriceId", "");
            if (!price.isEmpty()) {
                String sku = row.get("SkuId");
                if (!sku.equals(skus.computeIfAbsent(price, id -> sku))) {
                    add(Rule.SKU_PRICE_OF_ONE_SKU, "SkuPriceId", i);
                }
                String list = row.get("ListUnitPrice");
                if (!list.equals(prices.computeIfAbsent(price, id -> list))) {
                    add(Rule.SKU_PRICE_LOOKUP, "SkuPriceId", i);
                }
            }
            String commitment = row.getOrDefault("CommitmentDiscountId", "");
            if (!commitment.isEmpty()) {
                boolean purchase = "Purchase".equals(row.get("ChargeCategory"));
                String cost = row.get(purchase ? "BilledCost" : "EffectiveCost");
                if (NUMBER.matcher(cost).matches()) {
                    (purchase ? purchased : spent).merge(commitment, new BigDecimal(cost), BigDecimal::add);
                }
            }
        }
        purchased.forEach((commitment, billed) -> {
            if (spent.getOrDefault(commitment, BigDecimal.ZERO).compareTo(billed) != 0) {
                add(Rule.COMMITMENT_SUM, "EffectiveCost", -1);
            }
        });
    }
}
