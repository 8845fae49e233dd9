package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every rule in which the detail has no part. A test of such a rule implements it. */
interface ImageRuleContract {
    /** The rule's id. */
    String id();

    /** All parameters of one model, optional ones included. */
    Map<String, Object> parameters();

    /** Those that may be left out. */
    default Set<String> optional() {
        return Set.of();
    }

    /** Numbers that may have decimals or be above a million, whose range is the test's own to check. */
    default Set<String> rangedOtherwise() {
        return Set.of();
    }

    private ImageRule rule() {
        return rule(id(), parameters());
    }

    /** The rule of that id; whole numbers may be given as such. */
    static ImageRule rule(String id, Map<String, ?> parameters) {
        Map<String, Object> decimals = new HashMap<>(parameters);
        decimals.replaceAll((name, value) -> value instanceof Integer number ? BigDecimal.valueOf(number) : value);
        return ImageRules.create(id, new RuleParameters(decimals));
    }

    /** What the rule counts; fails if it rejects the image. */
    static TokenRange counted(ImageRule rule, int width, int height) {
        return ((Counted) rule.tokens(width, height, Detail.AUTO)).tokens();
    }

    /** Sides of all magnitudes, and now and then the greatest or the least. */
    static int side(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> ImageRule.MAX_SIDE;
            case 1 -> 1;
            default -> Math.min(ImageRule.MAX_SIDE, 1 + random.nextInt(1 << (1 + random.nextInt(20))));
        };
    }

    /** Fails if an image counts outside the rule's bounds. */
    static void assertWithinBounds(ImageRule rule, int width, int height) {
        TokenRange bounds = rule.bounds(Detail.AUTO);
        if (rule.tokens(width, height, Detail.AUTO) instanceof Counted counted) {
            assertThat(counted.tokens().low()).as("%d x %d", width, height).isGreaterThanOrEqualTo(bounds.low());
            assertThat(counted.tokens().high()).as("%d x %d", width, height).isLessThanOrEqualTo(bounds.high());
        }
    }

    /** Fails if the rule's bounds are not the least and the most of these images, which must include the extremes. */
    static void assertBoundsAreThoseOf(ImageRule rule, int[]... sizes) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int[] size : sizes) {
            if (rule.tokens(size[0], size[1], Detail.AUTO) instanceof Counted counted) {
                least = Math.min(least, counted.tokens().low());
                most = Math.max(most, counted.tokens().high());
            }
        }
        assertThat(rule.bounds(Detail.AUTO)).isEqualTo(new TokenRange(least, (least + most) / 2, most));
    }

    /** Every size up to that many pixels a side. */
    static int[][] allSizesUpTo(int side) {
        List<int[]> sizes = new ArrayList<>();
        for (int width = 1; width <= side; width++) {
            for (int height = 1; height <= side; height++) {
                sizes.add(new int[] {width, height});
            }
        }
        return sizes.toArray(int[][]::new);
    }

    @Test
    default void isKnownByItsId() {
        assertThat(rule().id()).isEqualTo(id());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    default void staysWithinItsBounds(long seed) {
        Random random = new Random(seed);
        ImageRule rule = rule();
        for (int i = 0; i < 20_000; i++) {
            assertWithinBounds(rule, side(random), side(random));
        }
        long middle = rule.bounds(Detail.AUTO).low() + rule.bounds(Detail.AUTO).high();
        assertThat(rule.bounds(Detail.AUTO).expected()).isEqualTo(middle / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    default void givesEveryDetailTheSameFigure(long seed) {
        Random random = new Random(seed);
        ImageRule rule = rule();
        for (int i = 0; i < 100; i++) {
            int width = side(random);
            int height = side(random);
            for (Detail detail : Detail.values()) {
                assertThat(rule.tokens(width, height, detail)).isEqualTo(rule.tokens(width, height, Detail.AUTO));
                assertThat(rule.bounds(detail)).isEqualTo(rule.bounds(Detail.AUTO));
                assertThat(rule.supports(detail)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1000001, 1", "1, 1000001"})
    default void rejectsSidesOutOfRange(int width, int height) {
        ImageRule rule = rule();
        assertThatThrownBy(() -> rule.tokens(width, height, Detail.AUTO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void requiresEveryParameterThatIsNotOptional() {
        for (String name : parameters().keySet()) {
            Map<String, Object> parameters = new HashMap<>(parameters());
            parameters.remove(name);
            if (optional().contains(name)) {
                assertThatCode(() -> rule(id(), parameters)).as(name).doesNotThrowAnyException();
            } else {
                assertRejected(parameters, name);
            }
        }
    }

    @Test
    default void rejectsAParameterItDoesNotHave() {
        Map<String, Object> parameters = new HashMap<>(parameters());
        parameters.put("Patch", 1);
        assertRejected(parameters, "Patch");
    }

    @Test
    default void rejectsParametersOfTheWrongKindOrSize() {
        List<Object> wrongNumbers = List.of(
                "14", Map.of(), new BigDecimal("1.5"), -1, 1_000_001, Integer.MAX_VALUE, new BigDecimal("1e30"));
        Map<String, Object> checked = new HashMap<>(parameters());
        checked.keySet().removeAll(rangedOtherwise());
        checked.forEach((name, value) -> {
            for (Object wrong : value instanceof String ? List.of(1, Map.of(), "", "other") : wrongNumbers) {
                Map<String, Object> parameters = new HashMap<>(parameters());
                parameters.put(name, wrong);
                assertRejected(parameters, name);
            }
        });
    }

    private void assertRejected(Map<String, Object> parameters, String name) {
        assertThatThrownBy(() -> rule(id(), parameters))
                .as("%s in %s", name, parameters)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
