package io.epochwise.api;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.GpuPrice;
import io.epochwise.catalog.GpuType;
import io.epochwise.catalog.MemoryRule;
import java.time.LocalDate;
import java.util.List;

/**
 * Kinds of GPUs, what they cost by the hour, and how much of their memory tuning takes.
 *
 * @param catalogVersion the catalog's version
 * @param asOf the day of the prices in force
 * @param gpus in order of their ids
 * @param memoryRules rules of thumb for models whose memory was not measured; of those for an adapter the usual one first
 */
public record GpuList(String catalogVersion, LocalDate asOf, List<Gpu> gpus, List<MemoryRule> memoryRules) {
    /**
     * A kind of GPU.
     *
     * @param type what it is
     * @param pricesInForce what an hour costs on the day
     */
    public record Gpu(GpuType type, List<GpuPrice> pricesInForce) {}

    static GpuList of(Catalog catalog, LocalDate asOf) {
        return new GpuList(
                catalog.version(),
                asOf,
                catalog.gpuTypes().stream()
                        .map(type -> new Gpu(
                                type,
                                catalog.gpuPrices().stream()
                                        .filter(price -> price.gpu().equals(type.id()) && price.inForce(asOf))
                                        .toList()))
                        .toList(),
                catalog.memoryRules());
    }
}
