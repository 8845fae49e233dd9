package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * What a provider does with data.
 *
 * @param topic what the row speaks of
 * @param value the answer in a word or a few: {@code not-eligible}, {@code no}, {@code until-deleted}, …
 * @param days a number of days, where the answer is one; else null
 * @param regions the regions it names; empty if none
 * @param tiers the price classes it holds for; empty for all
 */
public record RetentionRule(
        RetentionTopic topic,
        String value,
        Integer days,
        List<String> regions,
        List<String> tiers,
        LocalDate from,
        LocalDate to,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact, Dated {}
