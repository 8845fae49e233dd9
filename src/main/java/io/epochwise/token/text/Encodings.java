package io.epochwise.token.text;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The encodings this service counts exactly, by their public names. */
public final class Encodings {
    /** Where JTokkit keeps its vocabularies. */
    private static final String VOCABULARIES = "/com/knuddels/jtokkit/";

    private static final Map<String, Encoding> BY_ID = new TreeMap<>(Map.of(
            "cl100k_base",
                    new BytePairEncoding("cl100k_base", VOCABULARIES + "cl100k_base.tiktoken", new Cl100kSplitter()),
            "o200k_base",
                    new BytePairEncoding("o200k_base", VOCABULARIES + "o200k_base.tiktoken", new O200kSplitter())));

    private Encodings() {}

    /**
     * The encoding of that name. Its vocabulary is loaded when it first counts, not before.
     *
     * @param id one of {@link #ids()}
     * @throws IllegalArgumentException if the name is unknown
     */
    public static Encoding of(String id) {
        Encoding encoding = BY_ID.get(id);
        if (encoding == null) {
            throw new IllegalArgumentException("unknown encoding " + id + ", known are " + ids());
        }
        return encoding;
    }

    /** The names of all encodings, in alphabetical order. */
    public static Set<String> ids() {
        return Collections.unmodifiableSet(BY_ID.keySet());
    }
}
