package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rule of thumb for the GPU memory that tuning a model of any size takes.
 *
 * @param adapter how what is learned is stored: {@code full}, {@code lora}, {@code qlora}
 * @param precision how the weights are held: {@code mixed}, {@code bf16}, {@code 8-bit}, {@code 4-bit}; of the rules for
 *     an adapter the first is the usual one
 * @param gigabytesPerBillion memory of all GPUs together for a billion parameters
 */
public record MemoryRule(
        String adapter,
        String precision,
        BigDecimal gigabytesPerBillion,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
