package io.epochwise.dataset;

/** The keys of one object, to find one that comes twice. Objects of examples have few keys. */
final class ObjectKeys {
    private static final int MOST = 32;

    private final String[] seen = new String[MOST];
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
            seen[count++] = key;
        }
        return key;
    }
}
