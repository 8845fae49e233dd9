package io.epochwise.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.right;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/operations.md, the dashboard and the alerts name what is there, and all of it. */
@QuarkusTest
class OperationsPageTest {
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final Path DASHBOARD = Path.of("src/main/grafana/epochwise.json");
    private static final Path ALERTS = Path.of("src/main/kubernetes/monitoring/alerts.yaml");
    private static final Pattern SELECTOR = Pattern.compile("\\b([a-z]+(?:_[a-z]+){2,})\\b(?:\\{([^}]*)})?");

    @BeforeEach
    void someIsAsked() throws IOException {
        right().contentType("application/octet-stream")
                .body(Files.readAllBytes(Path.of("samples/every-defect.jsonl")))
                .post("/v1/datasets/profile")
                .then()
                .statusCode(200);
        ask("/v1/tokens/texts", "{\"encoding\":\"o200k_base\",\"texts\":[\"a\"]}")
                .statusCode(200);
    }

    /** Metrics with their labels, as the service has them; a histogram goes by its own name too. */
    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        Metrics.read().keySet().forEach(series -> {
            Matcher parts = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)})?").matcher(series);
            assertThat(parts.matches()).isTrue();
            Set<String> names = labels.computeIfAbsent(parts.group(1), name -> new TreeSet<>());
            if (parts.group(2) != null) {
                Pattern.compile("([a-z_]+)=\"")
                        .matcher(parts.group(2))
                        .results()
                        .forEach(label -> names.add(label.group(1)));
            }
        });
        labels.put("http_server_requests_seconds", labels.get("http_server_requests_seconds_count"));
        return labels;
    }

    private static List<String[]> rows(String start) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `" + start))
                .map(line -> line.substring(1, line.length() - 1).split("\\|"))
                .toList();
    }

    private static String plain(String cell) {
        return cell.strip().replace("`", "");
    }

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.epochwise")) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                String prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
                for (Method setting : type.reflect().getDeclaredMethods()) {
                    WithDefault value = setting.getAnnotation(WithDefault.class);
                    if (!setting.isDefault() && !setting.isSynthetic()) {
                        settings.put(
                                prefix + "."
                                        + setting.getName()
                                                .replaceAll("([A-Z])", "-$1")
                                                .toLowerCase(Locale.ROOT),
                                value == null ? "none" : value.value());
                    }
                }
            }
        }
        assertThat(settings).hasSizeGreaterThan(10);
        assertThat(rows("epochwise.").stream().collect(Collectors.toMap(row -> plain(row[0]), row -> plain(row[1]))))
                .isEqualTo(settings);
    }

    @Test
    void everyMetricIsListedWithItsLabels() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (String start : List.of("epochwise_", "http_")) {
            for (String[] row : rows(start)) {
                listed.put(
                        plain(row[0]),
                        row[2].isBlank()
                                ? Set.of()
                                : new TreeSet<>(List.of(plain(row[2]).split(", "))));
            }
        }
        Map<String, Set<String>> there = labels();
        there.keySet().removeIf(name -> !name.startsWith("epochwise_") && !name.equals("http_server_requests_seconds"));
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void everyMetricOfOursHasADescription() {
        String text = Metrics.text();
        assertThat(Pattern.compile("(?m)^# HELP (epochwise_\\S+) (.*)$")
                        .matcher(text)
                        .results())
                .hasSizeGreaterThan(10)
                .allSatisfy(help -> assertThat(help.group(2)).as(help.group(1)).isNotBlank());
    }

    @Test
    void theDashboardShowsWhatIsThere() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        List<String> questions = dashboard.findValuesAsText("expr");
        assertThat(questions).hasSizeGreaterThan(12);
        assertKnown(questions);
        assertKnown(dashboard.findValuesAsText("definition"));
        assertThat(dashboard.path("panels").findValues("id").stream().distinct())
                .hasSameSizeAs(dashboard.path("panels"));
    }

    @Test
    void alertsAreAboutWhatIsThere() throws IOException {
        List<String> questions = new ObjectMapper()
                .<JsonNode>valueToTree(new Yaml().load(Files.readString(ALERTS)))
                .findValuesAsText("expr");
        assertThat(questions).hasSizeGreaterThan(5);
        assertKnown(questions);
    }

    /** The metrics and labels of questions in PromQL are those of the service, beside what a scrape adds. */
    private static void assertKnown(List<String> questions) {
        Map<String, Set<String>> there = labels();
        for (String question : questions) {
            Matcher selector = SELECTOR.matcher(question);
            int metrics = 0;
            while (selector.find()) {
                metrics++;
                assertThat(there).as(question).containsKey(selector.group(1));
                if (selector.group(2) != null) {
                    Set<String> known = new TreeSet<>(there.get(selector.group(1)));
                    known.addAll(Set.of("job", "pod"));
                    assertThat(Pattern.compile("([a-z_]+)(?:=~|!=|!~|=)\"")
                                    .matcher(selector.group(2))
                                    .results())
                            .as(question)
                            .allSatisfy(label -> assertThat(known).contains(label.group(1)));
                }
            }
            assertThat(metrics).as(question).isPositive();
        }
    }
}
