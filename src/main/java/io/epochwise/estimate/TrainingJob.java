package io.epochwise.estimate;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Limit;
import io.epochwise.catalog.LimitName;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.Schedule;
import io.epochwise.dataset.Dataset;
import io.epochwise.dataset.DefaultEpochs;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A training job as it is understood, with the prices it is charged at and what comes up on the way.
 *
 * @param adapter how what is learned is stored; null where there is no choice
 * @param tier the price class
 */
record TrainingJob(
        Catalog catalog,
        TrainingRequest request,
        Offering offering,
        LocalDate asOf,
        String adapter,
        String tier,
        PriceList prices,
        Notes notes,
        Charges charges) {
    /** What the training examples are called in notes. */
    static final String DATASET = "dataset";

    /** Those asked for, else the provider's own number or the published rule's, which is noted. */
    int epochs() {
        if (request.epochs() != null) {
            return request.epochs();
        }
        long examples = request.dataset().exampleCount();
        int epochs = DefaultEpochs.of(offering, tier, asOf, examples);
        Optional<Limit> named = offering.limit(LimitName.EPOCHS, tier, asOf).filter(limit -> limit.usual() != null);
        notes.assume(
                AssumptionCode.DEFAULT_EPOCHS,
                Integer.toString(epochs),
                named.map(limit -> epochs + " epochs, the provider's own default. " + limit.source())
                        .orElse(epochs + " epochs for " + examples + " examples by the rule of OpenAI's cookbook"
                                + " (GitHub openai/openai-cookbook, examples/Chat_finetuning_data_prep.ipynb): an"
                                + " estimate, the provider's real rule is not published."));
        return epochs;
    }

    /** What one pass over a dataset counts; empty, with a warning, if that is not known. */
    Optional<DatasetTokens> tokens(Dataset dataset, String name) {
        return DatasetTokens.of(dataset, name, offering, catalog.version(), asOf, notes);
    }

    /** Billed tokens are whole multiples of this. */
    long billingUnit() {
        return offering.fineTuning() == null ? 1 : offering.fineTuning().billingUnit();
    }

    /** What the length of the job is given in. */
    Schedule schedule() {
        return offering.fineTuning() == null
                ? Schedule.EPOCHS
                : offering.fineTuning().schedule();
    }
}
