package io.epochwise.catalog;

import io.epochwise.fault.NearMatches;
import io.epochwise.fault.UnknownNameException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All offerings, immutable, with a version that changes whenever a fact does. */
public final class Catalog {
    private final String version;
    private final TreeMap<String, Offering> byId = new TreeMap<>();
    private final List<Offering> inOrder;
    private final TreeMap<String, String> idByAlias = new TreeMap<>();

    private final TreeMap<String, GpuType> gpus = new TreeMap<>();
    private final List<GpuPrice> gpuPrices;
    private final List<MemoryRule> memoryRules;
    private final TreeMap<String, Benchmark> benchmarks = new TreeMap<>();
    private final TreeMap<String, Harness> harnesses = new TreeMap<>();
    private final List<Agreement> agreements;
    private final int staleAfterDays;

    Catalog(
            String version,
            Collection<Offering> offerings,
            Collection<GpuType> gpuTypes,
            Collection<GpuPrice> gpuPrices,
            Collection<MemoryRule> memoryRules,
            Collection<Benchmark> benchmarks,
            Collection<Harness> harnesses,
            Collection<Agreement> agreements,
            int staleAfterDays) {
        this.version = version;
        gpuTypes.forEach(gpu -> gpus.put(gpu.id(), gpu));
        benchmarks.forEach(benchmark -> this.benchmarks.put(benchmark.id(), benchmark));
        harnesses.forEach(harness -> this.harnesses.put(harness.id(), harness));
        this.gpuPrices = List.copyOf(gpuPrices);
        this.memoryRules = List.copyOf(memoryRules);
        this.agreements = List.copyOf(agreements);
        this.staleAfterDays = staleAfterDays;
        for (Offering offering : offerings) {
            byId.put(offering.id(), offering);
            offering.aliases().forEach(alias -> idByAlias.put(alias, offering.id()));
        }
        inOrder = List.copyOf(byId.values());
    }

    /**
     * The catalog with further offerings, whose facts the version covers already.
     *
     * @throws IllegalArgumentException if an id or alias is taken
     */
    public Catalog with(Collection<Offering> more) {
        Set<String> names = new HashSet<>(byId.keySet());
        names.addAll(idByAlias.keySet());
        for (Offering offering : more) {
            Stream.concat(Stream.of(offering.id()), offering.aliases().stream())
                    .filter(name -> !names.add(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException("the id or alias " + name + " is taken already");
                    });
        }
        return new Catalog(
                version,
                Stream.concat(byId.values().stream(), more.stream()).toList(),
                gpus.values(),
                gpuPrices,
                memoryRules,
                benchmarks.values(),
                harnesses.values(),
                agreements,
                staleAfterDays);
    }

    /** Digest of all files the catalog rests on, {@code sha256:} and 64 hexadecimal digits. */
    public String version() {
        return version;
    }

    /** All offerings in order of their ids. */
    public List<Offering> offerings() {
        return inOrder;
    }

    /** The offering of that id or alias. */
    public Optional<Offering> find(String id) {
        return Optional.ofNullable(byId.get(idByAlias.getOrDefault(id, id)));
    }

    /**
     * The offering of that id or alias.
     *
     * @throws UnknownNameException naming near matches if there is none
     */
    public Offering require(String id) {
        return find(id).orElseThrow(() -> {
            TreeSet<String> names = new TreeSet<>(byId.keySet());
            names.addAll(idByAlias.keySet());
            return new UnknownNameException("offering", id, NearMatches.of(id, names));
        });
    }

    /** How many offerings each provider has, in order of the providers' names. */
    public Map<String, Integer> providers() {
        Map<String, Integer> counts = new TreeMap<>();
        byId.values().forEach(offering -> counts.merge(offering.provider(), 1, Integer::sum));
        return counts;
    }

    /** All kinds of GPUs in order of their ids. */
    public List<GpuType> gpuTypes() {
        return List.copyOf(gpus.values());
    }

    /** The kind of GPU of that id. */
    public Optional<GpuType> gpu(String id) {
        return Optional.ofNullable(gpus.get(id));
    }

    /** All benchmarks in order of their ids. */
    public List<Benchmark> benchmarks() {
        return List.copyOf(benchmarks.values());
    }

    /**
     * The benchmark of that id.
     *
     * @throws UnknownNameException naming near matches if there is none
     */
    public Benchmark requireBenchmark(String id) {
        return require("benchmark", id, benchmarks);
    }

    /** All harnesses in order of their ids. */
    public List<Harness> harnesses() {
        return List.copyOf(harnesses.values());
    }

    /**
     * The harness of that id.
     *
     * @throws UnknownNameException naming near matches if there is none
     */
    public Harness requireHarness(String id) {
        return require("harness", id, harnesses);
    }

    private static <T> T require(String kind, String id, Map<String, T> known) {
        T found = known.get(id);
        if (found == null) {
            throw new UnknownNameException(kind, id, NearMatches.of(id, known.keySet()));
        }
        return found;
    }

    /** After how many days a source is too old to be trusted with a price. */
    public int staleAfterDays() {
        return staleAfterDays;
    }

    /** Prices of GPUs by the hour, full history. */
    public List<GpuPrice> gpuPrices() {
        return gpuPrices;
    }

    /** What the operator agreed with a provider, full history; at most one is in force on a day. */
    public List<Agreement> agreements(String provider) {
        return agreements.stream()
                .filter(agreement -> agreement.provider().equals(provider))
                .toList();
    }

    /** Rules of thumb for the memory that tuning takes; of those for an adapter the usual one first. */
    public List<MemoryRule> memoryRules() {
        return memoryRules;
    }
}
