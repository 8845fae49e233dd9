package io.epochwise.catalog.list;

import io.epochwise.catalog.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the prices of one model of a list, and leaves out with a reason those that the known errors of such lists have
 * touched.
 */
final class ModelRows {
    private static final BigDecimal LEAST = new BigDecimal("0.000001");

    /** Sixteen times the dearest model ever listed. */
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    /** How lists say that zero is the price: {@code qwen3:free}, {@code glm-5.1-free}, {@code Qwen3 (free)}. */
    private static final Pattern FREE = Pattern.compile("(?i).*([:-]free|\\(free\\))");

    private final String model;
    private final boolean free;
    private final int powerOfTen;
    private final List<RejectedRow> rejected;
    private final List<Row> rows = new ArrayList<>();

    /** A price with the key it was found under. */
    private record Row(ListedPrice price, String key) {
        boolean dearerThan(Row other) {
            return price.amount().compareTo(other.price().amount()) > 0;
        }
    }

    /**
     * @param model the model as the list names it
     * @param name its name for people; null if it has none
     * @param powerOfTen what the list's unit is multiplied by to have USD for 1,000,000 tokens
     * @param rejected takes what is left out
     */
    ModelRows(String model, String name, int powerOfTen, List<RejectedRow> rejected) {
        this.model = model;
        this.free = FREE.matcher(model).matches()
                || name != null && FREE.matcher(name).matches();
        this.powerOfTen = powerOfTen;
        this.rejected = rejected;
    }

    /** Takes a price that is valid on all days; nothing if the value is absent. */
    void add(PricePlace place, String key, ListNode value) {
        add(place, null, null, key, value);
    }

    /** Takes a price; nothing if the value is absent. */
    void add(PricePlace place, LocalDate from, LocalDate to, String key, ListNode value) {
        if (value == ListNode.Missing.ABSENT) {
            return;
        }
        if (value == ListNode.Missing.TWICE) {
            reject(key, Rejection.KEY_TWICE);
            return;
        }
        if (!(value instanceof ListNode.Number number)) {
            reject(key, Rejection.NOT_A_NUMBER);
            return;
        }
        try {
            ListedAmount amount = ListedAmount.parse(number.value(), powerOfTen);
            Optional<Rejection> fault = fault(amount.value());
            if (fault.isPresent()) {
                reject(key, fault.get());
            } else {
                rows.add(new Row(new ListedPrice(place, amount.value(), from, to, amount.note()), key));
            }
        } catch (NumberFormatException e) {
            reject(key, Rejection.NOT_A_NUMBER);
        }
    }

    void reject(String key, Rejection reason) {
        rejected.add(new RejectedRow(model, key, reason));
    }

    /** Leaves out a value that does not have the form it must have. */
    void rejectShape(String key, ListNode value) {
        reject(key, value == ListNode.Missing.TWICE ? Rejection.KEY_TWICE : Rejection.UNKNOWN_SHAPE);
    }

    /** The prices taken, after those have been left out that cannot be right beside each other. */
    List<ListedPrice> prices() {
        for (Row row : List.copyOf(rows)) {
            Meter meter = row.price().place().meter();
            if (meter == Meter.CACHED_INPUT || meter == Meter.BATCH_CACHED_INPUT) {
                checkCached(row, meter == Meter.CACHED_INPUT);
            }
        }
        return rows.stream().map(Row::price).toList();
    }

    private void checkCached(Row cached, boolean live) {
        Optional<Row> written = beside(cached, live ? Meter.CACHE_WRITE : Meter.BATCH_CACHE_WRITE);
        Optional<Row> input = beside(cached, live ? Meter.INPUT : Meter.BATCH_INPUT);
        boolean aboveInput = input.isPresent() && cached.dearerThan(input.get());
        boolean aboveWriting = written.isPresent() && cached.dearerThan(written.get());
        if (aboveInput) {
            remove(cached, aboveWriting ? Rejection.CACHE_PRICES_SWAPPED : Rejection.CACHED_ABOVE_INPUT);
        }
        if (aboveWriting) {
            remove(written.get(), aboveInput ? Rejection.CACHE_PRICES_SWAPPED : Rejection.CACHE_WRITE_BELOW_READ);
        }
    }

    /** The row of another meter for the same price class, region, threshold and dates. */
    private Optional<Row> beside(Row row, Meter meter) {
        return rows.stream()
                .filter(other -> other.price()
                                .place()
                                .equals(row.price().place().with(meter))
                        && Objects.equals(other.price().from(), row.price().from())
                        && Objects.equals(other.price().to(), row.price().to()))
                .findFirst();
    }

    private void remove(Row row, Rejection reason) {
        rows.remove(row);
        reject(row.key(), reason);
    }

    private Optional<Rejection> fault(BigDecimal amount) {
        if (amount.signum() < 0) {
            return Optional.of(Rejection.NEGATIVE);
        }
        if (amount.signum() == 0) {
            return free ? Optional.empty() : Optional.of(Rejection.ZERO);
        }
        boolean plausible = amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
        return plausible ? Optional.empty() : Optional.of(Rejection.IMPLAUSIBLE);
    }
}
