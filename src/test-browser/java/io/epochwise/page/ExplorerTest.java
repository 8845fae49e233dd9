package io.epochwise.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What an engineer does with the explorer. */
@QuarkusTest
class ExplorerTest extends InBrowser {
    private static final Path SAMPLE = Path.of("samples", "invoices-and-charts.jsonl");

    private Page explorer() {
        Page page = page();
        page.navigate(root + "q/swagger-ui/");
        page.locator(".opblock").first().waitFor();
        return page;
    }

    private static JsonPath document() {
        return given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Locator opened(Page page, String operation) {
        Locator block = page.locator("[id$='-" + operation + "'].opblock");
        block.locator(".opblock-summary-control").click();
        block.locator(".try-out__btn").click();
        return block;
    }

    /** Sends what is filled in, and gives the status that is shown. */
    private static String executed(Locator block) {
        block.locator(".execute").click();
        Locator status = block.locator(".live-responses-table .response .response-col_status")
                .first();
        status.waitFor();
        return status.textContent().trim().substring(0, 3);
    }

    @Test
    void everyOperationRunsAsItIsShown() {
        Page page = explorer();
        List<String> operations = new ArrayList<>();
        for (Map<String, Map<String, Object>> path : document()
                .<Map<String, Map<String, Map<String, Object>>>>get("paths")
                .values()) {
            path.values().forEach(operation -> operations.add((String) operation.get("operationId")));
        }
        assertThat(operations).hasSizeGreaterThan(20);
        for (String operation : operations) {
            Locator block = opened(page, operation);
            assertThat(executed(block)).as(operation).startsWith("2");
            block.locator(".opblock-summary-control").click();
        }
    }

    @Test
    void tagsAndOperationsStandInTheOrderOfTheDocument() {
        Page page = explorer();
        assertThat(page.locator(".opblock-tag").allTextContents())
                .hasSize(document().getList("tags").size());
        assertThat(page.locator(".opblock-tag a.nostyle").allTextContents())
                .isEqualTo(document().getList("tags.name"));
    }

    @Test
    void aFileIsUploadedFromThePage() {
        Page page = explorer();
        Locator block = opened(page, "profileDataset");
        block.locator(".opblock-section-request-body select.content-type").selectOption("application/octet-stream");
        block.locator("input[type=file]").setInputFiles(SAMPLE);
        assertThat(executed(block)).isEqualTo("200");
        assertThat(block.locator(".live-responses-table .response .response-col_description")
                        .first())
                .containsText("\"examples\": 16");
    }

    @Test
    void aWrongQuestionIsToldByField() {
        refused();
        Page page = explorer();
        Locator block = opened(page, "estimateTraining");
        Locator body = block.locator("textarea.body-param__text");
        body.fill(body.inputValue().replaceFirst("\"offering\"", "\"offring\""));
        assertThat(executed(block)).isEqualTo("400");
        assertThat(block.locator(".live-responses-table .response .response-col_description")
                        .first())
                .containsText("offring");
    }
}
