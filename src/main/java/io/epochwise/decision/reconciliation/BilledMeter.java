package io.epochwise.decision.reconciliation;

import io.epochwise.catalog.Meter;
import io.epochwise.estimate.LineCode;
import io.epochwise.fault.Spelling;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which meter a line of an estimate or a row of a bill is of. Whether a model is tuned makes no difference here. */
final class BilledMeter {
    private static final Pattern APART = Pattern.compile("[^a-z0-9]+");
    private static final String BATCH_LINE = ".batch";

    /** Input read from the cache goes before input, of which it is a part. */
    private static final Map<Meter, Meter> IN_BATCHES = Map.of(
            Meter.INPUT, Meter.BATCH_INPUT,
            Meter.CACHED_INPUT, Meter.BATCH_CACHED_INPUT,
            Meter.CACHE_WRITE, Meter.BATCH_CACHE_WRITE,
            Meter.OUTPUT, Meter.BATCH_OUTPUT);

    private static final Map<Meter, Meter> UNTUNED = Map.of(
            Meter.TUNED_INPUT, Meter.INPUT,
            Meter.TUNED_CACHED_INPUT, Meter.CACHED_INPUT,
            Meter.TUNED_OUTPUT, Meter.OUTPUT,
            Meter.TUNED_BATCH_INPUT, Meter.BATCH_INPUT,
            Meter.TUNED_BATCH_OUTPUT, Meter.BATCH_OUTPUT);

    private BilledMeter() {}

    /** The same meter of the model that is not tuned. */
    static Meter untuned(Meter meter) {
        return UNTUNED.getOrDefault(meter, meter);
    }

    /** The same meter of a tuned model, where it has one of its own. */
    static Meter tuned(Meter meter) {
        return UNTUNED.entrySet().stream()
                .filter(entry -> entry.getValue() == meter)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(meter);
    }

    /** The meter of a line; empty if no meter of the catalog charges for it. */
    static Optional<Meter> of(LineCode code) {
        String name = code.toString();
        boolean batch = name.endsWith(BATCH_LINE);
        return Optional.ofNullable(
                        switch (code) {
                            case TRAINING_TOKENS, TRAINING_VALIDATION_TOKENS, TRAINING_FREE_TOKENS -> Meter.TRAINING;
                            case TRAINING_EVALUATION_TOKENS -> Meter.BATCH_INPUT;
                            case TRAINING_IMAGES -> Meter.TRAINING_IMAGE;
                            case TRAINING_HOURS -> Meter.TRAINING_HOUR;
                            case TRAINING_GPU_HOURS, SERVING_GPU_HOURS -> Meter.GPU_HOUR;
                            case TRAINING_MINIMUM, TRAINING_DISPUTED_MINIMUM -> Meter.JOB_MINIMUM;
                            case INFERENCE_CACHE_STORAGE -> Meter.CACHE_STORAGE;
                            case SERVING_UNITS -> Meter.PROVISIONED_THROUGHPUT;
                            case HOSTING -> Meter.HOSTING;
                            case STORAGE -> Meter.STORAGE;
                            case INFERENCE_OUTPUT, INFERENCE_OUTPUT_BATCH, EVALUATION_OUTPUT -> Meter.OUTPUT;
                            case INFERENCE_CACHED_INPUT, INFERENCE_CACHED_INPUT_BATCH, EVALUATION_CACHED_INPUT ->
                                Meter.CACHED_INPUT;
                            case INFERENCE_CACHE_WRITE, INFERENCE_CACHE_WRITE_BATCH, EVALUATION_CACHE_WRITE ->
                                Meter.CACHE_WRITE;
                            case INFERENCE_STATIC_PROMPT,
                                    INFERENCE_FEW_SHOT_TEXT,
                                    INFERENCE_FEW_SHOT_IMAGES,
                                    INFERENCE_VARIABLE_PROMPT,
                                    INFERENCE_IMAGES,
                                    INFERENCE_OVERHEAD,
                                    INFERENCE_STATIC_PROMPT_BATCH,
                                    INFERENCE_FEW_SHOT_TEXT_BATCH,
                                    INFERENCE_FEW_SHOT_IMAGES_BATCH,
                                    INFERENCE_VARIABLE_PROMPT_BATCH,
                                    INFERENCE_IMAGES_BATCH,
                                    INFERENCE_OVERHEAD_BATCH,
                                    EVALUATION_STATIC_PROMPT,
                                    EVALUATION_FEW_SHOT_TEXT,
                                    EVALUATION_FEW_SHOT_IMAGES,
                                    EVALUATION_QUESTIONS,
                                    EVALUATION_IMAGES,
                                    EVALUATION_OVERHEAD -> Meter.INPUT;
                            case TRAINING_LABOR,
                                    UP_FRONT_PREPARATION,
                                    UP_FRONT_EVALUATION,
                                    UP_FRONT_EXTRA,
                                    INFERENCE_FALLBACK,
                                    EVALUATION_JUDGE_INPUT,
                                    EVALUATION_JUDGE_OVERHEAD,
                                    EVALUATION_JUDGE_OUTPUT,
                                    SERVING_LABOR -> null;
                        })
                .map(meter -> batch ? IN_BATCHES.get(meter) : meter);
    }

    /**
     * The line that one of some names is the code of.
     *
     * @param names as a bill has them
     */
    static Optional<LineCode> line(List<String> names) {
        return names.stream()
                .flatMap(name -> Spelling.parse(LineCode.values(), name).stream())
                .findFirst();
    }

    /**
     * The meter that some names mean, if one of them means one and no other: the catalog's own name, or words that providers use.
     *
     * @param names as a bill has them, the surest first
     */
    static Optional<Meter> named(List<String> names) {
        return names.stream().flatMap(name -> named(name).stream()).findFirst();
    }

    private static Optional<Meter> named(String name) {
        Optional<Meter> own = Spelling.parse(Meter.values(), name).map(BilledMeter::untuned);
        if (own.isPresent()) {
            return own;
        }
        Set<String> words = APART.splitAsStream(name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Set<Meter> meant = meant(words);
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    private static Set<Meter> meant(Set<String> words) {
        Predicate<String[]> any = of -> Stream.of(of).anyMatch(words::contains);
        Set<Meter> meters = EnumSet.noneOf(Meter.class);
        boolean batch = words.contains("batch");
        boolean cached = any.test(new String[] {"cached", "cchd", "cache"});
        if (any.test(new String[] {"training", "trng", "train"})) {
            meters.add(any.test(new String[] {"hour", "hours"}) ? Meter.TRAINING_HOUR : Meter.TRAINING);
        }
        if (any.test(new String[] {"hosting", "hstng"})) {
            meters.add(Meter.HOSTING);
        }
        if (words.contains("storage")) {
            meters.add(cached ? Meter.CACHE_STORAGE : Meter.STORAGE);
        }
        if (any.test(new String[] {"output", "outp", "completion"})) {
            meters.add(batch ? Meter.BATCH_OUTPUT : Meter.OUTPUT);
        }
        if (any.test(new String[] {"input", "inp", "prompt"})) {
            Meter input = !cached ? Meter.INPUT : words.contains("write") ? Meter.CACHE_WRITE : Meter.CACHED_INPUT;
            meters.add(batch ? IN_BATCHES.get(input) : input);
        }
        return meters;
    }
}
