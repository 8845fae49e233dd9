package io.epochwise.dataset;

import io.epochwise.catalog.BuiltInCatalogTest;
import io.epochwise.catalog.Catalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Profiles of small files by the built-in catalog, on one day. */
final class Profiles {
    static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final String GPT_4O = "openai/gpt-4o-2024-08-06";
    /** Patches in place of tiles, and sources that differ. */
    static final String GPT_41_MINI = "openai/gpt-4.1-mini-2025-04-14";
    /** Another encoding, no images. */
    static final String GPT_35 = "openai/gpt-3.5-turbo";

    static final DatasetProfiler PROFILER = new DatasetProfiler(CATALOG, ProfileLimits.DEFAULT, Sharing.NONE);

    private Profiles() {}

    static DatasetProfile of(byte[] file, String... offerings) {
        return of(new ByteArrayInputStream(file), offerings);
    }

    static DatasetProfile of(InputStream in, String... offerings) {
        return by(PROFILER, in, offerings);
    }

    static DatasetProfile by(DatasetProfiler profiler, InputStream in, String... offerings) {
        try {
            return profiler.profile(in, List.of(offerings), DAY, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What GPT-4o makes of the lines. */
    static DatasetProfile.OfferingProfile gpt4o(String... lines) {
        return of(Lines.file(lines), GPT_4O).offerings().get(0);
    }

    static Optional<Finding> find(List<Finding> findings, FindingCode code) {
        return findings.stream().filter(finding -> finding.code() == code).findFirst();
    }

    /** The codes of the findings on lines; those on the whole file left out. */
    static TreeSet<String> codes(List<Finding> findings) {
        TreeSet<String> codes = new TreeSet<>();
        findings.stream()
                .filter(finding -> !finding.code().concernsWholeFile())
                .forEach(finding -> codes.add(finding.code().name()));
        return codes;
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("samples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
