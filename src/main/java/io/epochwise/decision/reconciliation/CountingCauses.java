package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.money.Decimals;
import io.epochwise.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tries each way of counting a training job otherwise, and each two of them together, on the tokens billed; on the amount, together
 * with other prices too, where the tokens are not known. Two are told only if they meet the bill exactly and none does alone.
 */
final class CountingCauses implements AmountCause {
    private static final List<CountingCause> ALL = List.of(
            new BillingUnitCause(),
            new MessageOverheadCause(),
            new SkippedImagesCause(),
            new ImageDetailCause(),
            new ImageRuleCause(),
            new ValidationTokensCause(),
            new FileBytesCause(),
            new EpochsCause(),
            new TruncatedExamplesCause(),
            new FreeTokensCause());

    /** A count that may be the one billed. */
    private record Guess(CountChange one, CountChange two, JobCount count, BigDecimal tokens) {}

    /** What the count is held against: tokens, or their amount at a price. */
    private record Target(BigDecimal billed, BigDecimal expected, Rate rate, ListPrices.Named price) {
        BigDecimal of(BigDecimal tokens) {
            return rate == null ? tokens : rate.cost(tokens);
        }

        Optional<Confidence> fit(BigDecimal tokens) {
            return rate == null
                    ? Figures.ofTokens(billed, tokens, expected)
                    : Figures.ofAmount(billed, of(tokens), expected);
        }

        boolean met() {
            return rate == null ? billed.compareTo(expected) == 0 : Figures.billsAs(expected, billed);
        }

        BigDecimal left(BigDecimal tokens) {
            return billed.subtract(of(tokens)).abs();
        }
    }

    @Override
    public Stream<BillingCause> find(BillingCase bill) {
        if (bill.job() == null) {
            return Stream.empty();
        }
        return bill.charge(Meter.TRAINING).stream().flatMap(charge -> find(bill, charge));
    }

    private static Stream<BillingCause> find(BillingCase bill, ComparedCharge charge) {
        BigDecimal expected = charge.estimated().quantity();
        Rate rate = charge.estimated().rate().orElse(null);
        if (charge.quantity() != null) {
            return find(bill.job(), new Target(charge.quantity(), expected, null, null), rate, List.of());
        }
        BigDecimal billed = bill.billedFor(charge);
        if (billed == null || rate == null) {
            return Stream.empty();
        }
        Target target = new Target(billed, rate.cost(expected), rate, null);
        List<Target> otherPrices =
                ListPrices.others(
                                bill,
                                charge,
                                price -> price.inForce(bill.answer().asOf()))
                        .values()
                        .stream()
                        .map(other -> new Target(billed, target.expected(), other.rate(), other))
                        .toList();
        return find(bill.job(), target, rate, otherPrices);
    }

    private static Stream<BillingCause> find(BilledJob job, Target target, Rate rate, List<Target> otherPrices) {
        if (target.met()) {
            return Stream.empty();
        }
        List<CountChange> all =
                ALL.stream().flatMap(cause -> cause.changes(job)).toList();
        BigDecimal counted = job.count().tokens();
        List<CountChange> changes = all.stream()
                .filter(change -> change.of(job.count()).tokens().compareTo(counted) != 0)
                .toList();
        List<BillingCause> alone = alone(job, changes, target, rate);
        return alone.stream().anyMatch(cause -> cause.confidence() == Confidence.EXACT)
                ? alone.stream()
                : Stream.of(
                                alone.stream(),
                                together(job, all, target, rate),
                                otherPrices.stream().flatMap(price -> atPrice(job, changes, price, rate)))
                        .flatMap(causes -> causes);
    }

    /** The nearest of each cause, if it is near enough. */
    private static List<BillingCause> alone(BilledJob job, List<CountChange> changes, Target target, Rate rate) {
        Map<BillingCauseCode, Guess> nearest = new TreeMap<>();
        for (CountChange change : changes) {
            nearest.merge(
                    change.code(),
                    guess(job, change, null),
                    (known, guess) ->
                            target.left(guess.tokens()).compareTo(target.left(known.tokens())) < 0 ? guess : known);
        }
        return nearest.values().stream()
                .sorted(Comparator.comparing(guess -> target.left(guess.tokens())))
                .flatMap(guess -> cause(job, guess, target, rate).stream())
                .toList();
    }

    /** Two of them; a begun unit may matter only with another cause, so here are those too that alone change nothing. */
    private static Stream<BillingCause> together(BilledJob job, List<CountChange> changes, Target target, Rate rate) {
        List<BillingCause> causes = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            for (int j = i + 1; j < changes.size(); j++) {
                if (changes.get(i).code() != changes.get(j).code()) {
                    exact(job, guess(job, changes.get(i), changes.get(j)), target, rate)
                            .ifPresent(causes::add);
                }
            }
        }
        return causes.stream();
    }

    private static Stream<BillingCause> atPrice(BilledJob job, List<CountChange> changes, Target price, Rate rate) {
        return changes.stream().flatMap(change -> exact(job, guess(job, change, null), price, rate).stream());
    }

    private static Guess guess(BilledJob job, CountChange one, CountChange two) {
        JobCount first = one.of(job.count());
        JobCount count = two == null ? first : two.of(first);
        return new Guess(one, two, count, count.tokens());
    }

    private static Optional<BillingCause> exact(BilledJob job, Guess guess, Target target, Rate rate) {
        return cause(job, guess, target, rate).filter(cause -> cause.confidence() == Confidence.EXACT);
    }

    private static Optional<BillingCause> cause(BilledJob job, Guess guess, Target target, Rate rate) {
        return target.fit(guess.tokens()).map(confidence -> {
            BigDecimal tokens = guess.tokens().subtract(job.count().tokens());
            BigDecimal amount = target.rate() != null
                    ? target.of(guess.tokens()).subtract(target.expected())
                    : rate == null ? null : rate.cost(tokens);
            return new BillingCause(
                    guess.one().code(),
                    guess.two() != null
                            ? guess.two().code()
                            : target.price() == null ? null : BillingCauseCode.PRICE_CLASS,
                    confidence,
                    text(guess, target),
                    target.rate() == null
                            ? guess.count().formula()
                            : guess.count().formula() + "; / "
                                    + Decimals.plain(target.rate().per()) + " x "
                                    + Decimals.amount(target.rate().price()).toPlainString() + " = "
                                    + Decimals.amount(target.of(guess.tokens())).toPlainString(),
                    new BigDecimal(Decimals.plain(tokens)),
                    amount == null ? null : Decimals.amount(amount));
        });
    }

    private static String text(Guess guess, Target target) {
        String text = guess.one().text();
        if (guess.two() != null) {
            return text + " " + guess.two().text();
        }
        return target.price() == null
                ? text
                : text + " The price is " + target.price().price() + ", that of "
                        + target.price().words() + ".";
    }
}
