package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Measures ours and its baselines in one run, and writes one table. */
public final class Suite {
    private Suite() {}

    /** @param args where the service was built and files may be written, and where to write the table */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Path folder = Path.of(args[0]);
        Pattern only = Pattern.compile(System.getProperty("benchmark.only", "."));
        Table table = new Table();
        boolean failed = false;
        for (Part part : parts(folder)) {
            if (only.matcher(part.name()).find()) {
                failed |= !succeeds(part, table);
            }
        }
        String text = table.markdown();
        Files.writeString(Path.of(args[1]), text);
        System.out.println("\n" + text);
        System.exit(failed ? 1 : 0);
    }

    private static List<Part> parts(Path folder) throws ClassNotFoundException {
        List<Part> parts = new ArrayList<>(JmhPart.all(folder));
        parts.add(new Tiktoken(folder));
        parts.add(new Processors(folder));
        parts.add(new RequestRate(folder));
        parts.add(new UploadRate(folder));
        parts.add(new Latency(folder));
        if (Boolean.getBoolean("benchmark.huge")) {
            parts.add(new HugeUpload(folder));
        }
        return parts;
    }

    @SuppressWarnings("IllegalCatch") // what one part cannot do keeps no other from being measured
    private static boolean succeeds(Part part, Table table) {
        System.out.println("Measuring " + part.name());
        long begin = System.nanoTime();
        try {
            part.run(table);
            System.out.println("  took " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s");
            return true;
        } catch (Exception e) {
            e.printStackTrace(System.out);
            table.leaveOut(
                    part.name(),
                    "failed with " + e.toString().lines().findFirst().orElseThrow());
            return false;
        }
    }
}
