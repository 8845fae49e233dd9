package io.epochwise.catalog.list;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A price of the catalog with which a list disagrees by more than 1 %.
 *
 * @param offering the offering's id
 * @param meter what is charged for
 * @param tier the price class
 * @param region the region; null if the prices are for all
 * @param fromInputTokens input tokens of a request from which the prices hold; null for the usual ones
 * @param comparedOn the day on which both were compared
 * @param currency ISO 4217 code of both amounts
 * @param amount the catalog's price of 1,000,000 tokens
 * @param source where the catalog has it from; another list where no file of the catalog has the offering
 * @param asOf the day for which that source speaks; null if it is undated
 * @param grade how good that source is
 * @param list whose list disagrees
 * @param listFile the list's file
 * @param listAsOf the day for which the list speaks; null if unknown
 * @param listModel the vendor's model id that the list prices
 * @param listAmount the list's price of 1,000,000 tokens
 * @param differencePercent by how many percent of the catalog's price the list's is higher, or lower if negative, to two
 *     decimals; null if the catalog's is zero
 */
public record Conflict(
        String offering,
        Meter meter,
        String tier,
        String region,
        Long fromInputTokens,
        LocalDate comparedOn,
        String currency,
        BigDecimal amount,
        String source,
        LocalDate asOf,
        Grade grade,
        ListKind list,
        String listFile,
        LocalDate listAsOf,
        String listModel,
        BigDecimal listAmount,
        Double differencePercent) {}
