package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The planner's page as it is served. What it does is tested in a browser. */
@QuarkusTest
class PageTest {
    private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    private static Response get(String path) {
        return given().get(path).then().statusCode(200).extract().response();
    }

    private static List<String> linked() {
        List<String> paths = new ArrayList<>();
        Matcher matcher = LINKED.matcher(get("/").asString());
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        return paths;
    }

    @Test
    void thePageMayRunItsOwnScriptAndAskThisServiceAlone() {
        Response page = get("/");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.asString())
                .doesNotContain("<style", " style=", "javascript:")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContainPattern("https?://");
    }

    @Test
    void allThatItLinksIsServedAndSmall() throws IOException {
        List<String> paths = linked();
        assertThat(paths)
                .anyMatch(path -> path.endsWith(".js"))
                .anyMatch(path -> path.endsWith(".css"))
                .anyMatch(path -> path.endsWith(".svg"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (String path : paths) {
            String content = get(path).asString();
            if (path.startsWith("/q/")) {
                continue;
            }
            // A bundle names the namespace of SVG, and addresses in lit's messages; it loads nothing from anywhere.
            assertThat(content)
                    .doesNotContainPattern("(?:src|href)=[\"']https?:")
                    .doesNotContain("@import url");
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(packed.size()).isLessThan(300_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compareAlternatives.request.json",
                "compareAlternatives.chest-x-ray-reports.request.json",
                "compareAlternatives.ui-screenshots.request.json"
            })
    void itsWorkedCasesAreTheDocumentedExamples(String file) {
        assertThat(get("/cases/" + file).asString()).isEqualTo(Resources.text("openapi/examples/" + file));
    }

    @Test
    void answersAreNoPages() {
        assertThat(get("/v1/catalog").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(given().get("/none").header("Content-Type")).startsWith("application/problem+json");
    }
}
