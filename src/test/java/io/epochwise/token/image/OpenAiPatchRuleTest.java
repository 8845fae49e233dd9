package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import io.epochwise.token.image.ImageTokens.Rejected;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenAiPatchRuleTest {
    private static final MathContext PRECISE = new MathContext(80);
    private static final BigDecimal PATCH = BigDecimal.valueOf(32);

    /** GPT-5.6: a limit of patches and an unbudgeted detail. */
    private static final ImageRule GPT_5_6 = rule("1.2", "512/-", "2048/2500", "65535/-", "original", 32, 30_000);

    /** GPT-5 mini: one detail only. */
    private static final ImageRule GPT_5_MINI = rule("1.2", null, "2048/1536", null, "high", 32, 30_000);

    private static ImageRule rule(
            String multiplier, String low, String high, String original, String auto, int patch, int maxPatches) {
        return new OpenAiPatchRule(
                new RuleParameters(parameters(multiplier, low, high, original, auto, patch, maxPatches)));
    }

    /** Groups are written as longest side and budget with a slash between, a dash for none. */
    private static Map<String, Object> parameters(
            String multiplier, String low, String high, String original, String auto, int patch, int maxPatches) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("multiplier", new BigDecimal(multiplier));
        parameters.put("patch", BigDecimal.valueOf(patch));
        parameters.put("auto", auto);
        if (maxPatches > 0) {
            parameters.put("maxPatches", BigDecimal.valueOf(maxPatches));
        }
        putGroup(parameters, "low", low);
        putGroup(parameters, "high", high);
        putGroup(parameters, "original", original);
        return parameters;
    }

    private static void putGroup(Map<String, Object> parameters, String name, String text) {
        if (text != null) {
            Map<String, Object> group = new HashMap<>();
            String[] limits = text.split("/");
            if (!limits[0].equals("-")) {
                group.put("maxDim", new BigDecimal(limits[0]));
            }
            if (!limits[1].equals("-")) {
                group.put("budget", new BigDecimal(limits[1]));
            }
            parameters.put(name, group);
        }
    }

    private static TokenRange counted(ImageRule rule, int width, int height, Detail detail) {
        return ((Counted) rule.tokens(width, height, detail)).tokens();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/openai-patch-32.csv", useHeadersInDisplayName = true)
    void countsAsDocumented(
            String model,
            String multiplier,
            String low,
            String high,
            String original,
            String auto,
            int width,
            int height,
            String detail,
            Long patches,
            Long tokens,
            String source) {
        ImageTokens counted = rule(multiplier, low, high, original, auto, 32, 30_000)
                .tokens(width, height, Detail.parse(detail).orElseThrow());
        ImageTokens expected;
        if (patches == null) {
            expected = new Rejected("detail " + detail + " is not supported by this rule");
        } else if (tokens == null) {
            expected = new Rejected("the image has " + patches + " patches, more than the 30000 allowed");
        } else {
            expected = new Counted(new TokenRange(tokens, tokens, tokens + 1));
        }
        assertThat(counted).isEqualTo(expected);
    }

    /** The documented steps 1 to 3 with 80 digits; empty where they leave an image of no pixels. */
    private static OptionalLong documentedPatches(long width, long height, long maxDim, long budget) {
        BigDecimal w = BigDecimal.valueOf(width);
        BigDecimal h = BigDecimal.valueOf(height);
        BigDecimal longer = w.max(h);
        BigDecimal longest = BigDecimal.valueOf(maxDim);
        if (longer.compareTo(longest) > 0) {
            BigDecimal scale = longest.divide(longer, PRECISE);
            w = rounded(w.multiply(scale));
            h = rounded(h.multiply(scale));
        }
        long patches = patches(w, h);
        if (patches <= budget) {
            return OptionalLong.of(patches);
        }
        BigDecimal f = PATCH.multiply(PATCH)
                .multiply(BigDecimal.valueOf(budget))
                .divide(w.multiply(h), PRECISE)
                .sqrt(PRECISE);
        BigDecimal columns = w.multiply(f).divide(PATCH, PRECISE);
        BigDecimal rows = h.multiply(f).divide(PATCH, PRECISE);
        BigDecimal shrink =
                floor(columns).divide(columns, PRECISE).min(floor(rows).divide(rows, PRECISE));
        BigDecimal w2 = floor(w.multiply(f).multiply(shrink));
        BigDecimal h2 = floor(h.multiply(f).multiply(shrink));
        return w2.signum() == 0 || h2.signum() == 0 ? OptionalLong.empty() : OptionalLong.of(patches(w2, h2));
    }

    /** Half up; the addend takes a quotient that 80 digits leave just below its exact value back to it. */
    private static BigDecimal rounded(BigDecimal value) {
        return floor(value.add(new BigDecimal("0.5"))).max(BigDecimal.ONE);
    }

    private static BigDecimal floor(BigDecimal value) {
        return value.add(new BigDecimal("1e-40")).setScale(0, RoundingMode.FLOOR);
    }

    private static long patches(BigDecimal w, BigDecimal h) {
        return w.divide(PATCH, 0, RoundingMode.CEILING)
                .multiply(h.divide(PATCH, 0, RoundingMode.CEILING))
                .longValueExact();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void equalsTheDocumentedFormula(long seed) {
        Random random = new Random(seed);
        String[] scalings = {"2048/2500", "2048/6144", "2048/1536", "6000/10000", "1000000/2500"};
        for (int i = 0; i < 5_000; i++) {
            String[] scaling = scalings[random.nextInt(scalings.length)].split("/");
            ImageRule rule = rule("1", null, String.join("/", scaling), null, "high", 32, 0);
            int width = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            int height = i % 4 == 0 ? width : 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            OptionalLong documented =
                    documentedPatches(width, height, Long.parseLong(scaling[0]), Long.parseLong(scaling[1]));
            TokenRange tokens = counted(rule, width, height, Detail.HIGH);
            if (documented.isPresent()) {
                assertThat(tokens)
                        .as("%d x %d, %s", width, height, String.join("/", scaling))
                        .isEqualTo(new TokenRange(
                                documented.getAsLong(), documented.getAsLong(), documented.getAsLong() + 1));
            } else {
                assertThat(tokens).isEqualTo(new TokenRange(1, 1, Long.parseLong(scaling[1]) + 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2500, 1600", "10000, 3200", "1536, 1248"})
    void keepsEveryRowAndColumnOfASquare(int budget, int side) {
        ImageRule rule = rule("1", null, "-/" + budget, null, "high", 32, 0);
        long perSide = side / 32;
        for (int square = 3300; square < 9000; square++) {
            assertThat(counted(rule, square, square, Detail.HIGH).expected())
                    .as("%d x %d", square, square)
                    .isEqualTo(perSide * perSide);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnOrientationAndStaysWithinItsBounds(long seed) {
        Random random = new Random(seed);
        ImageRule rule = rule("1.62", "512/-", "2048/1536", "6000/10000", "original", 32, 30_000);
        for (int i = 0; i < 20_000; i++) {
            int width = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            int height = 1 + random.nextInt(1 << (1 + random.nextInt(19)));
            Detail detail = Detail.values()[random.nextInt(4)];
            TokenRange bounds = rule.bounds(detail);
            TokenRange tokens = counted(rule, width, height, detail);
            assertThat(tokens).as("%d x %d %s", width, height, detail).isEqualTo(counted(rule, height, width, detail));
            assertThat(tokens.low()).as("%d x %d %s", width, height, detail).isGreaterThanOrEqualTo(bounds.low());
            assertThat(tokens.high()).as("%d x %d %s", width, height, detail).isLessThanOrEqualTo(bounds.high());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void neverCountsLessForALargerImageWhereNothingIsScaled(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            // 48 x 32 patches: the budget of 1,536
            int width = 1 + random.nextInt(1535);
            int height = 1 + random.nextInt(1023);
            TokenRange tokens = counted(GPT_5_MINI, width, height, Detail.HIGH);
            assertThat(counted(GPT_5_MINI, width + 1, height, Detail.HIGH).expected())
                    .isGreaterThanOrEqualTo(tokens.expected());
            assertThat(counted(GPT_5_MINI, width, height + 1, Detail.HIGH).expected())
                    .isGreaterThanOrEqualTo(tokens.expected());
        }
    }

    @Test
    void multipliesExactly() {
        // 1.1 x 10 is an integer as a decimal, but 11.000000000000002 in binary fractions.
        ImageRule rule = rule("1.1", null, "-/-", null, "high", 32, 0);
        assertThat(counted(rule, 320, 32, Detail.HIGH).expected()).isEqualTo(11);
    }

    @Test
    void countsTheLargestImageWithoutOverflow() {
        ImageRule rule = rule("2.46", null, "-/-", null, "high", 1, 0);
        assertThat(counted(rule, 1_000_000, 1_000_000, Detail.HIGH).expected()).isEqualTo(2_460_000_000_000L);
        ImageRule budgeted = rule("1", null, "-/" + Integer.MAX_VALUE, null, "high", 1, 0);
        // 46,340 x 46,340 is the largest square within the budget.
        assertThat(counted(budgeted, 1_000_000, 1_000_000, Detail.HIGH).expected())
                .isEqualTo(46_340L * 46_340L);
    }

    @Test
    void isUncertainWhereTheDocumentedFormulaLeavesNoPixels() {
        ImageRule rule = rule("1.2", null, "-/2500", null, "high", 32, 30_000);
        assertThat(rule.tokens(1, 1_000_000, Detail.HIGH)).isEqualTo(new Counted(new TokenRange(2, 2, 3001)));
        assertThat(rule.tokens(1_000_000, 1, Detail.HIGH)).isEqualTo(new Counted(new TokenRange(2, 2, 3001)));
        assertThat(rule.bounds(Detail.HIGH)).isEqualTo(new TokenRange(2, 1501, 3001));
    }

    @Test
    void boundsAreTheLeastAndTheMostAnImageCounts() {
        // One patch is 2 tokens; the most is 16 x 16 patches, 2,500 patches, 30,000 patches; plus one for rounding.
        assertThat(GPT_5_6.bounds(Detail.LOW)).isEqualTo(new TokenRange(2, 155, 309));
        assertThat(GPT_5_6.bounds(Detail.HIGH)).isEqualTo(new TokenRange(2, 1501, 3001));
        assertThat(GPT_5_6.bounds(Detail.ORIGINAL)).isEqualTo(new TokenRange(2, 18001, 36001));
        assertThat(GPT_5_6.bounds(Detail.AUTO)).isEqualTo(GPT_5_6.bounds(Detail.ORIGINAL));
        // 2,501 is 41 x 61 patches; 2,503 is a prime above 64, so 2,502 = 18 x 139 does not fit and 2,501 is the most.
        assertThat(rule("1", null, "2048/2503", null, "high", 32, 0).bounds(Detail.HIGH))
                .isEqualTo(new TokenRange(1, 1251, 2502));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40
            })
    void boundsEqualASearchOverAllSizes(long seed) {
        Random random = new Random(seed);
        int patch = 1 + random.nextInt(5);
        int maxPatches = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(30);
        // Without a longest side, a limit of patches is needed to keep the search finite.
        String maxDim = maxPatches > 0 && random.nextBoolean() ? "-" : String.valueOf(1 + random.nextInt(40));
        String budget = random.nextInt(3) == 0 ? "-" : String.valueOf(1 + random.nextInt(40));
        ImageRule rule = rule("1.62", null, maxDim + "/" + budget, null, "high", patch, maxPatches);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int width = 1; width <= 210; width++) {
            for (int height = 1; height <= 210; height++) {
                if (rule.tokens(width, height, Detail.HIGH) instanceof Counted counted) {
                    least = Math.min(least, counted.tokens().low());
                    most = Math.max(most, counted.tokens().high());
                }
            }
        }
        assertThat(rule.bounds(Detail.HIGH))
                .as("patch %d, maxPatches %d, maxDim %s, budget %s", patch, maxPatches, maxDim, budget)
                .isEqualTo(new TokenRange(least, (least + most) / 2, most));
    }

    @Test
    void hasNoBoundsForADetailItRejects() {
        assertThat(GPT_5_MINI.supports(Detail.LOW)).isFalse();
        assertThat(GPT_5_MINI.supports(Detail.AUTO)).isTrue();
        assertThatThrownBy(() -> GPT_5_MINI.bounds(Detail.LOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("detail low is not supported by this rule");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1000001, 1", "1, 1000001"})
    void rejectsSidesOutOfRange(int width, int height) {
        assertThatThrownBy(() -> GPT_5_6.tokens(width, height, Detail.HIGH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "original", "auto", "medium", "HIGH"})
    void rejectsAnAutoThatNamesNoGivenGroup(String auto) {
        assertThatThrownBy(() -> rule("1.2", null, "2048/1536", null, auto, 32, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auto");
    }

    @ParameterizedTest
    @CsvSource({"multiplier, 0", "patch, 0", "maxPatches, 0", "high, 7", "budget, 7"})
    void rejectsWrongParameters(String name, BigDecimal value) {
        Map<String, Object> parameters = parameters("1.2", null, "2048/1536", null, "high", 32, 30_000);
        parameters.put(name, value);
        assertThatThrownBy(() -> new OpenAiPatchRule(new RuleParameters(parameters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"maxDim, 0", "budget, 0", "maxdim, 7"})
    void rejectsWrongParametersOfAGroup(String name, BigDecimal value) {
        Map<String, Object> parameters = parameters("1.2", null, null, null, "high", 32, 30_000);
        parameters.put("high", Map.of(name, value));
        assertThatThrownBy(() -> new OpenAiPatchRule(new RuleParameters(parameters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
