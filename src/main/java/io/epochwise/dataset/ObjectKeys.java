package io.epochwise.dataset;

import java.util.Arrays;

/** The keys of one object, to find one that comes twice. Objects of examples have few keys. */
final class ObjectKeys {
    private static final int USUAL = 6;
    private static final int MOST = 32;

    private String[] seen = new String[USUAL];
    private int count;

    /**
     * Adds a key and returns it.
     *
     * @throws LineFault if it came before
     */
    String add(String key) {
        for (int i = 0; i < count; i++) {
            if (seen[i].equals(key)) {
                throw new LineFault(FindingCode.DUPLICATE_KEY);
            }
        }
        if (count < MOST) {
            if (count == seen.length) {
                seen = Arrays.copyOf(seen, MOST);
            }
            seen[count++] = key;
        }
        return key;
    }
}
