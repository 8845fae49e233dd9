package io.epochwise.catalog.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was read from a file of a list.
 *
 * @param list whose list it is
 * @param file the file's name
 * @param asOf the day of the list; null if unknown
 * @param models how many models with a price it has
 * @param prices how many prices of them were taken
 * @param rejected what was not taken, by reason
 */
public record PriceListSummary(
        ListKind list, String file, LocalDate asOf, int models, int prices, List<RejectedRows> rejected) {
    private static final int FIRST = 10;

    /**
     * Rows that were not taken for one reason.
     *
     * @param reason why
     * @param count how many
     * @param first the first of them, as model and key in the list's words
     */
    public record RejectedRows(Rejection reason, int count, List<String> first) {}

    static PriceListSummary of(PriceList list) {
        Map<Rejection, List<RejectedRow>> byReason = list.rejected().stream()
                .collect(Collectors.groupingBy(RejectedRow::reason, TreeMap::new, Collectors.toList()));
        return new PriceListSummary(
                list.kind(),
                list.file(),
                list.asOf(),
                list.models().size(),
                list.models().stream().mapToInt(model -> model.prices().size()).sum(),
                byReason.entrySet().stream()
                        .map(entry -> new RejectedRows(
                                entry.getKey(),
                                entry.getValue().size(),
                                entry.getValue().stream()
                                        .limit(FIRST)
                                        .map(row -> row.model() + ": " + row.key())
                                        .toList()))
                        .toList());
    }
}
