package io.epochwise.violations.api;

import java.util.Random;
import java.util.UUID;

/** Draws what nobody can draw again, in three ways; the fourth is right. */
public final class Guesses {
    int random() {
        return new Random().nextInt();
    }

    double math() {
        return Math.random();
    }

    UUID identifier() {
        return UUID.randomUUID();
    }

    int seeded(long seed) {
        return new Random(seed).nextInt();
    }
}
