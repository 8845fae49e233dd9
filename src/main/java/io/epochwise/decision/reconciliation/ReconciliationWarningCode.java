package io.epochwise.decision.reconciliation;

/** What there may be to know of a comparison. Codes are stable; the texts may improve. */
public enum ReconciliationWarningCode {
    NOTHING_EXPLAINS("What is billed differs from the estimate, and no cause that is known explains it."),
    ESTIMATE_UNPRICED("A line of the estimate has no price, so the totals cannot be compared."),
    UNMATCHED_ROWS("Some rows of the bill stand for no line of the estimate."),
    AMOUNTS_DISAGREE("The amount given is not the sum of the rows."),
    TOKENS_DISAGREE("The billed tokens given are not the sum of the rows."),
    UNIT_UNKNOWN("The quantity of a row counts in a unit that is not known and is left out."),
    COST_COLUMNS_DISAGREE("Billed and effective cost of the rows differ; the billed one is compared."),
    PARTS_UNKNOWN("What the tokens are made of is not known, so causes that lie in their counting are not told apart.");

    private final String meaning;

    ReconciliationWarningCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
