package io.epochwise;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What CONTRIBUTING.md says of packages, as rules.
 *
 * @param root the package that holds the layers
 */
record ArchitectureRules(String root) {
    /** A layer may use those before it and none after it. */
    private static final List<String> LAYERS =
            List.of("fault", "money", "token", "catalog", "dataset", "policy", "estimate", "decision", "export", "api");

    private static final Pattern EMPTY_NAME = Pattern.compile("(?i)\\w*(util|helper|manager|common|support)s?");
    private static final Pattern DESCRIBED_PACKAGE =
            Pattern.compile("/\\*\\*[\\s*]*[^\\s*].*?\\*/\\s*(@.*?\\R)?package [\\w.]+;.*", Pattern.DOTALL);

    /** Arrows go one way, and every class has its layer. */
    ArchRule layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .withOptionalLayers(true);
        for (String layer : LAYERS) {
            layers = layers.layer(layer).definedBy(layer(layer));
        }
        for (int i = 0; i < LAYERS.size(); i++) {
            List<String> above = LAYERS.subList(i + 1, LAYERS.size());
            layers = above.isEmpty()
                    ? layers.whereLayer(LAYERS.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(LAYERS.get(i)).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        return layers.ensureAllClassesAreContainedInArchitectureIgnoring(root);
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule onlyTheRimSeesFrameworks() {
        return noClasses()
                .that(outside("api"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.vertx..",
                        "io.smallrye..",
                        "jakarta..",
                        "org.eclipse.microprofile..",
                        "io.micrometer..");
    }

    ArchRule onlyReadersAndTheRimSeeJackson() {
        DescribedPredicate<JavaClass> reader = DescribedPredicate.describe(
                "a reader",
                type -> Stream.of("catalog", "dataset").anyMatch(layer -> resideInAPackage(layer(layer))
                                .test(type))
                        && outermost(type).getSimpleName().endsWith("Reader"));
        return noClasses()
                .that(outside("api"))
                .and(DescribedPredicate.not(reader))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..");
    }

    ArchRule onlyTheCatalogAndBodiesSeeYaml() {
        return noClasses()
                .that(outside("catalog"))
                .and(outside("api.yaml"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..");
    }

    ArchRule onlyTextTokensSeeJtokkit() {
        return noClasses()
                .that(outside("token.text"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.knuddels..");
    }

    /** What is said of the input goes into findings and faults; the rim alone logs. */
    ArchRule theDomainIsSilent() {
        return noClasses()
                .that(outside("api"))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "log",
                        type -> resideInAPackage("java.util.logging..").test(type)
                                || resideInAPackage("org.jboss.logging..").test(type)
                                || resideInAPackage("org.slf4j..").test(type)
                                || type.isEquivalentTo(System.Logger.class)))
                .orShould()
                .accessTargetWhere(access(
                        "System.out or System.err",
                        target -> target.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(target.getName())))
                .orShould()
                .accessTargetWhere(
                        access("printStackTrace", target -> target.getName().equals("printStackTrace")));
    }

    /** Time is a parameter: a clock is asked, and only the rim has one. */
    ArchRule timeIsAParameter() {
        return noClasses()
                .should()
                .accessTargetWhere(access(
                        "now() without a clock",
                        target -> target.getTargetOwner().getPackageName().startsWith("java.time")
                                && target.getName().equals("now")
                                && !takes(target, Clock.class)))
                .orShould()
                .accessTargetWhere(access(
                        "the system's time",
                        target -> target.getTargetOwner().isEquivalentTo(System.class)
                                && target.getName().equals("currentTimeMillis")))
                .orShould()
                .accessTargetWhere(access(
                        "a clock of the system outside the rim",
                        target -> target.getTargetOwner().isEquivalentTo(Clock.class)
                                && target.getName().startsWith("system")
                                && outside("api").test(target.getOriginOwner())));
    }

    ArchRule randomnessHasASeed() {
        return noClasses()
                .should()
                .accessTargetWhere(access(
                        "a generator without a seed",
                        target -> target instanceof JavaConstructorCall call
                                && Set.of("java.util.Random", "java.util.SplittableRandom")
                                        .contains(call.getTargetOwner().getName())
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .orShould()
                .accessTargetWhere(access(
                        "randomness without a seed",
                        target -> Set.of("random", "randomUUID").contains(target.getName())
                                && target.getTargetOwner().getPackageName().startsWith("java.")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class);
    }

    ArchRule namesSaySomething() {
        return noClasses()
                .should(be(DescribedPredicate.describe(
                        "called util, helper, manager, common or support",
                        (JavaClass type) ->
                                EMPTY_NAME.matcher(type.getSimpleName()).matches()
                                        || Stream.of(type.getPackageName().split("\\."))
                                                .anyMatch(name ->
                                                        EMPTY_NAME.matcher(name).matches()))));
    }

    /** The folders below the root that have Java files and no {@code package-info.java} with Javadoc. */
    List<String> undescribedPackages(Path sources) {
        Path folder = sources.resolve(root.replace('.', '/'));
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(path -> !isDescribed(path.resolve("package-info.java")))
                    .map(path -> sources.relativize(path).toString().replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDescribed(Path packageInfo) {
        try {
            return Files.exists(packageInfo)
                    && DESCRIBED_PACKAGE
                            .matcher(Files.readString(packageInfo).strip())
                            .matches();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String layer(String name) {
        return root + "." + name + "..";
    }

    private DescribedPredicate<JavaClass> outside(String layer) {
        return resideOutsideOfPackage(layer(layer));
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }
}
