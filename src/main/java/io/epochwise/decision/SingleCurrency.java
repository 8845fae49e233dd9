package io.epochwise.decision;

import io.epochwise.fault.InvalidInputException;

/** The currency of all amounts of an answer: amounts of two are not added, and not converted either. */
final class SingleCurrency {
    private String code;

    /**
     * Takes note of amounts.
     *
     * @param field what has them
     * @throws InvalidInputException if others have another currency
     */
    void add(String field, String currency) {
        if (code != null && !code.equals(currency)) {
            throw new InvalidInputException(
                    field, "has prices in " + currency + " and others in " + code + "; amounts are not converted");
        }
        code = currency;
    }

    /** ISO 4217 code; null if there are no amounts. */
    String code() {
        return code;
    }
}
