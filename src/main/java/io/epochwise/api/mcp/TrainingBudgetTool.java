package io.epochwise.api.mcp;

import io.epochwise.api.EstimateResource;
import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.Grade;
import io.epochwise.catalog.Offering;
import io.epochwise.decision.TrainingPlan;
import io.epochwise.estimate.Estimate;
import io.epochwise.estimate.EstimateLine;
import io.epochwise.estimate.Warning;
import io.epochwise.estimate.WarningCode;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.fault.UnknownNameException;
import io.epochwise.money.Range;
import io.epochwise.policy.Organization;
import io.epochwise.policy.TunableOfferings;
import io.epochwise.policy.Verdict;
import io.epochwise.token.image.Detail;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What fine-tuning on a dataset costs, at which offerings; as {@code POST /v1/estimates/training} says of each. */
@Singleton
final class TrainingBudgetTool implements Tool<TrainingBudgetTool.Arguments> {
    private static final int MOST_OFFERINGS = 10;
    private static final int LONGEST_SOURCE = 90;
    private static final int SIZES_OF_A_ROW = 3;
    private static final Set<WarningCode> WHY_UNKNOWN =
            EnumSet.of(WarningCode.MISSING_PRICE, WarningCode.TOKENS_UNKNOWN, WarningCode.NOT_TUNABLE);

    private final Catalog catalog;
    private final EstimateResource estimates;
    private final Clock clock;

    TrainingBudgetTool(Catalog catalog, EstimateResource estimates, Clock clock) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.clock = clock;
    }

    /** The arguments; {@code mcp/training_budget.json} says what they mean. */
    @RegisterForReflection
    record Arguments(
            List<String> offerings,
            Range examples,
            Range textTokensPerExample,
            Range imagesPerExample,
            Range imageWidth,
            Range imageHeight,
            Detail imageDetail,
            Integer epochs,
            String tier,
            Boolean hasFineTuned,
            Boolean azureCustomer,
            LocalDate asOf) {
        TrainingPlan training() {
            return Training.plan(
                    examples,
                    textTokensPerExample,
                    imagesPerExample,
                    imageWidth,
                    imageHeight,
                    imageDetail,
                    epochs,
                    tier);
        }

        Organization organization() {
            return new Organization(hasFineTuned, null, azureCustomer, null);
        }
    }

    /**
     * The answer.
     *
     * @param answer the same in a sentence
     * @param asOf the day of the job's creation
     * @param offerings those that may be had first, the cheapest of them first
     * @param notShown how many more there are; null for none
     */
    @RegisterForReflection
    record Answer(String answer, LocalDate asOf, List<Row> offerings, Integer notShown) {}

    /**
     * An offering.
     *
     * @param offering its id
     * @param total what training costs; null if that is not known
     * @param currency ISO 4217 code
     * @param unknown why there is no total; null if there is one
     * @param availability whether the job can be created
     * @param until the first day on which it no longer can; null if no end is known
     * @param formula what the first line is computed from; null where there is no room
     * @param source where its price comes from, perhaps cut; null if it is not known
     * @param sourceAsOf the day for which that source speaks
     * @param grade how good it is
     * @param warnings what may make the total wrong
     */
    @RegisterForReflection
    record Row(
            String offering,
            Range total,
            String currency,
            String unknown,
            Verdict availability,
            LocalDate until,
            String formula,
            String source,
            LocalDate sourceAsOf,
            Grade grade,
            List<String> warnings) {}

    /** An offering's estimate, or why there is none. */
    private record Budget(String offering, Estimate estimate, InvalidInputException fault) {
        boolean open() {
            return estimate != null
                    && TunableOfferings.isOpen(estimate.availability().verdict());
        }

        boolean priced() {
            return estimate != null && estimate.total() != null;
        }

        /** Whether the model can be tuned on such examples at all; one that is trained on images alone cannot on texts. */
        boolean takesTheExamples() {
            return fault == null
                    || fault.violations().stream().noneMatch(violation -> "dataset".equals(violation.field()));
        }

        String currency() {
            return estimate == null ? "" : estimate.currency();
        }

        String unknown() {
            if (estimate == null) {
                return fault.getMessage();
            }
            return estimate.warnings().stream()
                    .filter(warning -> WHY_UNKNOWN.contains(warning.code()))
                    .map(Warning::text)
                    .findFirst()
                    .orElse("a line is unpriced");
        }
    }

    private static final Comparator<Budget> CHEAPEST_FIRST = Comparator.comparing(
                    (Budget budget) -> !(budget.open() && budget.priced()))
            .thenComparing(budget -> !budget.priced())
            .thenComparing(Budget::currency)
            .thenComparing(
                    budget -> budget.priced() ? budget.estimate().total().expected() : null,
                    Comparator.nullsLast(Comparator.naturalOrder()));

    @Override
    public String name() {
        return "training_budget";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Brief.Told answer(Arguments arguments) {
        LocalDate asOf = Objects.requireNonNullElse(arguments.asOf, LocalDate.now(clock));
        TrainingPlan training = arguments.training();
        List<String> names = arguments.offerings == null
                ? TunableOfferings.hosted(catalog, training.dataset().hasImages(), arguments.organization(), asOf)
                        .stream()
                        .map(Offering::id)
                        .toList()
                : Words.names("offerings", arguments.offerings, MOST_OFFERINGS).stream()
                        .distinct()
                        .toList();
        List<Budget> budgets = new ArrayList<>();
        for (String name : names) {
            Budget budget = budget(name, arguments, asOf);
            if (arguments.offerings != null || budget.takesTheExamples()) {
                budgets.add(budget);
            }
        }
        budgets.stream()
                .filter(budget -> budgets.stream().allMatch(each -> each.fault != null))
                .findFirst()
                .ifPresent(budget -> {
                    throw budget.fault;
                });
        budgets.sort(CHEAPEST_FIRST);
        return step -> told(budgets, asOf, step);
    }

    private Budget budget(String name, Arguments arguments, LocalDate asOf) {
        try {
            return new Budget(
                    name, estimates.training(arguments.training().request(name, arguments.organization(), asOf)), null);
        } catch (InvalidInputException fault) {
            return new Budget(name, null, fault);
        } catch (UnknownNameException unknown) {
            throw unknown.at(Words.item("offerings", arguments.offerings, name));
        }
    }

    private static Answer told(List<Budget> budgets, LocalDate asOf, int step) {
        int shown = budgets.size() - Math.max(0, step - SIZES_OF_A_ROW + 1);
        if (shown < Math.min(1, budgets.size())) {
            return null;
        }
        return new Answer(
                sentence(budgets, asOf),
                asOf,
                budgets.stream().limit(shown).map(budget -> row(budget, step)).toList(),
                Words.left(budgets, shown));
    }

    private static Row row(Budget budget, int step) {
        if (budget.estimate == null) {
            return new Row(
                    budget.offering, null, null, budget.unknown(), null, null, null, null, null, null, List.of());
        }
        Estimate estimate = budget.estimate;
        EstimateLine line = estimate.lines().get(0);
        return new Row(
                estimate.offering(),
                estimate.total(),
                estimate.currency(),
                budget.priced() ? null : Brief.cut(budget.unknown(), step == 0 ? 400 : LONGEST_SOURCE),
                estimate.availability().verdict(),
                estimate.availability().until(),
                step > 1 ? null : line.formula(),
                step == 0 ? line.source() : Brief.cut(line.source(), LONGEST_SOURCE),
                line.priceAsOf(),
                line.grade(),
                Words.warnings(estimate.warnings(), step == 0));
    }

    private static String sentence(List<Budget> budgets, LocalDate asOf) {
        if (budgets.isEmpty()) {
            return "No hosted model that can be tuned on such data on " + asOf + " is known.";
        }
        Budget first = budgets.get(0);
        long unpriced = budgets.stream().filter(budget -> !budget.priced()).count();
        String rest = unpriced == 0
                ? ""
                : " For " + unpriced + " of " + budgets.size() + " no total is known, which is not zero.";
        if (!first.priced()) {
            return budgets.size() == 1
                    ? "What fine-tuning " + first.offering + " costs is not known, which is not zero."
                    : "Of none of the " + budgets.size() + " offerings a total is known, which is not zero.";
        }
        String cost = Words.amount(first.estimate.total(), first.currency());
        String job = Words.job(
                first.estimate.availability().verdict(),
                asOf,
                first.estimate.availability().until());
        return (budgets.size() == 1
                        ? "Fine-tuning " + first.estimate.offering() + " costs " + cost
                        : first.estimate.offering() + " costs least in " + first.currency() + " of " + budgets.size()
                                + " offerings: " + cost)
                + "; " + job + "." + rest;
    }
}
