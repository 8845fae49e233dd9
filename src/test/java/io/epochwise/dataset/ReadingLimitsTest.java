package io.epochwise.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the reader refuses to read, and that it reads on behind it. */
class ReadingLimitsTest {
    private static final int LINE = 300;
    private static final int TEXT = 50;
    private static final int DEPTH = 3;
    private static final DatasetProfiler SMALL = small(Sharing.NONE);
    private static final DatasetProfiler SMALL_IN_BLOCKS = small(new Sharing(Runnable::run, null, 1, 3));

    private static DatasetProfiler small(Sharing sharing) {
        return new DatasetProfiler(Profiles.CATALOG, new ProfileLimits(LINE, TEXT, DEPTH), sharing);
    }

    /** The finding of a line between two good ones; null if it is good too. */
    private static FindingCode fault(byte[] line) {
        byte[] good = Lines.file(Lines.ask("One?"));
        byte[] file = Lines.concatenated(good, line, good);
        FindingCode whole = fault(SMALL, file);
        assertThat(fault(SMALL_IN_BLOCKS, file)).isEqualTo(whole);
        return whole;
    }

    private static FindingCode fault(DatasetProfiler profiler, byte[] file) {
        DatasetProfile profile = Profiles.by(profiler, new ByteArrayInputStream(file));
        assertThat(profile.lines()).isEqualTo(3);
        assertThat(profile.blankLines()).isZero();
        assertThat(profile.examples() + profile.invalidExamples()).isEqualTo(3);
        List<Finding> findings = profile.findings().stream()
                .filter(finding -> !finding.code().concernsWholeFile())
                .filter(finding -> finding.code() != FindingCode.UNRECOGNIZED_KEY)
                .toList();
        if (profile.invalidExamples() == 0) {
            assertThat(findings).isEmpty();
            return null;
        }
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).firstLines()).containsExactly(2L);
        return findings.get(0).code();
    }

    private static FindingCode fault(String line) {
        return fault(Lines.file(line));
    }

    private static String padded(String line, int length) {
        return line + " ".repeat(length - line.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[]}",
                "{",
                "",
                "no JSON",
                "[1,2]",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"caf\u00e9\"}]}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":[[[[[]]]]]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"012345678901234567890123456789012345678901234567890\"}]}",
            })
    void aLineOverTheLimitIsThatWhateverElseIsWrong(String line) {
        // in Latin-1, so that one of them is not UTF-8
        byte[] bytes = (padded(line, LINE + 1) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(fault(bytes)).isEqualTo(FindingCode.LINE_TOO_LONG);
    }

    @Test
    void aLineOfTheLimitIsRead() {
        assertThat(fault(padded(Lines.ask("Two?"), LINE))).isNull();
        assertThat(fault(padded(Lines.ask("Two?"), LINE + 1))).isEqualTo(FindingCode.LINE_TOO_LONG);
        assertThat(fault(padded("{", LINE))).isEqualTo(FindingCode.TRUNCATED_JSON);
    }

    @Test
    void aTextOverTheLimitIsNotRead() {
        assertThat(fault(Lines.ask("0".repeat(TEXT)))).isNull();
        assertThat(fault(Lines.ask("0".repeat(TEXT + 1)))).isEqualTo(FindingCode.TEXT_TOO_LONG);
        assertThat(fault(Lines.ask("\\u0030".repeat(TEXT / 6) + "0".repeat(TEXT - TEXT / 6))))
                .isNull();
        assertThat(fault(Lines.ask("\ud83d\ude00".repeat(TEXT / 2)))).isNull();
        assertThat(fault(Lines.ask("\ud83d\ude00".repeat(TEXT / 2) + "0"))).isEqualTo(FindingCode.TEXT_TOO_LONG);
    }

    @Test
    void base64AndWhatIsSkippedAreNoText() {
        assertThat(Lines.png(1, 1)).hasSizeGreaterThan(TEXT);
        assertThat(fault(Lines.show(Lines.image(Lines.png(1, 1))))).isNull();
        String skipped = ",\"x\":\"" + "0".repeat(TEXT + 1) + "\"}";
        assertThat(fault(Lines.ask("Two?").replaceFirst("}$", skipped))).isNull();
    }

    @Test
    void aValueKeptForItsMeaningIsLimitedAsTextIs() {
        String tools = "{\"messages\":[" + Lines.user(Lines.text("?")) + "],\"tools\":[\"%s\"%s}";
        String longer = "0".repeat(TEXT);
        assertThat(fault(tools.formatted(longer, "]"))).isEqualTo(FindingCode.TEXT_TOO_LONG);
        assertThat(fault(tools.formatted(longer, ",]"))).isEqualTo(FindingCode.INVALID_JSON);
    }

    @Test
    void nestingOverTheLimitIsNotRead() {
        String line = Lines.ask("Two?").replaceFirst("}$", ",\"x\":%s}");
        assertThat(fault(line.formatted("[{\"y\":[]}]"))).isNull();
        assertThat(fault(line.formatted("[{\"y\":[[]]}]"))).isEqualTo(FindingCode.NESTING_TOO_DEEP);
    }

    @Test
    void keysAreLimitedToo() {
        String key = "0".repeat(100_000);
        DatasetProfile profile = Profiles.of(Lines.file("{\"" + key + "\":1,\"messages\":[]}"));
        assertThat(Profiles.codes(profile.findings())).containsExactly("TEXT_TOO_LONG");
    }

    @Test
    void issuesAreCountedAndNotKept() throws Exception {
        String line = Lines.example("{\"role\":\"user\",\"content\":[1" + ",1".repeat(9_999) + "]}");
        Example example = new Example(0);
        LineScanner scanner = new LineScanner(
                new Blocks(new ByteArrayInputStream(Lines.file(line)), 1 << 12, null), ProfileLimits.DEFAULT);
        scanner.beginLine();
        new ExampleReader(scanner, List.of(), null).read(example);
        assertThat(example.issues).hasSizeLessThanOrEqualTo(100);
        Finding found = Profiles.find(Profiles.of(Lines.file(line)).findings(), FindingCode.UNKNOWN_PART_TYPE)
                .orElseThrow();
        assertThat(found.count()).isEqualTo(10_000);
        assertThat(found.firstLines()).containsExactly(1L);
    }

    @Test
    void imagesOfOneExampleAreLimited() {
        String most = Lines.show("{\"type\":\"image\"}" + ",{\"type\":\"image\"}".repeat(99_999));
        assertThat(Profiles.of(Lines.file(most)).images().count()).isEqualTo(100_000);
        String more = Lines.show("{\"type\":\"image\"}" + ",{\"type\":\"image\"}".repeat(100_000));
        DatasetProfile profile = Profiles.of(Lines.file(more, Lines.ask("?")));
        assertThat(profile.examples()).isOne();
        assertThat(Profiles.codes(profile.findings())).containsExactly("EXAMPLE_TOO_LARGE");
    }

    /** A line of 300 MB made while it is read, between two good ones. */
    private static final class HugeLine extends InputStream {
        private static final long LENGTH = 300_000_000;
        private final byte[] before;
        private final byte[] after = Lines.file("\"}]}", Lines.ask("Two?"));
        private long at;

        HugeLine(String beginning) {
            before = Lines.concatenated(Lines.file(Lines.ask("One?")), beginning.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            long index = at++;
            if (index < before.length) {
                return before[(int) index];
            }
            index -= before.length;
            if (index < LENGTH) {
                return 'A';
            }
            index -= LENGTH;
            return index < after.length ? after[(int) index] : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at >= before.length && at + length <= before.length + LENGTH) {
                Arrays.fill(into, offset, offset + length, (byte) 'A');
                at += length;
                return length;
            }
            int b = read();
            if (b < 0) {
                return -1;
            }
            into[offset] = (byte) b;
            return 1;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[{\"role\":\"user\",\"content\":\"",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"image_url\":\"data:image/png;base64,",
                "{\"x\":\"",
                "{\"",
                "A"
            })
    void aHugeLineIsOneFindingAndTakesNoMemory(String beginning) {
        Profiles.of(Lines.file(Lines.ask("One?")));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        DatasetProfile profile = Profiles.of(new HugeLine(beginning));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(profile.bytes()).isGreaterThan(HugeLine.LENGTH);
        assertThat(profile.lines()).isEqualTo(3);
        assertThat(profile.examples()).isEqualTo(2);
        assertThat(Profiles.codes(profile.findings())).containsExactly("LINE_TOO_LONG");
        assertThat(profile.findings().get(0).firstLines()).containsExactly(2L);
        // the longest text the reader takes, its array doubled as it grows, and the buffer
        assertThat(allocated).isLessThan(40_000_000);
    }
}
