package dev.parable.generator;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Specs;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.models.Models;
import dev.parable.output.LandingSettings;
import dev.parable.quality.GateSettings;
import java.nio.file.Path;
import java.util.List;

/** Small orders of the shipped library, in shards of {@value #ROWS} rows. */
public final class Orders {

    /** Rows in a shard. */
    static final int ROWS = 10;

    private Orders() {}

    static Specs.Loaded shipped() {
        return (Specs.Loaded) Specs.shipped();
    }

    static Planner planner(long seed) {
        return new Planner(shipped().archetypes(), shipped().worlds(), Decks.shipped(), seed);
    }

    public static Order composed(Path out, int count, long seed, int concurrency) {
        return composed(out, count, seed, concurrency, GateSettings.DEFAULT);
    }

    /** The same, with other gates. */
    public static Order composed(Path out, int count, long seed, int concurrency, GateSettings gates) {
        return new Order(
                "run",
                out,
                count,
                seed,
                shipped().archetypes(),
                shipped().worlds(),
                concurrency,
                null,
                null,
                List.of(),
                null,
                new LandingSettings(ROWS, ROWS, 20, "CC-BY-4.0", true),
                Spending.FREE,
                Order.PILOT,
                gates);
    }

    /** Told by a model that asks for no key and is asked again once after a fault. */
    static Order asked(Path out, int count, long seed, int concurrency, String baseUrl) {
        return asked(out, count, seed, concurrency, baseUrl, Order.PILOT);
    }

    /** The same, with a pilot of another size. */
    static Order asked(Path out, int count, long seed, int concurrency, String baseUrl, int pilot) {
        Order order = composed(out, count, seed, concurrency);
        return new Order(
                order.name(),
                out,
                count,
                seed,
                order.archetypes(),
                order.worlds(),
                concurrency,
                Models.single(ModelSettings.parse("openai:stub")
                        .withBaseUrl(baseUrl)
                        .withApiKeyVariable("")
                        .withConcurrency(concurrency)
                        .withRetries(1)),
                null,
                List.of(),
                null,
                order.landing(),
                Spending.FREE,
                pilot,
                order.gates());
    }

    public static Generation.Result run(Order order) {
        return new Generation(order, outcome -> {}).run();
    }
}
