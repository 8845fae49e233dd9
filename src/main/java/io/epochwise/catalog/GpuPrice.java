package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an hour of a GPU costs at a provider in an interval of dates.
 *
 * @param gpu id of the GPU
 * @param provider who rents it out
 * @param product the provider's name for what is rented, such as an instance type; null if it has none
 * @param region in the provider's spelling; null if the price is not bound to one or it is not stated
 * @param term {@code on-demand}, {@code spot}, {@code community}, …
 * @param amount price of one GPU for one hour without tax; null if no source is known ({@link FactStatus#NOT_FOUND})
 * @param low the lowest reading of the sources; null if they agree
 * @param high the highest reading of the sources; null if they agree
 * @param currency ISO 4217 code
 * @param gpusPerProduct GPUs that must be rented together; null if not known
 */
public record GpuPrice(
        String gpu,
        String provider,
        String product,
        String region,
        String term,
        BigDecimal amount,
        BigDecimal low,
        BigDecimal high,
        String currency,
        Long gpusPerProduct,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {

    /** Whether it holds in a region, spelled as for prices of models; one that is bound to none holds in all. */
    public boolean holdsIn(String other) {
        return region == null || other == null || Offering.regionKey(region).equals(Offering.regionKey(other));
    }
}
