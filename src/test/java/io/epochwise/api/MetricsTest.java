package io.epochwise.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.PriceAge;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static io.epochwise.api.Contract.right;
import static io.epochwise.api.Contract.wrong;
import static org.assertj.core.api.Assertions.assertThat;

/** A question changes the metrics it should and no others, whatever becomes of it. */
@QuarkusTest
class MetricsTest {
    private static final String LINE =
            "{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"hello world\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n";
    private static final String PROFILE = "/v1/datasets/profile";

    @Inject
    Catalog catalog;

    @Test
    void aProfileCountsWhatIsInTheDataset() throws Exception {
        String dataset = LINE + "{\n" + LINE.replace("world", "there");
        assertThat(Metrics.changed("epochwise_", () -> profile(dataset)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "epochwise_datasets_total{outcome=\"profiled\"}", 1.0,
                        "epochwise_dataset_read_bytes_total", (double) dataset.length(),
                        "epochwise_dataset_examples_total{verdict=\"usable\"}", 2.0,
                        "epochwise_dataset_examples_total{verdict=\"invalid\"}", 1.0,
                        "epochwise_dataset_findings_total{code=\"TRUNCATED_JSON\",severity=\"error\"}", 1.0,
                        "epochwise_tokens_total{content=\"text\",of=\"dataset\"}", 8.0,
                        "epochwise_work_total{result=\"taken\",work=\"upload\"}", 1.0));
    }

    @Test
    void tokensOfADatasetAreThoseOfTheFirstOffering() throws Exception {
        byte[] sample = Files.readAllBytes(Path.of("samples/every-defect.jsonl"));
        String[] answer = new String[1];
        Map<String, Double> changed = Metrics.changed(
                "epochwise_",
                () -> answer[0] = right().contentType("application/octet-stream")
                        .queryParam("offering", "openai/gpt-4o-2024-08-06", "azure/gpt-4o-2024-08-06")
                        .body(sample)
                        .post(PROFILE)
                        .asString());
        JsonNode profile = new ObjectMapper().readTree(answer[0]);
        Map<String, Double> expected = new TreeMap<>();
        JsonNode first = profile.path("offerings").path(0);
        for (String content : List.of("text", "image", "overhead")) {
            expected.put(
                    "epochwise_tokens_total{content=\"" + content + "\",of=\"dataset\"}",
                    first.path(content + "Tokens").asDouble());
        }
        profile.findValues("findings")
                .forEach(findings -> findings.forEach(finding -> expected.merge(
                        "epochwise_dataset_findings_total{code=\""
                                + finding.path("code").asText() + "\",severity=\""
                                + finding.path("severity").asText() + "\"}",
                        finding.path("count").asDouble(),
                        Double::sum)));
        expected.put("epochwise_datasets_total{outcome=\"profiled\"}", 1.0);
        expected.put("epochwise_dataset_read_bytes_total", (double) sample.length);
        expected.put(
                "epochwise_dataset_examples_total{verdict=\"usable\"}",
                profile.path("examples").asDouble());
        expected.put(
                "epochwise_dataset_examples_total{verdict=\"invalid\"}",
                profile.path("invalidExamples").asDouble());
        expected.put(
                "epochwise_dataset_images_total", profile.at("/images/count").asDouble());
        expected.put("epochwise_work_total{result=\"taken\",work=\"upload\"}", 1.0);
        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(changed).isEqualTo(expected);
    }

    @Test
    void whatIsRefusedIsCountedAsSuch() throws Exception {
        assertThat(Metrics.changed("epochwise_", () -> wrong().contentType("application/jsonl")
                        .queryParam("offering", "no/such")
                        .body(LINE)
                        .post(PROFILE)
                        .then()
                        .statusCode(404)))
                .isEqualTo(Map.of(
                        "epochwise_datasets_total{outcome=\"refused\"}", 1.0,
                        "epochwise_work_total{result=\"taken\",work=\"upload\"}", 1.0));
        assertThat(Metrics.changed("epochwise_", () -> wrong().contentType("application/jsonl")
                        .header("Content-Encoding", "br")
                        .body(LINE)
                        .post(PROFILE)
                        .then()
                        .statusCode(415)))
                .isEqualTo(Map.of("epochwise_datasets_total{outcome=\"refused\"}", 1.0));
    }

    @Test
    void mergingCountsNothingAgain() throws Exception {
        String profile = profile(LINE);
        assertThat(Metrics.changed("epochwise_", () -> ask("/v1/datasets/profiles/merge", "[" + profile + "]")
                        .statusCode(200)))
                .isEmpty();
    }

    @Test
    void questionsForTokensAreCounted() throws Exception {
        assertThat(Metrics.changed("epochwise_", () -> ask(
                                "/v1/tokens/texts", "{\"encoding\":\"o200k_base\",\"texts\":[\"hello world\",\"a\"]}")
                        .statusCode(200)))
                .isEqualTo(Map.of("epochwise_tokens_total{content=\"text\",of=\"question\"}", 3.0));
        assertThat(Metrics.changed("epochwise_", () -> ask(
                                "/v1/tokens/images",
                                "{\"offering\":\"openai/gpt-4o-2024-08-06\",\"images\":[{\"width\":10,\"height\":10,\"detail\":\"low\"}]}")
                        .statusCode(200)))
                .isEqualTo(Map.of("epochwise_tokens_total{content=\"image\",of=\"question\"}", 85.0));
        assertThat(Metrics.changed("epochwise_", () -> ask(
                                "/v1/tokens/messages",
                                "{\"offering\":\"openai/gpt-4o-2024-08-06\",\"messages\":[{\"role\":\"user\",\"content\":\"hello world\"}]}")
                        .statusCode(200)))
                .isEqualTo(Map.of(
                        "epochwise_tokens_total{content=\"text\",of=\"question\"}", 2.0,
                        "epochwise_tokens_total{content=\"overhead\",of=\"question\"}", 7.0));
        assertThat(Metrics.changed("epochwise_", () -> askWrong("/v1/tokens/texts", "{\"texts\":[]}")
                        .statusCode(400)))
                .isEmpty();
    }

    @Test
    void aDecisionIsHeavyWork() throws Exception {
        String question = Files.readString(Path.of("samples/decisions/compare-2026-11-23.json"));
        assertThat(Metrics.changed(
                        "epochwise_", () -> ask("/v1/comparisons", question).statusCode(200)))
                .isEqualTo(Map.of("epochwise_work_total{result=\"taken\",work=\"decision\"}", 1.0));
    }

    @Test
    void timesAreToldByWhatWasAsked() throws Exception {
        String question =
                Files.readString(Path.of("src/main/resources/openapi/examples/estimateTraining.request.json"));
        Map<String, Double> changed =
                Metrics.changed("http_server_requests_seconds", () -> ask("/v1/estimates/training", question));
        String labels = "{method=\"POST\",outcome=\"SUCCESS\",status=\"200\",uri=\"/v1/estimates/training\"";
        assertThat(changed).containsEntry("http_server_requests_seconds_count" + labels + "}", 1.0);
        assertThat(changed).containsEntry("http_server_requests_seconds_bucket" + labels + ",le=\"60.0\"}", 1.0);
        assertThat(Metrics.read().keySet())
                .filteredOn(series -> series.startsWith("http_server_requests_seconds_bucket" + labels))
                .hasSize(12);
    }

    @Test
    void labelsHaveNothingAClientWrote() throws IOException {
        String secret = "Secret-Word";
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"" + secret + "\":1}")
                .queryParam("asOf", secret)
                .header("X-Request-Id", secret)
                .post("/v1/estimates/training");
        RestAssured.get("/v1/catalog/offerings/openai/" + secret);
        RestAssured.get("/" + secret);
        RestAssured.get("/v1/" + secret + "/x");
        RestAssured.delete("/v1/catalog/offerings/openai/" + secret);
        RestAssured.given().accept("text/html").get("/v1/catalog/offerings/openai/" + secret);
        RestAssured.request("SECRETWORD", "/v1/catalog");
        profile(LINE.replace("hello", secret));
        RestAssured.given()
                .contentType("application/jsonl")
                .queryParam("offering", secret)
                .post(PROFILE);
        assertThat(Metrics.text().toLowerCase(Locale.ROOT)).doesNotContain("secret");
        assertThat(uris()).contains("/unmatched").isSubsetOf(documentedPaths());
    }

    private static Set<String> uris() {
        Set<String> uris = new HashSet<>();
        Matcher uri = Pattern.compile("http_server_requests_seconds_count\\{.*uri=\"([^\"]*)\"")
                .matcher(Metrics.text());
        while (uri.find()) {
            uris.add(uri.group(1));
        }
        uris.removeIf(path -> path.startsWith("/test/"));
        return uris;
    }

    private static Set<String> documentedPaths() throws IOException {
        Set<String> paths = new HashSet<>(Set.of("/unmatched"));
        new ObjectMapper()
                .readTree(Contract.document())
                .path("paths")
                .fieldNames()
                .forEachRemaining(paths::add);
        return paths;
    }

    @Test
    void pricesAgeWithTheDays() {
        LocalDate day = LocalDate.parse("2027-06-30");
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC), Clock.class);
        Map<String, Double> series = Metrics.read();
        List<PriceAge> ages = PriceAge.of(catalog, day);
        assertThat(ages).hasSizeGreaterThan(15);
        for (PriceAge age : ages) {
            String provider = "provider=\"" + age.provider() + "\"}";
            assertThat(series).containsEntry("epochwise_catalog_stale_prices{" + provider, (double) age.stale());
            if (age.oldest() != null) {
                assertThat(series)
                        .containsEntry(
                                "epochwise_catalog_price_age_seconds{price=\"oldest\"," + provider,
                                (day.toEpochDay() - age.oldest().toEpochDay()) * 86_400.0)
                        .containsEntry(
                                "epochwise_catalog_price_age_seconds{price=\"newest\"," + provider,
                                (day.toEpochDay() - age.newest().toEpochDay()) * 86_400.0);
            }
        }
        assertThat(series).containsEntry("epochwise_catalog_version{version=\"" + catalog.version() + "\"}", 1.0);
    }

    private static String profile(String dataset) {
        return right().contentType("application/jsonl")
                .body(dataset)
                .post(PROFILE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
