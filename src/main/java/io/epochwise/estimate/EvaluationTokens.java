package io.epochwise.estimate;

import io.epochwise.catalog.Offering;
import io.epochwise.fault.InvalidInputException;
import io.epochwise.money.Bound;
import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The tokens of an evaluation, as the offering counts them and whether they are billed or not; those of a judge apart.
 *
 * @param text of questions and of what stands before them; null if not known
 * @param images of all images; null if not known
 * @param overhead what the packaging of messages counts
 * @param input all the model reads; null if a part is not known
 * @param output all it writes
 */
public record EvaluationTokens(
        TokenRange text, TokenRange images, TokenRange overhead, TokenRange input, TokenRange output) {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /**
     * Counts a run.
     *
     * @throws InvalidInputException if there are too many
     */
    static EvaluationTokens of(EvaluationWorkloads workloads, Offering offering, String tier, LocalDate day) {
        Map<Bound, List<Asked>> asked = new EnumMap<>(Bound.class);
        boolean counted = workloads.knowsImages();
        for (Bound which : Bound.values()) {
            List<Asked> ofGroups = new ArrayList<>();
            for (EvaluationWorkloads.Group group : workloads.groups()) {
                WorkloadTokens call = new WorkloadTokens(workloads.workload(group, which), offering, tier);
                counted &= call.countsImages(day);
                ofGroups.add(new Asked(group.questions() * workloads.runs(), call.on(day, new Notes())));
            }
            asked.put(which, ofGroups);
        }
        for (List<Asked> groups : asked.values()) {
            BigDecimal most = groups.stream().map(Asked::most).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (most.compareTo(MOST) > 0) {
                throw new InvalidInputException("", "asks for more than " + MOST.toPlainString() + " tokens");
            }
        }
        boolean read = workloads.knowsQuestions();
        return new EvaluationTokens(
                read ? sum(asked, call -> call.staticPrompt() + call.fewShotText() + call.variablePrompt()) : null,
                counted ? sum(asked, call -> call.fewShotImages() + call.images()) : null,
                sum(asked, CallTokens::overhead),
                read && counted ? sum(asked, CallTokens::input) : null,
                sum(asked, CallTokens::output));
    }

    /**
     * Calls that are alike.
     *
     * @param answers how many there are
     * @param call the tokens of one
     */
    private record Asked(long answers, CallRange call) {
        BigDecimal most() {
            return BigDecimal.valueOf(answers)
                    .multiply(BigDecimal.valueOf(call.high().input())
                            .add(BigDecimal.valueOf(call.high().output())));
        }
    }

    private static TokenRange sum(Map<Bound, List<Asked>> asked, ToLongFunction<CallTokens> part) {
        long expected = 0;
        for (Asked group : asked.get(Bound.EXPECTED)) {
            expected += group.answers() * part.applyAsLong(group.call().expected());
        }
        long low = expected;
        long high = expected;
        for (List<Asked> groups : asked.values()) {
            long least = 0;
            long most = 0;
            for (Asked group : groups) {
                least += group.answers() * part.applyAsLong(group.call().low());
                most += group.answers() * part.applyAsLong(group.call().high());
            }
            low = Math.min(low, least);
            high = Math.max(high, most);
        }
        return new TokenRange(low, expected, high);
    }
}
