package io.epochwise.catalog;

import java.time.LocalDate;

/**
 * How a provider caches the prefix of prompts.
 *
 * @param mode {@code automatic}, {@code explicit} or both, joined by {@code +}
 * @param minimumPrefixTokens the shortest prefix that is cached; null if not known
 * @param incrementTokens cached prefixes grow in steps of this; null if there is no step or it is not known
 * @param lifeTime how long an entry lives, in words
 * @param idleMinutes how long an entry that nothing reads lives at most, where nothing else is set; null if not known
 * @param tunedModels whether tuned models have it; null if not known
 * @param images whether images count; null if not known
 */
public record PromptCaching(
        String mode,
        Long minimumPrefixTokens,
        Long incrementTokens,
        String lifeTime,
        Long idleMinutes,
        Boolean tunedModels,
        Boolean images,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
