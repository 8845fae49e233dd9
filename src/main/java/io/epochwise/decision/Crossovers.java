package io.epochwise.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds the months in which alternatives change places. */
final class Crossovers {
    private Crossovers() {}

    /** Of each pair, the one that is ranked before first. */
    static List<Crossover> of(List<RankedAlternative> ranked) {
        List<Crossover> crossovers = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            for (int j = i + 1; j < ranked.size(); j++) {
                add(crossovers, ranked.get(i), ranked.get(j));
            }
        }
        return crossovers;
    }

    /** Who has cost less changes when the other has come down to as much; as long as both cost the same nobody has. */
    private static void add(List<Crossover> crossovers, RankedAlternative a, RankedAlternative b) {
        int dearer = a.upFront().expected().compareTo(b.upFront().expected());
        for (int i = 0; i < Math.min(a.months().size(), b.months().size()); i++) {
            BigDecimal ofA = a.months().get(i).cumulative().expected();
            BigDecimal ofB = b.months().get(i).cumulative().expected();
            int now = ofA.compareTo(ofB);
            if (dearer > 0 && now <= 0) {
                crossovers.add(new Crossover(a.id(), b.id(), i + 1, a.id()));
                dearer = -1;
            } else if (dearer < 0 && now >= 0) {
                crossovers.add(new Crossover(a.id(), b.id(), i + 1, b.id()));
                dearer = 1;
            } else if (dearer == 0) {
                dearer = now;
            }
        }
    }
}
