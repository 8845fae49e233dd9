package io.epochwise.catalog;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatedTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
    private static final int DAYS = 12;

    private record Interval(LocalDate from, LocalDate to) implements Dated {}

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-01-31, false", "2026-02-01, true", "2026-02-28, true", "2026-03-01, false"})
    void intervalHoldsItsFirstDayAndNotItsEnd(LocalDate date, boolean inForce) {
        assertThat(new Interval(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)).inForce(date))
                .isEqualTo(inForce);
    }

    @Test
    void openEndsHoldForever() {
        assertThat(new Interval(null, null).inForce(LocalDate.MIN)).isTrue();
        assertThat(new Interval(FIRST, null).inForce(LocalDate.MAX)).isTrue();
        assertThat(new Interval(FIRST, null).inForce(FIRST.minusDays(1))).isFalse();
        assertThat(new Interval(null, FIRST).inForce(LocalDate.MIN)).isTrue();
        assertThat(new Interval(null, FIRST).inForce(FIRST)).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void intervalsOverlapWhereSomeDayLiesInBoth(long seed) {
        Random random = new Random(seed);
        int overlapping = 0;
        for (int i = 0; i < 2000; i++) {
            Interval a = interval(random);
            Interval b = interval(random);
            // A day before and a day after all bounds stand for open ends.
            boolean shared = IntStream.rangeClosed(-1, DAYS)
                    .mapToObj(FIRST::plusDays)
                    .anyMatch(day -> a.inForce(day) && b.inForce(day));
            assertThat(a.overlaps(b)).as("%s and %s", a, b).isEqualTo(shared);
            assertThat(b.overlaps(a)).as("%s and %s", b, a).isEqualTo(shared);
            overlapping += shared ? 1 : 0;
        }
        assertThat(overlapping).isBetween(200, 1800);
    }

    /** Never empty; each end is open in a quarter of the cases. */
    private static Interval interval(Random random) {
        int from = random.nextInt(DAYS - 1);
        int to = from + 1 + random.nextInt(DAYS - 1 - from);
        return new Interval(
                random.nextInt(4) == 0 ? null : FIRST.plusDays(from),
                random.nextInt(4) == 0 ? null : FIRST.plusDays(to));
    }
}
