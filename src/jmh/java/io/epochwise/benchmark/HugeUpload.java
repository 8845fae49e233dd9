package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The memory that a server with a small heap takes for a dataset many times as large. */
final class HugeUpload implements Part {
    private static final long BYTES = 4L << 30;
    private static final String HEAP = "-Xmx128m";

    private final Path folder;

    HugeUpload(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "HugeUpload";
    }

    @Override
    public void run(Table table) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder, HEAP);
                Connection connection = server.connect()) {
            Upload upload = new Upload(Datasets.BASE64, BYTES);
            String input = String.format("%s, %.1f GB, %s", Datasets.BASE64, upload.bytes() / 1e9, HEAP);
            double seconds = upload.profile(connection);
            table.add(Row.alone(
                    "profiling over HTTP in a small heap",
                    input,
                    upload.bytes() / 1e6 / seconds,
                    Unit.MEGABYTES_PER_SECOND,
                    Target.done("profile of 4 GB")));
            OptionalDouble memory = server.mostMemory();
            if (memory.isPresent()) {
                table.add(Row.alone(
                        "most memory of the whole process", input, memory.getAsDouble(), Unit.MEGABYTES, Target.NONE));
            } else {
                table.leaveOut(name(), "this system does not tell how much memory a process has had");
            }
        }
    }
}
