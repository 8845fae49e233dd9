package io.epochwise.token.text;

import com.knuddels.jtokkit.api.EncodingType;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The encodings this service counts exactly, by their public names. */
public final class Encodings {
    private static final Map<String, Encoding> BY_ID = new TreeMap<>(Map.of(
            "cl100k_base", new JtokkitEncoding("cl100k_base", EncodingType.CL100K_BASE),
            "o200k_base", new JtokkitEncoding("o200k_base", EncodingType.O200K_BASE)));

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
