package io.epochwise.catalog.list;

import io.epochwise.catalog.CatalogException;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Price;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A wrong row is rejected, a wrong file named, and nothing else happens. */
class WrongListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final List<String> LISTS = List.of(
            "litellm-2026-08-20.json",
            "genai-prices-2026-08-21.json",
            "models-dev.json",
            "portkey-2026-08-21/openai.json",
            "portkey-2026-08-21/google.json");

    private static final Pattern SCALAR = Pattern.compile("\\s*(null|true|NaN|Infinity|-?[0-9.eE+-]+|\"[^\"]*\")\\s*");

    /** Values that stand where others should. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "\"\"",
            "\"1\"",
            "[]",
            "{}",
            "[[1]]",
            "{\"price\": {}}",
            "NaN",
            "-Infinity",
            "-1",
            "0",
            "1e999999999",
            "1e-999999999",
            "123456789012345678901234567890",
            "1e400",
            "0.1e-400");

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "prices.json    |                         | prices.json:1: empty, not a price list",
                "prices.json    | {}                      | prices.json:1: not a price list of [genai-prices, models.dev",
                "prices.json    | []                      | prices.json:1: not a price list",
                "prices.json    | 5                       | prices.json:1: not a price list",
                "prices.json    | {\"a\": {\"b\": 1}}     | prices.json:1: not a price list",
                "prices.json    | {\"a\": 1} {\"b\": 2}   | prices.json:1: more than one value",
                "prices.json    | {\"a\": {\"b\":         | prices.json:1: Unexpected end-of-input",
                "prices.json    | <html>                  | prices.json:1: Unexpected character",
                "x/prices.yml   | a: b                    | x/prices.yml:1: not a price list",
                "x/prices.yaml  | '[unclosed'             | x/prices.yaml:1: "
            })
    void aFileThatIsNoPriceListIsNamed(String name, String text, String message) {
        assertThatThrownBy(() -> ListFiles.read(name, text == null ? "" : text))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 100_000})
    void depthHarmsOnlyItsRow(int depth) {
        String deep = "[".repeat(depth) + "]".repeat(depth);
        PriceList list = ListFiles.read("prices.json", """
                {"a": {"litellm_provider": "acme", "input_cost_per_token": %s},
                 "b": {"litellm_provider": "acme", "input_cost_per_token": 1e-6}}""".formatted(deep));
        assertThat(ListFiles.prices(list)).containsExactly("acme/b: input 1");
        assertThat(ListFiles.rejected(list)).containsExactly("a: input_cost_per_token not-a-number");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000, 1_000_000})
    void lengthHarmsOnlyItsRow(int length) {
        String digits = "9".repeat(length);
        PriceList list = ListFiles.read("prices.json", """
                {"%s": {"litellm_provider": "acme", "input_cost_per_token": 1},
                 "b": {"litellm_provider": "acme", "input_cost_per_token": %s, "output_cost_per_token": 0.%s,
                       "max_input_tokens": %s, "cache_read_input_token_cost": 1e-6}}""".formatted("m".repeat(length * 4), digits, digits, digits));
        assertThat(ListFiles.prices(list)).containsExactly("acme/b: cached-input 1");
        assertThat(list.rejected()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a b", "a\\nb", "a\\\\b", "\\u00e9", "", "a/../\\u202e"})
    void aNameThatIsNoPlainTextIsRejected(String name) {
        PriceList list = ListFiles.read("prices.json", """
                {"%s": {"litellm_provider": "acme", "input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6},
                 "ok": {"litellm_provider": "%s", "input_cost_per_token": 1e-6, "output_cost_per_token": 1e-6}}""".formatted(name, name));
        assertThat(list.models()).isEmpty();
        assertThat(list.rejected()).hasSize(2).allSatisfy(row -> assertThat(row.reason())
                .isEqualTo(Rejection.UNREADABLE_NAME));
    }

    /** Values of the fixtures exchanged at random: the file is still read, and what is taken is a price. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whateverValueStandsSomewhereOnlyItsRowIsHarmed(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (String name : LISTS) {
            String[] parts = parts(name);
            List<Integer> values = IntStream.range(1, parts.length)
                    .filter(i -> parts[i - 1].endsWith(":")
                            && SCALAR.matcher(parts[i]).matches())
                    .boxed()
                    .toList();
            for (int i = 0; i < 200; i++) {
                String[] changed = parts.clone();
                for (int n = 1 + random.nextInt(6); n > 0; n--) {
                    int at = values.get(random.nextInt(values.size()));
                    changed[at] = random.nextBoolean()
                            ? ODD.get(random.nextInt(ODD.size()))
                            : parts[values.get(random.nextInt(values.size()))];
                }
                read += load(new CatalogFile(name, String.join("", changed))) ? 1 : 0;
            }
        }
        assertThat(read).isEqualTo(200 * LISTS.size());
    }

    /** Pieces lost or moved: the file is read or named, and no other exception comes out. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whateverIsLostTheFileIsReadOrNamed(long seed) {
        Random random = new Random(seed);
        int named = 0;
        for (String name : LISTS) {
            String[] parts = parts(name);
            for (int i = 0; i < 200; i++) {
                String[] changed = parts.clone();
                int at = random.nextInt(parts.length);
                changed[at] = random.nextBoolean() ? "" : parts[random.nextInt(parts.length)];
                named += load(new CatalogFile(name, String.join("", changed))) ? 0 : 1;
            }
        }
        assertThat(named).isPositive();
    }

    private static String[] parts(String name) {
        return ListFiles.file(name).text().split("(?<=[:,\\[{])|(?=[,\\]}])");
    }

    private static boolean load(CatalogFile file) {
        PricedCatalog priced;
        try {
            priced = PricedCatalog.of(CatalogLoader.load(List.of()), List.of(file));
        } catch (CatalogException e) {
            assertThat(e).hasMessageStartingWith(file.name() + ":");
            return false;
        }
        priced.conflicts(null, TODAY);
        assertThat(priced.catalog().offerings()).allSatisfy(offering -> {
            assertThat(offering.id()).matches("[a-z0-9._-]+/[!-~]+");
            assertThat(offering.prices()).allSatisfy(WrongListTest::isAPrice);
        });
        return true;
    }

    private static void isAPrice(Price price) {
        assertThat(price.amount().signum()).isNotNegative();
        assertThat(price.amount().precision()).isLessThanOrEqualTo(ListedAmount.DIGITS);
        assertThat(price.amount().scale()).isBetween(0, 18);
    }
}
