package io.epochwise.benchmark;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** The service as it runs in production, and the endpoints it is compared with beside. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String MOST_MEMORY = "VmHWM:";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder where it was built; its log goes there too
     * @param options of its JVM
     */
    static ServerProcess start(Path folder, String... options) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Depochwise.profile.max-bytes=" + Long.MAX_VALUE);
        command.add("-jar");
        command.add(folder.resolve("quarkus-app/quarkus-run.jar").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        ServerProcess server = new ServerProcess(process, port);
        server.awaitAnswer();
        return server;
    }

    Connection connect() throws IOException {
        return new Connection(port);
    }

    /** The time that processors have spent on it. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory it has had at once, all of it and not only its heap, in millions of bytes; where the system tells. */
    OptionalDouble mostMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(MOST_MEMORY))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Connection connection = connect()) {
                connection.send(ByteBuffer.wrap(Connection.head("/baseline/echo?bytes=1", "application/json", 2)));
                connection.send(ByteBuffer.wrap(new byte[] {'{', '}'}));
                connection.receive();
                return;
            } catch (ConnectException e) {
                Thread.sleep(50);
            }
        }
        close();
        throw new IOException("the server did not start");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
