package io.epochwise.money;

import java.math.BigDecimal;

/**
 * A price per quantity, such as 25.00 per 1,000,000 tokens or 1.70 per 1 hour.
 *
 * @param price what {@code per} units cost; zero or more
 * @param per how many units the price buys: a power of ten, so that every amount is an exact decimal
 */
public record Rate(BigDecimal price, BigDecimal per) {
    /** @throws IllegalArgumentException if the price is negative or {@code per} is no power of ten from 1 up */
    public Rate {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("negative price " + price);
        }
        int exponent = exponent(per);
        if (exponent < 0 || BigDecimal.ONE.scaleByPowerOfTen(exponent).compareTo(per) != 0) {
            throw new IllegalArgumentException("not a power of ten from 1 up: " + per);
        }
    }

    /** The exact cost of a quantity: 5,725,000 tokens at 27.50 per 1,000,000 cost 157.4375. */
    public BigDecimal cost(BigDecimal quantity) {
        return price.multiply(quantity).scaleByPowerOfTen(-exponent(per));
    }

    private static int exponent(BigDecimal powerOfTen) {
        return powerOfTen.precision() - powerOfTen.scale() - 1;
    }
}
