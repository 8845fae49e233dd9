package io.epochwise.decision.reconciliation;

import java.util.Comparator;
import java.util.List;

/** All causes that are known. A new one is a class of its own, and a line here or in {@link CountingCauses}. */
final class BillingCauses {
    private static final List<AmountCause> ALL = List.of(
            new CountingCauses(),
            new UnbilledLineCause(),
            ListPriceCause.OF_CLASS,
            ListPriceCause.OF_DATE,
            new MinimumChargeCause(),
            new DiscountCause(),
            new HostingHoursCause(),
            new TaxCause(),
            new RoundedAmountCause());

    private BillingCauses() {}

    /**
     * What explains a bill: what does exactly and alone first, then two together, then what does nearly. That cents are rounded comes
     * last, since it explains least.
     */
    static List<BillingCause> of(BillingCase bill) {
        return ALL.stream()
                .flatMap(cause -> cause.find(bill))
                .sorted(Comparator.comparing((BillingCause cause) -> cause.code() == BillingCauseCode.ROUNDED_AMOUNT)
                        .thenComparing(BillingCause::confidence)
                        .thenComparing(cause -> cause.with() != null))
                .toList();
    }
}
