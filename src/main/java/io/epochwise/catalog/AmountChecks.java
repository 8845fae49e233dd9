package io.epochwise.catalog;

import java.math.BigDecimal;

/** What holds for every amount of money in the catalog and its other readings. */
final class AmountChecks {
    private AmountChecks() {}

    /** @throws CatalogException if amount, low and high do not go together with the status */
    static void check(YamlEntry entry, BigDecimal amount, BigDecimal low, BigDecimal high, FactStatus status) {
        if ((amount == null) != (status == FactStatus.NOT_FOUND)) {
            throw entry.fault("amount", "must be given, or else the status must be not-found");
        }
        boolean disputed = low != null || high != null;
        if (disputed != (status == FactStatus.CONFLICT)) {
            throw entry.fault("status", "must be conflict where low or high is given, and only there");
        }
        boolean disordered = low != null && low.compareTo(amount) > 0 || high != null && high.compareTo(amount) < 0;
        if (disordered) {
            throw entry.fault("amount", "must lie between low and high");
        }
    }
}
