package io.epochwise.decision.reconciliation;

import io.epochwise.money.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the billed tokens of a training job come about, so that one part of it can be taken otherwise.
 *
 * @param examples of the dataset
 * @param epochs passes over it
 * @param text tokens of all texts in a pass; of a summary with what it holds of the packaging of messages
 * @param images tokens of all images in a pass
 * @param overhead tokens of the packaging of messages in a pass, where they are not in {@code text}
 * @param cut tokens of a pass that are known to lie beyond the training context and are not billed
 * @param most tokens of a pass at most, where all examples are alike and cut at the same length; null for no such length
 * @param validation tokens of a pass over the validation file
 * @param validationPasses how many of these are billed
 * @param free tokens that a promotion leaves free, as many as are billed at most
 * @param unit whole multiples of this are billed
 */
record JobCount(
        BigDecimal examples,
        BigDecimal epochs,
        BigDecimal text,
        BigDecimal images,
        BigDecimal overhead,
        BigDecimal cut,
        BigDecimal most,
        BigDecimal validation,
        BigDecimal validationPasses,
        BigDecimal free,
        BigDecimal unit) {

    /** What a pass would count if nothing were cut. */
    BigDecimal uncut() {
        return text.add(images).add(overhead);
    }

    BigDecimal perEpoch() {
        BigDecimal left = uncut().subtract(cut);
        return most == null ? left : left.min(most);
    }

    /** All tokens billed. */
    BigDecimal tokens() {
        return trained().add(validated()).subtract(trained().min(free));
    }

    private BigDecimal trained() {
        return whole(perEpoch().multiply(epochs));
    }

    private BigDecimal validated() {
        return whole(validation.multiply(validationPasses));
    }

    private BigDecimal whole(BigDecimal tokens) {
        return unit.compareTo(BigDecimal.ONE) == 0
                ? tokens
                : tokens.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
    }

    /** The arithmetic of {@link #tokens}, to do it again. */
    String formula() {
        StringBuilder words = new StringBuilder("(" + Decimals.plain(text) + " text + " + Decimals.plain(images)
                + " image + " + Decimals.plain(overhead) + " overhead");
        BigDecimal lost = uncut().subtract(perEpoch());
        if (lost.signum() != 0) {
            words.append(" - ").append(Decimals.plain(lost)).append(" cut");
        }
        words.append(") tokens x ").append(Decimals.plain(epochs)).append(" epochs");
        if (validated().signum() != 0) {
            words.append(" + ")
                    .append(Decimals.plain(validation))
                    .append(" tokens of validation x ")
                    .append(Decimals.plain(validationPasses));
        }
        if (free.signum() != 0) {
            words.append(" - ").append(Decimals.plain(trained().min(free))).append(" free");
        }
        if (unit.compareTo(BigDecimal.ONE) != 0) {
            words.append(", in whole units of ").append(Decimals.plain(unit));
        }
        return words.append(" = ").append(Decimals.plain(tokens())).toString();
    }

    JobCount withEpochs(BigDecimal passes) {
        // validation that is billed once an epoch follows the epochs
        BigDecimal ofValidation = validationPasses.compareTo(epochs) == 0 ? passes : validationPasses;
        return new JobCount(examples, passes, text, images, overhead, cut, most, validation, ofValidation, free, unit);
    }

    /** The same with other tokens in a pass. */
    JobCount withPass(BigDecimal ofText, BigDecimal ofImages, BigDecimal ofOverhead) {
        return new JobCount(
                examples, epochs, ofText, ofImages, ofOverhead, cut, most, validation, validationPasses, free, unit);
    }

    JobCount withImages(BigDecimal tokens) {
        return withPass(text, tokens, overhead);
    }

    JobCount withOverhead(BigDecimal tokens) {
        return withPass(text, images, tokens);
    }

    /** The same with examples cut otherwise; null for not at all. */
    JobCount cutAt(BigDecimal tokens) {
        return new JobCount(
                examples,
                epochs,
                text,
                images,
                overhead,
                BigDecimal.ZERO,
                tokens,
                validation,
                validationPasses,
                free,
                unit);
    }

    JobCount withValidationPasses(BigDecimal passes) {
        return new JobCount(examples, epochs, text, images, overhead, cut, most, validation, passes, free, unit);
    }

    JobCount withFree(BigDecimal tokens) {
        return new JobCount(
                examples, epochs, text, images, overhead, cut, most, validation, validationPasses, tokens, unit);
    }

    JobCount withUnit(BigDecimal tokens) {
        return new JobCount(
                examples, epochs, text, images, overhead, cut, most, validation, validationPasses, free, tokens);
    }
}
