package io.epochwise.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the catalog must say of benchmarks and harnesses, and what a file of them must keep. */
class BenchmarkCatalogTest {
    private static final Catalog CATALOG = BuiltInCatalogTest.builtIn();
    private static final String SOURCE = """
            sources:
              S: { citation: "a page", asOf: 2026-01-01, grade: official }
            """;

    static List<Benchmark> benchmarks() {
        return CATALOG.benchmarks();
    }

    @Test
    void theSetsAre() {
        assertThat(CATALOG.benchmarks())
                .extracting(Benchmark::id)
                .containsExactly(
                        "ai2d",
                        "chartqa",
                        "docvqa",
                        "infovqa",
                        "mathvista",
                        "mmmu",
                        "mmmu-pro",
                        "ocrbench",
                        "ocrbench-v2",
                        "scienceqa",
                        "textvqa",
                        "vqav2");
    }

    @ParameterizedTest(name = "{0} {1}: {2} questions, {3} images")
    @CsvSource(textBlock = """
            vqav2,       train,            443757, 82783, false, secondary, 2026-11-23
            vqav2,       validation,       214354, 40504, true,  secondary, 2026-11-23
            vqav2,       test,             447793, 81434, false, secondary, 2026-11-23
            vqav2,       test-dev,         107394, 36807, false, secondary, 2026-11-23
            mmmu,        dev,              150,    ,      false, official,  2026-11-23
            mmmu,        validation,       900,    980,   true,  official,  2026-11-23
            mmmu,        test,             10500,  ,      false, official,  2026-11-23
            mmmu-pro,    standard,         1730,   ,      true,  secondary, 2026-01-28
            mmmu-pro,    vision,           1730,   ,      false, secondary, 2026-01-28
            docvqa,      train,            39463,  10194, false, secondary, 2026-11-23
            docvqa,      validation,       5349,   1286,  true,  secondary, 2026-11-23
            docvqa,      test,             5188,   1287,  false, secondary, 2026-11-23
            infovqa,     train,            23946,  ,      false, secondary, 2024-12-12
            infovqa,     validation,       2801,   ,      true,  secondary, 2024-12-12
            infovqa,     test,             3288,   ,      false, secondary, 2024-12-12
            chartqa,     train,            28299,  ,      false, official,  2026-11-23
            chartqa,     validation,       1920,   ,      false, official,  2026-11-23
            chartqa,     test,             2500,   ,      true,  official,  2026-11-23
            textvqa,     train,            34602,  ,      false, secondary, 2024-12-12
            textvqa,     validation,       5000,   ,      true,  secondary, 2024-12-12
            textvqa,     test,             5734,   ,      false, secondary, 2024-12-12
            ai2d,        test,             3088,   ,      true,  secondary, 2026-01-28
            scienceqa,   train-with-image, 6218,   6218,  false, secondary, 2024-12-12
            scienceqa,   test,             4241,   2017,  false, secondary, 2026-01-28
            scienceqa,   test-with-image,  2017,   2017,  true,  secondary, 2026-01-28
            mathvista,   testmini,         1000,   1000,  true,  secondary, 2026-01-28
            ocrbench,    test,             1000,   1000,  true,  secondary, 2026-01-28
            ocrbench-v2, test,             10000,  10000, true,  secondary, 2026-01-28
            """)
    void splits(String id, String name, long questions, Long images, boolean usual, String grade, String asOf) {
        Benchmark benchmark = CATALOG.requireBenchmark(id);
        BenchmarkSplit split = benchmark.split(name).orElseThrow();
        assertThat(split.questions()).isEqualTo(questions);
        assertThat(split.images()).isEqualTo(images);
        assertThat(split.usual()).isEqualTo(usual);
        assertThat(benchmark.usualSplit().usual()).isTrue();
        assertThat(split.grade()).hasToString(grade);
        assertThat(split.asOf()).hasToString(asOf);
    }

    /** Sources contradict each other on its size; none says which is right. */
    @Test
    void theTrainSplitOfAi2dIsInConflict() {
        BenchmarkSplit train = CATALOG.requireBenchmark("ai2d").split("train").orElseThrow();
        assertThat(train.status()).isEqualTo(FactStatus.CONFLICT);
        assertThat(train.low()).isEqualTo(11389);
        assertThat(train.high()).isEqualTo(12413);
    }

    /** Of all sets only that of MMMU is known to withhold answers; of the others nothing is said. */
    @Test
    void answersAreWithheld() {
        assertThat(CATALOG.benchmarks().stream().flatMap(benchmark -> benchmark.splits().stream()
                        .filter(split -> split.answersWithheld() != null)
                        .map(split -> benchmark.id() + " " + split.name() + " " + split.answersWithheld())))
                .containsExactly("mmmu test true");
    }

    @ParameterizedTest(name = "{0}: {1} to {2}, typically {3}")
    @CsvSource(textBlock = """
            vqav2,       120 x 120, 640 x 640,    640 x 480
            mmmu,        70 x 67,   2560 x 2133,  800 x 500
            mmmu-pro,    43 x 50,   2560 x 2545,
            docvqa,      593 x 294, 5367 x 7184,  1700 x 2200
            infovqa,     600 x 340, 6250 x 9375,
            chartqa,     184 x 326, 800 x 1796,   850 x 600
            textvqa,     ,          ,
            ai2d,        177 x 131, 1500 x 1500,
            scienceqa,   170 x 77,  750 x 625,
            mathvista,   187 x 18,  5236 x 3491,
            ocrbench,    25 x 16,   4961 x 7016,
            ocrbench-v2, 19 x 10,   3912 x 21253,
            """)
    void images(String id, String smallest, String largest, String typical) {
        Benchmark benchmark = CATALOG.requireBenchmark(id);
        BenchmarkImageSizes sizes = benchmark.imageSizes();
        assertThat(sizes == null ? null : sizes.smallest().toString()).isEqualTo(smallest);
        assertThat(sizes == null ? null : sizes.largest().toString()).isEqualTo(largest);
        assertThat(
                        benchmark.typicalImage() == null
                                ? null
                                : benchmark.typicalImage().sides().toString())
                .isEqualTo(typical);
        if (typical != null) {
            assertThat(benchmark.typicalImage().status()).isEqualTo(FactStatus.ASSUMED);
            assertThat(benchmark.typicalImage().grade()).isEqualTo(Grade.DERIVED);
        }
    }

    @ParameterizedTest(
            name = "{0}: {1} characters, {2} tokens; answer {4} characters, at most {5} tokens, with reasoning {6}")
    @CsvSource(textBlock = """
            vqav2,       31,  8,   false, ,    16,
            mmmu,        528, 132, true,  ,    128,
            mmmu-pro,    522, 131, true,  ,    256,
            docvqa,      46,  12,  false, 29,  32,
            infovqa,     64,  16,  false, 15,  ,
            chartqa,     63,  16,  false, 5,   16,
            textvqa,     ,    ,    ,      ,    ,
            ai2d,        325, 81,  true,  ,    ,
            scienceqa,   370, 93,  true,  ,    ,
            mathvista,   176, 44,  false, ,    ,   16384
            ocrbench,    56,  14,  false, 22,  128,
            ocrbench-v2, 156, 39,  false, 368, 128,
            """)
    void questionsAndAnswers(
            String id,
            Long characters,
            Long tokens,
            Boolean withInstruction,
            Long answer,
            Long maxNewTokens,
            Long reasoning) {
        Benchmark benchmark = CATALOG.requireBenchmark(id);
        BenchmarkQuestion question = benchmark.question();
        assertThat(question == null ? null : Long.valueOf(question.characters()))
                .isEqualTo(characters);
        assertThat(question == null ? null : Long.valueOf(question.tokens())).isEqualTo(tokens);
        assertThat(question == null ? null : Boolean.valueOf(question.withInstruction()))
                .isEqualTo(withInstruction);
        assertThat(benchmark.answer().characters()).isEqualTo(answer);
        assertThat(benchmark.answer().maxNewTokens()).isEqualTo(maxNewTokens);
        assertThat(benchmark.answer().reasoningMaxNewTokens()).isEqualTo(reasoning);
        assertThat(benchmark.answer().needsJudge()).isEqualTo(id.equals("mathvista"));
        if (maxNewTokens != null) {
            assertThat(benchmark.answer().tokens().high()).isEqualTo(maxNewTokens);
        }
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(textBlock = """
            vqav2,       ,                   ,           ''
            mmmu,        Apache-2.0,         stated,     official
            mmmu-pro,    Apache-2.0,         stated,     official
            docvqa,      MIT or Apache-2.0,  conflict,   secondary
            infovqa,     MIT,                stated,     secondary
            chartqa,     GPL-3.0,            stated,     official
            textvqa,     ,                   ,           ''
            ai2d,        ,                   ,           ''
            scienceqa,   CC BY-NC-SA,        unverified, secondary
            mathvista,   ,                   ,           ''
            ocrbench,    ,                   ,           ''
            ocrbench-v2, ,                   ,           ''
            """)
    void licenses(String id, String name, String status, String grade) {
        License license = CATALOG.requireBenchmark(id).license();
        assertThat(license == null ? null : license.name()).isEqualTo(name);
        assertThat(license == null ? null : license.status().toString()).isEqualTo(status);
        assertThat(license == null ? "" : license.grade().toString()).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            vqav2,   Answer the question using a single word or phrase.
            docvqa,  Answer the question using a single word or phrase.
            infovqa, Answer the question using a single word or phrase.
            textvqa, Answer the question using a single word or phrase.
            chartqa, Answer the question with a single word.
            mmmu,    Answer with the option's letter from the given choices directly.
            mmmu-pro, Answer with the option letter from the given choices directly.
            ai2d,    Answer with the option's letter from the given choices directly.
            scienceqa, Answer with the option's letter from the given choices directly.
            """, quoteCharacter = '"')
    void instructions(String id, String text) {
        assertThat(CATALOG.requireBenchmark(id).instruction().text()).isEqualTo(text);
        assertThat(CATALOG.requireBenchmark(id).instruction().tokens().low()).isEqualTo(8);
        assertThat(CATALOG.requireBenchmark(id).instruction().tokens().high()).isEqualTo(15);
    }

    @ParameterizedTest(name = "{0}: {1}, but {2}")
    @CsvSource(textBlock = """
            lmms-eval,  12, ,                                              random-guess, 49152
            vlmevalkit, 9,  vqav2,                                         judge,
            lm-eval,    2,  docvqa,                                        ,
            evalscope,  11, textvqa,                                       ,
            """)
    void harnesses(String id, int benchmarks, String missing, String unparsed, Long reasoning) {
        Harness harness = CATALOG.requireHarness(id);
        assertThat(harness.benchmarks()).hasSize(benchmarks).doesNotContain(Objects.toString(missing));
        assertThat(Objects.toString(harness.unparsedAnswers(), null)).isEqualTo(unparsed);
        assertThat(harness.reasoningMaxNewTokens()).isEqualTo(reasoning);
    }

    /** The same model, twice. */
    @Test
    void theHarnessChangesTheScore() {
        assertThat(CATALOG.requireBenchmark("mmmu").scores())
                .extracting(score -> score.harness() + " " + score.split() + " " + score.percent())
                .containsExactly("lmms-eval validation 50.67", "vlmevalkit validation 54.78");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("benchmarks")
    void everyFactHasItsSource(Benchmark benchmark) {
        Stream<Fact> facts = Stream.of(
                        benchmark.splits().stream(),
                        benchmark.scores().stream(),
                        Stream.of(
                                benchmark.imagesPerQuestion(),
                                benchmark.imageSizes(),
                                benchmark.typicalImage(),
                                benchmark.question(),
                                benchmark.instruction(),
                                benchmark.answer(),
                                benchmark.license()),
                        CATALOG.harnesses().stream())
                .flatMap(rows -> rows)
                .filter(Objects::nonNull)
                .map(Fact.class::cast);
        assertThat(facts).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.source()).containsPattern("^[A-Z0-9][A-Z0-9-]*: .{8,}");
            assertThat(fact.grade()).isNotNull().isNotEqualTo(Grade.OWN);
            assertThat(fact.asOf() != null || fact.source().contains("undated")).isTrue();
        });
    }

    private static Catalog load(String rows) {
        return CatalogLoader.load(List.of(new CatalogFile("own.yaml", SOURCE + rows)));
    }

    private static String benchmark(String id, String splits) {
        return "  - { id: " + id + ", name: A, splits: [" + splits
                + "], answer: { form: letter, tokens: { low: 1, expected: 1, high: 2 }, source: S } }\n";
    }

    private static final String SPLIT = "{ name: test, questions: 10, usual: true, source: S }";

    @Test
    void anOperatorMayAddOwnSets() {
        Catalog catalog = load("benchmarks:\n" + benchmark("own", SPLIT)
                + "harnesses:\n  - { id: mine, name: Mine, benchmarks: own, source: S }\n");
        assertThat(catalog.requireBenchmark("own").usualSplit().questions()).isEqualTo(10);
        assertThat(catalog.requireHarness("mine").benchmarks()).containsExactly("own");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ name: test, questions: 10, source: S } | one must be the usual one",
                "{ name: test, questions: 0, usual: true, source: S } | must be at least 1",
                "{ name: test, usual: true, source: S } | missing key",
                "{ name: test, questions: 10, low: 9, usual: true, source: S } | must be conflict",
                "{ name: test, questions: 10, low: 11, usual: true, source: S, status: conflict } | lie between low and high",
                "{ name: test, questions: 10, questionsWithImage: 11, usual: true, source: S } | must be at most questions",
                "{ name: test, questions: 10, usual: true, source: S }, { name: test, questions: 9, source: S } | the same name",
                "{ name: test, questions: 10, usual: true, answers: 1, source: S } | unknown key",
                "{ name: test, questions: 10, usual: true } | missing key"
            })
    void aSplitThatBreaksARuleStopsTheStart(String splits, String message) {
        assertThatThrownBy(() -> load("benchmarks:\n" + benchmark("own", splits)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesMustBeUniqueAndKnown() {
        String two = "benchmarks:\n" + benchmark("own", SPLIT) + benchmark("own", SPLIT);
        assertThatThrownBy(() -> load(two)).hasMessageContaining("own.yaml:").hasMessageContaining("taken already");
        String unknown = "harnesses:\n  - { id: mine, name: Mine, benchmarks: [own], source: S }\n";
        assertThatThrownBy(() -> load(unknown)).hasMessageContaining("there is no benchmark own");
        String twice = "harnesses:\n  - { id: mine, name: Mine, source: S }\n  - { id: mine, name: Mine, source: S }\n";
        assertThatThrownBy(() -> load(twice)).hasMessageContaining("taken already");
        String scored = "benchmarks:\n"
                + benchmark("own", SPLIT)
                        .replace("answer:", "scores: [{ harness: x, split: test, percent: 1, source: S }], answer:");
        assertThatThrownBy(() -> load(scored)).hasMessageContaining("there is no harness x");
        assertThatThrownBy(() -> load(scored.replace("split: test, percent", "split: dev, percent")))
                .hasMessageContaining("there is no split dev");
    }

    @Test
    void imagesMustBeInOrder() {
        String sizes =
                "imageSizes: { smallest: { width: 2, height: 2 }, largest: { width: 1, height: 3 }, source: S }, answer:";
        assertThatThrownBy(() -> load("benchmarks:\n" + benchmark("own", SPLIT).replace("answer:", sizes)))
                .hasMessageContaining("must not have fewer pixels");
    }
}
