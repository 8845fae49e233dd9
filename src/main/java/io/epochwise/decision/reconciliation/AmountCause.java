package io.epochwise.decision.reconciliation;

import java.util.stream.Stream;

/** A way in which what is billed may cost otherwise than the estimate says, whatever is counted. */
interface AmountCause {
    /** All of it that arithmetic shows of a bill. */
    Stream<BillingCause> find(BillingCase bill);
}
