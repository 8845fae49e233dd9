package io.epochwise.export;

import io.epochwise.decision.CostQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What do these cost together, as a document? Only {@code requests} is needed; every other part may be null.
 *
 * @param requests what is quoted, from 1 to 100
 * @param document what the document says beside it
 * @param agreement commitments and credits; null for none
 * @param focusVersion of FOCUS rows, {@code 1.2} or {@code 1.4}; null for 1.2
 * @param asOf the day of the document, and of all requests that name none; null for today
 */
public record QuotationRequest(
        List<CostQuestion> requests,
        DocumentDetails document,
        AgreedSpending agreement,
        String focusVersion,
        LocalDate asOf) {
    /** Copies the list; elements that are null are left for the checks to name. */
    public QuotationRequest {
        requests = requests == null ? null : Collections.unmodifiableList(new ArrayList<>(requests));
    }
}
