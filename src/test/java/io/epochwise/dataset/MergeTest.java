package io.epochwise.dataset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The profile of the whole is the merged profiles of its parts, wherever it is split. */
class MergeTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String[][] OFFERINGS = {
        {}, {Profiles.GPT_4O}, {Profiles.GPT_35, Profiles.GPT_41_MINI, Profiles.GPT_4O}
    };

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mergingPartsEqualsReadingTheWhole(long seed) throws Exception {
        Random random = new Random(seed);
        List<byte[]> lines = new RandomLines(seed).lines(random.nextInt(60));
        boolean ended = random.nextBoolean();
        boolean mark = random.nextInt(4) == 0;
        String[] offerings = OFFERINGS[random.nextInt(OFFERINGS.length)];
        byte[] whole = marked(mark, RandomLines.file(lines, ended));

        List<Integer> cuts = new ArrayList<>(List.of(0, lines.size()));
        for (int i = random.nextInt(5); i > 0; i--) {
            cuts.add(random.nextInt(lines.size() + 1));
        }
        Collections.sort(cuts);
        List<DatasetProfile> parts = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            List<byte[]> part = lines.subList(cuts.get(i - 1), cuts.get(i));
            boolean last = cuts.get(i) == lines.size();
            byte[] file = RandomLines.file(part, ended || !last);
            DatasetProfile profile = Profiles.of(marked(mark && i == 1, file), offerings);
            parts.add(random.nextBoolean() ? profile : throughJson(profile));
        }
        assertThat(Profiles.PROFILER.merge(parts)).isEqualTo(Profiles.of(whole, offerings));
    }

    private static byte[] marked(boolean mark, byte[] file) {
        return mark ? Lines.concatenated(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, file) : file;
    }

    private static DatasetProfile throughJson(DatasetProfile profile) throws Exception {
        DatasetProfile read = JSON.readValue(JSON.writeValueAsBytes(profile), DatasetProfile.class);
        assertThat(read).isEqualTo(profile);
        return read;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mergingIsAssociativeAndNothingIsNeutral(long seed) {
        RandomLines lines = new RandomLines(seed);
        String[] offerings = OFFERINGS[(int) (seed % OFFERINGS.length)];
        DatasetProfile a = Profiles.of(RandomLines.file(lines.lines(8), true), offerings);
        DatasetProfile b = Profiles.of(RandomLines.file(lines.lines(8), true), offerings);
        DatasetProfile c = Profiles.of(RandomLines.file(lines.lines(8), true), offerings);
        DatasetProfile nothing = Profiles.of(new byte[0], offerings);
        assertThat(merge(merge(a, b), c)).isEqualTo(merge(a, merge(b, c))).isEqualTo(merge(a, b, c));
        assertThat(merge(nothing, a, nothing)).isEqualTo(a).isEqualTo(merge(a));
    }

    private static DatasetProfile merge(DatasetProfile... parts) {
        return Profiles.PROFILER.merge(List.of(parts));
    }

    private static void splitsAnywhere(List<String> lines, String... offerings) {
        DatasetProfile whole = Profiles.of(Lines.file(lines.toArray(new String[0])), offerings);
        int size = lines.size();
        for (int[] cuts : new int[][] {{size / 3, size - 1}, {1, 1}}) {
            DatasetProfile a = part(lines, 0, cuts[0], offerings);
            DatasetProfile b = part(lines, cuts[0], cuts[1], offerings);
            DatasetProfile c = part(lines, cuts[1], size, offerings);
            assertThat(merge(merge(a, b), c)).isEqualTo(whole);
            assertThat(merge(a, merge(b, c))).isEqualTo(whole);
        }
    }

    private static DatasetProfile part(List<String> lines, int from, int to, String... offerings) {
        String[] part = lines.subList(from, to).toArray(new String[0]);
        return Profiles.of(part.length == 0 ? new byte[0] : Lines.file(part), offerings);
    }

    @Test
    void histogramsCoarsenAlikeInParts() {
        List<String> lines = new ArrayList<>(IntStream.range(0, 1300)
                .mapToObj(i -> Lines.ask("0 ".repeat(i)))
                .toList());
        Collections.shuffle(lines, new Random(1));
        DatasetProfile.Distribution whole = part(lines, 0, lines.size()).tokensPerExample();
        assertThat(whole.step()).isGreaterThan(1);
        assertThat(whole.histogram()).hasSizeBetween(513, 1024);
        splitsAnywhere(lines);
    }

    @Test
    void tablesOfSizesCoarsenAlikeInParts() {
        Random random = new Random(2);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int side = 1 + random.nextInt(i % 2 == 0 ? 2000 : 1_000_000);
            lines.add(Lines.show(Lines.imageUrl("\"url\":\"https://example.com/1\",\"width\":" + side + ",\"height\":"
                    + (1_000_000 - random.nextInt(3)))));
        }
        DatasetProfile.Images whole =
                part(lines, 0, lines.size(), Profiles.GPT_4O).images();
        assertThat(whole.sizeStep()).isGreaterThan(1);
        assertThat(whole.sizes().stream()
                        .mapToLong(DatasetProfile.SizeCount::count)
                        .sum())
                .isEqualTo(10_000);
        splitsAnywhere(lines, Profiles.GPT_4O);
    }

    @Test
    void fingerprintsAreSampledAlikeInParts() {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>(IntStream.range(0, 40_000)
                .mapToObj(i -> "{\"messages\":[{\"content\":\"" + i + "\"}]}")
                .toList());
        IntStream.range(0, 10_000).forEach(i -> lines.add(lines.get(random.nextInt(40_000))));
        Collections.shuffle(lines, random);
        Finding whole = Profiles.find(part(lines, 0, lines.size()).findings(), FindingCode.DUPLICATE_EXAMPLE)
                .orElseThrow();
        assertThat(whole.limit()).isEqualTo("estimated from a sample");
        // about 4,100 of the 10,000 repeats are in the sample, so the estimate's standard deviation is below 200
        assertThat(whole.count()).isBetween(9_000L, 11_000L);
        splitsAnywhere(lines);
    }

    @Test
    void duplicatesAreExactUpToTheSample() {
        List<String> lines = new ArrayList<>(IntStream.range(0, 16_384)
                .mapToObj(i -> "{\"messages\":[{\"content\":\"" + i + "\"}]}")
                .toList());
        lines.addAll(lines.subList(100, 150));
        Finding found = Profiles.find(part(lines, 0, lines.size()).findings(), FindingCode.DUPLICATE_EXAMPLE)
                .orElseThrow();
        assertThat(found.count()).isEqualTo(50);
        assertThat(found.limit()).isNull();
        assertThat(found.firstLines())
                .isEqualTo(LongStream.rangeClosed(16_385, 16_394).boxed().toList());
    }
}
