package io.epochwise.api;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** The manifests for Kubernetes and the container files say the same, and what the service keeps to. */
@QuarkusTest
@TestProfile(ManifestsTest.OwnFiles.class)
class ManifestsTest {
    private static final Path FOLDER = Path.of("src/main/kubernetes");
    private static final Path CONTAINERS = Path.of("src/main/docker");

    /** An installation with the files that are examples of own ones. */
    public static final class OwnFiles implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "epochwise.catalog.directory",
                    FOLDER.resolve("own-files/catalog").toString(),
                    "epochwise.guardrails.directory",
                    FOLDER.resolve("own-files/policies").toString(),
                    "quarkus.smallrye-openapi.store-schema-directory",
                    "target/openapi-manifests");
        }
    }

    private static Object read(String file) {
        try {
            return new Yaml().load(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is at a path of keys and indexes such as {@code spec/ports/0/name}; null if nothing is. */
    private static Object at(Object tree, String path) {
        Object here = tree;
        for (String step : path.split("/")) {
            if (here instanceof Map<?, ?> map) {
                here = map.get(step);
            } else if (here instanceof List<?> list && Integer.parseInt(step) < list.size()) {
                here = list.get(Integer.parseInt(step));
            } else {
                return null;
            }
        }
        return here;
    }

    private static Object deployment(String path) {
        return at(read("deployment.yaml"), path);
    }

    private static Object container(String path) {
        return deployment("spec/template/spec/containers/0/" + path);
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(FOLDER.resolve("settings.env")));
        return settings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe", "readinessProbe", "livenessProbe"})
    void probesAskWhatTheServiceAnswers(String probe) {
        assertThat(container(probe + "/httpGet/port")).isEqualTo("http");
        RestAssured.get(container(probe + "/httpGet/path").toString())
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void thePortIsTheSameEverywhere() throws IOException {
        assertThat(container("ports/0")).isEqualTo(Map.of("name", "http", "containerPort", 8080));
        assertThat(at(read("service.yaml"), "spec/ports/0/targetPort")).isEqualTo("http");
        assertThat(at(read("network-policy.yaml"), "spec/ingress/0/ports/0/port"))
                .isEqualTo("http");
        assertThat(at(read("monitoring/network-policy.yaml"), "spec/ingress/0/ports/0/port"))
                .isEqualTo("http");
        assertThat(at(read("monitoring/service-monitor.yaml"), "spec/endpoints/0/port"))
                .isEqualTo(at(read("service.yaml"), "spec/ports/0/name"));
        RestAssured.get(at(read("monitoring/service-monitor.yaml"), "spec/endpoints/0/path")
                        .toString())
                .then()
                .statusCode(200);
        for (String file : List.of("Dockerfile.jvm", "Dockerfile.native")) {
            assertThat(Files.readString(CONTAINERS.resolve(file))).contains("\nEXPOSE 8080\n");
        }
    }

    @Test
    void allMeanTheSamePods() {
        Object labels = deployment("spec/template/metadata/labels");
        assertThat(labels).isEqualTo(Map.of("app.kubernetes.io/name", "epochwise"));
        assertThat(List.of(
                        deployment("spec/selector/matchLabels"),
                        deployment("spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels"),
                        at(read("service.yaml"), "spec/selector"),
                        at(read("disruption-budget.yaml"), "spec/selector/matchLabels"),
                        at(read("network-policy.yaml"), "spec/podSelector/matchLabels"),
                        at(read("monitoring/network-policy.yaml"), "spec/podSelector/matchLabels"),
                        at(read("monitoring/service-monitor.yaml"), "spec/selector/matchLabels")))
                .containsOnly(labels);
        Object name = deployment("metadata/name");
        assertThat(at(read("autoscaler.yaml"), "spec/scaleTargetRef/name")).isEqualTo(name);
        assertThat(at(read("own-files/mounts.yaml"), "metadata/name")).isEqualTo(name);
        assertThat(at(read("own-files/mounts.yaml"), "spec/template/spec/containers/0/name"))
                .isEqualTo(container("name"));
        assertThat(at(read("kustomization.yaml"), "images/0/name")).isEqualTo(container("image"));
    }

    @Test
    void podsMayDoNothingButAnswer() throws IOException {
        assertThat(deployment("spec/template/spec/automountServiceAccountToken"))
                .isEqualTo(false);
        assertThat(deployment("spec/template/spec/securityContext"))
                .isEqualTo(Map.of(
                        "runAsNonRoot",
                        true,
                        "runAsUser",
                        1001,
                        "runAsGroup",
                        1001,
                        "seccompProfile",
                        Map.of("type", "RuntimeDefault")));
        assertThat(container("securityContext"))
                .isEqualTo(Map.of(
                        "allowPrivilegeEscalation",
                        false,
                        "readOnlyRootFilesystem",
                        true,
                        "capabilities",
                        Map.of("drop", List.of("ALL"))));
        for (String file : List.of("Dockerfile.jvm", "Dockerfile.native")) {
            assertThat(Files.readAllLines(CONTAINERS.resolve(file)).stream()
                            .filter(line -> line.startsWith("USER"))
                            .reduce((earlier, later) -> later))
                    .hasValue("USER 1001");
        }
    }

    /** That the network policy lets nothing out takes nothing from the service. */
    @Test
    void theServiceCallsNobody() {
        assertThat((List<?>) at(read("network-policy.yaml"), "spec/egress")).isEmpty();
        assertThat((List<?>) at(read("network-policy.yaml"), "spec/policyTypes"))
                .hasToString("[Ingress, Egress]");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "io.vertx.ext.web.client..", "jakarta.ws.rs.client..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(Socket|URLConnection|HttpURLConnection|InetAddress|DatagramSocket)"
                                + "|java\\.nio\\.channels\\.(SocketChannel|DatagramChannel)|io\\.vertx\\.core\\.http\\.HttpClient")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.epochwise"));
    }

    @Test
    void stoppingTakesNoLongerThanThePodIsGiven() throws IOException {
        int delay = Integer.parseInt(settings().getProperty("QUARKUS_SHUTDOWN_DELAY"));
        int timeout = Integer.parseInt(settings().getProperty("QUARKUS_SHUTDOWN_TIMEOUT"));
        int grace = (Integer) deployment("spec/template/spec/terminationGracePeriodSeconds");
        assertThat(delay)
                .as("until the probe has failed and is noticed")
                .isGreaterThanOrEqualTo((Integer) container("readinessProbe/periodSeconds")
                        * (Integer) container("readinessProbe/failureThreshold"));
        assertThat(grace).isBetween(delay + timeout + 5, delay + timeout + 30);
        assertThat(ConfigProvider.getConfig().getValue("quarkus.shutdown.delay-enabled", Boolean.class))
                .isTrue();
    }

    @Test
    void settingsAreKeysOfTheService() throws IOException {
        Set<String> known = new TreeSet<>();
        ConfigProvider.getConfig().getPropertyNames().forEach(key -> known.add(environmentVariable(key)));
        Set<String> documented = Pattern.compile("`(QUARKUS_[A-Z_]+)`")
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        known.addAll(documented);
        assertThat(settings().stringPropertyNames()).isNotEmpty().isSubsetOf(known);
        Object literals = at(read("own-files/kustomization.yaml"), "configMapGenerator/2/literals");
        Map<String, String> folders = new HashMap<>();
        for (Object literal : (List<?>) literals) {
            String[] setting = literal.toString().split("=");
            folders.put(setting[0], setting[1]);
        }
        assertThat(folders)
                .isEqualTo(Map.of(
                        environmentVariable("epochwise.catalog.directory"), "/config/catalog",
                        environmentVariable("epochwise.guardrails.directory"), "/config/policies"));
        assertThat(at(read("own-files/mounts.yaml"), "spec/template/spec/containers/0/volumeMounts/0/mountPath"))
                .isEqualTo("/config/catalog");
        assertThat(at(read("own-files/mounts.yaml"), "spec/template/spec/containers/0/volumeMounts/1/mountPath"))
                .isEqualTo("/config/policies");
    }

    private static String environmentVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    @Test
    void everyFileIsInAKustomization() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String folder : List.of("", "own-files/", "monitoring/")) {
            String text = Files.readString(FOLDER.resolve(folder + "kustomization.yaml"));
            listed.add(folder + "kustomization.yaml");
            Matcher file = Pattern.compile("[a-z/-]+\\.(yaml|env)").matcher(text);
            while (file.find()) {
                listed.add(folder + file.group());
            }
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void theExamplesOfOwnFilesAreTaken() {
        RestAssured.get("/v1/guardrails/policies").then().body("policies.name", hasItem("team-a"));
        RestAssured.get("/v1/catalog/offerings/azure/gpt-4o-2024-08-06")
                .then()
                .body("ownPrices.amount", hasItem("20.00"));
    }
}
