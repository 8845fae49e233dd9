package io.epochwise.catalog;

/**
 * One file of the catalog.
 *
 * @param name the file's name without folders: {@code openai.yaml}
 * @param text its content
 */
public record CatalogFile(String name, String text) {}
