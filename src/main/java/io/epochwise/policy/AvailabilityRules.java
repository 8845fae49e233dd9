package io.epochwise.policy;

import io.epochwise.catalog.Audience;
import io.epochwise.catalog.FactStatus;
import io.epochwise.catalog.FineTuning;
import io.epochwise.catalog.LifeCycleEvent;
import io.epochwise.catalog.LifeCycleEventType;
import io.epochwise.catalog.Method;
import io.epochwise.catalog.Offering;
import io.epochwise.catalog.OfferingKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import static io.epochwise.catalog.LifeCycleEventType.BASE_MODEL_SHUTDOWN;
import static io.epochwise.catalog.LifeCycleEventType.CLOSED_TO_INACTIVE_ORGANIZATIONS;
import static io.epochwise.catalog.LifeCycleEventType.CLOSED_TO_NEW_ORGANIZATIONS;
import static io.epochwise.catalog.LifeCycleEventType.FINE_TUNING_STARTS;
import static io.epochwise.catalog.LifeCycleEventType.LAUNCH;
import static io.epochwise.catalog.LifeCycleEventType.REROUTED;
import static io.epochwise.catalog.LifeCycleEventType.SEEN_IN_SERVICE;
import static io.epochwise.catalog.LifeCycleEventType.SHUTDOWN;
import static io.epochwise.catalog.LifeCycleEventType.TRAINING_ENDS;
import static io.epochwise.catalog.LifeCycleEventType.VISION_FINE_TUNING_STARTS;

/**
 * May this organization do this on this date, and until when? What is not known of the organization is tried both ways:
 * where the answers differ, the verdict is restricted and the end is the earliest.
 */
public final class AvailabilityRules {
    private static final Set<LifeCycleEventType> CALLS_OPEN = EnumSet.of(LAUNCH);
    private static final Set<LifeCycleEventType> TRAINING_OPENS = EnumSet.of(LAUNCH, FINE_TUNING_STARTS);
    private static final Set<LifeCycleEventType> VISION_TRAINING_OPENS =
            EnumSet.of(LAUNCH, FINE_TUNING_STARTS, VISION_FINE_TUNING_STARTS);
    private static final Set<LifeCycleEventType> RETIRING = EnumSet.of(REROUTED, SHUTDOWN);
    private static final Set<LifeCycleEventType> RETIRING_BASE = EnumSet.of(BASE_MODEL_SHUTDOWN, REROUTED, SHUTDOWN);
    private static final List<Boolean> YES = List.of(true);
    private static final List<Boolean> NO = List.of(false);
    private static final List<Boolean> EITHER = List.of(true, false);

    private AvailabilityRules() {}

    /**
     * Whether the organization can create a training job.
     *
     * @param offering the model
     * @param method how it is tuned; ignored if the model cannot be tuned
     * @param withImages whether the examples have images
     * @param organization what is known of the organization
     * @param asOf the day of the job's creation
     */
    public static Availability training(
            Offering offering, Method method, boolean withImages, Organization organization, LocalDate asOf) {
        return judgeTraining(offering, method, withImages, organization, asOf).availability();
    }

    /** As {@link #training}. */
    static Judgment judgeTraining(
            Offering offering, Method method, boolean withImages, Organization organization, LocalDate asOf) {
        Judgment byDates = judge(
                offering,
                organization,
                asOf,
                withImages ? VISION_TRAINING_OPENS : TRAINING_OPENS,
                (event, standing) -> endsTraining(offering, event, standing),
                RETIRING);
        Judgment never = never(offering, method, withImages);
        if (never != null) {
            return goesBefore(byDates, never) ? never.and(byDates) : never;
        }
        Judgment doubt = inDoubt(offering.fineTuning(), method, withImages);
        if (doubt == null) {
            return byDates;
        }
        boolean ended = byDates.verdict() == Verdict.CLOSED || byDates.verdict() == Verdict.RETIRED;
        return ended ? doubt.and(byDates) : doubt;
    }

    /** Why the model cannot be tuned so on any day; null if it can. */
    private static Judgment never(Offering offering, Method method, boolean withImages) {
        Judgment untunable = untunable(offering);
        if (untunable != null) {
            return untunable;
        }
        FineTuning tuning = offering.fineTuning();
        if (!tuning.methods().contains(method)) {
            return undated(
                    Verdict.CLOSED,
                    AvailabilityCode.METHOD_NOT_OFFERED,
                    () -> "The model cannot be fine-tuned by the method " + method + ", only by " + tuning.methods()
                            + ".",
                    tuning);
        }
        if (withImages && !tuning.visionUnknown() && !tuning.visionMethods().contains(method)) {
            return undated(
                    Verdict.CLOSED,
                    AvailabilityCode.IMAGES_NOT_TRAINABLE,
                    () -> "The model cannot be fine-tuned on images by the method " + method + ".",
                    tuning);
        }
        return null;
    }

    /** What no source says, or what sources contradict each other about, is not known whatever the dates are; null if nothing is. */
    private static Judgment inDoubt(FineTuning tuning, Method method, boolean withImages) {
        if (withImages && tuning.visionUnknown() && !tuning.visionMethods().contains(method)) {
            return undated(
                    Verdict.UNKNOWN,
                    AvailabilityCode.IMAGES_UNKNOWN,
                    () -> tuning.visionMethods().isEmpty()
                            ? AvailabilityCode.IMAGES_UNKNOWN.meaning()
                            : "No source says whether the model can be fine-tuned on images by the method " + method
                                    + ".",
                    tuning);
        }
        return tuning.status() == FactStatus.CONFLICT
                ? undated(Verdict.UNKNOWN, AvailabilityCode.TUNING_DISPUTED, tuning)
                : null;
    }

    /** A model that is gone is retired, whatever it could not do before; what has ended is not unknown. */
    private static boolean goesBefore(Judgment byDates, Judgment never) {
        return byDates.verdict() == Verdict.RETIRED
                || byDates.verdict() == Verdict.CLOSED && never.verdict() == Verdict.UNKNOWN;
    }

    /** Whether the organization can call a model it tuned; the parameters are those of {@link #training}. */
    public static Availability tunedInference(Offering offering, Organization organization, LocalDate asOf) {
        Judgment byDates = judge(
                offering,
                organization.asCustomer(),
                asOf,
                TRAINING_OPENS,
                (event, standing) -> RETIRING.contains(event.event()),
                RETIRING);
        Judgment never = untunable(offering);
        if (never == null) {
            return byDates.availability();
        }
        return (goesBefore(byDates, never) ? never.and(byDates) : never).availability();
    }

    /** Whether the organization can call the base model; the parameters are those of {@link #training}. */
    public static Availability baseInference(Offering offering, Organization organization, LocalDate asOf) {
        return judge(
                        offering,
                        organization,
                        asOf,
                        CALLS_OPEN,
                        (event, standing) -> RETIRING_BASE.contains(event.event()),
                        RETIRING_BASE)
                .availability();
    }

    /** One way in which an organization can stand to the provider, nothing left open. */
    private record Standing(boolean hasFineTuned, boolean recentTunedInference, boolean customer) {
        boolean concernedBy(LifeCycleEvent event) {
            return switch (event.appliesTo()) {
                case EVERYONE -> true;
                case EXISTING_CUSTOMERS -> customer;
                case NEW_CUSTOMERS -> !customer;
            };
        }
    }

    /** The answer for one standing: what stands against it now, or else what will end it (null: nothing known). */
    private record Answer(Verdict verdict, List<LifeCycleEvent> obstacles, LifeCycleEvent end) {
        boolean possible() {
            return verdict == Verdict.AVAILABLE;
        }
    }

    /** Why the model cannot be tuned at all; null if it can. */
    private static Judgment untunable(Offering offering) {
        if (offering.tunable()) {
            return null;
        }
        if (offering.fineTuning() == null && offering.kind() != OfferingKind.PROMPT_ONLY) {
            return undated(Verdict.UNKNOWN, AvailabilityCode.TUNING_UNKNOWN, null);
        }
        return undated(Verdict.CLOSED, AvailabilityCode.NOT_TUNABLE, offering.fineTuning());
    }

    private static Judgment undated(Verdict verdict, AvailabilityCode code, FineTuning tuning) {
        return undated(verdict, code, code::meaning, tuning);
    }

    /** A verdict that no date decides. Where sources do not just state it, the note that says why comes with it. */
    private static Judgment undated(Verdict verdict, AvailabilityCode code, Supplier<String> text, FineTuning tuning) {
        return new Judgment(verdict, null, () -> {
            if (tuning == null) {
                return List.of(new Reason(code, text.get(), null, null));
            }
            boolean plain = tuning.status() == FactStatus.STATED || tuning.note() == null;
            return List.of(new Reason(
                    code, plain ? text.get() : text.get() + " " + sentence(tuning.note()), null, tuning.source()));
        });
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + (note.endsWith(".") ? "" : ".");
    }

    private static boolean endsTraining(Offering offering, LifeCycleEvent event, Standing standing) {
        return switch (event.event()) {
            case CLOSED_TO_NEW_ORGANIZATIONS -> !standing.hasFineTuned();
            case CLOSED_TO_INACTIVE_ORGANIZATIONS -> !standing.recentTunedInference();
            case TRAINING_ENDS, REROUTED, SHUTDOWN -> true;
            // MS-RETIRE: whom no end of training is stated for, it ends with the base model.
            case BASE_MODEL_SHUTDOWN ->
                offering.lifeCycle().stream()
                        .noneMatch(other -> other.event() == TRAINING_ENDS && standing.concernedBy(other));
            case LAUNCH, SEEN_IN_SERVICE, FINE_TUNING_STARTS, VISION_FINE_TUNING_STARTS, DEPRECATED -> false;
        };
    }

    private static Judgment judge(
            Offering offering,
            Organization organization,
            LocalDate asOf,
            Set<LifeCycleEventType> opening,
            BiPredicate<LifeCycleEvent, Standing> ends,
            Set<LifeCycleEventType> retiring) {
        if (offering.lifeCycle().isEmpty()) {
            return undated(Verdict.UNKNOWN, AvailabilityCode.LIFE_CYCLE_UNKNOWN, null);
        }
        LifeCycleEvent laterProof = onlyLaterProof(offering, asOf);
        if (laterProof != null) {
            return new Judgment(Verdict.UNKNOWN, null, () -> List.of(reason(laterProof)));
        }
        List<Answer> answers = new ArrayList<>();
        for (Standing standing : standings(offering, organization)) {
            answers.add(answer(offering, standing, asOf, opening, ends, retiring));
        }
        return combine(answers);
    }

    /** The first sight of the model in service, if that is after the date and nothing tells when service began; else null. */
    private static LifeCycleEvent onlyLaterProof(Offering offering, LocalDate asOf) {
        LifeCycleEvent first = null;
        for (LifeCycleEvent event : offering.lifeCycle()) {
            if (event.event() == LAUNCH
                    || event.event() == SEEN_IN_SERVICE && !event.on().isAfter(asOf)) {
                return null;
            }
            if (first == null && event.event() == SEEN_IN_SERVICE) {
                first = event;
            }
        }
        return first;
    }

    /** All ways in which the organization can stand, as far as they make a difference to this offering. */
    private static List<Standing> standings(Offering offering, Organization organization) {
        boolean newMatters = false;
        boolean recentMatters = false;
        boolean customerMatters = false;
        for (LifeCycleEvent event : offering.lifeCycle()) {
            newMatters |= event.event() == CLOSED_TO_NEW_ORGANIZATIONS;
            recentMatters |= event.event() == CLOSED_TO_INACTIVE_ORGANIZATIONS;
            customerMatters |= event.appliesTo() != Audience.EVERYONE;
        }
        List<Standing> standings = new ArrayList<>();
        for (boolean hasFineTuned : possible(organization.hasFineTuned(), newMatters)) {
            for (boolean recent : possible(organization.recentTunedInference(), recentMatters)) {
                for (boolean customer : possible(organization.customerOf(offering.provider()), customerMatters)) {
                    standings.add(new Standing(hasFineTuned, recent, customer));
                }
            }
        }
        return standings;
    }

    private static List<Boolean> possible(Boolean said, boolean matters) {
        if (said != null) {
            return said ? YES : NO;
        }
        return matters ? EITHER : YES;
    }

    private static Answer answer(
            Offering offering,
            Standing standing,
            LocalDate asOf,
            Set<LifeCycleEventType> opening,
            BiPredicate<LifeCycleEvent, Standing> ends,
            Set<LifeCycleEventType> retiring) {
        List<LifeCycleEvent> obstacles = new ArrayList<>();
        LifeCycleEvent end = null;
        for (LifeCycleEvent event : offering.lifeCycle()) {
            if (!standing.concernedBy(event)) {
                continue;
            }
            boolean come = !event.on().isAfter(asOf);
            if (opening.contains(event.event()) && !come || ends.test(event, standing) && come) {
                obstacles.add(event);
            } else if (end == null && ends.test(event, standing)) {
                end = event;
            }
        }
        if (obstacles.isEmpty()) {
            return new Answer(Verdict.AVAILABLE, obstacles, end);
        }
        boolean certain = false;
        List<LifeCycleEvent> retirement = new ArrayList<>();
        for (LifeCycleEvent event : obstacles) {
            certain |= !doubtful(event);
            if (retiring.contains(event.event())) {
                retirement.add(event);
            }
        }
        if (!certain) {
            return new Answer(Verdict.UNKNOWN, obstacles, null);
        }
        return retirement.isEmpty()
                ? new Answer(Verdict.CLOSED, obstacles, null)
                : new Answer(Verdict.RETIRED, retirement, null);
    }

    /** An end that no source confirms, or of which the vendor promises only that it is not earlier. */
    private static boolean doubtful(LifeCycleEvent event) {
        return event.status() == FactStatus.UNVERIFIED || event.noEarlierThan() && event.event() == SHUTDOWN;
    }

    private static Judgment combine(List<Answer> answers) {
        int possible = 0;
        LocalDate until = null;
        for (Answer answer : answers) {
            possible += answer.possible() ? 1 : 0;
            if (answer.end() != null && (until == null || answer.end().on().isBefore(until))) {
                until = answer.end().on();
            }
        }
        if (possible == 0) {
            return new Judgment(impossible(answers), null, () -> reasons(obstaclesOfClosed(answers)));
        }
        return new Judgment(
                possible == answers.size() ? Verdict.AVAILABLE : Verdict.RESTRICTED,
                until,
                () -> reasons(obstaclesAndEnds(answers)));
    }

    private static Set<LifeCycleEvent> obstaclesAndEnds(List<Answer> answers) {
        Set<LifeCycleEvent> events = new LinkedHashSet<>();
        answers.forEach(answer -> events.addAll(answer.obstacles()));
        answers.stream().map(Answer::end).filter(Objects::nonNull).forEach(events::add);
        return events;
    }

    /** Retired only if it is for every standing; not known if it is not for one. */
    private static Verdict impossible(List<Answer> answers) {
        boolean retired = true;
        for (Answer answer : answers) {
            if (answer.verdict() == Verdict.UNKNOWN) {
                return Verdict.UNKNOWN;
            }
            retired &= answer.verdict() == Verdict.RETIRED;
        }
        return retired ? Verdict.RETIRED : Verdict.CLOSED;
    }

    /** What stands against it whatever is not known; or, if that is nothing, all that may stand against it. */
    private static Set<LifeCycleEvent> obstaclesOfClosed(List<Answer> answers) {
        Set<LifeCycleEvent> always = new LinkedHashSet<>(answers.get(0).obstacles());
        Set<LifeCycleEvent> ever = new LinkedHashSet<>();
        for (Answer answer : answers) {
            always.retainAll(answer.obstacles());
            ever.addAll(answer.obstacles());
        }
        return always.isEmpty() ? ever : always;
    }

    private static List<Reason> reasons(Set<LifeCycleEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(LifeCycleEvent::on))
                .map(AvailabilityRules::reason)
                .toList();
    }

    private static Reason reason(LifeCycleEvent event) {
        String on = "From " + event.on()
                + (event.noEarlierThan() ? " at the earliest (the vendor promises no more)" : "")
                + (event.status() == FactStatus.UNVERIFIED ? ", if it came so, which no source confirms," : "");
        String whom =
                switch (event.appliesTo()) {
                    case EVERYONE -> "nobody can";
                    case EXISTING_CUSTOMERS -> "existing customers cannot";
                    case NEW_CUSTOMERS -> "new customers cannot";
                };
        return switch (event.event()) {
            case LAUNCH -> reason(AvailabilityCode.NOT_LAUNCHED, on + " the model can be called, not before.", event);
            case SEEN_IN_SERVICE ->
                reason(
                        AvailabilityCode.LAUNCH_UNKNOWN,
                        "The model is known to be in service on " + event.on() + "; since when is not known.",
                        event);
            case FINE_TUNING_STARTS ->
                reason(AvailabilityCode.TRAINING_NOT_STARTED, on + " the model can be fine-tuned, not before.", event);
            case VISION_FINE_TUNING_STARTS ->
                reason(
                        AvailabilityCode.VISION_TRAINING_NOT_STARTED,
                        on + " the model can be fine-tuned on images, not before.",
                        event);
            case CLOSED_TO_NEW_ORGANIZATIONS ->
                reason(
                        AvailabilityCode.CLOSED_TO_NEW_ORGANIZATIONS,
                        on + " organizations that never fine-tuned cannot create training jobs.",
                        event);
            case CLOSED_TO_INACTIVE_ORGANIZATIONS ->
                reason(
                        AvailabilityCode.CLOSED_TO_INACTIVE_ORGANIZATIONS,
                        on + " organizations without recent inference on a tuned model cannot create training jobs.",
                        event);
            case TRAINING_ENDS ->
                reason(AvailabilityCode.TRAINING_ENDS, on + " " + whom + " create training jobs.", event);
            case BASE_MODEL_SHUTDOWN ->
                reason(
                        AvailabilityCode.BASE_MODEL_SHUTDOWN,
                        on + " " + whom + " call the base model; training ends with it where no other end is stated.",
                        event);
            case REROUTED ->
                reason(
                        AvailabilityCode.REROUTED,
                        on + " requests are answered by " + event.replacements().get(0) + " and billed at its price.",
                        event);
            case SHUTDOWN ->
                reason(AvailabilityCode.SHUTDOWN, on + " " + whom + " use the model or models tuned on it.", event);
            case DEPRECATED -> throw new IllegalArgumentException("a deprecation stops nothing");
        };
    }

    private static Reason reason(AvailabilityCode code, String text, LifeCycleEvent event) {
        return new Reason(code, text, event.on(), event.source());
    }
}
