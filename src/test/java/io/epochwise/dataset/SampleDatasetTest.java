package io.epochwise.dataset;

import io.epochwise.catalog.BuiltInCatalogTest;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDatasetTest {
    @Test
    void show() throws Exception {
        for (String f : List.of("samples/invoices-and-charts.jsonl", "samples/every-defect.jsonl")) {
            try (InputStream in = Files.newInputStream(Path.of(f))) {
                DatasetProfile p = new DatasetProfiler(BuiltInCatalogTest.builtIn(), ProfileLimits.DEFAULT)
                        .profile(in, List.of("openai/gpt-4o-2024-08-06"), LocalDate.of(2026, 11, 23), null);
                System.out.println(p.toString().replace("Finding[", "\nFinding["));
            }
        }
    }
}
