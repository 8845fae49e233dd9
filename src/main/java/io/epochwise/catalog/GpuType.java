package io.epochwise.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A kind of GPU.
 *
 * @param id its name in prices and requests: {@code h100-sxm}
 * @param name the name a person reads
 * @param memoryGigabytes its memory; null if not known
 * @param denseFlops peak dense floating-point operations a second in bf16, or in fp16 where a note says so; never the figure
 *     with sparsity; null if not known
 */
public record GpuType(
        String id,
        String name,
        BigDecimal memoryGigabytes,
        BigDecimal denseFlops,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
