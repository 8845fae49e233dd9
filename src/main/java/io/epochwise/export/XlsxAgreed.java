package io.epochwise.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A commitment or a credit, one as the other.
 *
 * @param commitment whether it is one; else a credit
 * @param provider at which it can be used; null for all
 * @param description in words
 * @param amount in the currency of the document
 * @param paid whether it is paid already; null for a credit
 */
record XlsxAgreed(boolean commitment, String provider, String description, BigDecimal amount, Boolean paid) {
    static final String COMMITMENT = "commitment";

    /**
     * What was agreed, in the order in which it covers; empty also if a line is unpriced, since what it covers is not known then.
     */
    static List<XlsxAgreed> of(Quotation quotation) {
        if (quotation.totals().total() == null) {
            return List.of();
        }
        BigDecimal rate = quotation.rate();
        Stream<XlsxAgreed> commitments = quotation.agreement().commitments().stream()
                .map(commitment -> new XlsxAgreed(
                        true,
                        commitment.provider(),
                        commitment.reference(),
                        commitment.amount().multiply(rate),
                        commitment.isPaid()));
        Stream<XlsxAgreed> credits = quotation.agreement().credits().stream()
                .map(credit -> new XlsxAgreed(
                        false, credit.provider(), credit.note(), credit.amount().multiply(rate), null));
        return Stream.concat(commitments, credits).toList();
    }

    /** Whether something was agreed of which it is not known what it covers. */
    static boolean unknown(Quotation quotation) {
        AgreedSpending agreement = quotation.agreement();
        return quotation.totals().total() == null
                && !(agreement.commitments().isEmpty() && agreement.credits().isEmpty());
    }

    /** Whether it must still be paid. */
    boolean open() {
        return Boolean.FALSE.equals(paid);
    }

    String kind() {
        return commitment ? COMMITMENT : "credit";
    }

    boolean covers(String charging) {
        return provider == null || provider.equals(charging);
    }
}
