package io.epochwise.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads kinds of GPUs and what they cost by the hour. */
final class HardwareReader {
    private final Sources sources;

    HardwareReader(Sources sources) {
        this.sources = sources;
    }

    GpuType gpuType(YamlEntry entry) {
        return new GpuType(
                entry.text("id"),
                entry.text("name"),
                entry.decimal("memoryGigabytes"),
                entry.decimal("denseFlops"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    MemoryRule memoryRule(YamlEntry entry) {
        return new MemoryRule(
                entry.text("adapter"),
                entry.text("precision"),
                positive(entry, "gigabytesPerBillion"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
    }

    private static BigDecimal positive(YamlEntry entry, String key) {
        BigDecimal value = entry.requiredDecimal(key);
        if (value.signum() <= 0) {
            throw entry.fault(key, "must be above zero");
        }
        return value;
    }

    /**
     * The prices, of which a product has one in a region, by a term, on a day.
     *
     * @param gpus ids of all kinds of GPUs
     */
    List<GpuPrice> gpuPrices(YamlEntry root, Set<String> gpus) {
        return DatedRows.read(
                root,
                "gpuPrices",
                entry -> gpuPrice(entry, gpus),
                (a, b) -> a.gpu().equals(b.gpu())
                        && a.provider().equals(b.provider())
                        && a.term().equals(b.term())
                        && Objects.equals(a.product(), b.product())
                        && Objects.equals(a.region(), b.region()));
    }

    private GpuPrice gpuPrice(YamlEntry entry, Set<String> gpus) {
        if (!gpus.contains(entry.text("gpu"))) {
            throw entry.fault("gpu", "there is no GPU " + entry.text("gpu"));
        }
        GpuPrice price = new GpuPrice(
                entry.text("gpu"),
                entry.text("provider"),
                entry.text("product", null),
                entry.text("region", null),
                entry.text("term", "on-demand"),
                entry.decimal("amount"),
                entry.decimal("low"),
                entry.decimal("high"),
                entry.text("currency", "USD"),
                entry.count("gpusPerProduct"),
                entry.date("from"),
                entry.date("to"),
                sources.of(entry),
                sources.asOf(entry),
                sources.grade(entry),
                Sources.status(entry),
                entry.text("note", null));
        AmountChecks.check(entry, price.amount(), price.low(), price.high(), price.status());
        if (price.amount() != null && price.amount().compareTo(BigDecimal.ZERO) <= 0) {
            throw entry.fault("amount", "must be above zero");
        }
        return price;
    }
}
