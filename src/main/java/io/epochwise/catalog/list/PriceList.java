package io.epochwise.catalog.list;

import java.time.LocalDate;
import java.util.List;

/**
 * What was read from a file of a list.
 *
 * @param kind whose list it is
 * @param file the file's name
 * @param asOf the day of the list; null if unknown
 * @param models the models with a price, each once
 * @param rejected the rows that were not taken
 */
record PriceList(ListKind kind, String file, LocalDate asOf, List<ListedModel> models, List<RejectedRow> rejected) {
    /** Source of every price of the list. */
    String source() {
        return kind.source() + ", file " + file;
    }
}
