package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** How fast an upload is profiled over HTTP, against an endpoint of the same server that reads the same body and drops it. */
final class UploadRate implements Part {
    private static final long BASE64_BYTES = 512L << 20;
    private static final long TEXT_BYTES = 128L << 20;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    private final Path folder;

    UploadRate(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "UploadRate";
    }

    @Override
    public void run(Table table) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder)) {
            measure(server, Datasets.BASE64, BASE64_BYTES, Target.ratio(0.8), table);
            measure(server, Datasets.TEXT, TEXT_BYTES, Target.NONE, table);
        }
    }

    private static void measure(ServerProcess server, String dataset, long bytes, Target target, Table table)
            throws IOException, InterruptedException {
        Upload upload = new Upload(dataset, bytes);
        try (Connection connection = server.connect()) {
            double[] seconds =
                    Rounds.medians(WARM_UPS, ROUNDS, () -> upload.profile(connection), () -> upload.drain(connection));
            table.add(new Row(
                    "profiling over HTTP, one upload",
                    dataset + ", " + Math.round(upload.bytes() / 1e6) + " MB",
                    upload.bytes() / 1e6 / seconds[0],
                    Unit.MEGABYTES_PER_SECOND,
                    "same server drains the same body",
                    upload.bytes() / 1e6 / seconds[1],
                    target));
        }
    }
}
