package io.epochwise.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads catalog files into an immutable catalog, or fails naming file and line. */
public final class CatalogLoader {
    private CatalogLoader() {}

    /** Reads a catalog that rests on no other files and in which no price is too old. */
    public static Catalog load(Collection<CatalogFile> files) {
        return load(files, List.of(), Integer.MAX_VALUE);
    }

    /**
     * Reads a catalog.
     *
     * @param files the files; of two with the same name the later one stands, so that an operator's file replaces a
     *     built-in one
     * @param others files that are not read here but change what the catalog answers, such as price lists: the version
     *     covers them
     * @param staleAfterDays after how many days a source is too old to be trusted with a price; it is part of the catalog's
     *     version, since answers depend on it
     * @throws CatalogException if a file breaks a rule: unknown key, missing source, overlapping intervals, …
     */
    public static Catalog load(Collection<CatalogFile> files, Collection<CatalogFile> others, int staleAfterDays) {
        Map<String, CatalogFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));

        List<OfferingReader> readers =
                byName.values().stream().map(OfferingReader::new).toList();
        Map<String, Offering> offerings = new LinkedHashMap<>();
        Map<String, String> idByName = new HashMap<>();
        for (OfferingReader reader : readers) {
            for (OfferingReader.Read read : reader.offerings()) {
                Offering offering = read.offering();
                offerings.put(offering.id(), offering);
                for (String name : read.names()) {
                    if (idByName.put(name, offering.id()) != null) {
                        throw read.fault("the id or alias " + name + " is taken already");
                    }
                }
            }
        }
        for (OfferingReader reader : readers) {
            for (OfferingReader.OwnPrices own : reader.ownPrices(name -> offerings.get(idByName.get(name)))) {
                Offering offering = offerings.get(own.offering().id());
                if (!offering.ownPrices().isEmpty()) {
                    throw own.fault(offering.id() + " has own prices already");
                }
                offerings.put(offering.id(), offering.withOwnPrices(own.prices()));
            }
        }
        Map<String, GpuType> gpus = new LinkedHashMap<>();
        for (OfferingReader reader : readers) {
            for (OfferingReader.ReadGpu read : reader.gpuTypes()) {
                if (gpus.put(read.gpu().id(), read.gpu()) != null) {
                    throw read.entry().fault("the id " + read.gpu().id() + " is taken already");
                }
            }
            reader.offerings().forEach(read -> checkReplacements(read, idByName.keySet()));
        }
        for (OfferingReader reader : readers) {
            reader.offerings().forEach(read -> checkGpus(read, gpus.keySet()));
        }
        List<GpuPrice> gpuPrices = readers.stream()
                .flatMap(reader -> reader.gpuPrices(gpus.keySet()).stream())
                .toList();
        List<MemoryRule> memoryRules = readers.stream()
                .flatMap(reader -> reader.memoryRules().stream())
                .toList();
        Map<String, Benchmark> benchmarks = benchmarks(readers);
        List<CatalogFile> all = new ArrayList<>(byName.values());
        others.stream().sorted(Comparator.comparing(CatalogFile::name)).forEach(all::add);
        return new Catalog(
                digest(all, staleAfterDays),
                offerings.values(),
                gpus.values(),
                gpuPrices,
                memoryRules,
                benchmarks.values(),
                harnesses(readers, benchmarks.keySet()).values(),
                agreements(readers),
                staleAfterDays);
    }

    /** Of a provider only one is in force on a day, whichever file it is in. */
    private static List<Agreement> agreements(List<OfferingReader> readers) {
        List<Agreement> all = new ArrayList<>();
        for (OfferingReader reader : readers) {
            for (Agreement agreement : reader.agreements()) {
                if (all.stream()
                        .anyMatch(
                                other -> other.provider().equals(agreement.provider()) && other.overlaps(agreement))) {
                    throw reader.fault(
                            "agreements: " + agreement.provider() + " has one for the same dates in another file");
                }
                all.add(agreement);
            }
        }
        return all;
    }

    private static void checkGpus(OfferingReader.Read read, Set<String> gpus) {
        for (ServingThroughput row : read.offering().servingThroughput()) {
            if (!gpus.contains(row.gpu())) {
                throw read.fault("servingThroughput: there is no GPU " + row.gpu());
            }
        }
    }

    private static Map<String, Benchmark> benchmarks(List<OfferingReader> readers) {
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        for (OfferingReader reader : readers) {
            for (OfferingReader.ReadBenchmark read : reader.benchmarks()) {
                if (benchmarks.put(read.benchmark().id(), read.benchmark()) != null) {
                    throw read.entry().fault("the id " + read.benchmark().id() + " is taken already");
                }
            }
        }
        return benchmarks;
    }

    /** @param benchmarks ids of all benchmarks, which a harness of any file may have */
    private static Map<String, Harness> harnesses(List<OfferingReader> readers, Set<String> benchmarks) {
        Map<String, Harness> harnesses = new LinkedHashMap<>();
        for (OfferingReader reader : readers) {
            for (OfferingReader.ReadHarness read : reader.harnesses()) {
                if (harnesses.put(read.harness().id(), read.harness()) != null) {
                    throw read.entry().fault("the id " + read.harness().id() + " is taken already");
                }
                for (String benchmark : read.harness().benchmarks()) {
                    if (!benchmarks.contains(benchmark)) {
                        throw read.entry().fault("benchmarks", "there is no benchmark " + benchmark);
                    }
                }
            }
        }
        for (OfferingReader reader : readers) {
            for (OfferingReader.ReadBenchmark read : reader.benchmarks()) {
                for (BenchmarkScore score : read.benchmark().scores()) {
                    if (!harnesses.containsKey(score.harness())) {
                        throw read.entry().fault("scores", "there is no harness " + score.harness());
                    }
                }
            }
        }
        return harnesses;
    }

    /** Within a provider only: a file of another provider may have been replaced by the operator. */
    private static void checkReplacements(OfferingReader.Read read, Set<String> names) {
        for (LifeCycleEvent event : read.offering().lifeCycle()) {
            for (String replacement : event.replacements()) {
                boolean own = replacement.startsWith(read.offering().provider() + "/");
                if (own && !names.contains(replacement)) {
                    throw read.fault("the replacement " + replacement + " is no offering");
                }
            }
        }
    }

    private static String digest(Collection<CatalogFile> files, int staleAfterDays) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (CatalogFile file : files) {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(file.text().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update(Integer.toString(staleAfterDays).getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
