package io.epochwise.catalog;

import io.epochwise.token.image.ImageBilling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to get the job done, with all its facts.
 *
 * @param id provider and the vendor's own model id: {@code openai/gpt-4o-2024-08-06}
 * @param provider the part of the id before the first slash
 * @param name the name a person reads
 * @param aliases other ids that mean the same
 * @param kind the way it gets the job done
 * @param defaultTier the price class taken where a request names none
 * @param tiers all price classes that have a price
 * @param textEncoding how text is counted; null if not known
 * @param messageTokens what the packaging of messages counts; null if not known
 * @param imageRules how images are counted, all readings and dates; empty if the model takes no images
 * @param contextTokens how many tokens fit; null if not known
 * @param fineTuning whether and how it can be tuned; null if nothing is known
 * @param prices the list prices, full history
 * @param ownPrices prices of the operator, which go before list prices
 * @param promotions free allowances
 * @param lifeCycle what changes when, in order of dates
 * @param limits the limits
 * @param retention what is done with data
 * @param promptCaching how prefixes are cached; null if not known
 * @param serving how tuned models are served and what that is billed by; empty if not known or not tunable
 * @param parameters how large the model is; null if not known
 * @param visionTower the encoder of images of an open model; null if not known
 * @param textTower the encoder of texts of a model trained by contrast; null for all others
 * @param memory GPU memory that tuning takes; empty if not known
 * @param servingThroughput how much it was measured to answer on GPUs; empty if not known
 * @param license terms of an open model's weights; null if not known
 */
public record Offering(
        String id,
        String provider,
        String name,
        List<String> aliases,
        OfferingKind kind,
        String defaultTier,
        List<String> tiers,
        TextEncoding textEncoding,
        MessageTokens messageTokens,
        List<ImageRuleFact> imageRules,
        ContextTokens contextTokens,
        FineTuning fineTuning,
        List<Price> prices,
        List<Price> ownPrices,
        List<Promotion> promotions,
        List<LifeCycleEvent> lifeCycle,
        List<Limit> limits,
        List<RetentionRule> retention,
        PromptCaching promptCaching,
        List<Serving> serving,
        Parameters parameters,
        VisionTower visionTower,
        TextTower textTower,
        List<MemoryNeed> memory,
        List<ServingThroughput> servingThroughput,
        License license) {
    private static final Pattern LEFT_OUT_OF_REGIONS = Pattern.compile("[\\s_-]");

    /** The longest context that is reached first; the usual price, which holds from no number of tokens on, last. */
    private static final Comparator<Price> LONGEST_CONTEXT =
            Comparator.comparing(Price::fromInputTokens, Comparator.nullsLast(Comparator.reverseOrder()));

    /** Whether the model takes images, in prompts at least. */
    public boolean takesImages() {
        return !imageRules.isEmpty();
    }

    /** Whether the model can be tuned by some method, dates aside. */
    public boolean tunable() {
        return fineTuning != null && !fineTuning.methods().isEmpty();
    }

    /** The method taken where a request names none: supervised fine-tuning, or the first where that is not offered. */
    public Method usualMethod() {
        return !tunable() || fineTuning.methods().contains(Method.SFT)
                ? Method.SFT
                : fineTuning.methods().get(0);
    }

    /** Whether counting with the known encoding gives the model's own count of text. */
    public boolean countsTextExactly() {
        return textEncoding != null && textEncoding.exact();
    }

    /**
     * How images are billed on a date: the reading that is billed as best known, and the others in force beside it.
     *
     * @return empty if no rule is known for the date
     */
    public Optional<ImageBilling> imageBilling(LocalDate asOf) {
        return ImageRuleFact.billing(imageRulesInForce(asOf));
    }

    /** The readings in force on a date, the one billed as best known first. */
    public List<ImageRuleFact> imageRulesInForce(LocalDate asOf) {
        return imageRulesKnown(asOf).stream()
                .filter(rule -> rule.reading() != Reading.ON_REQUEST)
                .toList();
    }

    /** The readings in force on a date, and after them the rules for settings that must be asked for. */
    public List<ImageRuleFact> imageRulesKnown(LocalDate asOf) {
        return imageRules.stream()
                .filter(rule -> rule.inForce(asOf))
                .sorted(Comparator.comparing(ImageRuleFact::reading))
                .toList();
    }

    /** The limit of that name in force on a date, for a price class. */
    public Optional<Limit> limit(LimitName name, String tier, LocalDate asOf) {
        for (Limit limit : limits) {
            if (limit.limit() == name
                    && limit.inForce(asOf)
                    && (limit.tiers().isEmpty() || limit.tiers().contains(tier == null ? defaultTier : tier))) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    /** What is done with data on a date as to that topic, for a price class; several rows may speak of it. */
    public List<RetentionRule> retention(RetentionTopic topic, String tier, LocalDate asOf) {
        return retention.stream()
                .filter(rule -> rule.topic() == topic && rule.inForce(asOf))
                .filter(rule -> rule.tiers().isEmpty() || rule.tiers().contains(tier == null ? defaultTier : tier))
                .toList();
    }

    /**
     * How much it was measured to answer on a kind of GPU, the first that is known.
     *
     * @param images whether the requests carry images
     */
    public Optional<ServingThroughput> servingThroughput(String gpu, boolean images) {
        return servingThroughput.stream()
                .filter(row -> row.gpu().equals(gpu) && row.images() == images)
                .findFirst();
    }

    /** The promotion for a meter in force on a date. */
    public Optional<Promotion> promotion(Meter meter, LocalDate asOf) {
        return promotions.stream()
                .filter(promotion -> promotion.meter() == meter && promotion.inForce(asOf))
                .findFirst();
    }

    /**
     * The price in force: that of the region if it has its own, else the general one of the price class; the
     * operator's own before the list's; of these the one that holds from the most input tokens that the request reaches.
     */
    public Optional<Price> price(PriceQuery query) {
        return first(query, prices(query));
    }

    /** The same of list prices alone, whatever the operator's own are. */
    public Optional<Price> listPrice(PriceQuery query) {
        List<Price> answering = new ArrayList<>();
        addAnswering(query, prices, answering);
        return first(query, answering);
    }

    private static Optional<Price> first(PriceQuery query, List<Price> answering) {
        String region = regionKey(query.region());
        Price general = null;
        for (Price price : answering) {
            if (price.regions().contains(region)) {
                return Optional.of(price);
            }
            if (general == null && price.regions().isEmpty()) {
                general = price;
            }
        }
        return Optional.ofNullable(general);
    }

    /** The prices in force for all regions and the contexts reached: the operator's own first, then the longest context. */
    public List<Price> prices(PriceQuery query) {
        List<Price> answering = new ArrayList<>();
        addAnswering(query, ownPrices, answering);
        addAnswering(query, prices, answering);
        return answering;
    }

    private void addAnswering(PriceQuery query, List<Price> rows, List<Price> answering) {
        int before = answering.size();
        String tier = query.tier() == null ? defaultTier : query.tier();
        for (Price price : rows) {
            if (price.meter() == query.meter()
                    && price.inForce(query.asOf())
                    && price.tiers().contains(tier)
                    && (query.method() == null
                            || price.methods().isEmpty()
                            || price.methods().contains(query.method()))
                    && Objects.equals(price.variant(), query.variant())
                    && (price.fromInputTokens() == null || price.fromInputTokens() <= query.inputTokens())) {
                answering.add(price);
            }
        }
        if (query.inputTokens() != 0) {
            answering.subList(before, answering.size()).sort(LONGEST_CONTEXT);
        }
    }

    /** All prices in force on a date, the operator's own first. */
    public List<Price> pricesInForce(LocalDate asOf) {
        return Stream.concat(ownPrices.stream(), prices.stream())
                .filter(price -> price.inForce(asOf))
                .toList();
    }

    /** A region's name without case, spaces and hyphens: {@code "Southeast Asia"} is {@code "southeastasia"}. */
    public static String regionKey(String region) {
        return region == null
                ? ""
                : LEFT_OUT_OF_REGIONS.matcher(region.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The offering with the operator's prices, whose price classes it then has too. */
    Offering withOwnPrices(List<Price> own) {
        TreeSet<String> allTiers = new TreeSet<>(tiers);
        own.forEach(price -> allTiers.addAll(price.tiers()));
        return new Offering(
                id,
                provider,
                name,
                aliases,
                kind,
                defaultTier,
                List.copyOf(allTiers),
                textEncoding,
                messageTokens,
                imageRules,
                contextTokens,
                fineTuning,
                prices,
                List.copyOf(own),
                promotions,
                lifeCycle,
                limits,
                retention,
                promptCaching,
                serving,
                parameters,
                visionTower,
                textTower,
                memory,
                servingThroughput,
                license);
    }
}
