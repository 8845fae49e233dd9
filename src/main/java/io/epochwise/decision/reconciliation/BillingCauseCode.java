package io.epochwise.decision.reconciliation;

import io.epochwise.fault.Spelling;

/** Why a bill may differ from an estimate. Codes are stable; the texts may improve. */
public enum BillingCauseCode {
    BILLING_UNIT("Tokens are billed in other whole units than the estimate takes."),
    MESSAGE_OVERHEAD("What the packaging of messages counts is billed and not estimated, or the other way round."),
    SKIPPED_IMAGES("Images are left out of training and not billed."),
    IMAGE_DETAIL("Images are billed at another detail than the one estimated."),
    IMAGE_RULE("Images are billed by another reading of their rule than the one estimated."),
    VALIDATION_TOKENS("The validation file is billed more or less often than estimated."),
    FILE_BYTES("A quarter of the bytes of the file is taken for its tokens."),
    EPOCHS("The job went through the dataset more or less often than estimated."),
    TRUNCATED_EXAMPLES("Long examples are billed whole, or cut at another length."),
    FREE_TOKENS("More or fewer tokens were free by a promotion than estimated."),
    LINE_NOT_BILLED("A line of the estimate is not billed at all."),
    PRICE_CLASS("The price is that of another price class or region of the catalog."),
    PRICE_DATE("The price is one that the catalog has for other days."),
    DISCOUNT("The same percentage is off everything."),
    MINIMUM_CHARGE("The least that a job costs is billed, or is not."),
    HOSTING_HOURS("The tuned model was deployed for more or fewer hours than estimated."),
    TAX("The amount holds the taxes, credits or adjustments that rows of the bill state."),
    ROUNDED_AMOUNT("The amount is that of the estimate, rounded.");

    private final String meaning;

    BillingCauseCode(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
