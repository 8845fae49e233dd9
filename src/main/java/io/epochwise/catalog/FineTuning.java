package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether and how a model can be tuned.
 *
 * @param methods the methods offered; empty if the model cannot be tuned
 * @param visionMethods those of them that take images
 * @param visionUnknown whether no source says if the methods that are not among {@code visionMethods} take images
 * @param adapters how what is learned can be stored, such as {@code lora} and {@code full}, the usual one first; empty if
 *     there is no choice. A price's variant names the one it holds for
 * @param schedule what the length of a job is given in
 * @param packingOff whether packing can be turned off, so that every example is billed at the longest sequence
 * @param billingUnit billed tokens are rounded up to whole multiples of this; 1 where the provider bills single tokens
 * @param validation whether the tokens of a validation file are billed
 * @param markUp price of tuned over base inference as a ratio, for information; null if none is known
 */
public record FineTuning(
        List<Method> methods,
        List<Method> visionMethods,
        boolean visionUnknown,
        List<String> adapters,
        Schedule schedule,
        boolean packingOff,
        long billingUnit,
        ValidationBilling validation,
        String markUp,
        String source,
        LocalDate asOf,
        Grade grade,
        FactStatus status,
        String note)
        implements Fact {}
