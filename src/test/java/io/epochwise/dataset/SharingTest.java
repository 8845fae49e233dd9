package io.epochwise.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** However the work on a file is shared, its profile is the same. */
class SharingTest {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);
    private static final List<Executor> EXECUTORS = List.of(THREADS, Runnable::run, task -> {
        throw new RejectedExecutionException();
    });

    private static final ExecutorService WAITING = Executors.newCachedThreadPool();
    /** Of one that waits on the spot the queue would be full for ever. */
    private static final List<Executor> READERS = List.of(WAITING, WAITING, task -> {
        throw new RejectedExecutionException();
    });

    @AfterAll
    static void stop() {
        THREADS.shutdown();
        WAITING.shutdown();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static DatasetProfiler profiler(Sharing sharing) {
        return new DatasetProfiler(Profiles.CATALOG, ProfileLimits.DEFAULT, sharing);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSharedFileHasTheProfileOfOneReadAlone(long seed) {
        Random random = new Random(seed);
        RandomLines lines = new RandomLines(seed);
        List<byte[]> some = lines.lines(40);
        some.add(random.nextInt(some.size()), lines.mutated(some.get(0)));
        some.addAll(random.nextInt(some.size()), some.subList(0, 5).stream().toList());
        byte[] file = RandomLines.file(some, random.nextBoolean());
        DatasetProfile alone = Profiles.of(file, Profiles.GPT_4O, Profiles.GPT_35);
        for (Executor executor : EXECUTORS) {
            Sharing sharing = new Sharing(
                    executor,
                    READERS.get(random.nextInt(READERS.size())),
                    1 + random.nextInt(5),
                    3 + random.nextInt(5000));
            assertThat(Profiles.by(profiler(sharing), new ByteArrayInputStream(file), Profiles.GPT_4O, Profiles.GPT_35))
                    .as("blocks of %d bytes, at most %d", sharing.blockBytes(), sharing.most())
                    .isEqualTo(alone);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereReadingFailsIsTheSameLine(long seed) {
        Random random = new Random(seed);
        byte[] file = RandomLines.file(new RandomLines(seed).lines(20), true);
        int end = random.nextInt(file.length);
        long lines = Profiles.of(file).lines();
        long alone = failed(Sharing.NONE, file, end);
        assertThat(alone).isBetween(1L, lines);
        for (Executor executor : EXECUTORS) {
            Sharing sharing = new Sharing(
                    executor,
                    READERS.get(random.nextInt(READERS.size())),
                    1 + random.nextInt(3),
                    3 + random.nextInt(2000));
            assertThat(failed(sharing, file, end)).isEqualTo(alone);
        }
    }

    private static long failed(Sharing sharing, byte[] file, int end) {
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == end) {
                    throw new IOException("gone");
                }
                return file[at++] & 0xFF;
            }

            /** As streams from the network do, unlike the method that this replaces. */
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };
        UnfinishedDatasetException fault =
                catchThrowableOfType(UnfinishedDatasetException.class, () -> profiler(sharing)
                        .profile(broken, List.of(), Profiles.DAY, null));
        assertThat(fault).hasRootCauseMessage("gone");
        return fault.line();
    }

    @Test
    void aReaderThatIsAheadWaits() {
        AtomicInteger unfinished = new AtomicInteger();
        AtomicInteger greatest = new AtomicInteger();
        Executor counted = task -> {
            greatest.accumulateAndGet(unfinished.incrementAndGet(), Math::max);
            THREADS.execute(() -> {
                task.run();
                unfinished.decrementAndGet();
            });
        };
        byte[] file = RandomLines.file(new RandomLines(1).lines(300), true);
        DatasetProfile shared =
                Profiles.by(profiler(new Sharing(counted, null, 4, 1000)), new ByteArrayInputStream(file));
        assertThat(shared).isEqualTo(Profiles.of(file));
        // A task is done a moment before it is told to be.
        assertThat(greatest.get()).isBetween(1, 4 + 3);
    }
}
