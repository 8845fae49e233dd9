package io.epochwise.export;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.CatalogFile;
import io.epochwise.catalog.CatalogLoader;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostMonth;
import io.epochwise.decision.CostPartKind;
import io.epochwise.estimate.LineCode;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Quotations for tests: made of lines, drawn from seeds, or of answers with the catalog that ships. */
final class Quotations {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final String ID = "sha256:" + "0123456789abcdef".repeat(4);

    private static final List<String> PROVIDERS = List.of("openai", "azure", "self-hosted", "acme");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD");

    /** Texts that a spreadsheet, a parser of CSV or one of JSON could trip over. */
    static final List<String> HOSTILE = List.of(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "  =cmd|' /C calc'!A0",
            "\"=1+1\"",
            "'=1",
            "\uFF1D1",
            "\u00A0\uFF0B1",
            "\u200B\uFF20x",
            "a,b;c\"d\"",
            "\"",
            "back\\slash",
            "Grüße, 日本 🙂",
            "NULL",
            "0042",
            "#comment");

    /** The same with what only notes may hold. */
    static final List<String> HOSTILE_LINES = List.of("a\r\nb", "\t=1", "\r=1", "\n+1", "x\n=HYPERLINK(\"u\")", "-\t");

    private Quotations() {}

    static Catalog shipped() {
        List<CatalogFile> files = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(Path.of("src/main/resources/catalog"), "*.yaml")) {
            for (Path path : paths) {
                files.add(new CatalogFile(path.getFileName().toString(), Files.readString(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CatalogLoader.load(files, List.of(), Integer.MAX_VALUE);
    }

    /** A line of usage; from and to are months counted from 1, both 0 for the first day. */
    static QuotedLine line(
            String id,
            CostPartKind part,
            String provider,
            LineCode code,
            int first,
            int last,
            String quantity,
            Unit unit,
            long per,
            String listPrice,
            String price) {
        BigDecimal cost =
                new BigDecimal(quantity).multiply(new BigDecimal(price)).divide(BigDecimal.valueOf(per));
        return line(
                id, part, provider, code, first, last, quantity, unit, per, listPrice, price, Range.exactly(cost), 2);
    }

    private static QuotedLine line(
            String id,
            CostPartKind part,
            String provider,
            LineCode code,
            int first,
            int last,
            String quantity,
            Unit unit,
            long per,
            String listPrice,
            String price,
            Range amount,
            int digits) {
        BigDecimal list = listPrice == null ? null : new BigDecimal(listPrice);
        BigDecimal counted = new BigDecimal(quantity);
        return new QuotedLine(
                id,
                LineCategory.USAGE,
                part,
                provider,
                (provider == null ? "openai" : provider) + "/model",
                code.toString(),
                code.description(),
                first == 0 ? DAY : DAY.plusMonths(first - 1L),
                last == 0 ? DAY.plusDays(1) : DAY.plusMonths(last),
                counted,
                unit,
                BigDecimal.valueOf(per),
                list == null ? null : Decimals.amount(list),
                Decimals.amount(new BigDecimal(price)),
                list == null ? null : Decimals.amount(list.multiply(counted).divide(BigDecimal.valueOf(per))),
                amount.asAmount(),
                amount.expected().setScale(digits, RoundingMode.HALF_EVEN),
                counted.toPlainString() + " x " + price,
                "PAGE",
                LocalDate.of(2026, 1, 1),
                Grade.OFFICIAL,
                false);
    }

    static QuotedGroup group(int number, List<QuotedLine> lines, List<CostMonth> months) {
        return new QuotedGroup(
                number,
                CostKind.COMPARISON,
                "Group " + number,
                null,
                ID,
                DAY,
                lines.stream()
                        .map(QuotedLine::amount)
                        .reduce(Range.ZERO, Range::plus)
                        .asAmount(),
                null,
                lines,
                months,
                List.of(),
                List.of(),
                List.of());
    }

    /** Months that begin on the day of the quotation. */
    static List<CostMonth> months(String... requests) {
        return IntStream.range(0, requests.length)
                .mapToObj(i -> new CostMonth(i + 1, DAY.plusMonths(i), new BigDecimal(requests[i]), null))
                .toList();
    }

    static Quotation quotation(
            List<QuotedGroup> groups, AgreedSpending agreement, DocumentDetails document, String focusVersion) {
        MinorUnits minor = MinorUnits.of(document.currency()).orElseThrow();
        BigDecimal rate = document.exchangeRate() == null
                ? BigDecimal.ONE
                : document.exchangeRate().rate();
        Adjusting adjusting = new Adjusting(agreement, groups, minor, rate, DAY);
        return new Quotation(
                        null,
                        "sha256:catalog",
                        DAY,
                        Quotation.FORECAST,
                        "USD",
                        document.currency(),
                        focusVersion,
                        document,
                        groups,
                        agreement,
                        adjusting.lines(),
                        adjusting.totals())
                .withId(ID);
    }

    static DocumentDetails document(String currency, ExchangeRate rate) {
        return new DocumentDetails("Q-1", DAY, null, null, null, currency, rate, null, "4711", null, "81112000");
    }

    /**
     * A quotation with everything: calls in months that grow, time, an amount once, own work, a deduction, commitments that cover
     * parts and are not used up, credits, and rounding.
     */
    static Quotation whole(String focusVersion) {
        QuotedGroup training = group(
                1,
                List.of(
                        line(
                                "1.1",
                                CostPartKind.TRAINING,
                                "openai",
                                LineCode.TRAINING_TOKENS,
                                0,
                                0,
                                "5616000",
                                Unit.TOKEN,
                                1_000_000,
                                "25.00",
                                "25.00"),
                        line(
                                "1.2",
                                CostPartKind.TRAINING,
                                "openai",
                                LineCode.TRAINING_FREE_TOKENS,
                                0,
                                0,
                                "-1000000",
                                Unit.TOKEN,
                                1_000_000,
                                "25.00",
                                "25.00"),
                        line(
                                "1.3",
                                CostPartKind.TRAINING,
                                null,
                                LineCode.TRAINING_LABOR,
                                0,
                                0,
                                "1.5",
                                Unit.HOUR,
                                1,
                                null,
                                "80.003")),
                List.of());
        QuotedGroup calls = group(
                2,
                List.of(
                        line(
                                "2.1",
                                CostPartKind.CALLS,
                                "openai",
                                LineCode.INFERENCE_OUTPUT,
                                1,
                                3,
                                "70000000",
                                Unit.TOKEN,
                                1_000_000,
                                "15.00",
                                "14.00"),
                        line(
                                "2.2",
                                CostPartKind.CALLS,
                                "azure",
                                LineCode.HOSTING,
                                1,
                                3,
                                "2190",
                                Unit.HOUR,
                                1,
                                "1.70",
                                "1.70"),
                        line(
                                "2.3",
                                CostPartKind.CALLS,
                                "azure",
                                LineCode.STORAGE,
                                1,
                                3,
                                "3",
                                Unit.MONTH,
                                1,
                                "2.00",
                                "2.00")),
                months("1000", "2000", "4000"));
        QuotedGroup gpus = group(
                3,
                List.of(line(
                        "3.1",
                        CostPartKind.CALLS,
                        "self-hosted",
                        LineCode.SERVING_GPU_HOURS,
                        2,
                        2,
                        "730",
                        Unit.GPU_HOUR,
                        1,
                        "2.10",
                        "2.10")),
                List.of());
        return quotation(
                List.of(training, calls, gpus),
                new AgreedSpending(
                        List.of(
                                new Commitment("openai", new BigDecimal("500"), null, "A-17"),
                                new Commitment("azure", new BigDecimal("9000"), true, null),
                                new Commitment("acme", new BigDecimal("10"), null, null)),
                        List.of(
                                new Credit("openai", new BigDecimal("20.001"), "promotional"),
                                new Credit(null, new BigDecimal("700"), null))),
                document("USD", null),
                focusVersion);
    }

    /** A quotation of many kinds; the same seed gives the same one. */
    static Quotation drawn(long seed) {
        Random random = new Random(seed);
        String currency = pick(random, CURRENCIES);
        BigDecimal rate =
                currency.equals("USD") ? null : decimal(random, 200, 6).add(new BigDecimal("0.000001"));
        int digits = MinorUnits.of(currency).orElseThrow().digits();
        List<QuotedGroup> groups = new ArrayList<>();
        for (int number = 1; number <= 1 + random.nextInt(4); number++) {
            groups.add(group(random, number, rate == null ? BigDecimal.ONE : rate, digits));
        }
        DocumentDetails document = new DocumentDetails(
                hostile(random),
                DAY,
                random.nextBoolean() ? DAY.plusDays(random.nextInt(90)) : null,
                random.nextBoolean() ? new Party(hostile(random), random.nextBoolean() ? hostile(random) : null) : null,
                random.nextBoolean() ? new Party(hostile(random), null) : null,
                currency,
                rate == null ? null : new ExchangeRate(rate, DAY, hostile(random)),
                random.nextBoolean()
                        ? pick(random, random.nextBoolean() ? HOSTILE : HOSTILE_LINES) + hostile(random)
                        : null,
                random.nextBoolean() ? hostile(random) : null,
                null,
                "81112000");
        return quotation(groups, agreement(random), document, random.nextBoolean() ? "1.2" : "1.4");
    }

    private static AgreedSpending agreement(Random random) {
        List<Commitment> commitments = new ArrayList<>();
        for (String provider : PROVIDERS) {
            if (random.nextInt(3) == 0) {
                commitments.add(new Commitment(
                        provider,
                        decimal(random, random.nextBoolean() ? 100 : 1_000_000, 4),
                        random.nextBoolean(),
                        random.nextBoolean() ? hostile(random) + " " + provider : null));
            }
        }
        List<Credit> credits = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            credits.add(new Credit(
                    random.nextBoolean() ? pick(random, PROVIDERS) : null,
                    decimal(random, random.nextBoolean() ? 100 : 1_000_000, 3),
                    random.nextBoolean() ? hostile(random) : null));
        }
        return new AgreedSpending(commitments, credits);
    }

    private static QuotedGroup group(Random random, int number, BigDecimal rate, int digits) {
        int count = random.nextInt(15);
        BigDecimal requests = BigDecimal.valueOf(random.nextInt(1_000));
        BigDecimal growth = BigDecimal.ONE.add(BigDecimal.valueOf(random.nextInt(200) - 100, 2));
        String[] ofMonths = new String[count];
        for (int month = 0; month < count; month++) {
            ofMonths[month] = requests.multiply(growth.pow(month)).toPlainString();
        }
        List<QuotedLine> lines = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(6); i++) {
            lines.add(line(random, number + "." + i, count, rate, digits));
            QuotedLine last = lines.get(lines.size() - 1);
            if (random.nextInt(4) == 0) {
                lines.add(deduction(random, last, number + "." + ++i, digits));
            }
        }
        return group(number, lines, months(ofMonths));
    }

    private static QuotedLine line(Random random, String id, int months, BigDecimal rate, int digits) {
        Unit unit = pick(random, List.of(Unit.values()));
        long per = unit == Unit.TOKEN ? pick(random, List.of(1L, 1_000L, 1_000_000L)) : 1;
        int first = months == 0 || random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(months);
        int last = first == 0 ? 0 : first + random.nextInt(months - first + 1);
        BigDecimal quantity = decimal(random, 100_000_000, random.nextInt(9));
        BigDecimal price = random.nextInt(8) == 0 ? BigDecimal.ZERO : decimal(random, 100, 1 + random.nextInt(5));
        BigDecimal cost = quantity.multiply(price).multiply(rate).divide(BigDecimal.valueOf(per));
        BigDecimal discounted = random.nextBoolean() ? price : price.add(decimal(random, 10, 2));
        return line(
                id,
                pick(random, List.of(CostPartKind.values())),
                random.nextInt(6) == 0 ? null : pick(random, PROVIDERS),
                pick(random, List.of(LineCode.values())),
                first,
                last,
                quantity.toPlainString(),
                unit,
                per,
                random.nextInt(10) == 0 ? null : discounted.multiply(rate).toPlainString(),
                price.multiply(rate).toPlainString(),
                spread(random, cost),
                digits);
    }

    /** A part of what a line charges is free. */
    private static QuotedLine deduction(Random random, QuotedLine of, String id, int digits) {
        BigDecimal quantity = of.quantity()
                .multiply(BigDecimal.valueOf(random.nextInt(101), 2))
                .negate();
        BigDecimal cost = quantity.multiply(of.unitPrice()).divide(of.per());
        return new QuotedLine(
                id,
                of.category(),
                of.part(),
                of.provider(),
                of.offering(),
                LineCode.TRAINING_FREE_TOKENS.toString(),
                LineCode.TRAINING_FREE_TOKENS.description(),
                of.from(),
                of.to(),
                quantity,
                of.unit(),
                of.per(),
                of.unitPrice(),
                of.unitPrice(),
                Decimals.amount(cost),
                Range.exactly(cost).asAmount(),
                cost.setScale(digits, RoundingMode.HALF_EVEN),
                "free",
                of.source(),
                of.priceAsOf(),
                of.grade(),
                false);
    }

    private static Range spread(Random random, BigDecimal expected) {
        return random.nextBoolean()
                ? Range.exactly(expected)
                : new Range(
                        expected.multiply(decimal(random, 1, 3)),
                        expected,
                        expected.multiply(BigDecimal.ONE.add(decimal(random, 3, 3))));
    }

    static String hostile(Random random) {
        return pick(random, HOSTILE);
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Up to a bound, with digits after the point. */
    private static BigDecimal decimal(Random random, int bound, int digits) {
        long unit = BigDecimal.ONE.scaleByPowerOfTen(digits).longValueExact();
        return BigDecimal.valueOf((long) (random.nextDouble() * bound * unit), digits);
    }

    /** The document as it is sent. */
    static String written(QuotationFormat format, Quotation quotation) {
        return new String(format.write(quotation), StandardCharsets.UTF_8);
    }
}
