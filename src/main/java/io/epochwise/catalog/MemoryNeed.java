package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * GPU memory that tuning a model took or is said to take.
 *
 * @param adapter how what is learned is stored: {@code full}, {@code lora}, {@code qlora}
 * @param gigabytes memory of each GPU
 * @param gpus how many GPUs share the work
 */
public record MemoryNeed(
        String adapter,
        BigDecimal gigabytes,
        long gpus,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
