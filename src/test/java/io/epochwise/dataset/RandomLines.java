package io.epochwise.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lines of all kinds from a seed: those of the samples, generated ones, and broken ones. */
final class RandomLines {
    private static final List<byte[]> SAMPLES = samples();
    private static final String[] ROLES = {"system", "developer", "user", "assistant", "tool", "function", "narrator"};
    private static final String[] DETAILS = {"auto", "low", "high", "original", "medium"};
    private static final String[] TEXTS = {
        "",
        "Read the total.",
        "caf\u00e9 \u4f60\u597d \ud83d\ude00",
        "\\n\\t\\\"\\u00e9\\ud83d\\ude00\\/",
        "\\ud800 alone",
        "0.00"
    };

    private final Random random;
    private final List<byte[]> made = new ArrayList<>();

    RandomLines(long seed) {
        random = new Random(seed);
    }

    private static List<byte[]> samples() {
        List<byte[]> lines = new ArrayList<>();
        for (String name : new String[] {"every-defect.jsonl", "invoices-and-charts.jsonl"}) {
            byte[] file = Profiles.sample(name);
            int start = file[0] == (byte) 0xEF ? 3 : 0;
            for (int i = start; i <= file.length; i++) {
                if (i == file.length || file[i] == '\n') {
                    if (i - start < 60_000) {
                        lines.add(Arrays.copyOfRange(file, start, i));
                    }
                    start = i + 1;
                }
            }
        }
        return lines;
    }

    /** Lines without their line feeds. */
    List<byte[]> lines(int count) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    byte[] line() {
        byte[] line =
                switch (random.nextInt(6)) {
                    case 0, 1 -> SAMPLES.get(random.nextInt(SAMPLES.size()));
                    case 2 -> made.isEmpty() ? generated() : made.get(random.nextInt(made.size()));
                    default -> generated();
                };
        made.add(line);
        return random.nextInt(8) == 0 ? Lines.concatenated(line, new byte[] {'\r'}) : line;
    }

    /** A sound example most of the time. */
    byte[] generated() {
        List<String> messages = new ArrayList<>();
        for (int count = random.nextInt(random.nextInt(20) == 0 ? 200 : 5); count >= 0; count--) {
            messages.add(message());
        }
        String tools = random.nextInt(5) == 0
                ? ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"look\",\"description\":\"Look up.\","
                        + "\"parameters\":{\"properties\":{\"at\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}}}}}]"
                : "";
        String more = random.nextInt(10) == 0 ? ",\"note\":{\"a\":[1,-2.5e3,true,false,null,{}]}" : "";
        return ("{\"messages\":[" + String.join(",", messages) + "]" + tools + more + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String message() {
        List<String> members = new ArrayList<>();
        members.add("\"role\":\"" + pick(ROLES) + "\"");
        if (random.nextInt(4) == 0) {
            members.add("\"name\":\"ada\"");
        }
        if (random.nextInt(6) == 0) {
            members.add("\"weight\":" + pick("0", "1", "0.0", "2", "null", "1e999999999"));
        }
        if (random.nextInt(6) == 0) {
            members.add(
                    "\"tool_calls\":[{\"id\":\"1\",\"function\":{\"name\":\"look\",\"arguments\":\"{\\\"at\\\":1}\"}}]");
        }
        if (random.nextInt(10) > 0) {
            members.add("\"content\":" + (random.nextBoolean() ? "\"" + pick(TEXTS) + "\"" : parts()));
        }
        java.util.Collections.shuffle(members, random);
        return "{" + String.join(random.nextBoolean() ? "," : " ,\t", members) + "}";
    }

    private String parts() {
        List<String> parts = new ArrayList<>();
        for (int count = random.nextInt(random.nextInt(10) == 0 ? 14 : 3); count >= 0; count--) {
            parts.add(random.nextBoolean() ? Lines.text(pick(TEXTS)) : Lines.imageUrl(imageMembers()));
        }
        return parts.toString();
    }

    private String imageMembers() {
        List<String> members = new ArrayList<>();
        String url =
                switch (random.nextInt(6)) {
                    case 0 -> "https://example.com/a.png";
                    case 1 -> "ftp://example.com/a.png";
                    case 2 -> Lines.dataUrl("image/gif", Lines.gifBytes(side(), side()));
                    case 3 -> Lines.dataUrl("image/jpeg", Lines.jpegBytes(side(), side(), random.nextInt(5)));
                    case 4 -> Lines.png(side(), side(), random.nextInt(8)).replace("/", "\\/");
                    default -> Lines.png(side(), side());
                };
        if (random.nextInt(12) > 0) {
            members.add("\"url\":\"" + url + "\"");
        }
        if (random.nextBoolean()) {
            members.add("\"detail\":\"" + pick(DETAILS) + "\"");
        }
        if (random.nextInt(6) == 0) {
            members.add("\"width\":" + side() + ",\"height\":" + side());
        }
        java.util.Collections.shuffle(members, random);
        return String.join(",", members);
    }

    private int side() {
        return 1 + random.nextInt(random.nextBoolean() ? 3000 : 65_000);
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** The line with a few bytes changed, lost, doubled or added; never with a line feed. */
    byte[] mutated(byte[] line) {
        byte[] now = line.clone();
        for (int changes = random.nextInt(3); changes >= 0 && now.length > 0; changes--) {
            int at = random.nextInt(now.length);
            int to = Math.min(now.length, at + 1 + random.nextInt(4));
            byte[] before = Arrays.copyOf(now, at);
            byte[] after = Arrays.copyOfRange(now, to, now.length);
            byte[] middle = Arrays.copyOfRange(now, at, to);
            now = switch (random.nextInt(6)) {
                case 0 -> before;
                case 1 -> Lines.concatenated(before, after);
                case 2 -> Lines.concatenated(before, middle, middle, after);
                case 3 -> Lines.concatenated(before, bytes(1 + random.nextInt(3)), after);
                default -> Lines.concatenated(before, grammar(), middle, after);
            };
        }
        return now;
    }

    private byte[] grammar() {
        return pick(
                        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "\\ud83d", "0", "-", "1.", "1e5", "null",
                        " ", "\t")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        for (int i = 0; i < count; i++) {
            bytes[i] = bytes[i] == '\n' ? (byte) '\r' : bytes[i];
        }
        return bytes;
    }

    /** A file of the lines, each ended by a line feed, the last one perhaps not. */
    static byte[] file(List<byte[]> lines, boolean ended) {
        byte[][] pieces = new byte[lines.size() * 2][];
        for (int i = 0; i < lines.size(); i++) {
            pieces[2 * i] = lines.get(i);
            pieces[2 * i + 1] = ended || i + 1 < lines.size() ? new byte[] {'\n'} : new byte[0];
        }
        return Lines.concatenated(pieces);
    }
}
