package io.epochwise.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many small estimates a second the server answers on a few connections, against an endpoint of the same server that
 * takes the same body through the same filters on the same kind of thread and answers as many bytes.
 */
final class RequestRate implements Part {
    private static final int CONNECTIONS = 8;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 2_000;
    private static final String INPUT = "documented example, " + CONNECTIONS + " connections";
    private static final String BASELINE = "echo endpoint of the same server";

    private final Path folder;

    RequestRate(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "RequestRate";
    }

    @Override
    public void run(Table table) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder)) {
            SmallRequest estimate = SmallRequest.estimate();
            SmallRequest echo = SmallRequest.echo(answerBytes(server, estimate));
            List<Double> oursCost = new ArrayList<>();
            List<Double> echoCost = new ArrayList<>();
            double[] rates = Rounds.medians(
                    WARM_UPS, ROUNDS, () -> rate(server, estimate, oursCost), () -> rate(server, echo, echoCost));
            table.add(new Row(
                    "small estimate over HTTP",
                    INPUT,
                    rates[0],
                    Unit.PER_SECOND,
                    BASELINE,
                    rates[1],
                    Target.ratio(0.7)));
            table.add(new Row(
                    "processor time of the server for it",
                    INPUT,
                    afterWarmUp(oursCost),
                    Unit.MICROSECONDS,
                    BASELINE,
                    afterWarmUp(echoCost),
                    Target.NONE));
        }
    }

    private static int answerBytes(ServerProcess server, SmallRequest request) throws IOException {
        try (Connection connection = server.connect()) {
            connection.send(request.buffer());
            return connection.receive();
        }
    }

    private static double afterWarmUp(List<Double> costs) {
        return costs.subList(WARM_UPS, costs.size()).stream()
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Requests a second; adds the microseconds of processor time that one took. */
    private static double rate(ServerProcess server, SmallRequest request, List<Double> costs)
            throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long cpu = server.processorTime().toNanos();
            long begin = System.nanoTime();
            long end = begin + TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
            Callable<Long> client = () -> requestsUntil(server, request, end);
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(clients.submit(client));
            }
            long requests = 0;
            for (Future<Long> count : counts) {
                requests += Futures.get(count);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            costs.add((server.processorTime().toNanos() - cpu) / 1e3 / requests);
            return requests / seconds;
        } finally {
            clients.shutdown();
        }
    }

    private static long requestsUntil(ServerProcess server, SmallRequest request, long end) throws IOException {
        long requests = 0;
        ByteBuffer bytes = request.buffer();
        try (Connection connection = server.connect()) {
            while (System.nanoTime() < end) {
                connection.send(bytes.rewind());
                connection.receive();
                requests++;
            }
        }
        return requests;
    }
}
