package io.epochwise.decision;

import io.epochwise.estimate.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the alternatives of every question must keep: not too many of them, each with an offering and a name of its own. */
final class AlternativeChecks {
    private static final int MAX_NAME_CHARACTERS = 200;

    private AlternativeChecks() {}

    /**
     * Checks them.
     *
     * @param most how many there may be
     * @param each checks further what an alternative says, given where it stands
     */
    static void check(
            Faults faults,
            List<ComparedAlternative> alternatives,
            int most,
            BiConsumer<String, ComparedAlternative> each) {
        if (!faults.given("alternatives", alternatives)) {
            return;
        }
        if (alternatives.isEmpty() || alternatives.size() > most) {
            faults.add("alternatives", "must have from 1 to " + most + " entries");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < alternatives.size(); i++) {
            String path = "alternatives[" + i + "]";
            ComparedAlternative alternative = alternatives.get(i);
            if (faults.given(path, alternative) && faults.given(path + ".offering", alternative.offering())) {
                if (alternative.name().length() > MAX_NAME_CHARACTERS) {
                    faults.add(path + ".id", "must have at most " + MAX_NAME_CHARACTERS + " characters");
                }
                if (!names.add(alternative.name())) {
                    faults.add(path + ".id", "must be unlike that of every other alternative");
                }
                each.accept(path, alternative);
            }
        }
    }
}
