package io.epochwise.catalog;

import java.math.BigDecimal;
import java.util.List;

/** Reads what the operator agreed with providers. */
final class AgreementReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sources sources;

    AgreementReader(Sources sources) {
        this.sources = sources;
    }

    /** Of a provider only one is in force on a day. */
    List<Agreement> agreements(YamlEntry root) {
        return DatedRows.read(
                root, "agreements", this::agreement, (a, b) -> a.provider().equals(b.provider()));
    }

    private Agreement agreement(YamlEntry entry) {
        Agreement agreement = new Agreement(
                entry.text("provider"),
                amount(entry, "discountPercent"),
                amount(entry, "committedAmount"),
                Boolean.TRUE.equals(entry.flag("paid")),
                entry.entries(
                        "credits",
                        credit -> new Agreement.AgreedCredit(requiredAmount(credit), credit.text("note", null))),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        if (agreement.discountPercent() != null && agreement.discountPercent().compareTo(HUNDRED) > 0) {
            throw entry.fault("discountPercent", "must be from 0 to 100");
        }
        return agreement;
    }

    private static BigDecimal requiredAmount(YamlEntry entry) {
        entry.require("amount");
        return amount(entry, "amount");
    }

    private static BigDecimal amount(YamlEntry entry, String key) {
        BigDecimal value = entry.decimal(key);
        if (value != null && value.signum() < 0) {
            throw entry.fault(key, "must not be negative");
        }
        return value;
    }
}
