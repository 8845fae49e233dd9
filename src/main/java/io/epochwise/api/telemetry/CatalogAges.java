package io.epochwise.api.telemetry;

import io.epochwise.catalog.Catalog;
import io.epochwise.catalog.GpuPrice;
import io.epochwise.catalog.PriceAge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** Which catalog answers rest on, and how old its prices are, by provider. Ages are found when metrics are read, once a day. */
@Singleton
final class CatalogAges implements MeterBinder {
    private static final double SECONDS_OF_DAY = ChronoUnit.DAYS.getDuration().toSeconds();

    private final Catalog catalog;
    private final Clock clock;
    private volatile Ages latest = new Ages(null, Map.of());

    CatalogAges(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    private record Ages(LocalDate day, Map<String, PriceAge> byProvider) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("epochwise.catalog.version", () -> 1)
                .tag("version", catalog.version())
                .description("The catalog that answers rest on; always 1")
                .register(registry);
        catalog.providers().forEach((provider, count) -> Gauge.builder("epochwise.catalog.offerings", () -> count)
                .tag("provider", provider)
                .description("Offerings of the catalog")
                .register(registry));
        TreeSet<String> charging = new TreeSet<>(catalog.providers().keySet());
        catalog.gpuPrices().stream().map(GpuPrice::provider).forEach(charging::add);
        for (String provider : charging) {
            age(registry, provider, "oldest", (age, today) -> seconds(age.oldest(), today));
            age(registry, provider, "newest", (age, today) -> seconds(age.newest(), today));
            Gauge.builder("epochwise.catalog.stale.prices", () -> of(provider, (age, today) -> age.stale()))
                    .tag("provider", provider)
                    .description("Prices in force whose source is older than epochwise.catalog.stale-after-days")
                    .register(registry);
        }
    }

    private void age(
            MeterRegistry registry, String provider, String price, ToDoubleBiFunction<PriceAge, LocalDate> value) {
        Gauge.builder("epochwise.catalog.price.age", () -> of(provider, value))
                .tag("provider", provider)
                .tag("price", price)
                .baseUnit("seconds")
                .description(
                        "Since the source of the oldest and of the newest price in force spoke; NaN if there is none")
                .register(registry);
    }

    private double of(String provider, ToDoubleBiFunction<PriceAge, LocalDate> value) {
        Ages ages = today();
        PriceAge age = ages.byProvider().getOrDefault(provider, new PriceAge(provider, null, null, 0));
        return value.applyAsDouble(age, ages.day());
    }

    private Ages today() {
        LocalDate today = LocalDate.now(clock);
        Ages ages = latest;
        if (!today.equals(ages.day())) {
            ages = new Ages(
                    today,
                    PriceAge.of(catalog, today).stream()
                            .collect(Collectors.toMap(PriceAge::provider, Function.identity())));
            latest = ages;
        }
        return ages;
    }

    private static double seconds(LocalDate source, LocalDate today) {
        return source == null ? Double.NaN : ChronoUnit.DAYS.between(source, today) * SECONDS_OF_DAY;
    }
}
