package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** How a model is tuned. */
public enum Method {
    /** Supervised fine-tuning on example conversations. */
    SFT,
    /** Direct preference optimization on pairs of answers. */
    DPO,
    /** Reinforcement fine-tuning with graders. */
    RFT;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
