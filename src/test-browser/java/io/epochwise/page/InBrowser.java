package io.epochwise.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of a page in a browser. Whatever it does, the page has to stay quiet: nothing in the console, no error, no request to
 * anybody but the service. Answers that a test expects to be refused are named by {@link #refused}.
 */
abstract class InBrowser {
    private static Playwright playwright;
    private static Browser browser;
    private static String axe;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();
    private boolean refused;

    @TestHTTPResource("/")
    URL root;

    @BeforeAll
    static void start() throws IOException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser")))
                        // Chromium's own walls need what a container or the administrator's account does not give it.
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        try (InputStream script = InBrowser.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void thePageStayedQuiet() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints).isEmpty();
    }

    /** Where the service is that has the page. */
    URI service() {
        return URI.create(root.toString());
    }

    /** From now on the console may tell of answers 400. */
    final void refused() {
        refused = true;
    }

    /** A new page with nothing kept of others. */
    final Page page(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setAcceptDownloads(true)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(20_000);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!(refused && message.text().contains("400"))) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getHost() != null && asked.getPort() != service().getPort()) {
                complaints.add("request: " + request.url());
            }
        });
        return page;
    }

    final Page page() {
        return page(1280, ColorScheme.LIGHT);
    }

    /** Does something and waits until the page has all answers that follow from it. */
    final void answered(Page page, Runnable act) {
        String before = settled(page);
        act.run();
        page.waitForFunction("before => (document.body?.dataset.settled ?? '') !== before", before);
    }

    private static String settled(Page page) {
        return (String) page.evaluate("document.body?.dataset.settled ?? ''");
    }

    final void open(Page page, String fragment) {
        answered(page, () -> page.navigate(root + fragment));
    }

    final void open(Page page) {
        open(page, "");
    }

    static Locator field(Page page, String path) {
        return page.locator("[name='" + path + "']");
    }

    static void openAll(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
    }

    /** What axe finds wrong, by all its rules. */
    static List<String> violations(Page page) {
        page.evaluate(axe);
        @SuppressWarnings("unchecked")
        List<String> found = (List<String>) page.evaluate("""
                async () => (await axe.run()).violations
                    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`))
                """);
        return found;
    }
}
