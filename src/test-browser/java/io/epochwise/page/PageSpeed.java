package io.epochwise.page;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures the planner's page and prints what came out; it asserts nothing, and runs only when it is asked for:
 *
 * <pre>mvn -Pbrowser test -Dtest=PageSpeed [-Dpage.url=http://localhost:8080/]</pre>
 *
 * <p>The baseline of a recalculation is the bare question in the same browser: fetching the comparison and parsing it, with
 * nothing drawn. A run on the service as built, by its address, is the one to quote.
 */
@QuarkusTest
class PageSpeed extends InBrowser {
    private static final int CHANGES = 200;
    private static final int WARM_UP = 100;

    @Override
    URI service() {
        return URI.create(System.getProperty("page.url", root.toString()));
    }

    @Test
    void measure() {
        Page first = page();
        List<Long> bytes = new ArrayList<>();
        first.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes.add((long) sizes.responseBodySize + sizes.responseHeadersSize);
        });
        answered(first, () -> first.navigate(service().toString()));
        first.waitForFunction("() => document.querySelectorAll('#offerings option').length > 0");
        System.out.printf(
                "first visit: first content %.0f ms, largest content %.0f ms, layout shift %.3f, %d requests, %,d bytes%n",
                number(first, "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                number(first, """
                        () => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
                            .observe({type: 'largest-contentful-paint', buffered: true}))"""),
                number(first, """
                        () => new Promise(done => { let sum = 0;
                            new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value))
                                .observe({type: 'layout-shift', buffered: true});
                            setTimeout(() => done(sum), 200); })"""),
                bytes.size(),
                bytes.stream().mapToLong(Long::longValue).sum());

        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String requests = String.valueOf(60_000 + i);
            first.evaluate("() => performance.clearMeasures()");
            answered(first, () -> field(first, "workload.requestsPerMonth").fill(requests));
            if (i >= WARM_UP) {
                drawn.add(number(first, "() => performance.getEntriesByName('epochwise:recalculated')[0].duration"));
            }
        }
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < CHANGES - WARM_UP; i++) {
            bare.add(((Number) first.evaluate("""
                            async change => {
                              const question = await (await fetch('/cases/compareAlternatives.request.json')).json();
                              question.workload.requestsPerMonth += change;
                              const start = performance.now();
                              await (await fetch('/v1/comparisons', {method: 'POST', body: JSON.stringify(question),
                                  headers: {'Content-Type': 'application/json'}})).json();
                              return performance.now() - start;
                            }""", i)).doubleValue());
        }
        System.out.printf(
                "recalculated chart: median %.1f ms, p95 %.1f ms; the bare question: median %.1f ms, p95 %.1f ms; ratio %.2f%n",
                percentile(drawn, 50),
                percentile(drawn, 95),
                percentile(bare, 50),
                percentile(bare, 95),
                percentile(drawn, 50) / percentile(bare, 50));
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression, Map.of())).doubleValue();
    }

    private static double percentile(List<Double> values, int part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * part / 100));
    }
}
