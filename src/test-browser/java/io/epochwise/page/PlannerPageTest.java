package io.epochwise.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a planner does with the page. */
@QuarkusTest
class PlannerPageTest extends InBrowser {
    private static final Path SAMPLE = Path.of("samples", "invoices-and-charts.jsonl");
    private static final List<String> CASES =
            List.of("Pages of invoices", "Chest X-ray reports", "Screenshots of user interfaces");

    private static Locator sentence(Page page) {
        return page.locator(".sentence").first();
    }

    private static Locator panel(Page page, String heading) {
        return page.locator("section.panel")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING)
                                .filter(new Locator.FilterOptions().setHasText(heading))));
    }

    private static Locator button(Page page, String name) {
        return page.locator("button").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void type(Page page, String path, String value) {
        answered(page, () -> field(page, path).fill(value));
    }

    /** The comparison as the service answers it to the question that a case is. */
    private static JsonPath answer(String file) {
        String question =
                given().get("/cases/" + file).then().statusCode(200).extract().asString();
        return given().contentType("application/json")
                .body(question)
                .post("/v1/comparisons")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "Pages of invoices, compareAlternatives.request.json",
        "Chest X-ray reports, compareAlternatives.chest-x-ray-reports.request.json",
        "Screenshots of user interfaces, compareAlternatives.ui-screenshots.request.json"
    })
    void aWorkedCaseIsAnsweredAsTheServiceAnswersIt(String name, String file) {
        Page page = page();
        open(page);
        answered(page, () -> button(page, name).click());
        JsonPath expected = answer(file);
        assertThat(sentence(page)).hasText(expected.getString("answer"));
        Locator rows = panel(page, "What each costs").locator("tbody tr:has(button)");
        assertThat(rows).hasCount(expected.getList("ranked").size());
        for (int i = 0; i < expected.getList("ranked").size(); i++) {
            assertThat(rows.nth(i)).containsText(expected.getString("ranked[" + i + "].id"));
        }
        assertThat(panel(page, "What each costs").locator("path.line"))
                .hasCount(expected.getList("ranked").size());
        assertThat(panel(page, "Does tuning pay back?").locator("p").first()).containsText("month");
        assertThat(panel(page, "Line by line").locator("tfoot").first()).not().containsText("unpriced");
        assertThat(panel(page, "What would save most").locator("li").first()).containsText("Saves");
        assertThat(panel(page, "Where you may").locator("tbody tr").first()).containsText("create a training job");
    }

    @Test
    void eachAmountOpensItsFormulaAndSource() {
        Page page = page();
        open(page);
        Locator line =
                panel(page, "Line by line").locator("button[aria-expanded]").first();
        Locator how = panel(page, "Line by line").locator("tr.how").first();
        assertThat(how).isHidden();
        line.click();
        assertThat(how).isVisible();
        assertThat(how).containsText("Formula");
        assertThat(how).containsText("1000000");
        assertThat(how).containsText("Grade");
        assertThat(how.locator("a").first()).hasAttribute("rel", "noopener noreferrer");
        line.click();
        assertThat(how).isHidden();
    }

    @Test
    void theBreakEvenIsMarkedWhereItIsInTheAnswer() {
        Page page = page();
        open(page);
        answered(page, () -> field(page, "asOf").fill("2024-11-01"));
        answered(page, () -> field(page, "organization.hasFineTuned").selectOption("yes"));
        // The newer model did not exist, so it is taken out.
        openAll(page);
        answered(page, () -> button(page, "Remove it").nth(3).click());
        assertThat(page.locator(".break-even text")).containsText("break-even in month");
        String month = page.locator(".break-even text").textContent().replaceAll("\\D", "");
        assertThat(page.locator(".second")).containsText("By the end of month " + month);
    }

    @Test
    void aLeverIsAppliedAndTakenBack() {
        Page page = page();
        open(page);
        answered(page, () -> button(page, "gpt-4o tuned at Azure").last().click());
        Locator levers = panel(page, "What would save most");
        assertThat(levers).containsText("gpt-4o tuned at Azure");
        String before = page.locator("tr:has-text('azure/gpt-4o') td").first().textContent();
        String told = levers.locator(".sub").first().textContent().replaceAll("(?s)^\\D*([0-9,]+\\.\\d+).*", "$1");
        answered(page, () -> levers.locator("button").first().click());
        Locator applied = page.locator(".applied");
        assertThat(applied).containsText(told + " less");
        assertThat(page.locator("tr:has-text('azure/gpt-4o') td").first()).not().hasText(before);
        answered(page, () -> applied.locator("button").click());
        assertThat(applied).hasCount(0);
        assertThat(page.locator("tr:has-text('azure/gpt-4o') td").first()).hasText(before);
    }

    @Test
    void aFileIsCountedAndShown() {
        Page page = page();
        open(page);
        answered(page, () -> page.locator("#file").setInputFiles(SAMPLE));
        Locator profile = panel(page, "Your file");
        assertThat(profile).containsText("16 examples; 20 images");
        assertThat(profile.locator("rect.bin").first()).isVisible();
        assertThat(profile).containsText("UNRESOLVED_IMAGE");
        assertThat(profile).containsText("openai/gpt-4o-2024-08-06");
        assertThat(page.locator(".drop + p")).containsText("16 examples");
        openAll(page);
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void anUploadTellsItsProgressAndCanBeCanceled(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.jsonl");
        byte[] line = ("{\"messages\":[{\"role\":\"user\",\"content\":\"" + "What does this page say? ".repeat(400)
                        + "\"},{\"role\":\"assistant\",\"content\":\"Nothing.\"}]}\n")
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(large)) {
            for (int i = 0; i < 4_000; i++) {
                out.write(line);
            }
        }
        Page page = page();
        open(page);
        // Slow enough to be seen, as over an office's line.
        page.context().newCDPSession(page).send("Network.enable");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 1);
        slow.addProperty("downloadThroughput", 10_000_000);
        slow.addProperty("uploadThroughput", 4_000_000);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", slow);
        page.locator("#file").setInputFiles(large);
        Locator sending = page.locator(".sending");
        assertThat(sending).containsText("of large.jsonl");
        page.waitForFunction("() => (document.querySelector('.sending progress')?.value ?? 0) > 0.05");
        sending.locator("button").click();
        assertThat(sending).hasCount(0);
        assertThat(panel(page, "Your file")).hasCount(0);
        assertThat(page.locator(".drop .fault")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing.jsonl, '', None of the 0 lines",
        "broken.jsonl, '{\"messages\": [', None of the 1 lines",
        "picture.jsonl, 'JFIF', line 1"
    })
    void aFileWithNoExampleSaysWhy(String name, String content, String told, @TempDir Path folder) throws IOException {
        Page page = page();
        open(page);
        page.locator("#file").setInputFiles(Files.writeString(folder.resolve(name), content));
        assertThat(page.locator(".drop .fault")).containsText(told);
        assertThat(panel(page, "Your file")).hasCount(0);
        assertThat(field(page, "dataset.examples")).hasValue("3000");
    }

    @Test
    void aSharedLinkShowsTheSameToAnother() {
        Page mine = page();
        open(mine);
        answered(mine, () -> button(mine, "Chest X-ray").click());
        type(mine, "workload.requestsPerMonth", "9000 / 12000 / 20000");
        type(mine, "budget", "5000");
        String told = sentence(mine).textContent();
        mine.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Copy link"))
                .click();
        assertThat(button(mine, "Link copied")).isVisible();
        String link = (String) mine.evaluate("navigator.clipboard.readText()");
        assertThat(link).startsWith(root + "#s=");
        Page theirs = page();
        answered(theirs, () -> theirs.navigate(link));
        assertThat(sentence(theirs)).hasText(told);
        assertThat(field(theirs, "workload.requestsPerMonth")).hasValue("9000 / 12000 / 20000");
        assertThat(panel(theirs, "What 5,000.00 USD pay for")).isVisible();
    }

    @Test
    void aSavedQuestionIsOpened(@TempDir Path folder) throws IOException {
        Page page = page();
        open(page);
        answered(page, () -> button(page, "Screenshots of").click());
        type(page, "workload.requestsPerMonth", "70000");
        String told = sentence(page).textContent();
        Path saved = folder.resolve("saved.json");
        page.waitForDownload(() -> button(page, "Save the question").click()).saveAs(saved);
        answered(page, () -> button(page, "Pages of invoices").click());
        assertThat(sentence(page)).not().hasText(told);
        answered(page, () -> page.locator("#question").setInputFiles(saved));
        assertThat(sentence(page)).hasText(told);
        page.locator("#question").setInputFiles(SAMPLE);
        assertThat(page.locator(".saved .fault")).containsText("invoices-and-charts.jsonl is no question");
        assertThat(sentence(page)).hasText(told);
    }

    @Test
    void aLinkThatCannotBeReadOpensTheFirstCase() {
        Page page = page();
        open(page, "#s=AAAA");
        assertThat(sentence(page))
                .hasText(answer("compareAlternatives.request.json").getString("answer"));
    }

    @Test
    void whatIsTypedWrongIsSaidWhereItIsTyped() {
        Page page = page();
        open(page);
        String before = sentence(page).textContent();
        field(page, "workload.requestsPerMonth").fill("many");
        Locator fault = page.locator(".field:has([name='workload.requestsPerMonth']) .fault");
        assertThat(fault).containsText("Type a number");
        assertThat(field(page, "workload.requestsPerMonth")).hasAttribute("aria-invalid", "true");
        assertThat(sentence(page)).hasText(before);
        type(page, "workload.requestsPerMonth", "60,000");
        assertThat(fault).hasCount(0);
        refused();
        type(page, "months", "500");
        assertThat(page.locator(".field:has([name='months']) .fault")).containsText("120");
        assertThat(page.locator("[role=alert]").first()).containsText("months");
        assertThat(violations(page)).isEmpty();
        type(page, "months", "12");
        assertThat(sentence(page)).hasText(before);
    }

    @Test
    void whatAllShareIsChangedForAll() {
        Page page = page();
        open(page);
        type(page, "workload.requestsPerMonth", "120000");
        page.waitForTimeout(400);
        String question = (String) page.evaluate("""
                async () => {
                  const bytes = Uint8Array.from(atob(location.hash.slice(3).replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
                  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
                  return new Response(stream).text();
                }
                """);
        JsonPath scenario = JsonPath.from(question);
        assertThat(scenario.getInt("question.workload.requestsPerMonth")).isEqualTo(120_000);
        assertThat(scenario.getList("question.alternatives.findAll { it.workload }.workload.requestsPerMonth"))
                .isNotEmpty()
                .allMatch(Integer.valueOf(120_000)::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv", "json", "focus", "ubl", "cxml", "oci"})
    void everyDocumentIsSaved(String format) throws IOException {
        Page page = page();
        open(page);
        Download saved = page.waitForDownload(
                () -> page.locator("[data-format=" + format + "]").click());
        assertThat(saved.suggestedFilename()).contains(".");
        assertThat(Files.size(saved.path())).isGreaterThan(500);
    }

    @Test
    void thePrintedPageHasTheAnswerAndNoControls() {
        Page page = page();
        open(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(sentence(page)).isVisible();
        assertThat(page.locator("#scenario")).isHidden();
        assertThat(panel(page, "What was asked")).containsText("60000 a month, for 12 months");
        assertThat(panel(page, "What was asked")).containsText("1275 x 1650 pixels, detail high");
        assertThat(panel(page, "Take it along")).isHidden();
        assertThat(page.locator("tr.how").first()).isVisible();
        assertThat(page.locator("svg.chart").first()).isVisible();
        byte[] pdf = page.pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void theKeyboardIsEnough() {
        Page page = page();
        open(page);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#answer")).isFocused();
        page.locator(".skip").focus();
        tabTo(page, "button:has-text('Chest X-ray')");
        answered(page, () -> page.keyboard().press("Space"));
        assertThat(sentence(page)).containsText("Qwen2.5-VL tuned in house");
        tabTo(page, "[name='workload.requestsPerMonth']");
        page.keyboard().press("Control+A");
        answered(page, () -> page.keyboard().insertText("5000"));
        tabTo(page, "#answer tr button[aria-expanded]");
        page.keyboard().press("Enter");
        assertThat(page.locator("tr.how.open").first()).isVisible();
        tabTo(page, "button:has-text('Copy link')");
        page.keyboard().press("Enter");
        assertThat(button(page, "Link copied")).isVisible();
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate(
                            "selector => document.activeElement.matches(selector)",
                            selector.replaceAll(":has-text\\('(.*)'\\)", ""))
                    && page.locator(selector).and(page.locator(":focus")).count() == 1) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "768, LIGHT", "1280, LIGHT", "1280, DARK", "1920, DARK"})
    void everyoneCanReadIt(int width, ColorScheme scheme) {
        Page page = page(width, scheme);
        open(page);
        for (String name : CASES) {
            answered(page, () -> button(page, name).click());
            assertThat(violations(page)).as(name).isEmpty();
            openAll(page);
            page.locator("tr button[aria-expanded]").first().click();
            assertThat(violations(page)).as("%s, all open", name).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("%s is as wide as the window", name)
                    .isEqualTo(0);
        }
        assertThat(sentence(page)).isVisible();
    }
}
