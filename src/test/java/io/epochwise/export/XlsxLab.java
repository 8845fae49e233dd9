package io.epochwise.export;

import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Unit;
import io.epochwise.dataset.Severity;
import io.epochwise.decision.CostKind;
import io.epochwise.decision.CostMonth;
import io.epochwise.decision.CostPartKind;
import io.epochwise.estimate.Assumption;
import io.epochwise.estimate.AssumptionCode;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.money.Decimals;
import io.epochwise.money.Range;
import io.epochwise.money.Rate;
import io.epochwise.policy.Availability;
import io.epochwise.policy.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Quotations to write, made without a catalog so that they can be as odd as the rules allow. */
final class XlsxLab {
    static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    static final String ID = "sha256:ea2807b03b072b273bf059d264d5013bf2d56fad540e2f9c3dcadd627cecfc68";

    private XlsxLab() {}

    /** A line that costs a quantity at a price, within some percent; without a price if that is null. */
    static QuotedLine line(
            String id, String provider, String quantity, String price, long per, int percent, String currency) {
        BigDecimal units = quantity == null ? null : new BigDecimal(quantity);
        BigDecimal unitPrice = price == null ? null : new BigDecimal(price);
        boolean unpriced = units == null || unitPrice == null;
        BigDecimal amount = unpriced ? null : Decimals.amount(new Rate(unitPrice, BigDecimal.valueOf(per)).cost(units));
        return new QuotedLine(
                id,
                LineCategory.USAGE,
                CostPartKind.CALLS,
                provider,
                (provider == null ? "self-hosted" : provider) + "/seer",
                "inference.input",
                "Input tokens",
                DAY,
                DAY.plusMonths(1),
                units,
                Unit.TOKEN,
                unpriced ? null : BigDecimal.valueOf(per),
                unitPrice,
                unitPrice,
                amount,
                unpriced ? null : around(amount, percent),
                unpriced ? null : MinorUnits.of(currency).orElseThrow().round(amount),
                quantity + " x " + price + " / " + per,
                unpriced ? null : "LAB: a page",
                unpriced ? null : DAY.minusDays(3),
                unpriced ? null : Grade.OFFICIAL,
                unpriced);
    }

    private static Range around(BigDecimal amount, int percent) {
        BigDecimal far = amount.abs().multiply(BigDecimal.valueOf(percent, 2));
        return new Range(amount.subtract(far), amount, amount.add(far)).asAmount();
    }

    static QuotedGroup group(int number, String currency, List<QuotedLine> lines) {
        boolean priced = lines.stream().noneMatch(QuotedLine::unpriced);
        Range total = priced ? lines.stream().map(QuotedLine::amount).reduce(Range.ZERO, Range::plus) : null;
        return new QuotedGroup(
                number,
                CostKind.INFERENCE,
                "Inference with acme/seer, 2 months",
                null,
                ID,
                DAY,
                total == null ? null : total.asAmount(),
                priced
                        ? lines.stream()
                                .map(QuotedLine::rounded)
                                .reduce(MinorUnits.of(currency).orElseThrow().round(BigDecimal.ZERO), BigDecimal::add)
                        : null,
                lines,
                IntStream.rangeClosed(1, 2)
                        .mapToObj(month ->
                                new CostMonth(month, DAY.plusMonths(month - 1L), BigDecimal.valueOf(1_000), total))
                        .toList(),
                List.of(new QuotedGroup.PartAvailability(
                        CostPartKind.CALLS,
                        "acme/seer",
                        new Availability(Verdict.AVAILABLE, List.of(), LocalDate.of(2027, 1, 6), List.of()))),
                List.of(new Assumption(AssumptionCode.values()[0], "Taken for granted", "3")),
                List.of(new Warning(WarningCode.values()[0], Severity.WARNING, "Not sure")));
    }

    static DocumentDetails document(String currency, String rate) {
        return new DocumentDetails(
                "Q-1",
                DAY,
                DAY.plusDays(30),
                new Party("Example Ltd", "B-7"),
                new Party("OpenAI", null),
                currency,
                rate == null
                        ? null
                        : new ExchangeRate(new BigDecimal(rate), DAY.minusDays(4), "stated by the treasury"),
                null,
                "4711",
                null,
                "81112000");
    }

    static Quotation quotation(DocumentDetails document, List<QuotedGroup> groups, AgreedSpending agreement) {
        BigDecimal rate = document.exchangeRate() == null
                ? BigDecimal.ONE
                : document.exchangeRate().rate();
        Adjusting adjusting = new Adjusting(
                agreement == null ? AgreedSpending.NONE : agreement,
                groups,
                MinorUnits.of(document.currency()).orElseThrow(),
                rate,
                DAY);
        return new Quotation(
                ID,
                "sha256:a45b",
                DAY,
                Quotation.FORECAST,
                "USD",
                document.currency(),
                Quotation.USUAL_FOCUS_VERSION,
                document,
                groups,
                agreement == null ? AgreedSpending.NONE : agreement,
                adjusting.lines(),
                adjusting.totals());
    }

    /** One that costs what it costs: a line each price. */
    static Quotation simple(String currency, String... quantitiesAndPrices) {
        List<QuotedLine> lines = new ArrayList<>();
        for (String each : quantitiesAndPrices) {
            String[] parts = each.split(" x ");
            lines.add(line(
                    "1." + (lines.size() + 1),
                    "acme",
                    parts[0].equals("?") ? null : parts[0],
                    parts[1].equals("?") ? null : parts[1],
                    1,
                    10,
                    currency));
        }
        return quotation(document(currency, null), List.of(group(1, currency, lines)), null);
    }

    /** The same with another quantity and price of the first line. */
    static Quotation changed(Quotation quotation, String quantity, String price) {
        List<QuotedGroup> groups = new ArrayList<>(quotation.groups());
        List<QuotedLine> lines = new ArrayList<>(groups.get(0).lines());
        QuotedLine first = lines.get(0);
        lines.set(
                0,
                line(
                        first.id(),
                        first.provider(),
                        quantity,
                        price,
                        first.per().longValueExact(),
                        0,
                        quotation.currency()));
        groups.set(0, group(1, quotation.currency(), lines));
        return quotation(quotation.document(), groups, quotation.agreement());
    }

    /** Anything that can be: ties, many decimals, deductions, several providers, agreements that cover all or nothing. */
    static Quotation random(long seed) {
        Random random = new Random(seed);
        String currency = List.of("USD", "EUR", "JPY", "BHD").get(random.nextInt(4));
        BigDecimal rate =
                currency.equals("USD") ? null : BigDecimal.valueOf(1 + random.nextInt(2_000_000), random.nextInt(7));
        List<String> providers = Arrays.asList("acme", "openai", "google", null);
        List<QuotedGroup> groups = new ArrayList<>();
        for (int number = 1; number <= 1 + random.nextInt(4); number++) {
            List<QuotedLine> lines = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(8); i++) {
                int scale = random.nextInt(4) == 0 ? random.nextInt(13) : 3;
                BigDecimal price = BigDecimal.valueOf(random.nextInt(100_000), scale);
                long quantity = random.nextInt(8) == 0
                        ? random.nextLong(1_000_000_000_000L)
                        : random.nextInt(random.nextInt(3) == 0 ? 100_000_000 : 10_000);
                lines.add(line(
                        number + "." + i,
                        providers.get(random.nextInt(4)),
                        (random.nextInt(6) == 0 ? "-" : "") + quantity,
                        (rate == null ? price : price.multiply(rate)).toPlainString(),
                        random.nextInt(3) == 0 ? 1 : 1_000_000,
                        random.nextInt(3) * 10,
                        currency));
            }
            groups.add(group(number, currency, lines));
        }
        return quotation(document(currency, rate == null ? null : rate.toPlainString()), groups, agreement(random));
    }

    private static AgreedSpending agreement(Random random) {
        if (random.nextBoolean()) {
            return null;
        }
        List<Commitment> commitments = new ArrayList<>();
        for (String provider : List.of("openai", "acme", "other")) {
            if (random.nextBoolean()) {
                commitments.add(new Commitment(provider, money(random), random.nextBoolean(), "A-17"));
            }
        }
        List<Credit> credits = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            credits.add(new Credit(random.nextBoolean() ? null : "openai", money(random), "for a start"));
        }
        return new AgreedSpending(commitments, credits);
    }

    private static BigDecimal money(Random random) {
        return BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 1_000 : 1_000_000_000), random.nextInt(5));
    }
}
