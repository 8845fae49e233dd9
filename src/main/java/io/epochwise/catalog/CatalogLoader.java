package io.epochwise.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads catalog files into an immutable catalog, or fails naming file and line. */
public final class CatalogLoader {
    private CatalogLoader() {}

    /**
     * Reads a catalog.
     *
     * @param files the files; of two with the same name the later one stands, so that an operator's file replaces a
     *     built-in one
     * @throws CatalogException if a file breaks a rule: unknown key, missing source, overlapping intervals, …
     */
    public static Catalog load(Collection<CatalogFile> files) {
        Map<String, CatalogFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));

        Map<String, Offering> offerings = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        List<OfferingReader.OwnPrices> ownPrices = new ArrayList<>();
        for (CatalogFile file : byName.values()) {
            OfferingReader reader = new OfferingReader(file);
            for (OfferingReader.Read read : reader.offerings()) {
                offerings.put(read.offering().id(), read.offering());
                for (String name : read.names()) {
                    if (!names.add(name)) {
                        throw read.fault("the id or alias " + name + " is taken already");
                    }
                }
            }
            ownPrices.addAll(reader.ownPrices());
        }
        for (OfferingReader.OwnPrices own : ownPrices) {
            if (offerings.computeIfPresent(own.offering(), (id, offering) -> offering.withOwnPrices(own.prices()))
                    == null) {
                throw own.fault("no offering " + own.offering());
            }
        }
        return new Catalog(digest(byName.values()), offerings.values());
    }

    private static String digest(Collection<CatalogFile> files) {
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
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
