package io.epochwise.dataset;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample that has every defect, line by line and as a whole. */
class EveryDefectTest {
    private static final byte[] FILE = Profiles.sample("every-defect.jsonl");
    private static final List<byte[]> LINES = lines();
    private static final Set<String> MAKE_INVALID = Set.of(
            "NOT_UTF8",
            "INVALID_JSON",
            "TRUNCATED_JSON",
            "DUPLICATE_KEY",
            "NESTING_TOO_DEEP",
            "NOT_AN_OBJECT",
            "MISSING_MESSAGES",
            "EMPTY_MESSAGES",
            "MESSAGE_NOT_AN_OBJECT");

    private static List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte b : FILE) {
            line.write(b);
            if (b == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            }
        }
        lines.add(line.toByteArray());
        return lines;
    }

    private static Set<String> codes(String cell) {
        return cell == null ? Set.of() : new TreeSet<>(List.of(cell.split(" ")));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/every-defect.csv", useHeadersInDisplayName = true)
    void eachLineHasItsFindingsAndNoOther(int line, String general, String ofGpt4o) {
        DatasetProfile profile = Profiles.of(LINES.get(line - 1), Profiles.GPT_4O);
        assertThat(Profiles.codes(profile.findings())).isEqualTo(codes(general));
        assertThat(Profiles.codes(profile.offerings().get(0).findings())).isEqualTo(codes(ofGpt4o));
        boolean blank = codes(general).contains("BLANK_LINE");
        boolean invalid = codes(general).stream().anyMatch(MAKE_INVALID::contains);
        assertThat(profile.lines()).isOne();
        assertThat(profile.blankLines()).isEqualTo(blank ? 1 : 0);
        assertThat(profile.invalidExamples()).isEqualTo(invalid ? 1 : 0);
        assertThat(profile.examples()).isEqualTo(blank || invalid ? 0 : 1);
    }

    @Test
    void theWholeFileNamesTheLinesOfEachFinding() throws Exception {
        Map<String, List<Long>> general = new TreeMap<>();
        Map<String, List<Long>> ofGpt4o = new TreeMap<>();
        try (var table = new java.io.BufferedReader(new java.io.InputStreamReader(
                EveryDefectTest.class.getResourceAsStream("/golden/every-defect.csv"),
                java.nio.charset.StandardCharsets.UTF_8))) {
            table.lines().skip(1).map(row -> row.split(",", -1)).forEach(cells -> {
                long line = Long.parseLong(cells[0]);
                note(general, cells[1], line);
                note(ofGpt4o, cells[2], line);
            });
        }
        general.put("DUPLICATE_EXAMPLE", List.of(29L));

        DatasetProfile profile = Profiles.of(FILE, Profiles.GPT_4O);
        assertThat(linesByCode(profile.findings())).isEqualTo(general);
        assertThat(linesByCode(profile.offerings().get(0).findings())).isEqualTo(ofGpt4o);
        assertThat(profile.findings())
                .allMatch(finding -> finding.severity() == finding.code().severity());
        assertThat(profile.findings()).extracting(Finding::code).isSorted();
        assertThat(profile.bytes()).isEqualTo(FILE.length);
        assertThat(profile.lines()).isEqualTo(68);
        assertThat(profile.blankLines()).isEqualTo(2);
        assertThat(profile.invalidExamples()).isEqualTo(12);
        assertThat(profile.examples()).isEqualTo(54);
    }

    private static void note(Map<String, List<Long>> lines, String cell, long line) {
        for (String code : cell.isEmpty() ? new String[0] : cell.split(" ")) {
            lines.computeIfAbsent(code, key -> new ArrayList<>()).add(line);
        }
    }

    private static Map<String, List<Long>> linesByCode(List<Finding> findings) {
        Map<String, List<Long>> lines = new TreeMap<>();
        for (Finding finding : findings) {
            assertThat(finding.count()).isEqualTo(finding.firstLines().size());
            lines.put(finding.code().name(), finding.firstLines());
        }
        return lines;
    }
}
