package io.epochwise.api;

/**
 * Checks what an operator has set. By hand, because a single constraint on one of our config interfaces makes the platform
 * prepare the validation of all of its own at every start, which takes a fifth of the time.
 */
final class Setting {
    private Setting() {}

    /**
     * The value, if it is from least to most.
     *
     * @throws IllegalArgumentException naming the key if it is not; the service then does not start
     */
    static int within(int least, int most, String key, int value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most + ", not " + value);
        }
        return value;
    }
}
