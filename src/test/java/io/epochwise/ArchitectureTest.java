package io.epochwise;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The packages keep to their place. Each rule is also held against classes made to break it. */
class ArchitectureTest {
    private static final ArchitectureRules RULES = new ArchitectureRules("io.epochwise");
    private static final ArchitectureRules RULES_OF_VIOLATIONS = new ArchitectureRules("io.epochwise.violations");
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.epochwise");

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("layers", ArchitectureRules::layers),
                rule("no cycles", ArchitectureRules::noCycles),
                rule("frameworks", ArchitectureRules::onlyTheRimSeesFrameworks),
                rule("Jackson", ArchitectureRules::onlyReadersAndTheRimSeeJackson),
                rule("YAML", ArchitectureRules::onlyTheCatalogAndBodiesSeeYaml),
                rule("JTokkit", ArchitectureRules::onlyTextTokensSeeJtokkit),
                rule("silence", ArchitectureRules::theDomainIsSilent),
                rule("time", ArchitectureRules::timeIsAParameter),
                rule("randomness", ArchitectureRules::randomnessHasASeed),
                rule("names", ArchitectureRules::namesSaySomething));
    }

    private static Arguments rule(String name, Function<ArchitectureRules, ArchRule> rule) {
        return Arguments.of(name, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void serviceKeeps(String name, Function<ArchitectureRules, ArchRule> rule) {
        assertThat(SERVICE).isNotEmpty();
        rule.apply(RULES).check(SERVICE);
    }

    @Test
    void testsHaveNamesThatSaySomething() {
        RULES.namesSaySomething()
                .check(new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/violations/"))
                        .importPackages("io.epochwise"));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(RULES.undescribedPackages(Path.of("src/main/java"))).isEmpty();
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                violation("layers", "", "money.UsesDecision", ArchitectureRules::layers),
                violation("layers", "", "elsewhere.HasNoLayer", ArchitectureRules::layers),
                violation("no cycles", "cycle", "Cycle detected", ArchitectureRules::noCycles),
                violation("frameworks", "", "estimate.SeesRest", ArchitectureRules::onlyTheRimSeesFrameworks),
                violation("frameworks", "", "estimate.SeesQuarkus", ArchitectureRules::onlyTheRimSeesFrameworks),
                violation("frameworks", "", "estimate.SeesInject", ArchitectureRules::onlyTheRimSeesFrameworks),
                violation("frameworks", "", "estimate.SeesOpenApi", ArchitectureRules::onlyTheRimSeesFrameworks),
                violation("Jackson", "", "dataset.SeesJackson", ArchitectureRules::onlyReadersAndTheRimSeeJackson),
                violation("Jackson", "", "estimate.PriceReader", ArchitectureRules::onlyReadersAndTheRimSeeJackson),
                violation("YAML", "", "api.SeesYaml", ArchitectureRules::onlyTheCatalogAndBodiesSeeYaml),
                violation("JTokkit", "", "dataset.SeesJtokkit", ArchitectureRules::onlyTextTokensSeeJtokkit),
                violation("silence", "", "dataset.Logs", ArchitectureRules::theDomainIsSilent),
                violation("silence", "", "dataset.Prints", ArchitectureRules::theDomainIsSilent),
                violation("time", "", "api.KnowsTheDay.day", ArchitectureRules::timeIsAParameter),
                violation("time", "", "api.KnowsTheDay.supplier", ArchitectureRules::timeIsAParameter),
                violation("time", "", "estimate.HasAClock", ArchitectureRules::timeIsAParameter),
                violation("randomness", "", "api.Guesses.random", ArchitectureRules::randomnessHasASeed),
                violation("randomness", "", "api.Guesses.math", ArchitectureRules::randomnessHasASeed),
                violation("randomness", "", "api.Guesses.identifier", ArchitectureRules::randomnessHasASeed),
                violation("names", "", "money.PriceUtil", ArchitectureRules::namesSaySomething),
                violation("names", "", "util.Prices", ArchitectureRules::namesSaySomething));
    }

    private static Arguments violation(
            String name, String of, String culprit, Function<ArchitectureRules, ArchRule> rule) {
        return Arguments.of(name, of, culprit, rule);
    }

    @ParameterizedTest(name = "{0} finds {2}")
    @MethodSource("violations")
    void ruleCanFail(String name, String of, String culprit, Function<ArchitectureRules, ArchRule> rule) {
        ArchitectureRules rules =
                of.isEmpty() ? RULES_OF_VIOLATIONS : new ArchitectureRules("io.epochwise.violations." + of);
        ArchRule broken = rule.apply(rules);
        JavaClasses classes = new ClassFileImporter().importPackages(rules.root());
        assertThatThrownBy(() -> broken.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    @Test
    void rulesLeaveAloneWhatIsAllowed() {
        JavaClasses readers = new ClassFileImporter().importPackages("io.epochwise.violations.dataset");
        assertThat(RULES_OF_VIOLATIONS
                        .onlyReadersAndTheRimSeeJackson()
                        .evaluate(readers)
                        .getFailureReport()
                        .getDetails())
                .noneMatch(detail -> detail.contains("LineReader"));
        JavaClasses rim = new ClassFileImporter().importPackages("io.epochwise.violations.api");
        assertThat(RULES_OF_VIOLATIONS
                        .timeIsAParameter()
                        .evaluate(rim)
                        .getFailureReport()
                        .getDetails())
                .hasSize(2);
        assertThat(RULES_OF_VIOLATIONS
                        .randomnessHasASeed()
                        .evaluate(rim)
                        .getFailureReport()
                        .getDetails())
                .noneMatch(detail -> detail.contains("seeded"));
    }

    @Test
    void packagesWithoutDescriptionAreFound() {
        assertThat(RULES_OF_VIOLATIONS.undescribedPackages(Path.of("src/test/java")))
                .contains("io.epochwise.violations.undescribed", "io.epochwise.violations.silent")
                .doesNotContain("io.epochwise.violations.fault");
    }
}
