package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How long small estimates take while large uploads are profiled. They are asked at fixed times whether those before are
 * answered or not, and each is measured from the time at which it was due, so that waiting counts.
 */
final class Latency implements Part {
    private static final int PER_SECOND = 200;
    private static final int SECONDS = 15;
    private static final int WARM_UP_PER_SECOND = 1000;
    private static final int WARM_UP_SECONDS = 8;
    private static final int CONNECTIONS = 16;
    private static final int MANY_UPLOADS = 4;
    private static final long UPLOAD_BYTES = 1L << 30;
    private static final double PERCENTILE = 0.99;
    private static final String BASELINE = "without uploads";

    private final Path folder;

    Latency(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "Latency";
    }

    @Override
    public void run(Table table) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder)) {
            SmallRequest request = SmallRequest.estimate();
            duringUploads(server, request, 1, WARM_UP_PER_SECOND, WARM_UP_SECONDS);
            double alone = duringUploads(server, request, 0, PER_SECOND, SECONDS);
            table.add(Row.alone(what(), "without uploads", alone, Unit.MILLISECONDS, Target.NONE));
            for (int uploads : new int[] {1, MANY_UPLOADS}) {
                table.add(new Row(
                        what(),
                        "during " + uploads + (uploads == 1 ? " upload" : " uploads") + " of 1 GB base64",
                        duringUploads(server, request, uploads, PER_SECOND, SECONDS),
                        Unit.MILLISECONDS,
                        BASELINE,
                        alone,
                        Target.NONE));
            }
        }
    }

    private static String what() {
        return "99th percentile of small estimates, " + PER_SECOND + " a second";
    }

    /** Uploads one after another on so many connections as long as it measures. */
    private static double duringUploads(
            ServerProcess server, SmallRequest request, int uploads, int perSecond, int seconds)
            throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService uploaders = Executors.newCachedThreadPool();
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < uploads; i++) {
            running.add(uploaders.submit(() -> uploadUntil(over, server)));
        }
        try {
            return percentile(server, request, perSecond, seconds);
        } finally {
            over.set(true);
            for (Future<Integer> upload : running) {
                Futures.get(upload);
            }
            uploaders.shutdown();
        }
    }

    private static int uploadUntil(AtomicBoolean over, ServerProcess server) throws IOException {
        Upload upload = new Upload(Datasets.BASE64, UPLOAD_BYTES);
        int done = 0;
        try (Connection connection = server.connect()) {
            for (; !over.get(); done++) {
                upload.profile(connection);
            }
        }
        return done;
    }

    private static double percentile(ServerProcess server, SmallRequest request, int perSecond, int seconds)
            throws IOException, InterruptedException {
        long[] nanos = new long[seconds * perSecond];
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                asking.add(clients.submit(() -> ask(server, request, begin, interval, next, nanos)));
            }
            for (Future<Integer> client : asking) {
                Futures.get(client);
            }
        } finally {
            clients.shutdown();
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(nanos.length * PERCENTILE) - 1] / 1e6;
    }

    /** Takes one request after another when it is due, and notes how long after that it was answered. */
    private static int ask(
            ServerProcess server, SmallRequest request, long begin, long interval, AtomicInteger next, long[] nanos)
            throws IOException {
        int asked = 0;
        ByteBuffer bytes = request.buffer();
        try (Connection connection = server.connect()) {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long due = begin + i * interval;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                connection.send(bytes.rewind());
                connection.receive();
                nanos[i] = System.nanoTime() - due;
                asked++;
            }
        }
        return asked;
    }
}
