package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether and how a model can be tuned.
 *
 * @param methods the methods offered; empty if the model cannot be tuned
 * @param visionMethods those of them that take images
 * @param billingUnit billed tokens are rounded up to whole multiples of this; 1 where the provider bills single tokens
 * @param validation whether the tokens of a validation file are billed
 * @param markUp price of tuned over base inference as a ratio, for information; null if none is known
 */
public record FineTuning(
        List<Method> methods,
        List<Method> visionMethods,
        long billingUnit,
        ValidationBilling validation,
        String markUp,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
